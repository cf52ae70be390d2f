// SPDX-License-Identifier: GPL-3.0-or-later
// What the user does in the unrolled view: pointing, clicking, panning, zooming, keys.
#include <QApplication>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QScrollBar>
#include <QToolTip>
#include <algorithm>
#include <cmath>
#include <vector>

#include "widgets/panel/source_editor.h"
#include "widgets/panel/tool_tip.h"
#include "widgets/panel/word_prompt.h"
#include "widgets/unrolled/text.h"
#include "widgets/unrolled/unit_grid.h"
#include "widgets/unrolled/view.h"
#include "widgets/viewpoint/vectors.h"

namespace widgets {
namespace {

constexpr double zoomPerNotch = 1.15;
constexpr double notch = 120;  // of QWheelEvent::angleDelta

/// The tool tip of what nothing else in the window shows: where the initial state comes from, the
/// readout, and what stands for the word before the first one.
QString tipOfWays(const UnrolledData &content, const UnrolledGeometry &places, const QPointF &point,
                  const Moment &moment) {
    if (!content.trace)
        return {};
    if (places.initialLabel().contains(point))
        return UnrolledText::initialTip(content, -1, moment);
    if (moment.step() == 0 && places.begin().contains(point))
        return UnrolledText::beginTip();
    for (int step = 0; step < content.extent().steps; ++step)
        if (places.readout(step).adjusted(-3, -3, 3, 3).contains(point) &&
            progress(moment, content.extent(), Stage::word, step) > 0)
            return UnrolledText::readoutTip(step);
    return {};
}

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
                        progress(moment, content_.extent(), Stage::softmax, step) > 0;
    if (!found.empty() || !linked)
        return found;
    const model::Row &weights = content_.trace->steps[static_cast<std::size_t>(step)]->weights;
    auto links = places_.links({weights.data(), static_cast<std::size_t>(weights.size())}, step);
    std::erase_if(links, [&](const UnrolledLink &link) {
        return weights[link.source] < options_.leastWeight;
    });
    const int source = UnrolledGeometry::linkAt(links, content);
    return source < 0 ? Selection{} : Selection{.source = source, .step = step};
}

bool UnrolledView::viewportEvent(QEvent *event) {
    if (event->type() == QEvent::Leave)
        viewpoint_->setHovered({});
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const Moment moment = viewpoint_->moment();
        QString text = UnrolledText::toolTip(content_, selectionAt(help->pos()), moment);
        if (text.isEmpty() && help->pos().x() >= places_.captionWidth())
            text = tipOfWays(content_, places_, toContent(help->pos()), moment);
        if (text.isEmpty())
            QToolTip::hideText();
        else
            QToolTip::showText(help->globalPos(), plainToolTip(text), viewport());
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
    grip_.take(*event);
    offsetAtPress_ = {horizontalScrollBar()->value(), verticalScrollBar()->value()};
    panning_ = false;
    if (const Selection selection = selectionAt(event->position()); isComputed(selection))
        drag_.press(selection, *event);
    event->accept();
}

bool UnrolledView::isComputed(const Selection &selection) const {
    return vectorProgress(viewpoint_->moment(), content_.extent(), selection.strip,
                          stripIndex(selection)) > 0;
}

void UnrolledView::mouseMoveEvent(QMouseEvent *event) {
    const QPoint moved = pressed_ ? grip_.position(*event).toPoint() - *pressed_ : QPoint();
    const bool upright = std::abs(moved.y()) > std::abs(moved.x());
    // A cell is dragged up or down; sideways, the picture is.
    if ((drag_.dragging() || (upright && !panning_)) && drag_.follow(*event, *viewport())) {
        if (drag_.dragging())
            pressed_.reset();
        return;
    }
    if (!pressed_) {
        const Selection selection = selectionAt(event->position());
        viewpoint_->setHovered(selection);
        viewport()->setCursor(selection.empty() ? Qt::ArrowCursor : Qt::PointingHandCursor);
    } else if (panning_ || moved.manhattanLength() >= QApplication::startDragDistance()) {
        pan(moved);
    }
}

void UnrolledView::pan(const QPoint &by) {
    panning_ = true;
    viewport()->setCursor(Qt::ClosedHandCursor);
    horizontalScrollBar()->setValue(offsetAtPress_.x() - by.x());
    verticalScrollBar()->setValue(offsetAtPress_.y() - by.y());
}

void UnrolledView::mouseReleaseEvent(QMouseEvent *event) {
    if (event->button() == Qt::LeftButton && drag_.pressed()) {
        drag_.release();
        viewport()->unsetCursor();
    }
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
        selection.source < 0 && selection.step >= 0 && selection.strip != Vector::context;
    if (decoder && selection.step < content_.trace->targetLength())
        viewpoint_->setMoment(endOfStep(selection.step, content_.extent()));
    // A word or a step is a place in time; everything else is marked, and a second click unmarks.
    const bool place = decoder && selection.strip == Vector::none;
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
    const Selection now = viewpoint_->selected();
    const int from = direction > 0 ? 0 : count - 1;
    const int to = now.source < 0 ? from : std::clamp(now.source + direction, 0, count - 1);
    viewpoint_->setSelected(
        {.source = to, .strip = isSourceVector(now.strip) ? now.strip : Vector::none});
}

/// Goes up and down: through the column of a source word, then through what the step in view makes.
void UnrolledView::selectLevel(int direction) {
    if (content_.extent().source == 0)
        return;
    Selection now = viewpoint_->selected();
    now.unit = -1;
    const int step = viewpoint_->step();
    const int attended = step < 0 ? 0 : std::max(mostAttended(*content_.trace, step), 0);
    const int source = now.source < 0 ? attended : now.source;
    std::vector<Selection> levels{{.source = source}};
    for (const Vector strip : {Vector::embedding, Vector::forwardState, Vector::backwardState})
        if (!content_.values(strip, source).empty())
            levels.push_back({.source = source, .strip = strip});
    // What the first step begins with.
    if (step <= 0 &&
        vectorProgress(viewpoint_->moment(), content_.extent(), Vector::initialState, -1) > 0)
        levels.push_back({.strip = Vector::initialState});
    if (step >= 0)
        for (const Vector strip : {Vector::context, Vector::decoderState, Vector::none})
            levels.push_back({.step = step, .strip = strip});
    const auto found = std::find(levels.begin(), levels.end(), now);
    const auto last = static_cast<std::ptrdiff_t>(levels.size()) - 1;
    const auto at = found != levels.end() ? found - levels.begin() + direction
                    : direction > 0       ? 0
                                          : last;
    viewpoint_->setSelected(
        levels[static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(at, 0, last))]);
}

