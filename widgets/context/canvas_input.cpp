// SPDX-License-Identifier: GPL-3.0-or-later
// What a person does in the context's picture: pointing, clicking, scrolling, zooming, keys.
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QToolTip>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>

#include "widgets/context/canvas.h"
#include "widgets/drawing/rows.h"
#include "widgets/panel/cursor_keys.h"
#include "widgets/panel/tool_tip.h"
#include "widgets/viewpoint/vectors.h"
#include "widgets/viewpoint/viewpoint.h"

namespace widgets {
namespace {

constexpr double zoomPerNotch = 1.25;
constexpr double notch = 120;  // of QWheelEvent::angleDelta
constexpr double rowsPerNotch = 3;
constexpr double scrollPerNotch = 0.15;  // of the window of units
constexpr double fewestUnits = 6;        // in view at the largest zoom

}  // namespace

/// The unit is −1 outside the strips, and the row outside the rows.
ContextCell ContextCanvas::cellAt(const QPointF &point) const {
    if (scene_.layout.empty())
        return {};
    ContextCell cell{.row = scene_.layout.rowAt(point.y())};
    const int at = cell.row < 0 ? -1 : scene_.layout.cellAt(point.x());
    if (at >= 0)
        cell.unit = scene_.layout.units.row(at);
    return cell;
}

Selection ContextCanvas::selectionOf(const ContextCell &cell) const {
    if (cell.row < 0)
        return {};
    Selection selection{.step = step_};
    if (cell.row < scene_.sumRow())
        selection.source = scene_.data.rows[static_cast<std::size_t>(cell.row)].source;
    if (cell.unit >= 0 || cell.row >= scene_.sumRow())
        selection.strip = Vector::context;
    selection.unit = cell.unit;
    return selection;
}

void ContextCanvas::click(const ContextCell &cell) {
    const Selection selection = selectionOf(cell);
    // The second click lets go, whatever step is in view by then.
    Selection before = viewpoint_->selected();
    before.step = selection.step;
    if (!selection.empty())
        viewpoint_->setSelected(selection == before ? Selection{} : selection);
}

void ContextCanvas::mouseMoveEvent(QMouseEvent *event) {
    pointed_ = cellAt(event->position());
    const Selection selection = selectionOf(pointed_);
    setCursor(selection.empty() ? Qt::ArrowCursor : Qt::PointingHandCursor);
    viewpoint_->setHovered(selection);
    followSelection();
}

void ContextCanvas::mousePressEvent(QMouseEvent *event) {
    if (event->button() != Qt::LeftButton)
        return QWidget::mousePressEvent(event);
    pointed_ = cellAt(event->position());
    if (pointed_.row >= 0)
        scene_.cursor = pointed_;
    click(pointed_);
    followSelection();
}

void ContextCanvas::leaveEvent(QEvent *event) {
    QWidget::leaveEvent(event);
    pointed_ = {};
    viewpoint_->setHovered({});
    followSelection();
}

void ContextCanvas::zoom(double factor, double at) {
    setWindow(window_.zoomed(factor, at, fewestUnits / std::max(1, scene_.data.units())));
}

void ContextCanvas::wheelEvent(QWheelEvent *event) {
    const QPoint delta = event->angleDelta();
    const double notches = (delta.y() != 0 ? delta.y() : delta.x()) / notch;
    const ContextLayout &layout = scene_.layout;
    if (layout.empty())
        return QWidget::wheelEvent(event);
    const double at =
        std::clamp((event->position().x() - layout.strip.left) / layout.strip.width(), 0.0, 1.0);
    const bool scrolls = layout.rows.maximumScroll() > 0;
    if (event->modifiers().testFlag(Qt::ShiftModifier))
        setWindow(window_.scrolled(-notches * scrollPerNotch));
    else if (event->modifiers().testFlag(Qt::ControlModifier) || !scrolls)
        zoom(std::pow(zoomPerNotch, notches), at);
    else
        setScroll(std::clamp(scroll_ - notches * rowsPerNotch * layout.rows.rowHeight, 0.0,
                             layout.rows.maximumScroll()));
    pointed_ = cellAt(event->position());
    viewpoint_->setHovered(selectionOf(pointed_));
    followSelection();
    event->accept();
}

// Keys

void ContextCanvas::reveal(int row) {
    const Rows &rows = scene_.layout.rows;
    if (row >= 0 && row < rows.count && !rows.wholeRowVisible(row))
        setScroll(rows.scrollTo(row));
}

void ContextCanvas::startCursor() {
    if (!scene_.layout.empty() && !scene_.cursor)
        scene_.cursor = ContextCell{std::max(0, scene_.marked), scene_.layout.units.row(0)};
}

void ContextCanvas::moveCursor(int rows, int units) {
    if (scene_.layout.empty())
        return;
    if (!scene_.cursor)
        return startCursor(), showCursor();
    scene_.cursor->row = std::clamp(scene_.cursor->row + rows, 0, scene_.sumRow());
    if (units != 0) {
        const UnitCells cells = scene_.layout.units;
        const int here = std::max(0, cells.cellsBefore(scene_.cursor->unit + 0.5) - 1);
        const int wanted = here + units;
        if (wanted >= 0 && wanted < cells.cells) {
            scene_.cursor->unit = cells.row(wanted);
        } else {
            // Beyond the edge of the window, which follows.
            setWindow(window_.scrolled(static_cast<double>(units) / cells.cells));
            const UnitCells &now = scene_.layout.units;
            scene_.cursor->unit = now.row(units > 0 ? now.cells - 1 : 0);
        }
    }
    showCursor();
}

void ContextCanvas::jumpCursor(bool end) {
    const UnitCells &cells = scene_.layout.units;
    scene_.cursor->unit = cells.row(end ? cells.cells - 1 : 0);
    showCursor();
}

void ContextCanvas::showCursor() {
    pointed_ = {};
    if (scene_.cursor) {
        reveal(scene_.cursor->row);
        viewpoint_->setHovered(selectionOf(*scene_.cursor));
    }
    followSelection();
}

bool ContextCanvas::clear() {
    const bool any = scene_.cursor || !viewpoint_->selected().empty();
    scene_.cursor.reset();
    viewpoint_->setHovered({});
    viewpoint_->setSelected({});
    followSelection();
    return any;
}

void ContextCanvas::keyPressEvent(QKeyEvent *event) {
    const int key = event->key();
    const bool known = !scene_.layout.empty();
    if (known && isCursorKey(*event, scene_.cursor.has_value())) {
        if (key == Qt::Key_Home || key == Qt::Key_End)
            jumpCursor(key == Qt::Key_End);
        else if (key == Qt::Key_Up || key == Qt::Key_Down)
            moveCursor(key == Qt::Key_Up ? -1 : 1, 0);
        else
            moveCursor(0, key == Qt::Key_Left ? -1 : 1);
        return;
    }
    if (known && isWholeKey(*event))
        return setWindow({});
    if (event->modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier))
        return QWidget::keyPressEvent(event);
    if (known && (key == Qt::Key_Return || key == Qt::Key_Enter) && scene_.cursor)
        click(*scene_.cursor);
    else if (known && (key == Qt::Key_Plus || key == Qt::Key_Equal))
        zoom(zoomPerNotch, 0.5);
    else if (known && key == Qt::Key_Minus)
        zoom(1 / zoomPerNotch, 0.5);
    else if (key != Qt::Key_Escape || !clear())
        QWidget::keyPressEvent(event);
}

void ContextCanvas::focusInEvent(QFocusEvent *event) {
    QWidget::focusInEvent(event);
    const Qt::FocusReason reason = event->reason();
    // Someone who comes by keyboard needs to see where they are.
    if (reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason) {
        startCursor();
        showCursor();
    }
    update();
}

void ContextCanvas::focusOutEvent(QFocusEvent *event) {
    QWidget::focusOutEvent(event);
    if (scene_.cursor && pointed_.row < 0)
        viewpoint_->setHovered({});
    describe();
    update();
}

bool ContextCanvas::event(QEvent *event) {
    if (event->type() == QEvent::ShortcutOverride &&
        isCursorKey(*static_cast<QKeyEvent *>(event), scene_.cursor.has_value())) {
        event->accept();
        return true;
    }
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        QToolTip::showText(help->globalPos(), plainToolTip(describe(cellAt(help->pos()))), this);
        return true;
    }
    return QWidget::event(event);
}

}  // namespace widgets
