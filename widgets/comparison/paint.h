// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>

#include "widgets/comparison/geometry.h"
#include "widgets/drawing/theme.h"

class QPainter;

namespace widgets {

/// All that is painted of a comparison.
struct ComparisonScene {
    const TranslationPair *comparison = nullptr;
    ComparisonLayout layout;
    Theme theme;
    QFont font;
    int computed = 0;       ///< steps that have been computed at the moment
    int current = -1;       ///< the step in view
    int markedStep = -1;    ///< hovered or selected
    int markedSource = -1;  ///< the same of the source, where both have the same one
    int cursor = -1;        ///< row of the keyboard
};

/// What stands in place of cells where a translation has no attention.
QString withoutAttention();

void paintComparison(QPainter &painter, const ComparisonScene &scene);

}  // namespace widgets
