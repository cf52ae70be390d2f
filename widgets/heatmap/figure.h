// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QSize>
#include <QString>
#include <limits>
#include <memory>

#include "model/decoding/effects.h"
#include "model/decoding/posterior.h"
#include "model/decoding/trace.h"
#include "widgets/figure/file.h"
#include "widgets/heatmap/options.h"

namespace widgets {

/// How the alignment heatmap is drawn as a figure.
struct FigureOptions {
    /// Pixels of 1/96 inch. A side that is not positive is chosen from the number of words.
    QSize size{800, 600};
    /// Pixels of the file per pixel of the size. PNG only; SVG and PDF have no pixels.
    double scale = 1;
    bool dark = false;
    /// Words or pieces, colours, orders, margins.
    HeatmapOptions heatmap = {};
    /// Of the trace; heatmap.posterior needs it.
    std::shared_ptr<const model::Posterior> posterior = {};
    /// The same for heatmap.effects.
    std::shared_ptr<const std::vector<model::StepEffects>> effects = {};
    /// What heatmap.difference compares with; null: nothing is compared.
    std::shared_ptr<const model::Trace> original = {};
    /// Its effects, beside which heatmap.effects shows those of the trace; null: not known.
    std::shared_ptr<const std::vector<model::StepEffects>> originalEffects = {};
    int fontPixels = 13;
    bool texts = true;  ///< sentence and translation above, what the colours mean below
    /// After how many decoder steps; clamped to those that the trace has.
    int steps = std::numeric_limits<int>::max();
};

/// The alignment of a translation as a figure: sentence and translation, words on both axes, colour
/// bar. Cells and text stay vectors. Needs a QApplication (offscreen will do). @throws ExportError
/// for a size that leaves no room for the heatmap, a trace without attention or without any step,
/// and a posterior that is to be drawn and not given.
Figure heatmapFigure(const model::Trace &trace, const FigureOptions &options);

/// A font of the same size wherever the figure goes, not hinted for any screen.
QFont figureFont(int pixels);

/// @throws ExportError as heatmapFigure(), but for the size.
void checkHeatmap(const model::Trace &trace, const FigureOptions &options);

/// Paints it. The file suffix chooses PNG, SVG or PDF. What is returned writes it.
/// @throws ExportError as heatmapFigure() and paintFigure() do.
FigureJob paintHeatmap(const model::Trace &trace, const QString &file,
                       const FigureOptions &options);
/// Paints and writes it. @throws ExportError
inline void writeHeatmap(const model::Trace &trace, const QString &file,
                         const FigureOptions &options) {
    paintHeatmap(trace, file, options)();
}

}  // namespace widgets
