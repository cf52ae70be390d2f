// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAction>
#include <QApplication>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QToolTip>
#include <algorithm>
#include <cmath>

#include "widgets/heatmap/panel.h"
#include "widgets/panel/attention_hand.h"
#include "widgets/panel/cursor_keys.h"
#include "widgets/panel/tool_tip.h"
#include "widgets/viewpoint/viewpoint.h"

// How the heatmap is pointed at, zoomed and moved through.
namespace widgets {
namespace {

constexpr double zoomStep = 1.25;  // a notch of the wheel
constexpr double narrowView = 20;  // lines of text below which a view is narrow
constexpr double lowView = 11;     // lines of text below which a view is low

}  // namespace

PiecePair HeatmapPanel::pairOf(const HeatmapCell &cell) const {
    const HeatmapEntry &row = plot_->data().rows[static_cast<std::size_t>(cell.row)];
    const HeatmapEntry &column = plot_->data().columns[static_cast<std::size_t>(cell.column)];
    const model::Trace *trace = shownTrace();
    if (!trace)
        return {row.begin, column.begin};
    const model::Posterior *posterior = shownPosterior();
    if (posterior)
        return strongestPair(posterior->weights.topRows(computedSteps()), row, column);
    return strongestPair(model::alignment(*trace).topRows(computedSteps()), row, column);
}

void HeatmapPanel::hover(const QPointF &position) {
    pointed_ = plot_->cellAt(position);
    pointedBar_ = plot_->marginAt(position);
    Selection selection;
    const HeatmapData &data = plot_->data();
    const int row = pointed_               ? pointed_->row
                    : pointedBar_.row >= 0 ? pointedBar_.row
                                           : plot_->rowLabelAt(position);
    const int column = pointed_                  ? pointed_->column
                       : pointedBar_.column >= 0 ? pointedBar_.column
                                                 : plot_->columnLabelAt(position);
    if (row >= 0)
        selection.step = data.rows[static_cast<std::size_t>(row)].begin;
    if (column >= 0)
        selection.source = data.columns[static_cast<std::size_t>(column)].begin;
    if (row >= 0 && column >= 0) {
        // Other views know pieces: the first of a word may have no part in its weight.
        const PiecePair pair = pairOf({row, column});
        selection.step = pair.step;
        selection.source = pair.source;
        selection.posterior = options().posterior;
    }
    plot_->setCursor(paint_->isChecked() && pointed_ ? Qt::CrossCursor
                     : row >= 0                      ? Qt::PointingHandCursor
                                                     : Qt::ArrowCursor);
    viewpoint()->setHovered(selection);
    showCaption();
}

void HeatmapPanel::press(const QMouseEvent &event) {
    if (event.button() != Qt::LeftButton)
        return;
    setFocus(Qt::MouseFocusReason);
    grip_.take(event);
    press_ = Press{event.position(), plot_->zoom(), false};
}

void HeatmapPanel::drag(const QPointF &position) {
    const QPointF way = position - press_->at;
    const bool pannable = !press_->zoom.whole() && plot_->cellAt(press_->at);
    if (way.manhattanLength() >= QApplication::startDragDistance())
        press_->dragged = true;
    if (!press_->dragged || !pannable)
        return;
    plot_->setCursor(Qt::ClosedHandCursor);
    const QSizeF size = plot_->layoutOfParts().cells.size();
    plot_->setZoom({press_->zoom.columns.moved(-way.x() / size.width()),
                    press_->zoom.rows.moved(-way.y() / size.height())});
}

void HeatmapPanel::release(const QPointF &position) {
    const std::optional<Press> press = std::exchange(press_, std::nullopt);
    if (press && !press->dragged)
        click(position);
    else
        hover(position);
}

void HeatmapPanel::click(const QPointF &position) {
    beforeClick_ = viewpoint()->moment();
    const std::optional<HeatmapCell> cell = plot_->cellAt(position);
    const int row =
        cell ? cell->row : std::max(plot_->rowLabelAt(position), plot_->marginAt(position).row);
    const int column =
        cell ? cell->column
             : std::max(plot_->columnLabelAt(position), plot_->marginAt(position).column);
    if (cell)
        cursor_ = cell;
    if (row >= 0) {
        jumpToRow(row);
    } else if (column >= 0) {
        Selection selection = viewpoint()->selected();
        const HeatmapData &data = plot_->data();
        const bool already = data.columnOf(selection.source) == column;
        selection.source = already ? -1 : data.columns[static_cast<std::size_t>(column)].begin;
        viewpoint()->setSelected(selection);
    }
    hover(position);  // the row may have been computed only now
    showMarks();
}

void HeatmapPanel::jumpToRow(int row) {
    const HeatmapEntry entry = plot_->data().rows[static_cast<std::size_t>(row)];
    viewpoint()->setMoment(endOfStep(entry.end - 1, viewpoint()->extent()));
}

void HeatmapPanel::jumpToCursor() {
    jumpToRow(cursor_->row);
    // Listeners may have taken the trace away; and the row may have been computed only now.
    if (cursor_)
        hoverCursor();
}

// Zoom

void HeatmapPanel::showWhole() {
    plot_->setZoom({});
    whole_->setEnabled(false);
}

void HeatmapPanel::restoreWhole() {
    if (plot_->zoom().whole())
        return;
    showWhole();
    // The first of the two clicks was no wish to go elsewhere.
    viewpoint()->setMoment(beforeClick_);
}

void HeatmapPanel::zoomAt(const QPointF &position, double factor) {
    const HeatmapLayout &layout = plot_->layoutOfParts();
    if (layout.empty())
        return;
    const QRectF cells = layout.cells;
    const QPointF at(std::clamp((position.x() - cells.left()) / cells.width(), 0.0, 1.0),
                     std::clamp((position.y() - cells.top()) / cells.height(), 0.0, 1.0));
    plot_->setZoom(zoomedAround(plot_->zoom(), factor, at, layout.rows, layout.columns));
    whole_->setEnabled(!plot_->zoom().whole());
}

void HeatmapPanel::zoomAtCursor(double factor) {
    const HeatmapLayout &layout = plot_->layoutOfParts();
    const bool any = cursor_ && !layout.empty();
    zoomAt(
        any ? layout.cell(cursor_->row, cursor_->column).center() : QRectF(layout.cells).center(),
        factor);
}

void HeatmapPanel::wheel(QWheelEvent &event) {
    const double notches = event.angleDelta().y() / double{QWheelEvent::DefaultDeltasPerStep};
    zoomAt(event.position(), std::pow(zoomStep, notches));
    event.accept();
    hover(event.position());
}

void HeatmapPanel::reveal(const HeatmapCell &cell) {
    const HeatmapLayout &layout = plot_->layoutOfParts();
    if (layout.empty() || plot_->zoom().whole())
        return;
    const QRectF place = layout.cell(cell.row, cell.column).translated(-layout.origin);
    const double width = layout.cellWidth * layout.columns;
    const double height = layout.cellHeight * layout.rows;
    const HeatmapZoom &zoom = plot_->zoom();
    plot_->setZoom({zoom.columns.showing(place.left() / width, place.width() / width),
                    zoom.rows.showing(place.top() / height, place.height() / height)});
}

// Events

void HeatmapPanel::moveCursor(int rows, int columns) {
    const HeatmapData &data = plot_->data();
    if (data.empty())
        return;
    if (!cursor_) {
        cursor_ =
            HeatmapCell{std::max(0, plot_->marks().currentRow), std::max(0, plot_->marks().column)};
    } else {
        cursor_->row = std::clamp(cursor_->row + rows, 0, static_cast<int>(data.rows.size()) - 1);
        cursor_->column =
            std::clamp(cursor_->column + columns, 0, static_cast<int>(data.columns.size()) - 1);
    }
    pointed_.reset();
    pointedBar_ = {};
    reveal(*cursor_);
    hoverCursor();
}

void HeatmapPanel::hoverCell(const HeatmapCell &cell) {
    const PiecePair pair = pairOf(cell);
    viewpoint()->setHovered(
        {.source = pair.source, .step = pair.step, .posterior = options().posterior});
}

void HeatmapPanel::hoverCursor() {
    hoverCell(*cursor_);
    showMarks();
    showCaption();
}

bool HeatmapPanel::eventFilter(QObject *watched, QEvent *event) {
    if (watched == caption_ && event->type() == QEvent::Resize)
        showCaption();
    if (watched != plot_)
        return Panel::eventFilter(watched, event);
    if (paintWith(*event))
        return true;
    const auto position = [event] { return static_cast<QMouseEvent *>(event)->position(); };
    switch (event->type()) {
        case QEvent::MouseMove:
            press_ ? drag(grip_.position(*static_cast<QMouseEvent *>(event))) : hover(position());
            break;
        case QEvent::MouseButtonPress:
            press(*static_cast<QMouseEvent *>(event));
            break;
        case QEvent::MouseButtonRelease:
            if (static_cast<QMouseEvent *>(event)->button() == Qt::LeftButton)
                release(position());
            break;
        case QEvent::MouseButtonDblClick:
            if (static_cast<QMouseEvent *>(event)->button() == Qt::LeftButton &&
                !changeWordAt(position()))
                restoreWhole();
            return true;
        case QEvent::Wheel:
            wheel(*static_cast<QWheelEvent *>(event));
            return true;
        case QEvent::Leave:
            pointed_.reset();
            pointedBar_ = {};
            viewpoint()->setHovered({});
            showCaption();
            break;
        case QEvent::ToolTip: {
            const auto *help = static_cast<QHelpEvent *>(event);
            QToolTip::showText(help->globalPos(), toolTipAt(help->pos()), plot_);
            return true;
        }
        default:
            break;
    }
    return Panel::eventFilter(watched, event);
}

QString HeatmapPanel::toolTipAt(const QPoint &position) const {
    const HeatmapData &data = plot_->data();
    if (const auto cell = plot_->cellAt(position))
        return plainToolTip(cellText(*cell));
    if (const HeatmapBar bar = plot_->marginAt(position); bar != HeatmapBar{})
        return plainToolTip(barText(bar));
    if (const int row = plot_->rowLabelAt(position); row >= 0)
        return plainToolTip(data.rows[static_cast<std::size_t>(row)].label.left(400));
    if (const int column = plot_->columnLabelAt(position); column >= 0)
        return plainToolTip(data.columns[static_cast<std::size_t>(column)].label.left(400));
    return {};
}

bool HeatmapPanel::event(QEvent *event) {
    // The shortcuts of the window for time and for the whole picture use the same keys; with the
    // focus here, they belong to the cursor and the zoom.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool arrow = key->key() == Qt::Key_Left || key->key() == Qt::Key_Right ||
                           key->key() == Qt::Key_Up || key->key() == Qt::Key_Down;
        const bool end = key->key() == Qt::Key_Home || key->key() == Qt::Key_End;
        const Qt::KeyboardModifiers modifiers = key->modifiers() & ~Qt::KeypadModifier;
        if (((arrow || (end && cursor_)) && !modifiers) ||
            (key->key() == Qt::Key_0 && modifiers == Qt::ControlModifier)) {
            event->accept();
            return true;
        }
    }
    // A low view leaves its height to the cells: tool tips tell what the caption does, and the
    // context menu has the options.
    if (event->type() == QEvent::Resize) {
        const bool low = height() < lowView * fontMetrics().height();
        caption_->setVisible(!low);
        button_->setVisible(!low);
        // Nor does a narrow one have room for both; there are the menu and a key.
        paintButton_->setVisible(!low && width() >= narrowView * fontMetrics().height());
    }
    return Panel::event(event);
}

