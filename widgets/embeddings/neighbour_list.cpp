// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/embeddings/neighbour_list.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <algorithm>
#include <cmath>
#include <utility>

#include "widgets/drawing/focus_ring.h"
#include "widgets/panel/spoken.h"
#include "widgets/panel/tool_tip.h"
#include "widgets/text/language.h"
#include "widgets/text/numbers.h"

namespace widgets {
namespace {

constexpr int fewestRows = 3;
constexpr double leastCell = 3;  // pixels per unit of the strip

QString cosineText(double cosine) {
    return numberText(cosine, {});
}

}  // namespace

NeighbourList::NeighbourList(QWidget *parent) : PieceCanvas(parent) {
    setObjectName(QStringLiteral("embeddingsNeighbours"));
    inEveryLanguage(*this, [this] { setAccessibleName(tr("Nearest neighbours")); });
}

QSize NeighbourList::sizeHint() const {
    return {fontMetrics().height() * 15,
            static_cast<int>(std::ceil(headerHeight() + 8 * rowHeight()))};
}

QSize NeighbourList::minimumSizeHint() const {
    return {fontMetrics().height() * 9,
            static_cast<int>(std::ceil(headerHeight() + fewestRows * rowHeight()))};
}

void NeighbourList::show(NeighbourContent content) {
    content_ = std::move(content);
    measure();
    describe();
    update();
}

void NeighbourList::describe() {
    if (const int row = rowOf(hovered()); row >= 0)
        return say(*this, rowText(row));
    QStringList described{content_.title, content_.caption};
    for (std::size_t i = 0; i < std::min<std::size_t>(3, content_.neighbours.size()); ++i)
        described.append(content_.neighbours[i].label + u' ' +
                         cosineText(content_.neighbours[i].cosine));
    say(*this, joined(described));
}

QString NeighbourList::rowText(int row) const {
    const NeighbourEntry &entry = content_.neighbours[static_cast<std::size_t>(row)];
    return tr("cosine of “%1” and “%2”: %3")
        .arg(content_.title, entry.label, exactText(entry.cosine, 4));
}

void NeighbourList::setMarkedUnit(int unit) {
    if (std::exchange(unit_, unit) != unit)
        update();
}

double NeighbourList::headerHeight() const {
    return std::ceil(fontMetrics().height() * 2.7);
}

double NeighbourList::rowHeight() const {
    return std::ceil(fontMetrics().height() * 1.25);
}

void NeighbourList::measure() {
    double widest = fontMetrics().height() * 2;
    for (int row = 0; row < shownRows(); ++row)
        widest =
            std::max<double>(widest, fontMetrics().horizontalAdvance(
                                         content_.neighbours[static_cast<std::size_t>(row)].label));
    labelWidth_ = std::min(widest + 1, width() * 0.42);
}

int NeighbourList::shownRows() const {
    const int room = static_cast<int>((height() - headerHeight()) / rowHeight());
    return std::clamp(room, 0, static_cast<int>(content_.neighbours.size()));
}

StripPlace NeighbourList::stripPlace() const {
    const double line = fontMetrics().height();
    const QRectF strip(line * 0.4, std::round(line * 1.5), width() - line * 0.8,
                       std::round(line * 0.8));
    return {strip, Qt::Horizontal,
            stripUnits(static_cast<int>(content_.values.size()), strip.width(), leastCell)};
}

QRectF NeighbourList::barRect(int row) const {
    const double line = fontMetrics().height();
    const double left = line * 0.8 + labelWidth_;
    const double number = fontMetrics().horizontalAdvance(QStringLiteral("−0.00")) + line * 0.8;
    const double room = std::max(0.0, width() - left - number);
    const double cosine = row < static_cast<int>(content_.neighbours.size())
                              ? content_.neighbours[static_cast<std::size_t>(row)].cosine
                              : 0;
    const double inset = std::round(rowHeight() * 0.2);
    return {left, headerHeight() + row * rowHeight() + inset,
            std::max(1.5, room * std::clamp(cosine, 0.0, 1.0)), rowHeight() - 2 * inset};
}

void NeighbourList::drawHeader(QPainter &painter, const Theme &theme) const {
    const double line = fontMetrics().height();
    const double room = width() - line * 0.8;
    QFont bold = font();
    bold.setBold(true);
    const QFontMetricsF metrics(bold);
    const QString title = metrics.elidedText(content_.title, Qt::ElideRight, room);
    const QRectF top(line * 0.4, line * 0.15, room, line * 1.2);
    painter.setFont(bold);
    painter.setPen(theme.role(content_.role));
    painter.drawText(top, Qt::AlignLeft | Qt::AlignVCenter, title);
    painter.setFont(font());
    painter.setPen(theme.mutedText);
    const double left = metrics.horizontalAdvance(title) + line * 0.5;
    if (room - left > line * 3)
        painter.drawText(top.adjusted(left, 0, 0, 0), Qt::AlignRight | Qt::AlignVCenter,
                         fontMetrics().elidedText(content_.caption, Qt::ElideRight,
                                                  static_cast<int>(room - left)));
    const StripPlace place = stripPlace();
    drawStrip(painter, place, content_.values, content_.limit, theme);
    painter.setPen(theme.pen(theme.outline, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(place.rect.adjusted(-0.5, -0.5, 0.5, 0.5));
    if (const int cell = place.units.cells > 0 ? place.units.cell(unit_) : -1; cell >= 0) {
        painter.setPen(theme.pen(theme.emphasis, 2));
        painter.drawRect(place.cell(cell).adjusted(-1, -1, 1, 1));
    }
}

void NeighbourList::drawRow(QPainter &painter, const Theme &theme, int row) const {
    const NeighbourEntry &entry = content_.neighbours[static_cast<std::size_t>(row)];
    const double line = fontMetrics().height();
    const QRectF bar = barRect(row);
    const bool marked = entry.piece == hovered();
    if (marked)
        painter.fillRect(QRectF(0, headerHeight() + row * rowHeight(), width(), rowHeight()),
                         theme.fill(content_.role));
    const QRectF label(line * 0.4, bar.top() - 2, labelWidth_, bar.height() + 4);
    painter.setPen(theme.text);
    painter.drawText(label, Qt::AlignRight | Qt::AlignVCenter | Qt::TextDontClip,
                     fontMetrics().elidedText(entry.label, Qt::ElideRight,
                                              static_cast<int>(std::ceil(label.width()))));
    painter.fillRect(bar, marked ? theme.role(content_.role) : theme.strongFill(content_.role));
    painter.setPen(marked ? theme.text : theme.mutedText);
    painter.drawText(QRectF(bar.right() + line * 0.3, label.top(), line * 4, label.height()),
                     Qt::AlignLeft | Qt::AlignVCenter, cosineText(entry.cosine));
}

void NeighbourList::paintEvent(QPaintEvent *) {
    const Theme theme = Theme::of(*this);
    QPainter painter(this);
    painter.fillRect(rect(), theme.surface);
    drawHeader(painter, theme);
    if (content_.neighbours.empty()) {
        painter.setPen(theme.mutedText);
        painter.drawText(QRectF(0, headerHeight(), width(), height() - headerHeight()),
                         Qt::AlignCenter | Qt::TextWordWrap, content_.note);
    }
    for (int row = 0; row < shownRows(); ++row)
        drawRow(painter, theme, row);
    drawFocusFrame(painter, *this);
}

int NeighbourList::rowAt(const QPointF &position) const {
    const int row = static_cast<int>(std::floor((position.y() - headerHeight()) / rowHeight()));
    return row >= 0 && row < shownRows() ? row : -1;
}

int NeighbourList::pieceAt(const QPointF &position) const {
    const int row = rowAt(position);
    return row < 0 ? -1 : pieceIn(row);
}

void NeighbourList::mouseMoveEvent(QMouseEvent *event) {
    // First what is left, then what is pointed at instead.
    PieceCanvas::mouseMoveEvent(event);
    const StripPlace place = stripPlace();
    const int cell = place.cellAt(event->position());
    emit unitHovered(cell < 0 ? -1 : place.units.unit(cell));
}

void NeighbourList::leaveEvent(QEvent *event) {
    emit unitHovered(-1);
    PieceCanvas::leaveEvent(event);
}

void NeighbourList::resizeEvent(QResizeEvent *event) {
    QWidget::resizeEvent(event);
    measure();
}

void NeighbourList::changeEvent(QEvent *event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        measure();
}

QString NeighbourList::toolTipAt(const QPoint &position) const {
    const StripPlace place = stripPlace();
    const int cell = place.cellAt(position);
    if (cell >= 0) {
        const int unit = place.units.unit(cell);
        return plainToolTip(
            tr("%1, unit %2 of %3: %4")
                .arg(content_.title, QString::number(unit + 1), QString::number(place.units.units),
                     exactText(static_cast<double>(content_.values[static_cast<std::size_t>(unit)]),
                               5)));
    }
    const int row = rowAt(position);
    return row < 0 ? QString() : plainToolTip(rowText(row));
}

bool NeighbourList::event(QEvent *event) {
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        QToolTip::showText(help->globalPos(), toolTipAt(help->pos()), this);
        return true;
    }
    return PieceCanvas::event(event);
}

}  // namespace widgets
