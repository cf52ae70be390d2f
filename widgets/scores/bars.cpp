// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/scores/bars.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <algorithm>
#include <cmath>
#include <utility>

#include "widgets/drawing/label.h"
#include "widgets/drawing/rows.h"
#include "widgets/panel/tool_tip.h"
#include "widgets/text/numbers.h"

namespace widgets {
namespace {

constexpr double shortestBars = 3.5;  // lines; a column of numbers may not make them shorter
constexpr int smallestText = 9;       // pixels: what can just be read
constexpr int manyRows = 12;          // enough to be seen at a time where one scrolls anyway

double rowHeightIn(const QFont &font) {
    return std::ceil(QFontMetricsF(font).height() * 1.15);
}

}  // namespace

ScoresBars::ScoresBars(QWidget *parent) : QWidget(parent) {
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    fitRows();
}

void ScoresBars::setContent(ScoresContent content) {
    const bool sameRows = content.rows == content_.rows && content.footed == content_.footed;
    content_ = std::move(content);
    if (!sameRows)
        fitRows();
    measureColumns();
    update();
}

void ScoresBars::setScroll(double pixels) {
    scroll_ = pixels;
    update();
}

Rows ScoresBars::rows() const {
    const double line = fontMetrics().height();
    Rows rows;
    rows.count = content_.rows;
    rows.rowHeight = rowHeight_;
    rows.header = std::ceil(line * 1.5);
    rows.footer = content_.footed ? std::ceil(line * 1.5) : 0;
    rows.height = height();
    rows.scroll = rows.snapped(scroll_);
    return rows;
}

int ScoresBars::wholeHeight() const {
    const Rows rows = this->rows();
    return static_cast<int>(
        std::ceil(rows.header + rows.count * rowHeightIn(font()) + rows.footer));
}

/// Chooses the largest size in which all rows are seen or, where none is small enough, the largest
/// in which many are, down to the smallest that can be read.
void ScoresBars::fitRows() {
    rowFont_ = font();
    rowHeight_ = rowHeightIn(rowFont_);
    const Rows rows = this->rows();
    const double room = rows.height - rows.header - rows.footer;
    const int usual = QFontInfo(font()).pixelSize();
    const auto seenIn = [&](int pixels) {
        QFont font = rowFont_;
        font.setPixelSize(pixels);
        return room / std::ceil(QFontMetricsF(font).height());
    };
    if (rows.count * rowHeight_ <= room || usual <= smallestText)
        return;
    const double wanted = seenIn(smallestText) >= rows.count ? rows.count : manyRows;
    if (room / rowHeight_ >= wanted)
        return;
    int pixels = usual - 1;
    while (pixels > smallestText && seenIn(pixels) < wanted)
        --pixels;
    rowFont_.setPixelSize(pixels);
    rowHeight_ = std::ceil(QFontMetricsF(rowFont_).height());
    // What is left over stands between the rows.
    if (rows.count * rowHeight_ < room)
        rowHeight_ = std::min(rowHeightIn(font()), std::floor(room / rows.count));
}

/// The heading of the column of numbers is longer than they are.
QFont ScoresBars::columnFont() const {
    return smallFont(font());
}

QSize ScoresBars::minimumSizeHint() const {
    const int line = fontMetrics().height();
    return {line * 7, line * 6};
}

void ScoresBars::measureColumns() {
    const QFontMetricsF metrics(fontMetrics());
    // A marked word is bold: none may be wider than what was measured.
    QFont bold = rowFont_;
    bold.setBold(true);
    const double pad = std::round(metrics.height() * 0.5);
    double label = 0;
    for (const QString &text : content_.labels)
        label = std::max(label, labelWidth(bold, text));
    const auto digits = [this](double value) {  // with the narrow minus: the sign's room is the "+"
        return widgets::numberText(value, {.decimals = content_.decimals}).replace(u'−', u'-');
    };
    double number = 0;
    for (const double value : {content_.range.low, content_.range.high})
        number = std::max(number, labelWidth(rowFont_, digits(value)));
    number += labelWidth(rowFont_, QStringLiteral("+"));
    columns_.labelRight = content_.labels.isEmpty() ? 0 : pad + std::min(label, width() * 0.4);
    columns_.barLeft = columns_.labelRight + pad;
    columns_.numberRight = width() - pad;
    columns_.barRight = columns_.numberRight - number - pad;
    columns_.columnRight = 0;
    double column = 0;
    for (const QString &text : content_.columnWidest)
        column = std::max(column, labelWidth(columnFont(), text));
    const double left = columns_.barLeft + column + pad;
    if (!content_.columnTitle.isEmpty() &&
        columns_.barRight - left > shortestBars * metrics.height()) {
        columns_.columnRight = columns_.barLeft + column;
        columns_.barLeft = left;
    }
    columns_.barRight = std::max(columns_.barLeft, columns_.barRight);
}

QRectF ScoresBars::barFrom(float value, int row) const {
    const Rows rows = this->rows();
    const Bar bar = barFor(static_cast<double>(value) * content_.progress, content_.range,
                           columns_.barLeft, columns_.barRight);
    const double inset = std::round(rows.rowHeight * 0.15);
    return {bar.left, rows.top(row) + inset, bar.right - bar.left, rows.rowHeight - 2 * inset};
}

QRectF ScoresBars::barRect(int row) const {
    const bool any = row < static_cast<int>(content_.values.size());
    return barFrom(any ? content_.values[static_cast<std::size_t>(row)] : 0.0F, row);
}

QRectF ScoresBars::outlineRect(int row) const {
    if (content_.progress < 1 || row >= static_cast<int>(content_.outlines.size()))
        return {};
    return barFrom(content_.outlines[static_cast<std::size_t>(row)], row);
}

QString ScoresBars::numberText(int row) const {
    if (content_.progress < 1 || row >= static_cast<int>(content_.values.size()))
        return {};
    const double value = static_cast<double>(content_.values[static_cast<std::size_t>(row)]);
    if (content_.share)
        return shareText(value);
    return widgets::numberText(value,
                               {.decimals = content_.decimals,
                                .sign = content_.sign ? NumberSign::always : NumberSign::negative});
}

void ScoresBars::paintHeader(QPainter &painter, const Theme &theme) const {
    const Rows rows = this->rows();
    QFont bold = font();
    bold.setBold(true);
    painter.setFont(bold);
    const QFontMetricsF metrics(bold);
    const QColor usual = content_.attention ? theme.role(Role::attention) : theme.mutedText;
    painter.setPen(content_.whatIf ? theme.emphasis : usual);
    const double room = columns_.numberRight - columns_.barLeft;
    painter.drawText(QRectF(columns_.barLeft, 0, room, rows.header), Qt::AlignVCenter,
                     metrics.elidedText(content_.title, Qt::ElideRight, room));
    if (columnShown()) {
        painter.setFont(columnFont());
        painter.setPen(theme.mutedText);
        painter.drawText(QRectF(0, 0, columns_.columnRight, rows.header),
                         Qt::AlignVCenter | Qt::AlignRight, content_.columnTitle);
        painter.setFont(bold);
        painter.setPen(usual);
    }
    if (content_.progress < 1 || content_.footer.isEmpty() || !content_.footed)
        return;
    painter.drawText(QRectF(columns_.barLeft, height() - rows.footer, room, rows.footer),
                     Qt::AlignVCenter | Qt::AlignRight,
                     metrics.elidedText(content_.footer, Qt::ElideRight, room));
}

void ScoresBars::paintRow(QPainter &painter, int row, const Theme &theme) const {
    const Rows rows = this->rows();
    const QRectF line(0, rows.top(row), width(), rows.rowHeight);
    const bool marked = row == content_.marked;
    if (marked)
        painter.fillRect(line, theme.fill(Role::source));
    QFont used = rowFont_;
    used.setBold(marked);
    painter.setFont(used);
    const QFontMetricsF metrics(used);
    if (row < content_.labels.size()) {
        const double left = columns_.labelRight * 0.05;
        const QRectF place(left, line.top(), columns_.labelRight - left, line.height());
        painter.setPen(theme.role(Role::source));
        drawLabel(painter, place, Qt::AlignRight | Qt::AlignVCenter,
                  elidedLabel(used, content_.labels[row], place.width()));
    }
    const QRectF bar = barRect(row);
    if (content_.progress <= 0) {
        painter.setPen(theme.pen(theme.pending, 1, Qt::DotLine));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(QRectF(columns_.barLeft, bar.top(),
                                (columns_.barRight - columns_.barLeft) * 0.5, bar.height()));
        return;
    }
    if (columnShown() && row < content_.column.size()) {
        painter.setPen(marked ? theme.text : theme.mutedText);
        drawLabel(painter, QRectF(0, line.top(), columns_.columnRight, line.height()),
                  Qt::AlignRight | Qt::AlignVCenter, content_.column[row]);
    }
    paintBar(painter, row, theme);
    painter.setPen(content_.attention || marked ? theme.text : theme.mutedText);
    const double gap = metrics.height() * 0.35;
    const double barEnd = std::max(bar.right(), outlineRect(row).right());
    const QRectF number(content_.numbersBeside ? barEnd + gap : 0, line.top(),
                        content_.numbersBeside ? width() : columns_.numberRight, line.height());
    drawLabel(painter, number,
              (content_.numbersBeside ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter,
              numberText(row));
}

void ScoresBars::paintBar(QPainter &painter, int row, const Theme &theme) const {
    const QRectF bar = barRect(row);
    const QColor hue = content_.attention ? theme.role(Role::attention) : theme.mutedText;
    // A value of nearly nothing still leaves a line where its bar begins.
    painter.fillRect(bar.adjusted(0, 0, std::max(0.0, theme.thickness(1.5) - bar.width()), 0),
                     content_.whatIf ? theme.strongFill(Role::attention) : hue);
    const QRectF outline = outlineRect(row);
    if (outline.isNull())
        return;
    painter.setPen(theme.pen(hue, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(outline.adjusted(0.5, 0.5, -0.5, -0.5));
}

void ScoresBars::paintEvent(QPaintEvent *) {
    const Theme theme = Theme::of(*this);
    QPainter painter(this);
    painter.fillRect(rect(), theme.surface);
    paintHeader(painter, theme);
    const Rows rows = this->rows();
    painter.setClipRect(QRectF(0, rows.header, width(), rows.viewHeight()));
    if (content_.range.low < 0 && content_.progress > 0) {
        const double zero = std::round(zeroOf(content_.range, columns_.barLeft, columns_.barRight));
        painter.setPen(theme.pen(theme.outline, 1));
        painter.drawLine(QLineF(zero, rows.header, zero, rows.header + rows.viewHeight()));
    }
    const int first = std::max(0, static_cast<int>(rows.scroll / rows.rowHeight));
    for (int row = first; row < rows.count && rows.top(row) < height(); ++row)
        paintRow(painter, row, theme);
}

bool ScoresBars::event(QEvent *event) {
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const bool column = columnShown() && help->pos().x() < columns_.barLeft;
    const QString tip = column                 ? content_.columnTip
                        : canGrab(help->pos()) ? content_.barTip
                                               : QString();
    QToolTip::showText(help->globalPos(), tip.isEmpty() ? tip : plainToolTip(tip), this);
    return true;
}

int ScoresBars::rowAt(const QPointF &position) const {
    return rows().rowAt(position.y());
}

void ScoresBars::leaveEvent(QEvent *event) {
    QWidget::leaveEvent(event);
    emit hovered(-1);
}

void ScoresBars::resizeEvent(QResizeEvent *event) {
    QWidget::resizeEvent(event);
    fitRows();
    measureColumns();
}

void ScoresBars::changeEvent(QEvent *event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        fitRows();
        measureColumns();
    }
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange)
        update();
}

}  // namespace widgets
