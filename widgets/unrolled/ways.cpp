// SPDX-License-Identifier: GPL-3.0-or-later
// What the initial state and the words are made of: the ways into both.
#include <algorithm>
#include <cmath>

#include "widgets/unrolled/geometry.h"
#include "widgets/unrolled/geometry_parts.h"

namespace widgets {
namespace {

constexpr double endsApart = 4;    // the ways into the initial state, on either side of its middle
constexpr double aside = 12;       // a way from the state that it passes, at most
constexpr double nodeSize = 9;     // of a readout
constexpr double leastPitch = 14;  // of steps, for ways beside their states

/// In the middle of a pixel: where a thin upright or level line is not blurred.
double crisp(double place) {
    return std::floor(place) + 0.5;
}

}  // namespace

double UnrolledGeometry::columnsLeft() const {
    double left = content_.width();
    for (const Columns &columns : {source_, steps_})
        if (columns.count > 0)
            left = std::min(left, columns.left);
    return source_.count + steps_.count > 0 ? left : margin + initialLane_;
}

// --- The initial state ----------------------------------------------------------------------

double UnrolledGeometry::initialX() const {
    return columnsLeft() - initialLane_ / 2;
}

StripPlace UnrolledGeometry::initial() const {
    return strip(initialX(), steps_.count > 0 ? steps_.pitch : source_.pitch,
                 rows_[static_cast<std::size_t>(UnrolledRow::states)], stateUnits_);
}

QRectF UnrolledGeometry::initialLabel() const {
    return {initialX() - initialLane_ / 2, stateLabels_.top, initialLane_, stateLabels_.height};
}

QRectF UnrolledGeometry::begin() const {
    const Span &words = rows_[static_cast<std::size_t>(UnrolledRow::words)];
    return {initialX() - initialLane_ / 2, words.top, initialLane_, words.height};
}

/// x of the way up from the last forward state, beside the backward one above it.
double UnrolledGeometry::besideLast() const {
    return annotation(input_.source - 1).right() + between(linkWidth() * 0.25, 2, 6);
}

QPolygonF UnrolledGeometry::forwardEnd() const {
    if (input_.source == 0)
        return {};
    const QRectF from = forward(input_.source - 1).rect;
    const double middle = crisp(from.center().y());
    const double up = crisp(besideLast());
    const double lane = crisp(ends_.top + ends_.height / 2);
    const double x = crisp(initialX() + (input_.backward ? endsApart : 0));
    return QPolygonF({QPointF(from.right() + 1, middle), QPointF(up, middle), QPointF(up, lane),
                      QPointF(x, lane), QPointF(x, initialLabel().bottom())});
}

QPolygonF UnrolledGeometry::backwardEnd() const {
    if (input_.source == 0 || !input_.backward)
        return {};
    const QRectF from = backward(0).rect;
    const double x = crisp(initialX() - endsApart);
    const double middle = crisp(from.center().y());
    return QPolygonF({QPointF(from.left() - 1, middle), QPointF(x, middle),
                      QPointF(x, initialLabel().bottom())});
}

// --- The readout ----------------------------------------------------------------------------

QRectF UnrolledGeometry::readout(int step) const {
    const Span &lane = rows_[static_cast<std::size_t>(UnrolledRow::readout)];
    const double wanted = nodeSize * std::max(1.0, input_.metrics.text / usualText);
    const double size = std::min({wanted, lane.height, stripWidth(steps_.pitch)});
    return {std::round(stepX(step)) + 0.5 - size / 2, lane.top + (lane.height - size) / 2, size,
            size};
}

/// How far from a state a way passes it.
double UnrolledGeometry::besideState() const {
    return std::min(aside, (steps_.pitch - stripWidth(steps_.pitch)) / 4);
}

ReadoutWays UnrolledGeometry::readoutWays(int step) const {
    if (step < 0 || step >= input_.steps || steps_.pitch < leastPitch)
        return {};
    const QRectF node = readout(step);
    const QRectF state = this->state(step).rect;
    const double x = node.center().x();
    const double y = node.center().y();
    const double right = crisp(state.right() + besideState());
    const double left = crisp(state.left() - besideState());
    const double input = crisp(state.top() + state.height() * 0.2);
    const QRectF before = step > 0 ? wordBox(step - 1) : begin();
    double from = crisp(before.center().x());
    if (step > 0)  // beside what comes from the state below
        from =
            crisp(std::min(before.right() - 4, this->state(step - 1).rect.right() + besideState()));
    ReadoutWays ways;
    ways.state = QPolygonF({QPointF(x, state.top() - 1), QPointF(x, node.bottom())});
    ways.context = QPolygonF({QPointF(right, context(step).rect.top() - 1), QPointF(right, y),
                              QPointF(node.right(), y)});
    ways.word =
        QPolygonF({QPointF(from, before.bottom()), QPointF(from, y), QPointF(node.left(), y)});
    ways.input =
        QPolygonF({QPointF(left, y), QPointF(left, input), QPointF(state.left() - 1, input)});
    return ways;
}

QRectF UnrolledGeometry::readoutLabel(int step, double width) const {
    const ReadoutWays ways = readoutWays(step);
    if (ways.context.isEmpty())
        return {};
    const Span &lane = rows_[static_cast<std::size_t>(UnrolledRow::readout)];
    const QRectF label(ways.context.first().x() + 4, lane.top, width, lane.height);
    const double end = step + 1 < input_.steps ? readout(step + 1).left() : content_.width();
    return label.right() <= end ? label : QRectF();
}

}  // namespace widgets
