// SPDX-License-Identifier: GPL-3.0-or-later
// What a person does in the unrolled view: pointing, clicking, panning, zooming, keys.
#include <QAction>
#include <QApplication>
#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QScrollBar>
#include <QToolTip>
#include <algorithm>
#include <cmath>

#include "widgets/unrolled_text.h"
#include "widgets/unrolled_view.h"

namespace widgets {
namespace {

constexpr double zoomPerNotch = 1.15;
constexpr double notch = 120;  // of QWheelEvent::angleDelta

}  // namespace

Selection UnrolledView::selectionAt(const QPointF &point) const {
    if (!content_.trace || point.x() < places_.captionWidth())
        return {};
    const QPointF content = toContent(point);
    const Moment moment = viewpoint_->moment();
    const int step = moment.step();
    const Selection found = places_.hit(content, step);
    const bool linked = step >= 0 && step < content_.trace->targetLength() &&
                        content_.trace->hasAttention() &&
                        progress(moment, content_.extent(), Stage::context, step) > 0;
    if (!found.empty() || !linked)
        return found;
    const model::Row &weights = content_.trace->steps[static_cast<std::size_t>(step)]->weights;
    auto links = places_.links({weights.data(), static_cast<std::size_t>(weights.size())}, step);
    std::erase_if(
        links, [&](const UnrolledLink &link) { return weights[link.source] < leastDrawnWeight; });
    const int source = UnrolledGeometry::linkAt(links, content);
    return source < 0 ? Selection{} : Selection{.source = source, .step = step};
}

bool UnrolledView::viewportEvent(QEvent *event) {
    if (event->type() == QEvent::Leave)
        viewpoint_->setHovered({});
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const QString text =
            UnrolledText::toolTip(content_, selectionAt(help->pos()), viewpoint_->moment());
        if (text.isEmpty())
            QToolTip::hideText();
        else
            QToolTip::showText(help->globalPos(), text, viewport());
        return true;
    }
    if (event->type() == QEvent::NativeGesture) {
        const auto *gesture = static_cast<QNativeGestureEvent *>(event);
        if (gesture->gestureType() == Qt::ZoomNativeGesture) {
            setZoom(zoom_ * (1 + gesture->value()), gesture->position());
            return true;
        }
    }
    return QAbstractScrollArea::viewportEvent(event);
}

void UnrolledView::mousePressEvent(QMouseEvent *event) {
    if (event->button() != Qt::LeftButton)
        return QAbstractScrollArea::mousePressEvent(event);
    pressed_ = event->pos();
    offsetAtPress_ = {horizontalScrollBar()->value(), verticalScrollBar()->value()};
    panning_ = false;
    event->accept();
}

void UnrolledView::mouseMoveEvent(QMouseEvent *event) {
    if (!pressed_) {
        const Selection selection = selectionAt(event->position());
        viewpoint_->setHovered(selection);
        viewport()->setCursor(selection.empty() ? Qt::ArrowCursor : Qt::PointingHandCursor);
        return;
    }
    const QPoint moved = event->pos() - *pressed_;
    if (!panning_ && moved.manhattanLength() < QApplication::startDragDistance())
        return;
    panning_ = true;
    viewport()->setCursor(Qt::ClosedHandCursor);
    horizontalScrollBar()->setValue(offsetAtPress_.x() - moved.x());
    verticalScrollBar()->setValue(offsetAtPress_.y() - moved.y());
}

void UnrolledView::mouseReleaseEvent(QMouseEvent *event) {
    if (event->button() != Qt::LeftButton || !pressed_)
        return QAbstractScrollArea::mouseReleaseEvent(event);
    pressed_.reset();
    viewport()->unsetCursor();
    if (!panning_)
        click(event->position());
    panning_ = false;
}

void UnrolledView::click(const QPointF &point) {
    if (!content_.trace)
        return;
    const Selection selection = selectionAt(point);
    const bool decoder =
        selection.source < 0 && selection.step >= 0 && selection.strip != Strip::context;
    if (decoder && selection.step < content_.trace->targetLength())
        viewpoint_->setMoment(endOfStep(selection.step, content_.extent()));
    // A word or a step is a place in time; everything else is marked, and a second click unmarks.
    const bool place = decoder && selection.strip == Strip::none;
    if (!place)
        viewpoint_->setSelected(selection == viewpoint_->selected() ? Selection{} : selection);
}

void UnrolledView::wheelEvent(QWheelEvent *event) {
    const QPoint delta = event->angleDelta();
    const bool pan =
        event->modifiers().testFlag(Qt::ShiftModifier) || std::abs(delta.x()) > std::abs(delta.y());
    if (pan) {
        const int by = delta.x() != 0 ? delta.x() : delta.y();
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() - by);
    } else {
        setZoom(zoom_ * std::pow(zoomPerNotch, delta.y() / notch), event->position());
    }
    event->accept();
}

void UnrolledView::selectNeighbour(int direction) {
    const int count = content_.extent().source;
    if (count == 0)
        return;
    const int now = viewpoint_->selected().source;
    const int from = direction > 0 ? 0 : count - 1;
    viewpoint_->setSelected({.source = now < 0 ? from : std::clamp(now + direction, 0, count - 1)});
}

void UnrolledView::keyPressEvent(QKeyEvent *event) {
    const bool shift = event->modifiers() == Qt::ShiftModifier;
    const QPointF middle = QRectF(viewport()->rect()).center();
    if (shift && event->key() == Qt::Key_Left)
        selectNeighbour(-1);
    else if (shift && event->key() == Qt::Key_Right)
        selectNeighbour(1);
    else if (event->key() == Qt::Key_Plus || event->key() == Qt::Key_Equal)
        setZoom(zoom_ * zoomPerNotch, middle);
    else if (event->key() == Qt::Key_Minus)
        setZoom(zoom_ / zoomPerNotch, middle);
    else if (event->key() == Qt::Key_Escape && !viewpoint_->selected().empty())
        viewpoint_->setSelected({});
    else
        // Arrows and the space bar are the timeline's: not the scroll bars'.
        event->ignore();
}

void UnrolledView::contextMenuEvent(QContextMenuEvent *event) {
    QMenu menu(this);
    menu.setObjectName(QStringLiteral("unrolledMenu"));
    copy_->setEnabled(content_.trace != nullptr);
    menu.addActions({copy_, fit_, readable_});
    menu.exec(event->globalPos());
}

}  // namespace widgets
