// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QColor>
#include <QList>
#include <QSize>

namespace widgets {

/// A drawing of svg() without the large areas in one of these colours that lie below what is drawn:
/// what is under it is seen through it. `size`: of the drawing.
QByteArray withoutGround(const QByteArray &svg, const QSize &size, const QList<QColor> &grounds);

}  // namespace widgets
