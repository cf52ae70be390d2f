// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of the unrolled view: how high they are, their captions, and the legend among those.
#include <algorithm>
#include <cmath>

#include "widgets/unrolled/geometry.h"
#include "widgets/unrolled/geometry_parts.h"

namespace widgets {
namespace {

constexpr double cellLength = 4;      // least length of a cell of a strip: still seen, still hit
constexpr double largestCell = 12;    // of a strip: beyond that, more height shows nothing more
constexpr double highestLinks = 40;   // in lines of text
constexpr double highestLookup = 7;   // the same
constexpr double captionMargin = 12;  // between a caption and the columns
constexpr int legendShades = 25;

/// The least height, at zoom 1, of a row with a height of its own, and its share of what is left.
struct Stretch {
    UnrolledRow row;
    double share;
    double least;
};
constexpr std::array<Stretch, 6> stretches{{
    {UnrolledRow::states, 1.4, 28},
    {UnrolledRow::links, 2.6, 44},
    {UnrolledRow::backward, 1.0, 22},
    {UnrolledRow::forward, 1.0, 22},
    {UnrolledRow::embeddings, 1.0, 22},
    {UnrolledRow::lookup, 0.4, 14},
}};

}  // namespace

double UnrolledGeometry::labelHeight() const {
    return std::ceil(input_.metrics.small) + 2;
}

/// The height at zoom 1 from which on a row would show nothing more.
double UnrolledGeometry::largestHeight(UnrolledRow row) const {
    switch (row) {
        case UnrolledRow::links:
            return highestLinks * input_.metrics.text;
        case UnrolledRow::lookup:
            return highestLookup * input_.metrics.text;
        case UnrolledRow::states:
            return largestCell * input_.decoder;
        case UnrolledRow::embeddings:
            return largestCell * input_.embedding;
        default:
            return largestCell * input_.encoder;
    }
}

/// Shares `room` among the rows with a height of their own: each has its least height, and of the
/// rest what its share is, until it is as high as it may be.
void UnrolledGeometry::stretch(double room, RowHeights &heights) const {
    const double scale = input_.metrics.text / usualText;
    std::vector<const Stretch *> growing;
    for (const Stretch &one : stretches) {
        if (one.row == UnrolledRow::backward && !input_.backward)
            continue;
        heights.of(one.row) = one.least * scale;
        room -= one.least * scale;
        growing.push_back(&one);
    }
    while (room >= 1 && !growing.empty()) {
        double shares = 0;
        for (const Stretch *one : growing)
            shares += one->share;
        const double unit = room / shares;
        room = 0;
        std::erase_if(growing, [&](const Stretch *one) {
            double &height = heights.of(one->row);
            const double wanted = height + unit * one->share;
            height = std::min(wanted, std::max(height, largestHeight(one->row)));
            room += wanted - height;
            return height < wanted;
        });
    }
}

UnrolledGeometry::RowHeights UnrolledGeometry::rowHeights() const {
    const UnrolledMetrics &metrics = input_.metrics;
    RowHeights heights;
    heights.of(UnrolledRow::words) = boxHeight(steps_, metrics.targetLabel);
    heights.of(UnrolledRow::tokens) = boxHeight(source_, metrics.sourceLabel);
    heights.of(UnrolledRow::context) = std::round(metrics.text * 1.1);
    heights.of(UnrolledRow::readout) = labelHeight();
    heights.total = 2 * margin + endsHeight() + 2 * labelHeight() + 4 * framePadding;
    for (const UnrolledRow row :
         {UnrolledRow::words, UnrolledRow::readout, UnrolledRow::context, UnrolledRow::tokens})
        heights.total += heights.of(row);
    double least = 0;
    for (const Stretch &one : stretches)
        least += one.least * metrics.text / usualText;
    // Where it is low, the rows stand closer.
    const int gaps = input_.backward ? 5 : 4;
    heights.gap = 2 * std::round(metrics.text * 0.375);
    if (heights.total + gaps * heights.gap + least > input_.viewport.height())
        heights.gap = 2 * std::round(metrics.text * 0.25);
    heights.total += gaps * heights.gap;
    // Only where nothing has to be scrolled to for it.
    if (heights.total + least + input_.before <= input_.viewport.height())
        heights.before = input_.before;
    heights.total += heights.before;
    stretch(input_.viewport.height() - heights.total, heights);
    const double zoom = std::max(input_.zoom, 1.0);
    for (const Stretch &one : stretches) {
        heights.of(one.row) = std::floor(heights.of(one.row) * zoom);
        heights.total += heights.of(one.row);
    }
    return heights;
}

double UnrolledGeometry::endsHeight() const {
    return std::round(input_.metrics.text * 0.5);
}

void UnrolledGeometry::layOutRows() {
    RowHeights heights = rowHeights();
    content_.setHeight(std::max(heights.total, input_.viewport.height()));
    const double gap = heights.gap;
    before_ = heights.before;
    double y = margin + before_ + std::floor((content_.height() - heights.total) / 2);
    const auto put = [&](double height, double after) {
        const Span span{y, height};
        y += height + after;
        return span;
    };
    const auto place = [&](UnrolledRow row, double after) {
        rows_[static_cast<std::size_t>(row)] = put(heights.of(row), after);
    };
    place(UnrolledRow::words, gap / 2);
    place(UnrolledRow::readout, gap / 2);
    place(UnrolledRow::states, 0);
    stateLabels_ = put(labelHeight(), gap);
    place(UnrolledRow::context, 0);
    place(UnrolledRow::links, 0);
    numbers_ = put(labelHeight(), 0);
    ends_ = put(endsHeight(), 2 * framePadding);
    place(UnrolledRow::backward, input_.backward ? gap : 0);
    place(UnrolledRow::forward, framePadding + gap);
    place(UnrolledRow::embeddings, gap / 2);
    place(UnrolledRow::lookup, gap / 2);
    place(UnrolledRow::tokens, 0);
    embeddingUnits_ = stripUnits(input_.embedding, heights.of(UnrolledRow::embeddings), cellLength);
    encoderUnits_ = stripUnits(input_.encoder, heights.of(UnrolledRow::forward), cellLength);
    stateUnits_ = stripUnits(input_.decoder, heights.of(UnrolledRow::states), cellLength);
    contextUnits_ = stripUnits(input_.annotation, contextLength(), cellLength);
}

QRectF UnrolledGeometry::row(UnrolledRow row) const {
    const Span &span = rows_[static_cast<std::size_t>(row)];
    return {0, span.top, content_.width(), span.height};
}

// --- Captions -------------------------------------------------------------------------------

QRectF UnrolledGeometry::caption(UnrolledRow row) const {
    const UnrolledMetrics &metrics = input_.metrics;
    const double height = metrics.text + metrics.small;
    double top = this->row(row).center().y() - height / 2;
    // That of the links, which are high, leaves the legend room where that is possible.
    if (row == UnrolledRow::links)
        top = std::max(std::min(top, legendTop() - metrics.small / 2 - height),
                       caption(UnrolledRow::context).bottom() + std::round(metrics.small / 4));
    return {0, top, std::max(captionWidth_ - captionMargin, 0.0), height};
}

double UnrolledGeometry::legendTop() const {
    const UnrolledMetrics &metrics = input_.metrics;
    const QRectF below = caption(input_.backward ? UnrolledRow::backward : UnrolledRow::forward);
    const double bottom = std::min(ends_.top + ends_.height, below.top() - metrics.small / 2);
    return std::floor(bottom - (1 + unrolledLegendLines) * metrics.small);
}

QRectF UnrolledGeometry::legend() const {
    const UnrolledMetrics &metrics = input_.metrics;
    const QRectF above = caption(UnrolledRow::links);
    if (metrics.legend > above.width() || legendTop() < above.bottom() + metrics.small / 2)
        return {};
    return {above.right() - metrics.legend, legendTop(), metrics.legend,
            (1 + unrolledLegendLines) * metrics.small};
}

StripPlace UnrolledGeometry::legendBar() const {
    const UnrolledMetrics &metrics = input_.metrics;
    const QRectF place = legend();
    // Shades of whole pixels, all alike, between the signs of their ends.
    const double room = std::max(place.width() - 2 * metrics.small, 0.0);
    const double width = legendShades * std::floor(room / legendShades);
    const double height = std::round(metrics.small * 0.5);
    return {QRectF(place.right() - metrics.small - width,
                   place.top() + std::floor((metrics.small - height) / 2), width, height),
            Qt::Horizontal,
            {legendShades, legendShades}};
}

QRectF UnrolledGeometry::legendLine(int line) const {
    const QRectF place = legend();
    const double height = input_.metrics.small;
    return {place.left(), place.top() + (1 + line) * height, place.width(), height};
}

}  // namespace widgets
