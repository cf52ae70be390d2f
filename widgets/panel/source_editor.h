// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRect>

class QWidget;

namespace widgets {

class Viewpoint;

/// Lets the user type over the source word that a position belongs to, where it stands in a view
/// (`place` in the coordinates of the widget). Enter asks the viewpoint for the sentence with it;
/// Escape, or a click elsewhere, leaves it as it was. Whether there is a word: not at the end.
bool editSourceWord(QWidget &over, const QRect &place, Viewpoint &viewpoint, int position);

}  // namespace widgets
