// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/drawing/vector_paint.h"

#include <QPaintEngine>
#include <QPainter>

namespace widgets {

bool paintsVectors(const QPainter &painter) {
    const auto engine = painter.paintEngine()->type();
    return engine == QPaintEngine::SVG || engine == QPaintEngine::Pdf;
}

double cellOverlap(const QPainter &painter) {
    return paintsVectors(painter) ? 0.6 : 0;
}

}  // namespace widgets
