// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QString>
#include <functional>
#include <stop_token>

#include "widgets/figure/file.h"

namespace widgets {

/// A figure that is painted into a file part by part, for the thread of the GUI, which can do
/// something else in between: a PNG of many pixels takes seconds. What is drawn with vectors, or on
/// a ground that is seen through, is one part.
class FigurePainting {
  public:
    /// @throws ExportError as paintFigure()
    FigurePainting(Figure figure, const QString &file, double scale);

    /// How much is painted, from 0 to 1.
    double done() const;
    /// Paints one part more; not once all is done. @throws ExportError
    void paintNext();
    /// What is left to do once all is painted: to encode it and to write the file, whole or not at
    /// all. On any thread; @throws model::Cancelled soon after it is asked to stop, and ExportError
    /// as FigureJob
    using Writing = std::function<void(const std::stop_token &stop)>;
    Writing writing();

  private:
    bool inParts() const { return !image_.isNull(); }

    Figure figure_;
    QString file_;
    double scale_ = 1;
    QImage image_;    ///< of a PNG that is painted in parts; else null
    int rows_ = 0;    ///< of it that are painted
    FigureJob rest_;  ///< of anything else, once it is painted
};

}  // namespace widgets
