// SPDX-License-Identifier: GPL-3.0-or-later
// What a person does in the hidden states' pictures: pointing, clicking, zooming, keys.
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QToolTip>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>

#include "widgets/panel/cursor_keys.h"
#include "widgets/panel/tool_tip.h"
#include "widgets/states/canvas.h"
#include "widgets/viewpoint/vectors.h"
#include "widgets/viewpoint/viewpoint.h"

namespace widgets {
namespace {

constexpr double zoomPerNotch = 1.25;
constexpr double notch = 120;            // of QWheelEvent::angleDelta
constexpr double scrollPerNotch = 0.15;  // of the window
constexpr double fewestUnits = 6;        // in view at the largest zoom

}  // namespace

std::optional<StatesCell> StatesCanvas::cellAt(const QPointF &point) const {
    for (const StatesPicture &picture : scene_.layout.pictures) {
        const int column = picture.columnAt(point);
        const int cell = picture.cellAt(point);
        if (column >= 0 && cell >= 0)
            return StatesCell{picture.strip, column, picture.units.row(cell)};
    }
    return {};
}

Selection StatesCanvas::selectionOf(const StatesCell &cell) const {
    const auto &order = scene_.layers[static_cast<std::size_t>(scene_.layerOf(cell.strip))].order;
    Selection selection{.strip = cell.strip, .unit = order[static_cast<std::size_t>(cell.row)]};
    (cell.strip == Vector::decoderState ? selection.step : selection.source) = cell.column;
    return selection;
}

/// A cell, a word above the cells, or a position of the curve: the same unit at another time.
Selection StatesCanvas::selectionAt(const QPointF &point) const {
    if (const auto cell = cellAt(point))
        return selectionOf(*cell);
    const auto word = [](Vector strip, int column) {
        return strip == Vector::decoderState ? Selection{.step = column}
                                             : Selection{.source = column};
    };
    for (const StatesPicture &picture : scene_.layout.pictures) {
        if (const int column = picture.labelAt(point); column >= 0)
            return word(picture.strip, column);
    }
    const int layer = statesCurveLayer(scene_);
    if (layer < 0)
        return {};
    const StatesLayer &numbers = scene_.layers[static_cast<std::size_t>(layer)];
    const int column = scene_.layout.curve.columnAt(point, static_cast<int>(numbers.labels.size()));
    if (column < 0)
        return {};
    Selection selection = word(numbers.strip, column);
    selection.strip = numbers.strip;
    selection.unit = scene_.marks[static_cast<std::size_t>(layer)].unit;
    return selection;
}

void StatesCanvas::click(const Selection &selection) {
    if (selection.empty())
        return;
    if (selection.step >= 0)
        viewpoint_->setMoment(endOfStep(selection.step, viewpoint_->extent()));
    // A word of the translation is a place in time; everything else is kept, and a second click
    // lets go of it.
    if (selection.source >= 0 || selection.unit >= 0)
        viewpoint_->setSelected(selection == viewpoint_->selected() ? Selection{} : selection);
}

void StatesCanvas::mouseMoveEvent(QMouseEvent *event) {
    pointed_ = cellAt(event->position());
    const Selection selection = selectionAt(event->position());
    setCursor(selection.empty() ? Qt::ArrowCursor : Qt::PointingHandCursor);
    if (selection == viewpoint_->hovered())
        followSelection();
    viewpoint_->setHovered(selection);
}

void StatesCanvas::mousePressEvent(QMouseEvent *event) {
    if (event->button() != Qt::LeftButton)
        return QWidget::mousePressEvent(event);
    pointed_ = cellAt(event->position());
    if (pointed_)
        scene_.cursor = pointed_;
    click(selectionAt(event->position()));
    followSelection();
}

void StatesCanvas::leaveEvent(QEvent *event) {
    QWidget::leaveEvent(event);
    pointed_.reset();
    viewpoint_->setHovered({});
    followSelection();
}

void StatesCanvas::zoom(double factor, double at) {
    int units = 1;
    for (const StatesLayer &layer : scene_.layers)
        units = std::max(units, layer.units);
    setWindow(window_.zoomed(factor, at, fewestUnits / units));
}

void StatesCanvas::wheelEvent(QWheelEvent *event) {
    const QPointF point = event->position();
    const auto over =
        std::find_if(scene_.layout.pictures.begin(), scene_.layout.pictures.end(),
                     [&](const StatesPicture &picture) { return picture.block.contains(point); });
    if (over == scene_.layout.pictures.end())
        return QWidget::wheelEvent(event);
    const QPoint delta = event->angleDelta();
    const double notches = (delta.y() != 0 ? delta.y() : delta.x()) / notch;
    const double height = std::max(1, over->cells.height());
    const double at = std::clamp((point.y() - over->cells.top()) / height, 0.0, 1.0);
    if (event->modifiers().testFlag(Qt::ShiftModifier))
        setWindow(window_.scrolled(-notches * scrollPerNotch));
    else
        zoom(std::pow(zoomPerNotch, notches), at);
    pointed_ = cellAt(point);
    viewpoint_->setHovered(selectionAt(point));
    followSelection();
    event->accept();
}

// Keys

void StatesCanvas::startCursor() {
    if (scene_.layout.empty() || scene_.cursor)
        return;
    // In the picture where the moment is, else the first.
    std::size_t layer = 0;
    for (std::size_t i = 0; i < scene_.marks.size(); ++i) {
        if (scene_.marks[i].current >= 0)
            layer = i;
    }
    const StatesPicture &picture = scene_.layout.pictures[layer];
    scene_.cursor =
        StatesCell{picture.strip, std::clamp(scene_.marks[layer].current, 0, picture.columns - 1),
                   picture.units.row(0)};
}

void StatesCanvas::moveRow(int rows) {
    const int layer = scene_.layerOf(scene_.cursor->strip);
    const auto cells = [&]() -> const UnitCells & {
        return scene_.layout.pictures[static_cast<std::size_t>(layer)].units;
    };
    const UnitCells before = cells();
    const int here = std::max(0, before.cellsBefore(scene_.cursor->row + 0.5) - 1);
    const int wanted = here + rows;
    if (wanted >= 0 && wanted < before.cells) {
        scene_.cursor->row = before.row(wanted);
        return;
    }
    // Beyond the edge of the window, which follows.
    setWindow(window_.scrolled(static_cast<double>(rows) / before.cells));
    scene_.cursor->row = cells().row(rows > 0 ? cells().cells - 1 : 0);
}

void StatesCanvas::moveCursor(int columns, int rows) {
    if (scene_.layout.empty())
        return;
    if (!scene_.cursor) {
        startCursor();
    } else if (rows != 0) {
        moveRow(rows);
    } else {
        const int layer = scene_.layerOf(scene_.cursor->strip);
        const StatesPicture &picture = scene_.layout.pictures[static_cast<std::size_t>(layer)];
        const int column = scene_.cursor->column + columns;
        const int next = layer + columns;
        if (column >= 0 && column < picture.columns) {
            scene_.cursor->column = column;
        } else if (next >= 0 && next < static_cast<int>(scene_.layout.pictures.size())) {
            // On into the neighbouring picture, at the same height.
            const StatesPicture &other = scene_.layout.pictures[static_cast<std::size_t>(next)];
            const int cell = std::max(0, picture.units.cell(scene_.cursor->row)) *
                             other.units.cells / picture.units.cells;
            scene_.cursor =
                StatesCell{other.strip, columns > 0 ? 0 : other.columns - 1, other.units.row(cell)};
        }
    }
    showCursor();
}

void StatesCanvas::jumpCursor(bool end) {
    const int layer = scene_.layerOf(scene_.cursor->strip);
    scene_.cursor->column =
        end ? scene_.layout.pictures[static_cast<std::size_t>(layer)].columns - 1 : 0;
    showCursor();
}

void StatesCanvas::showCursor() {
    pointed_.reset();
    if (scene_.cursor)
        viewpoint_->setHovered(selectionOf(*scene_.cursor));
    followSelection();
}

bool StatesCanvas::clear() {
    const bool any = scene_.cursor || !viewpoint_->selected().empty();
    scene_.cursor.reset();
    viewpoint_->setHovered({});
    viewpoint_->setSelected({});
    followSelection();
    return any;
}

void StatesCanvas::keyPressEvent(QKeyEvent *event) {
    const int key = event->key();
    const bool known = !scene_.layout.empty();
    if (known && isCursorKey(*event, scene_.cursor.has_value())) {
        if (key == Qt::Key_Home || key == Qt::Key_End)
            jumpCursor(key == Qt::Key_End);
        else
            moveCursor(key == Qt::Key_Left    ? -1
                       : key == Qt::Key_Right ? 1
                                              : 0,
                       key == Qt::Key_Up     ? -1
                       : key == Qt::Key_Down ? 1
                                             : 0);
        return;
    }
    if (known && isWholeKey(*event))
        return setWindow({});
    if (event->modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier))
        return QWidget::keyPressEvent(event);
    if (known && (key == Qt::Key_Return || key == Qt::Key_Enter) && scene_.cursor)
        click(selectionOf(*scene_.cursor));
    else if (known && (key == Qt::Key_PageUp || key == Qt::Key_PageDown))
        setWindow(window_.scrolled(key == Qt::Key_PageUp ? -0.8 : 0.8));
    else if (known && (key == Qt::Key_Plus || key == Qt::Key_Equal))
        zoom(zoomPerNotch, 0.5);
    else if (known && key == Qt::Key_Minus)
        zoom(1 / zoomPerNotch, 0.5);
    else if (key != Qt::Key_Escape || !clear())
        QWidget::keyPressEvent(event);
}

