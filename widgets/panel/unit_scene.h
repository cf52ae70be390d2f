// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QString>
#include <optional>

#include "widgets/viewpoint/vectors.h"

namespace widgets {

/// A cell of a canvas of units, by its place on the two axes.
struct UnitCell {
    int position = -1;  ///< of a vector: a source word, a step
    int place = -1;     ///< of a unit in the order shown; −1: the position as a whole is meant
    Vector strip = Vector::none;  ///< whose units, where a canvas has several pictures
    bool operator==(const UnitCell &) const = default;
};

/// What belongs to the scene of any canvas of units.
struct UnitScene {
    std::optional<UnitCell> cursor;  ///< of the keyboard
    QString caption;                 ///< what the line at the bottom says
    QFont font;
};

}  // namespace widgets
