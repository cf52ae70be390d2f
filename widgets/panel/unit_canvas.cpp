// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panel/unit_canvas.h"

#include <QEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>
#include <utility>

#include "widgets/drawing/focus_ring.h"
#include "widgets/drawing/theme.h"
#include "widgets/drawing/vector_paint.h"
#include "widgets/panel/cursor_keys.h"
#include "widgets/panel/letter_key.h"
#include "widgets/panel/spoken.h"
#include "widgets/panel/tool_tip.h"
#include "widgets/viewpoint/viewpoint.h"

namespace widgets {
namespace {

constexpr double zoomPerNotch = 1.25;
constexpr double notch = 120;            // of QWheelEvent::angleDelta
constexpr double scrollPerNotch = 0.15;  // of the window of units
constexpr double scrollPerPage = 0.8;    // of the window of units
constexpr double fewestUnits = 6;        // in view at the largest zoom

}  // namespace

UnitCanvas::UnitCanvas(Viewpoint *viewpoint, Qt::Orientation unitsAxis, QWidget *parent)
    : QWidget(parent), viewpoint_(viewpoint), unitsAxis_(unitsAxis), drag_(viewpoint) {
    giveVoice(*this);
    onLetter(*this, Qt::Key_H, [this] { holdMarked(); });
    setAttribute(Qt::WA_OpaquePaintEvent);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
}

QSize UnitCanvas::minimumSizeHint() const {
    const int line = fontMetrics().height();
    return {line * 16, line * 9};
}

void UnitCanvas::setWindow(const UnitWindow &window) {
    if (std::exchange(window_, window) == window)
        return;
    layOut();
    update();
    emit viewChanged();
}

void UnitCanvas::zoom(double factor, double at) {
    setWindow(window_.zoomed(factor, at, fewestUnits / std::max(1, mostUnits())));
}

void UnitCanvas::followSelection() {
    mark();
    tell();
    update();
}

void UnitCanvas::tell() {
    const std::optional<UnitCell> &cursor = scene().cursor;
    QString text = pointed_               ? textOf(*pointed_)
                   : cursor && hasFocus() ? textOf(*cursor)
                                          : textOfMarked();
    if (text.isEmpty())
        text = hint();
    mutableScene().caption = text;
    say(*this, text);
}

void UnitCanvas::paintEvent(QPaintEvent *) {
    const Theme theme = Theme::of(*this);
    QPainter painter(this);
    // A figure is written larger than the screen is: an image of it would be coarse.
    const bool vectors = still_ || paintsVectors(painter);
    if (vectors || isEmpty())
        painter.fillRect(rect(), theme.surface);
    if (isEmpty()) {
        painter.setPen(theme.mutedText);
        painter.drawText(rect(), Qt::AlignCenter | Qt::TextWordWrap, emptyText());
        return;
    }
    paintPicture(painter, theme, vectors);
    paintHeld(painter, theme);
    drawFocusFrame(painter, *this);
}

void UnitCanvas::resizeEvent(QResizeEvent *event) {
    QWidget::resizeEvent(event);
    layOut();
    emit viewChanged();
}

void UnitCanvas::changeEvent(QEvent *event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        layOut();
        emit viewChanged();
    }
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange)
        update();
}

// Pointer and wheel

Selection UnitCanvas::selectionAt(const QPointF &point) const {
    const auto cell = cellAt(point);
    return cell ? selectionOf(*cell) : Selection{};
}

QString UnitCanvas::toolTipAt(const QPointF &point) const {
    const auto cell = cellAt(point);
    return cell ? textOf(*cell) : QString();
}

Selection UnitCanvas::point(const QPointF &at) {
    pointed_ = cellAt(at);
    const Selection selection = selectionAt(at);
    viewpoint_->setHovered(selection);
    followSelection();
    return selection;
}

void UnitCanvas::mouseMoveEvent(QMouseEvent *event) {
    if (drag_.follow(*event, *this))
        return;
    const Selection selection = point(event->position());
    setCursor(selection.empty() ? Qt::ArrowCursor : Qt::PointingHandCursor);
}

void UnitCanvas::mousePressEvent(QMouseEvent *event) {
    if (event->button() != Qt::LeftButton)
        return QWidget::mousePressEvent(event);
    pointed_ = cellAt(event->position());
    if (pointed_)
        mutableScene().cursor = pointed_;
    const Selection selection = selectionAt(event->position());
    pick(selection);
    followSelection();
    if (pointed_)
        drag_.press(selection, *event);
}

void UnitCanvas::leaveEvent(QEvent *event) {
    QWidget::leaveEvent(event);
    pointed_.reset();
    viewpoint_->setHovered({});
    followSelection();
}

