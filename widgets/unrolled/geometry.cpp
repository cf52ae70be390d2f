// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/unrolled/geometry.h"
#include "widgets/viewpoint/vectors.h"

#include <algorithm>
#include <cmath>

namespace widgets {
namespace {

constexpr double cellLength = 4;  // minimum length of a cell of a strip: still visible, still hit
constexpr double margin = 10;     // around the picture
constexpr double boxPadding = 9;  // left and right of a label in its box
constexpr double columnGap = 8;   // between boxes
constexpr double squeeze = 12;  // of the padding of a box, given up where that lets all columns fit
constexpr double captionMargin = 12;  // between a caption and the columns
constexpr double legendBarHeight = 5;
constexpr double legendGap = 3;  // between its colours and their numbers
constexpr int legendShades = 25;
constexpr double framePadding = 4;  // between the frame of an annotation and its strips

/// What a row with a height of its own takes of the height that is left, its least and its largest
/// height at zoom 1 in a view of the usual height.
struct Stretch {
    UnrolledRow row;
    double share;
    double least;
    double most;
};
constexpr std::array<Stretch, 5> stretches{{
    {UnrolledRow::states, 1.4, 32, 128},
    {UnrolledRow::links, 2.6, 56, 260},
    {UnrolledRow::backward, 1.0, 24, 96},
    {UnrolledRow::forward, 1.0, 24, 96},
    {UnrolledRow::embeddings, 1.0, 24, 96},
}};

constexpr double usualHeight = 900;  // at which each row has about its largest height

double between(double value, double least, double most) {
    return std::max(least, std::min(value, most));
}

/// How much larger than usual the picture may get, so that it fills a large screen.
double growth(const QSizeF &viewport) {
    return std::max(viewport.height() / usualHeight, 1.0);
}

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

void UnrolledGeometry::layOutColumns() {
    const UnrolledMetrics &metrics = input_.metrics;
    // Captions may take a quarter of a narrow view, no more.
    if (metrics.captions + 2 * margin <= input_.viewport.width() / 4)
        captionWidth_ = metrics.captions + 2 * margin;
    const double available = std::max(input_.viewport.width() - captionWidth_, 1.0);
    const double label = std::max(metrics.sourceLabel, metrics.targetLabel) + 2 * boxPadding;
    // Longer labels are elided sooner than the picture gets wider than boxes of 4 letters.
    const double box = std::min(label, 4.5 * metrics.text);
    const double least = std::max(metrics.number, box) + columnGap;
    const double most = std::max(8 * metrics.text, label + 2 * columnGap) * growth(input_.viewport);
    const int count = std::max({input_.source, input_.steps, 1});
    const double room = std::max(available - 2 * margin, 1.0);
    const double fitting = room / count;
    // Better a little close than panned by the width of a letter.
    const double closest = std::max(metrics.number, box - squeeze) + columnGap;
    const double readable = fitting < closest ? least : std::min(fitting, most);
    fitZoom_ = std::min(1.0, room / (readable * count));
    const double zoom = std::max(input_.zoom, fitZoom_);
    const double width = readable * zoom * count;
    content_.setWidth(std::max(available, width + 2 * margin));
    const auto spread = [&](int n) {
        Columns columns{n, 0, 0};
        if (n > 0) {
            // Where one pans anyway, the shorter of the two sentences may be spread further, so
            // that its columns stay above those of the longer one.
            const double widest = most * std::max(zoom, 1.0);
            columns.pitch = std::min(width / n, width > room ? 4 * widest : widest);
            columns.left = (content_.width() - columns.pitch * n) / 2;
        }
        return columns;
    };
    source_ = spread(input_.source);
    steps_ = spread(input_.steps);
}

UnrolledGeometry::Labels UnrolledGeometry::labels(const Columns &columns) const {
    if (columns.pitch >= 2.6 * input_.metrics.text || columns.count == 0)
        return Labels::upright;
    return columns.pitch >= 0.75 * input_.metrics.small ? Labels::turned : Labels::none;
}

double UnrolledGeometry::boxHeight(const Columns &columns, double label) const {
    const double line = std::round(input_.metrics.text * 1.5);
    if (labels(columns) != Labels::turned)
        return line;
    return std::round(between(label + boxPadding, line, 5 * input_.metrics.text));
}

double UnrolledGeometry::labelHeight() const {
    return std::ceil(input_.metrics.small) + 2;
}

UnrolledGeometry::RowHeights UnrolledGeometry::rowHeights() const {
    const UnrolledMetrics &metrics = input_.metrics;
    RowHeights heights;
    heights.of(UnrolledRow::words) = boxHeight(steps_, metrics.targetLabel);
    heights.of(UnrolledRow::tokens) = boxHeight(source_, metrics.sourceLabel);
    heights.of(UnrolledRow::context) = std::round(metrics.text * 1.1);
    const double gap = std::round(metrics.text * 0.75);
    const double above = (input_.backward ? 5 : 4) * gap + 4 * framePadding;
    heights.total = 2 * margin + heights.of(UnrolledRow::words) + heights.of(UnrolledRow::tokens) +
                    heights.of(UnrolledRow::context) + 2 * labelHeight() + above;
    const auto shown = [this](const Stretch &stretch) {
        return stretch.row != UnrolledRow::backward || input_.backward;
    };
    double shares = 0;
    for (const Stretch &stretch : stretches)
        shares += shown(stretch) ? stretch.share : 0;
    const double unit = std::max(input_.viewport.height() - heights.total, 0.0) / shares;
    const double zoom = std::max(input_.zoom, 1.0);
    for (const Stretch &stretch : stretches) {
        const double most = stretch.most * growth(input_.viewport);
        const double height = between(unit * stretch.share, stretch.least, most);
        heights.of(stretch.row) = shown(stretch) ? std::floor(height * zoom) : 0;
        heights.total += heights.of(stretch.row);
    }
    return heights;
}

void UnrolledGeometry::layOutRows() {
    RowHeights heights = rowHeights();
    content_.setHeight(std::max(heights.total, input_.viewport.height()));
    const double gap = std::round(input_.metrics.text * 0.75);
    const double label = labelHeight();
    double y = margin + std::floor((content_.height() - heights.total) / 2);
    const auto place = [&](UnrolledRow row, double after) {
        const double height = heights.of(row);
        rows_[static_cast<std::size_t>(row)] = {y, height};
        y += height + after;
    };
    place(UnrolledRow::words, gap);
    place(UnrolledRow::states, 0);
    stateLabels_ = {y, label};
    y += label + gap;
    place(UnrolledRow::context, 0);
    place(UnrolledRow::links, 0);
    numbers_ = {y, label};
    y += label + 2 * framePadding;
    place(UnrolledRow::backward, input_.backward ? gap : 0);
    place(UnrolledRow::forward, framePadding + gap);
    place(UnrolledRow::embeddings, gap);
    place(UnrolledRow::tokens, 0);
    embeddingUnits_ = stripUnits(input_.embedding, heights.of(UnrolledRow::embeddings), cellLength);
    encoderUnits_ = stripUnits(input_.encoder, heights.of(UnrolledRow::forward), cellLength);
    stateUnits_ = stripUnits(input_.decoder, heights.of(UnrolledRow::states), cellLength);
}

QRectF UnrolledGeometry::row(UnrolledRow row) const {
    const Span &span = rows_[static_cast<std::size_t>(row)];
    return {0, span.top, content_.width(), span.height};
}

QRectF UnrolledGeometry::caption(UnrolledRow row) const {
    const UnrolledMetrics &metrics = input_.metrics;
    const double height = metrics.text + metrics.small;
    return {0, this->row(row).center().y() - height / 2,
            std::max(captionWidth_ - captionMargin, 0.0), height};
}

QRectF UnrolledGeometry::legend() const {
    const UnrolledMetrics &metrics = input_.metrics;
    const QRectF above = caption(UnrolledRow::links);
    const QRectF below = caption(input_.backward ? UnrolledRow::backward : UnrolledRow::forward);
    const double gap = metrics.small / 2;
    const double height = legendBarHeight + legendGap + 2 * metrics.small;
    const double bottom = std::min(numbers_.top + numbers_.height, below.top() - gap);
    if (metrics.legend > above.width() || bottom - height < above.bottom() + gap)
        return {};
    return {above.right() - metrics.legend, std::floor(bottom - height), metrics.legend, height};
}

StripPlace UnrolledGeometry::legendBar() const {
    const QRectF place = legend();
    // Shades of whole pixels, all alike.
    const double width = legendShades * std::floor(place.width() / legendShades);
    return {QRectF(place.right() - width, place.top(), width, legendBarHeight),
            Qt::Horizontal,
            {legendShades, legendShades}};
}

double UnrolledGeometry::stripWidth(double pitch) const {
    const double widest = 26 * std::max(input_.zoom, 1.0) * growth(input_.viewport);
    return std::max(1.0, std::floor(between(pitch * 0.32, std::min(pitch * 0.7, 14.0), widest)));
}

QRectF UnrolledGeometry::box(double center, double pitch, double label, const Span &span) const {
    const double gap = std::min(columnGap, pitch * 0.2);
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

StripPlace UnrolledGeometry::context(int step) const {
    const Span &span = rows_[static_cast<std::size_t>(UnrolledRow::context)];
    const double wanted = 7 * input_.metrics.text * std::max(input_.zoom, 1.0);
    const double room = std::max(content_.width() - 2 * margin, 1.0);
    const StripUnits units = stripUnits(input_.annotation, std::min(wanted, room), cellLength);
    const double cell = units.cells > 0 ? std::floor(std::min(wanted, room) / units.cells) : 0;
    const double width = cell * units.cells;
    double left = between(stepX(step) - width / 2, margin,
                          std::max(margin, content_.width() - margin - width));
    // Where the label has room on neither side, both stand beside each other as far to the right as
    // they can.
    const double label = input_.metrics.contextLabel + margin;
    if (left + width + label > content_.width() && left < label)
        left = std::max(content_.width() - width - label, 0.0);
    return {QRectF(std::floor(left), span.top, width, span.height), Qt::Horizontal, units};
}

QRectF UnrolledGeometry::contextLabel(int step) const {
    const QRectF strip = context(step).rect;
    const double width = input_.metrics.contextLabel;
    if (strip.right() + margin + width <= content_.width())
        return {strip.right() + margin, strip.top(), width, strip.height()};
    if (strip.left() >= margin + width)
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

std::pair<int, int> UnrolledGeometry::visibleSources(double left, double right) const {
    return source_.touching(left, right);
}

std::pair<int, int> UnrolledGeometry::visibleSteps(double left, double right) const {
    return steps_.touching(left, right);
}

Selection UnrolledGeometry::hit(const QPointF &point, int step) const {
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
