// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// What makes pictures the same on every machine.
namespace pictures {

/// To be called before there is a QApplication: no display, none of the machine's fonts, style,
/// language or resolution. QT_SCALE_FACTOR stays as it is: it is the scale to draw at.
void fixSurroundings();
/// Afterwards: draws with Fusion and DejaVu Sans, which is read from its files. Why that cannot be
/// done, or nothing.
QString fixStyleAndFont();

}  // namespace pictures