void UnitCanvas::wheelEvent(QWheelEvent *event) {
    const auto at = isEmpty() ? std::nullopt : shareAt(event->position());
    if (!at)
        return QWidget::wheelEvent(event);
    const QPoint delta = event->angleDelta();
    const double notches = (delta.y() != 0 ? delta.y() : delta.x()) / notch;
    if (event->modifiers().testFlag(Qt::ShiftModifier))
        setWindow(window_.scrolled(-notches * scrollPerNotch));
    else if (event->modifiers().testFlag(Qt::ControlModifier) || !scrollPositions(notches))
        zoom(std::pow(zoomPerNotch, notches), *at);
    point(event->position());
    event->accept();
}

// Keys

void UnitCanvas::startCursor() {
    if (!isEmpty() && !scene().cursor)
        mutableScene().cursor = startCell();
}

void UnitCanvas::moveAlongUnits(UnitCell &cursor, int cells) {
    const UnitCells before = unitsOf(cursor);
    const int wanted = std::max(0, before.cellsBefore(cursor.place + 0.5) - 1) + cells;
    if (wanted >= 0 && wanted < before.cells) {
        cursor.place = before.row(wanted);
        return;
    }
    // Beyond the edge of the window, which follows.
    setWindow(window_.scrolled(static_cast<double>(cells) / before.cells));
    const UnitCells &now = unitsOf(cursor);
    cursor.place = now.row(cells > 0 ? now.cells - 1 : 0);
}

void UnitCanvas::moveCursor(int key) {
    std::optional<UnitCell> &cursor = mutableScene().cursor;
    const int by = key == Qt::Key_Left || key == Qt::Key_Up ? -1 : 1;
    const bool horizontal = key == Qt::Key_Left || key == Qt::Key_Right;
    if (!cursor)
        startCursor();
    else if (key == Qt::Key_Home || key == Qt::Key_End)
        cursor = atLineEnd(*cursor, key == Qt::Key_End);
    else if (horizontal == (unitsAxis_ == Qt::Horizontal))
        moveAlongUnits(*cursor, by);
    else
        cursor = moved(*cursor, by);
    showCursor();
}

void UnitCanvas::showCursor() {
    pointed_.reset();
    if (const auto cursor = scene().cursor) {
        reveal(*cursor);
        viewpoint_->setHovered(selectionOf(*cursor));
    }
    followSelection();
}

bool UnitCanvas::clear() {
    const bool any = scene().cursor || !viewpoint_->selected().empty();
    mutableScene().cursor.reset();
    viewpoint_->setHovered({});
    viewpoint_->setSelected({});
    followSelection();
    return any;
}

void UnitCanvas::keyPressEvent(QKeyEvent *event) {
    const int key = event->key();
    if (key == Qt::Key_Escape && drag_.putBack())
        return;
    const bool known = !isEmpty();
    const std::optional<UnitCell> &cursor = scene().cursor;
    if (known && isCursorKey(*event, cursor.has_value()))
        return moveCursor(key);
    if (known && isWholeKey(*event))
        return setWindow({});
    if (event->modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier))
        return QWidget::keyPressEvent(event);
    const bool page = key == Qt::Key_PageUp || key == Qt::Key_PageDown;
    if (known && (key == Qt::Key_Return || key == Qt::Key_Enter) && cursor)
        pick(selectionOf(*cursor));
    else if (known && page && unitsAxis_ == Qt::Vertical)
        setWindow(window_.scrolled(key == Qt::Key_PageUp ? -scrollPerPage : scrollPerPage));
    else if (known && (key == Qt::Key_Plus || key == Qt::Key_Equal))
        zoom(zoomPerNotch, 0.5);
    else if (known && key == Qt::Key_Minus)
        zoom(1 / zoomPerNotch, 0.5);
    else if (key != Qt::Key_Escape || !clear())
        QWidget::keyPressEvent(event);
}

void UnitCanvas::focusInEvent(QFocusEvent *event) {
    QWidget::focusInEvent(event);
    const Qt::FocusReason reason = event->reason();
    // Someone who comes by keyboard needs to see where they are.
    if (reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason) {
        startCursor();
        showCursor();
    }
    update();
}

void UnitCanvas::focusOutEvent(QFocusEvent *event) {
    QWidget::focusOutEvent(event);
    if (scene().cursor && !pointed_)
        viewpoint_->setHovered({});
    tell();
    update();
}

bool UnitCanvas::event(QEvent *event) {
    if (event->type() == QEvent::ShortcutOverride &&
        isCursorKey(*static_cast<QKeyEvent *>(event), scene().cursor.has_value())) {
        event->accept();
        return true;
    }
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        QToolTip::showText(help->globalPos(), plainToolTip(toolTipAt(help->pos())), this);
        return true;
    }
    return QWidget::event(event);
}

}  // namespace widgets