void UnrolledView::turnPage(bool on, bool sideways) {
    QScrollBar *bar = sideways ? horizontalScrollBar() : verticalScrollBar();
    // Less than a page, so that what belongs together is seen.
    bar->setValue(bar->value() + (on ? 1 : -1) * bar->pageStep() * 2 / 3);
}

void UnrolledView::keyPressEvent(QKeyEvent *event) {
    if (event->key() == Qt::Key_Escape && drag_.putBack())
        return;
    const bool shift = event->modifiers() == Qt::ShiftModifier;
    const QPointF middle = QRectF(viewport()->rect()).center();
    if (shift && event->key() == Qt::Key_Left)
        selectNeighbour(-1);
    else if (shift && event->key() == Qt::Key_Right)
        selectNeighbour(1);
    else if (shift && (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down))
        selectLevel(event->key() == Qt::Key_Up ? 1 : -1);
    else if (event->key() == Qt::Key_Plus || event->key() == Qt::Key_Equal)
        setZoom(zoom_ * zoomPerNotch, middle);
    else if (event->key() == Qt::Key_Minus)
        setZoom(zoom_ / zoomPerNotch, middle);
    else if (event->key() == Qt::Key_PageUp || event->key() == Qt::Key_PageDown)
        turnPage(event->key() == Qt::Key_PageDown, shift);
    else if (event->key() == Qt::Key_F2)
        changeMarkedWord();
    else if (event->key() == Qt::Key_Escape && grid_->isVisible())
        grid_->fold();
    else if (event->key() == Qt::Key_Escape && !viewpoint_->selected().empty())
        viewpoint_->setSelected({});
    else
        // Arrows and the space bar belong to the timeline, not to the scroll bars.
        event->ignore();
}

void UnrolledView::mouseDoubleClickEvent(QMouseEvent *event) {
    const Selection selection = selectionAt(event->position());
    if (event->button() != Qt::LeftButton)
        return;
    if (selection.strip == Vector::none)
        changeWord(selection);
    else
        unfold(selection.strip, selection.source >= 0 ? selection.source : selection.step);
}

/// Source words are typed over in place, for others a choice comes up.
bool UnrolledView::changeWord(const Selection &selection) {
    const auto placeOf = [this](const QRectF &box) {
        return QRectF(toViewport(box.topLeft()), toViewport(box.bottomRight())).toAlignedRect();
    };
    if (!content_.trace || selection.strip != Vector::none)
        return false;
    if (selection.source >= 0)
        return editSourceWord(*viewport(), placeOf(places_.sourceBox(selection.source)),
                              *viewpoint_, selection.source);
    return selection.step >= 0 && askForWord(*viewport(), placeOf(places_.wordBox(selection.step)),
                                             *viewpoint_, selection.step);
}

void UnrolledView::changeMarkedWord() {
    Selection marked = viewpoint_->selected();
    marked.strip = Vector::none;
    if (marked.source < 0 && marked.step < 0)
        marked.step = viewpoint_->step();
    changeWord(marked);
}

}  // namespace widgets
