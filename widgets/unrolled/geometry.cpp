// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/unrolled/geometry.h"

#include <algorithm>
#include <cmath>

#include "widgets/unrolled/geometry_parts.h"
#include "widgets/viewpoint/vectors.h"

namespace widgets {
namespace {

constexpr double boxPadding = 9;  // left and right of a label in its box
constexpr double columnGap = 8;   // between boxes
constexpr double squeeze = 12;  // of the padding of a box, given up where that lets all columns fit
constexpr double widestColumn = 24;  // in lines of text: farther apart, columns are hard to compare
constexpr double smallShare = 0.9;   // of the width of a label, that it has in the small font
constexpr double leastPadding = 8;   // of a label in its box, both sides together
constexpr double widestWhole = 8;    // the same, of a word that is whole in a figure
constexpr double widestStrip = 4;    // the same
constexpr double leastLane = 1.5;    // for the initial state

}  // namespace

int UnrolledGeometry::Columns::at(double x) const {
    if (count <= 0)
        return -1;
    const double index = std::floor((x - left) / pitch);
    return index >= 0 && index < count ? static_cast<int>(index) : -1;
}

std::pair<int, int> UnrolledGeometry::Columns::touching(double from, double to) const {
    if (count <= 0 || to < from)
        return {0, 0};
    const double first = std::floor((from - left) / pitch);
    const double last = std::ceil((to - left) / pitch);
    return {static_cast<int>(between(first, 0, count)), static_cast<int>(between(last, 0, count))};
}

UnrolledGeometry::UnrolledGeometry(const UnrolledInput &input) : input_(input) {
    input_.source = std::max(input_.source, 0);
    input_.steps = std::max(input_.steps, 0);
    layOutColumns();
    layOutRows();
}

/// How far columns stand apart at zoom 1 where all of them have so much room.
double UnrolledGeometry::readablePitch(double room) const {
    const UnrolledMetrics &metrics = input_.metrics;
    const double label = std::max(metrics.sourceLabel, metrics.targetLabel) + 2 * boxPadding;
    // Longer labels are elided sooner than the picture gets wider than boxes of 4 letters.
    const double box = std::min(label, 4.5 * metrics.text);
    const double least = std::max(metrics.number, box) + columnGap;
    const double fitting = room / columnCount();
    // Better a little close than panned by the width of a letter.
    const double closest = std::max(metrics.number, box - squeeze) + columnGap;
    return fitting < closest ? least : std::min(fitting, largestPitch());
}

double UnrolledGeometry::largestPitch() const {
    const UnrolledMetrics &metrics = input_.metrics;
    const double label = std::max(metrics.sourceLabel, metrics.targetLabel) + 2 * boxPadding;
    return std::max(widestColumn * metrics.text, label + 2 * columnGap);
}

double UnrolledGeometry::widthForLabels() const {
    UnrolledInput input = input_;
    const UnrolledMetrics &metrics = input.metrics;
    // Smaller before they are wider: one long word must not draw all columns apart.
    const double label = smallShare * std::max(metrics.sourceLabel, metrics.targetLabel);
    const double pitch = std::min(label, widestWhole * metrics.text) + leastPadding + columnGap;
    // What is around the columns grows with them.
    for (int i = 0; i < 4; ++i) {
        const UnrolledGeometry places(input);
        const double missing =
            pitch - std::min(places.source_.count > 0 ? places.source_.pitch : pitch,
                             places.steps_.count > 0 ? places.steps_.pitch : pitch);
        if (missing <= 0)
            break;
        const double width =
            std::max(input.viewport.width(), places.captionWidth_ + places.content_.width());
        input.viewport.setWidth(std::ceil(width + missing * columnCount()));
    }
    return input.viewport.width();
}

int UnrolledGeometry::columnCount() const {
    return std::max({input_.source, input_.steps, 1});
}

void UnrolledGeometry::layOutColumns() {
    const UnrolledMetrics &metrics = input_.metrics;
    // Captions may take a quarter of a narrow view, no more.
    if (metrics.captions + 2 * margin <= input_.viewport.width() / 4)
        captionWidth_ = metrics.captions + 2 * margin;
    const double available = std::max(input_.viewport.width() - captionWidth_, 1.0);
    const double whole = std::max(available - 2 * margin, 1.0);
    // The initial state is as wide as any other, with a little room around it.
    const auto lane = [&](double zoom) {
        return std::max(stripWidth(readablePitch(whole) * zoom), leastLane * metrics.text) +
               metrics.text;
    };
    const double room = std::max(whole - lane(1), 1.0);
    const double readable = readablePitch(room);
    const int count = columnCount();
    fitZoom_ = std::min(1.0, room / (readable * count));
    const double zoom = std::max(input_.zoom, fitZoom_);
    initialLane_ = lane(std::max(zoom, 1.0));
    const double width = readable * zoom * count;
    content_.setWidth(std::max(available, width + 2 * margin + initialLane_));
    const auto spread = [&](int n) {
        Columns columns{n, 0, 0};
        if (n > 0) {
            // Where one pans anyway, the shorter of the two sentences may be spread further, so
            // that its columns stay above those of the longer one.
            const double widest = largestPitch() * std::max(zoom, 1.0);
            columns.pitch = std::min(width / n, width > room ? 2 * widest : widest);
            columns.left =
                std::max((content_.width() - columns.pitch * n) / 2, margin + initialLane_);
        }
        return columns;
    };
    source_ = spread(input_.source);
    steps_ = spread(input_.steps);
}

UnrolledGeometry::Labels UnrolledGeometry::labels(const Columns &columns, double label) const {
    const bool whole = smallShare * label + leastPadding + columnGap <= columns.pitch;
    if ((columns.pitch >= 2.6 * input_.metrics.text && (whole || !input_.wholeLabels)) ||
        columns.count == 0)
        return Labels::upright;
    return columns.pitch >= 0.75 * input_.metrics.small ? Labels::turned : Labels::none;
}

double UnrolledGeometry::boxHeight(const Columns &columns, double label) const {
    const double line = std::round(input_.metrics.text * 1.5);
    if (labels(columns, label) != Labels::turned)
        return line;
    return std::round(between(label + boxPadding, line, 5 * input_.metrics.text));
}

double UnrolledGeometry::stripWidth(double pitch) const {
    const double widest = widestStrip * input_.metrics.text * std::max(input_.zoom, 1.0);
    return std::max(1.0, std::floor(between(pitch * 0.32, std::min(pitch * 0.7, 14.0), widest)));
}

QRectF UnrolledGeometry::box(double center, double pitch, double label, const Span &span) const {
    const double gap = std::max(std::min(columnGap, pitch * 0.2), 1.0);
    const double wanted = std::max(label + 2 * boxPadding, input_.metrics.text * 2.5);
    const double width = std::max(1.0, std::floor(std::min(pitch - gap, wanted)));
    return {std::round(center - width / 2), span.top, width, span.height};
}

StripPlace UnrolledGeometry::strip(double center, double pitch, const Span &span,
                                   const StripUnits &units) const {
    const double width = stripWidth(pitch);
    // Cells of whole pixels, all alike: what is left over stays free at both ends.
    const double cell = units.cells > 0 ? std::floor(span.height / units.cells) : 0;
    const double height = cell * units.cells;
    const double top = span.top + std::floor((span.height - height) / 2);
    return {QRectF(std::round(center - width / 2), top, width, height), Qt::Vertical, units};
}

QRectF UnrolledGeometry::sourceBox(int source) const {
    return box(sourceX(source), source_.pitch, input_.metrics.sourceLabel,
               rows_[static_cast<std::size_t>(UnrolledRow::tokens)]);
}

StripPlace UnrolledGeometry::embedding(int source) const {
    return strip(sourceX(source), source_.pitch,
                 rows_[static_cast<std::size_t>(UnrolledRow::embeddings)], embeddingUnits_);
}

StripPlace UnrolledGeometry::forward(int source) const {
    return strip(sourceX(source), source_.pitch,
                 rows_[static_cast<std::size_t>(UnrolledRow::forward)], encoderUnits_);
}

StripPlace UnrolledGeometry::backward(int source) const {
    if (!input_.backward)
        return {};
    return strip(sourceX(source), source_.pitch,
                 rows_[static_cast<std::size_t>(UnrolledRow::backward)], encoderUnits_);
}

QRectF UnrolledGeometry::annotation(int source) const {
    const Span &top = rows_[static_cast<std::size_t>(UnrolledRow::backward)];
    const Span &bottom = rows_[static_cast<std::size_t>(UnrolledRow::forward)];
    const double side = std::min(framePadding, source_.pitch * 0.1);
    const double width = stripWidth(source_.pitch) + 2 * side;
    return {std::round(sourceX(source) - width / 2), top.top - framePadding, width,
            bottom.top + bottom.height - top.top + 2 * framePadding};
}

QRectF UnrolledGeometry::number(int source) const {
    const double width = std::min(input_.metrics.number, source_.pitch);
    return {sourceX(source) - width / 2, numbers_.top, width, numbers_.height};
}

/// The length of a context, at most.
double UnrolledGeometry::contextLength() const {
    const double wanted = 7 * input_.metrics.text * std::max(input_.zoom, 1.0);
    return std::min(wanted, std::max(content_.width() - margin - columnsLeft(), 1.0));
}

StripPlace UnrolledGeometry::context(int step) const {
    const Span &span = rows_[static_cast<std::size_t>(UnrolledRow::context)];
    const StripUnits &units = contextUnits_;
    const double cell = units.cells > 0 ? std::floor(contextLength() / units.cells) : 0;
    const double width = cell * units.cells;
    const double first = columnsLeft();
    double left =
        between(stepX(step) - width / 2, first, std::max(first, content_.width() - margin - width));
    // Where the label has room on neither side, both stand beside each other as far to the right as
    // they can.
    const double label = input_.metrics.contextLabel + margin;
    if (left + width + label > content_.width() && left < first + label)
        left = std::max(content_.width() - width - label, first);
    return {QRectF(std::floor(left), span.top, width, span.height), Qt::Horizontal, units};
}

QRectF UnrolledGeometry::contextLabel(int step) const {
    const QRectF strip = context(step).rect;
    const double width = input_.metrics.contextLabel;
    if (strip.right() + margin + width <= content_.width())
        return {strip.right() + margin, strip.top(), width, strip.height()};
    if (strip.left() >= columnsLeft() + margin + width)
        return {strip.left() - margin - width, strip.top(), width, strip.height()};
    return {};
}

StripPlace UnrolledGeometry::state(int step) const {
    return strip(stepX(step), steps_.pitch, rows_[static_cast<std::size_t>(UnrolledRow::states)],
                 stateUnits_);
}

QRectF UnrolledGeometry::stateLabel(int step) const {
    const double width = std::min(input_.metrics.number, steps_.pitch);
    return {stepX(step) - width / 2, stateLabels_.top, width, stateLabels_.height};
}

QRectF UnrolledGeometry::wordBox(int step) const {
    return box(stepX(step), steps_.pitch, input_.metrics.targetLabel,
               rows_[static_cast<std::size_t>(UnrolledRow::words)]);
}

QRectF UnrolledGeometry::wordBefore(int step) const {
    if (before_ <= 0 || stepLabels() != Labels::upright)
        return {};
    const QRectF box = wordBox(step);
    return {stepX(step) - steps_.pitch / 2, box.top() - before_ - 1, steps_.pitch, before_};
}

std::pair<int, int> UnrolledGeometry::visibleSources(double left, double right) const {
    return source_.touching(left, right);
}

std::pair<int, int> UnrolledGeometry::visibleSteps(double left, double right) const {
    return steps_.touching(left, right);
}

Selection UnrolledGeometry::hit(const QPointF &point, int step) const {
    const StripPlace before = initial();
    if (const int cell = before.cellAt(point); cell >= 0)
        return {.strip = Vector::initialState, .unit = before.units.unit(cell)};
    const Selection found = hitStep(point, step);
    return found.empty() ? hitSource(point, step) : found;
}

Selection UnrolledGeometry::hitSource(const QPointF &point, int step) const {
    const int source = source_.at(point.x());
    if (source < 0)
        return {};
    if (sourceBox(source).contains(point))
        return {.source = source};
    if (step >= 0 && number(source).contains(point))
        return {.source = source, .step = step};
    const auto unit = [&](const StripPlace &place, Vector strip) -> Selection {
        const int cell = place.cellAt(point);
        if (cell < 0)
            return {};
        return {.source = source, .strip = strip, .unit = place.units.unit(cell)};
    };
    for (const auto &[place, strip] : {std::pair{embedding(source), Vector::embedding},
                                       std::pair{forward(source), Vector::forwardState},
                                       std::pair{backward(source), Vector::backwardState}}) {
        Selection found = unit(place, strip);
        if (!found.empty())
            return found;
    }
    return annotation(source).contains(point) ? Selection{.source = source} : Selection{};
}

Selection UnrolledGeometry::hitStep(const QPointF &point, int step) const {
    if (step >= 0 && step < input_.steps) {
        const StripPlace place = context(step);
        const int cell = place.cellAt(point);
        if (cell >= 0)
            return {.step = step, .strip = Vector::context, .unit = place.units.unit(cell)};
    }
    const int column = steps_.at(point.x());
    if (column < 0)
        return {};
    if (wordBox(column).contains(point) || stateLabel(column).contains(point))
        return {.step = column};
    const StripPlace place = state(column);
    const int cell = place.cellAt(point);
    if (cell < 0)
        return {};
    return {.step = column, .strip = Vector::decoderState, .unit = place.units.unit(cell)};
}

}  // namespace widgets
