// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QString>
#include <memory>
#include <vector>

#include "widgets/drawing/theme.h"
#include "widgets/panel/unit_scene.h"
#include "widgets/states/data.h"
#include "widgets/states/geometry.h"
#include "widgets/viewpoint/vectors.h"

class QPainter;

namespace widgets {

/// Whose tr() the texts in the pictures are.
struct StatesText {
    Q_DECLARE_TR_FUNCTIONS(widgets::StatesPanel)
};

/// The numbers of one picture, as far as they stay the same over time.
struct StatesLayer {
    Vector strip = Vector::none;
    int units = 0;
    double limit = 1;        ///< of the diverging colours
    QStringList labels;      ///< one word per column
    std::vector<int> order;  ///< the unit in each row

    int rowOf(int unit) const;
    bool operator==(const StatesLayer &) const = default;
};

/// What is marked in a picture; −1: nothing.
struct StatesMarks {
    int current = -1;  ///< column of the moment
    int column = -1;   ///< hovered or selected
    int unit = -1;     ///< hovered or selected
    int ruling = -1;   ///< column whose values the order of the units is of
    bool operator==(const StatesMarks &) const = default;
};

/// Everything that the picture is a function of. The position of a cell is a column.
struct StatesScene : UnitScene {
    std::shared_ptr<const model::Trace> trace;
    StatesQuantity quantity = StatesQuantity::state;
    StatesOrder order = StatesOrder::model;
    std::vector<StatesLayer> layers;
    StatesLayout layout;
    Moment moment;
    std::vector<StatesMarks> marks;  ///< one per layer

    Extent extent() const;
    int layerOf(Vector strip) const;
    /// How many rows of a column have been computed at the moment: it fills from the top.
    double rowsKnown(int layer, int column) const;
    bool known(int layer, int column, int row) const;
    /// A word of the translation exists once it has been chosen, one of the sentence always.
    bool labelKnown(Vector strip, int column) const;
    /// The initial state is no word.
    Role labelRole(Vector strip, int column) const;
    float value(int layer, int column, int unit) const;
    QColor colour(const Theme &theme, int layer, double value) const;
};

/// The role of the numbers of a layer, and of the words along its time axis.
Role statesRole(Vector strip);
Role statesWordRole(Vector strip);

/// A number of a quantity: "+0.41235", or "0.41235" of a gate; "0" where the decimals say no more.
QString statesNumber(StatesQuantity quantity, double value, int decimals);
/// The same for captions: with at least two significant digits of whatever is not 0.
QString statesExactNumber(StatesQuantity quantity, double value);

/// Titles, words, colour bars and the numbers of the units.
void paintStatesText(QPainter &painter, const StatesScene &scene, const Theme &theme);
/// The cells of a picture: every one, or those that the moment has reached.
void paintStatesCells(QPainter &painter, const StatesScene &scene, int layer, const Theme &theme,
                      bool onlyKnown);
/// Clips to the cells of a picture that have been computed.
void clipToKnown(QPainter &painter, const StatesScene &scene, int layer);
/// Outlines of what has not been computed.
void paintStatesPending(QPainter &painter, const StatesScene &scene, const Theme &theme);
/// What is current, marked and (`withCursor`) under the cursor, and the caption.
void paintStatesMarks(QPainter &painter, const StatesScene &scene, const Theme &theme,
                      bool withCursor);
/// The course of the marked unit.
void paintStatesCurve(QPainter &painter, const StatesScene &scene, const Theme &theme);
/// The layer whose marked unit the curve shows, or −1.
int statesCurveLayer(const StatesScene &scene);

}  // namespace widgets