void StatesCanvas::focusInEvent(QFocusEvent *event) {
    QWidget::focusInEvent(event);
    const Qt::FocusReason reason = event->reason();
    // Someone who comes by keyboard needs to see where they are.
    if (reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason) {
        startCursor();
        showCursor();
    }
    update();
}

void StatesCanvas::focusOutEvent(QFocusEvent *event) {
    QWidget::focusOutEvent(event);
    if (scene_.cursor && !pointed_)
        viewpoint_->setHovered({});
    describe();
    update();
}

QString StatesCanvas::toolTipAt(const QPoint &position) const {
    if (const auto cell = cellAt(position))
        return plainToolTip(cellText(*cell));
    for (std::size_t i = 0; i < scene_.layout.pictures.size(); ++i) {
        const int column = scene_.layout.pictures[i].labelAt(position);
        if (column >= 0)
            return plainToolTip(scene_.layers[i].labels.value(column).left(400));
    }
    return {};
}

bool StatesCanvas::event(QEvent *event) {
    if (event->type() == QEvent::ShortcutOverride &&
        isCursorKey(*static_cast<QKeyEvent *>(event), scene_.cursor.has_value())) {
        event->accept();
        return true;
    }
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        QToolTip::showText(help->globalPos(), toolTipAt(help->pos()), this);
        return true;
    }
    return QWidget::event(event);
}

}  // namespace widgets
