// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QSize>
#include <QString>
#include <memory>
#include <vector>

#include "app/laboratory/pictures.h"
#include "model/decoding/trace.h"
#include "widgets/figure/animation.h"
#include "widgets/learning/data.h"

namespace app {

/// A run that is played, from moment to moment: above, what the model with attention makes of the
/// example, below, the curves as far as they have come. For the GUI thread.
class LearningAnimation {
  public:
    struct Options {
        widgets::LearningAxis axis = widgets::LearningAxis::pairs;
        QFont font;
        bool dark = false;
    };
    /// `models`: those with attention, by update; none: curves only.
    LearningAnimation(widgets::LearningData data, ExamplePictures::Models models,
                      const QString &example, Options options);

    int frames() const { return static_cast<int>(data_.moments.size()); }
    /// From 0 on, one for each moment of the run; the last is shown longer.
    /// @throws widgets::ExportError where there is no room for the heatmap of the example
    widgets::AnimationFrame frame(int index) const;

  private:
    /// The run as it was after so many updates.
    widgets::LearningData until(long update) const;
    /// The beginning of what the model of a moment makes of the example; null: there is none.
    std::shared_ptr<const model::Trace> traceAt(long update) const;

    widgets::LearningData data_;
    ExamplePictures::Models models_;
    QString example_;
    Options options_;
    int rows_;
};

}  // namespace app
