// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <vector>

#include "widgets/context/data.h"
#include "widgets/context/geometry.h"
#include "widgets/drawing/theme.h"
#include "widgets/panel/unit_scene.h"

class QPainter;

namespace widgets {

/// Everything that the picture is a function of. The position of a cell is a row: of a source word,
/// or the one after the last, which is the sum.
struct ContextScene : UnitScene {
    ContextData data;
    ContextLayout layout;
    double limit = 1;           ///< of the diverging colours
    double done = 0;            ///< how much of the context has been summed
    bool weightsKnown = false;  ///< the softmax is done
    int marked = -1;            ///< row of the marked source word
    int unit = -1;              ///< marked
    QString title;
    QString symbol;  ///< of the sum

    int sumRow() const { return static_cast<int>(data.rows.size()); }
    /// How many units of a row have been added; of the sum: all once any has.
    double unitsKnown(int row) const;
    bool known(const UnitCell &cell) const;
    /// The values in the strip of a row as they stand; empty: none.
    std::vector<float> values(int row) const;
};

/// Title, headings, words and numbers.
void paintContextText(QPainter &painter, const ContextScene &scene, const Theme &theme);
/// The strips of the terms: whole, or as far as they are known.
void paintContextTerms(QPainter &painter, const ContextScene &scene, const Theme &theme,
                       bool onlyKnown);
void clipToKnown(QPainter &painter, const ContextScene &scene);
/// The sum, outlines of what is not yet known, marks, the cursor, the caption.
void paintContextOverlay(QPainter &painter, const ContextScene &scene, const Theme &theme,
                         bool withCursor);

}  // namespace widgets
