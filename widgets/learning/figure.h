// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QSize>
#include <QString>

#include "widgets/figure/file.h"
#include "widgets/learning/data.h"

namespace widgets {

/// What a figure of a run is drawn with.
struct LearningFigureOptions {
    LearningAxis axis = LearningAxis::pairs;
    long moment = -1;  ///< that is marked; −1: none
    QSize size;        ///< in pixels of 1/96 inch
    QFont font;
    bool dark = false;
};

/// The curves and the strip of a run. @throws ExportError where nothing has been learned yet.
Figure learningFigure(const LearningData &data, const QString &title,
                      const LearningFigureOptions &options);

}  // namespace widgets
