// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/context/geometry.h"

#include <algorithm>
#include <cmath>

namespace widgets {
namespace {

constexpr double smallestCell = 2;    // width of a unit in pixels
constexpr double narrowestStrip = 4;  // lines of text
constexpr double wordShare = 0.22;    // of the width, at most
constexpr double roomForBars = 27;    // lines of text: the width from which weights have bars
constexpr double rowLines = 1.45;
constexpr double sumLines = 1.9;
constexpr double captionLines = 1.35;

}  // namespace

QRectF ContextLayout::rowRect(int row) const {
    if (row >= rows.count)
        return sum;
    return {word.left, rows.top(row), distance.right - word.left, rows.rowHeight};
}

QRectF ContextLayout::stripRect(int row) const {
    const QRectF whole = rowRect(row);
    const double inset =
        row >= rows.count ? std::round(lineHeight * 0.25) : std::round(lineHeight * 0.12);
    return {strip.left, whole.top() + inset, strip.width(), whole.height() - 2 * inset};
}

QRectF ContextLayout::cellRect(int row, int cell) const {
    const QRectF whole = stripRect(row);
    const double from = std::floor(whole.width() * cell / units.cells);
    const double to = std::floor(whole.width() * (cell + 1) / units.cells);
    return {whole.left() + from, whole.top(), to - from, whole.height()};
}

int ContextLayout::rowAt(double y) const {
    if (y >= sum.top() && y < sum.bottom())
        return rows.count;
    return rows.rowAt(y);
}

int ContextLayout::cellAt(double x) const {
    if (units.cells <= 0 || !strip.contains(x))
        return -1;
    const double at = std::floor(x) - strip.left;
    int cell = std::clamp(static_cast<int>(at * units.cells / strip.width()), 0, units.cells - 1);
    // Cells begin at whole pixels: the division may be off by one.
    while (cell + 1 < units.cells && cellRect(rows.count, cell + 1).left() <= at + strip.left)
        ++cell;
    return cell;
}

namespace {

/// Title, headings, caption and where the columns begin and end.
void layOutColumns(const ContextInput &input, ContextLayout &layout) {
    const double line = input.measure.height;
    const double width = input.size.width();
    const double pad = std::round(line * 0.5);
    const double gap = std::round(line * 0.6);
    layout.title = QRectF(pad, std::round(line * 0.2), width - 2 * pad, std::ceil(line * 1.2));
    const double barWidth = std::min(line * 5, width * 0.2);
    const double number = input.measure.width(QStringLiteral("−0.00")) + pad / 2;
    layout.bar = QRectF(width - pad - number - barWidth, layout.title.center().y() - line * 0.3,
                        barWidth, line * 0.6);
    layout.title.setRight(layout.bar.left() - line * 3.4);  // the bar's first number is between
    layout.headings = QRectF(pad, layout.title.bottom(), width - 2 * pad, std::ceil(line * 1.2));
    const double more = input.hintWidth > width - 2 * pad ? line : 0;
    const double caption = input.captioned ? std::ceil(line * captionLines + more) : 0;
    layout.caption = QRectF(pad, input.size.height() - caption, width - 2 * pad, caption);

    double words = input.measure.width(QStringLiteral("c₁₀"));
    for (const QString &word : input.words)
        words = std::max(words, input.measure.width(word));
    layout.word = {pad, pad + std::ceil(std::min(words, width * wordShare))};
    const double bars = width >= roomForBars * line ? line * 3.5 : 0;
    layout.weightBar = {layout.word.right + gap, layout.word.right + gap + bars};
    const double weights = std::ceil(std::max(input.measure.width(QStringLiteral("0.000")),
                                              input.measure.width(QStringLiteral("<.001"))));
    layout.weightNumber = {layout.weightBar.right + (bars > 0 ? pad / 2 : 0),
                           layout.weightBar.right + (bars > 0 ? pad / 2 : 0) + weights};
    const double distances = std::ceil(std::max(input.measure.width(QStringLiteral("00.00")),
                                                input.measure.width(QStringLiteral("‖c−h‖"))));
    const double cosines = std::ceil(std::max(input.measure.width(QStringLiteral("−0.00")),
                                              input.measure.width(QStringLiteral("cos"))));
    layout.distance = {width - pad - distances, width - pad};
    layout.cosine = {layout.distance.left - gap - cosines, layout.distance.left - gap};
    layout.strip = {std::ceil(layout.weightNumber.right + gap),
                    std::floor(layout.cosine.left - gap)};
    // In a narrow panel the units come first: the inspector has the other numbers, too.
    if (layout.strip.width() < narrowestStrip * line) {
        layout.cosine = layout.distance = {width - pad, width - pad};
        layout.strip.right = std::floor(width - pad);
    }
}

/// Whole rows only, and the sum right below them.
void layOutRows(const ContextInput &input, ContextLayout &layout) {
    const double line = layout.lineHeight;
    const double sumTop = layout.caption.top() - std::ceil(line * sumLines);
    layout.sum =
        QRectF(layout.caption.left(), sumTop, layout.caption.width(), std::ceil(line * sumLines));
    layout.rows = {.count = static_cast<int>(input.words.size()),
                   .rowHeight = std::ceil(line * rowLines),
                   .header = layout.headings.bottom(),
                   .footer = input.size.height() - layout.sum.top(),
                   .height = input.size.height(),
                   .scroll = 0};
    const double fitting = std::floor(layout.rows.viewHeight() / layout.rows.rowHeight);
    const double shown = std::min<double>(fitting, layout.rows.count);
    layout.sum.moveTop(layout.headings.bottom() + shown * layout.rows.rowHeight);
    layout.rows.footer = input.size.height() - layout.sum.top();
    layout.rows.scroll = layout.rows.snapped(input.scroll);
}

}  // namespace

double wholeHeight(const ContextLayout &layout) {
    return layout.headings.bottom() + layout.rows.count * layout.rows.rowHeight +
           layout.sum.height() + layout.caption.height();
}

ContextLayout layoutContext(const ContextInput &input) {
    ContextLayout layout;
    layout.lineHeight = input.measure.height;
    layOutColumns(input, layout);
    layOutRows(input, layout);
    if (layout.strip.width() >= narrowestStrip * layout.lineHeight &&
        layout.rows.viewHeight() >= layout.rows.rowHeight)
        layout.units = unitCells(input.units, input.window, layout.strip.width(), smallestCell);
    return layout;
}

}  // namespace widgets