bool HeatmapPanel::pressZoomKey(const QKeyEvent &event) {
    if (event.key() == Qt::Key_Plus || event.key() == Qt::Key_Equal)
        zoomAtCursor(zoomStep);
    else if (event.key() == Qt::Key_Minus)
        zoomAtCursor(1 / zoomStep);
    else if (isWholeKey(event))
        showWhole();
    else
        return false;
    return true;
}

void HeatmapPanel::keyPressEvent(QKeyEvent *event) {
    if (paintKey(*event) || pressWordKey(*event) || pressZoomKey(*event))
        return;
    if (event->modifiers() & ~Qt::KeypadModifier) {
        Panel::keyPressEvent(event);
        return;
    }
    switch (event->key()) {
        case Qt::Key_Left:
            moveCursor(0, options().sourceFromRight ? 1 : -1);
            break;
        case Qt::Key_Right:
            moveCursor(0, options().sourceFromRight ? -1 : 1);
            break;
        case Qt::Key_Up:
            moveCursor(options().targetFromBottom ? 1 : -1, 0);
            break;
        case Qt::Key_Down:
            moveCursor(options().targetFromBottom ? -1 : 1, 0);
            break;
        case Qt::Key_Home:
            moveCursor(-static_cast<int>(plot_->data().rows.size()), 0);
            break;
        case Qt::Key_End:
            moveCursor(static_cast<int>(plot_->data().rows.size()), 0);
            break;
        case Qt::Key_Escape:
            cursor_.reset();
            viewpoint()->setHovered({});
            showMarks();
            showCaption();
            break;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            if (!hasFocus())  // the options button has it: the key belongs to the window
                Panel::keyPressEvent(event);
            else if (cursor_)
                jumpToCursor();
            break;
        default:
            Panel::keyPressEvent(event);
    }
}

void HeatmapPanel::focusInEvent(QFocusEvent *event) {
    Panel::focusInEvent(event);
    // Someone who comes by keyboard needs to see where they are.
    const Qt::FocusReason reason = event->reason();
    if (reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason ||
        reason == Qt::ShortcutFocusReason)
        moveCursor(0, 0);
    showMarks();
    showCaption();
}

void HeatmapPanel::focusOutEvent(QFocusEvent *event) {
    Panel::focusOutEvent(event);
    if (!stroking_)
        hand_->letGo();
    if (cursor_ && !pointed_)
        viewpoint()->setHovered({});
    showMarks();
    showCaption();
}

}  // namespace widgets
