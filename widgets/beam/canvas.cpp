// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/beam/canvas.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>
#include <algorithm>
#include <cmath>
#include <utility>

#include "widgets/drawing/focus_ring.h"
#include "widgets/drawing/label.h"
#include "widgets/panel/spoken.h"
#include "widgets/panel/tool_tip.h"
#include "widgets/text/numbers.h"

namespace widgets {
namespace {

/// The node that ends the best translation; 0 where none has ended.
int bestOf(const BeamData &data) {
    const auto best = std::ranges::find(data.nodes, 0, &BeamNode::place);
    return best == data.nodes.end() ? 0 : static_cast<int>(best - data.nodes.begin());
}

}  // namespace

BeamCanvas::BeamCanvas(QWidget *parent) : QAbstractScrollArea(parent) {
    giveVoice(*this);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
}

QPointF BeamCanvas::offset() const {
    return {static_cast<double>(horizontalScrollBar()->value()),
            static_cast<double>(verticalScrollBar()->value())};
}

void BeamCanvas::setData(BeamData data) {
    scene_.data = std::move(data);
    cursor_ = cursor_ < static_cast<int>(scene_.data.nodes.size()) ? cursor_ : -1;
    scene_.cursor = -1;
    layOut();
    mark(hasFocus() ? cursor_ : -1);
}

void BeamCanvas::layOut() {
    scene_.font = font();
    const QFont small = smallFont(font());
    double notes = 0;
    for (const BeamNode &node : scene_.data.nodes)
        notes = std::max(notes, labelWidth(small, scoreText(node)));
    const QFontMetricsF metrics(font());
    const TextMeasure measure{[this](const QString &text) { return labelWidth(font(), text); },
                              metrics.height()};
    scene_.layout = layoutBeam(scene_.data, measure, std::ceil(notes * 1.1));
    const QSize room = viewport()->size();
    const auto set = [](QScrollBar *bar, double whole, int page) {
        bar->setRange(0, std::max(0, static_cast<int>(std::ceil(whole)) - page));
        bar->setPageStep(page);
        bar->setSingleStep(std::max(1, page / 10));
    };
    set(horizontalScrollBar(), scene_.layout.size.width(), room.width());
    set(verticalScrollBar(), scene_.layout.size.height(), room.height());
    viewport()->update();
}

QSize BeamCanvas::wholeSize() const {
    return QSizeF(scene_.layout.size).toSize() + QSize(2, 2);
}

QRectF BeamCanvas::nodeRect(int node) const {
    return scene_.layout.boxes[static_cast<std::size_t>(node)].translated(-offset());
}

QString BeamCanvas::caption() const {
    const BeamData &data = scene_.data;
    if (data.empty())
        return {};
    if (scene_.marked < 0)
        return tr("%n hypotheses were kept; the complete ones, best first, have their score.",
                  nullptr, static_cast<int>(data.nodes.size()));
    const BeamNode &node = data.nodes[static_cast<std::size_t>(scene_.marked)];
    const QString numbers =
        tr("p = %1, log-probability %2, score %3")
            .arg(percentage(node.probability), numberText(node.logProbability, {}),
                 numberText(node.score, {.decimals = 3}));
    const QString text = data.textOf(scene_.marked);
    return node.pruned ? tr("“%1”: %2; given up", "text, numbers").arg(text, numbers)
                       : tr("“%1”: %2", "text, numbers").arg(text, numbers);
}

/// In the corner that the marked node is farthest from.
QRectF BeamCanvas::heatmapRect() const {
    if (scene_.marked < 0 || !scene_.data.tree->beginning->hasAttention())
        return {};
    const QRectF room = QRectF(viewport()->rect()).adjusted(6, 6, -6, -6);
    const QSizeF wanted = pathHeatmapSize(scene_.data, scene_.marked, smallFont(font()));
    const QSizeF size(std::min(wanted.width(), room.width() * 0.45),
                      std::min(wanted.height(), room.height() * 0.6));
    if (size.height() < 5 * fontMetrics().height() || size.width() < 9 * fontMetrics().height())
        return {};
    const QPointF node = nodeRect(scene_.marked).center();
    QRectF place({}, size);
    place.moveTopLeft({node.x() < room.center().x() ? room.right() - size.width() : room.left(),
                       node.y() < room.center().y() ? room.bottom() - size.height() : room.top()});
    return place;
}

void BeamCanvas::paintEvent(QPaintEvent *) {
    const Theme theme = Theme::of(*this);
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), theme.surface);
    if (scene_.data.empty())
        return;
    painter.save();
    painter.translate(-offset());
    paintBeam(painter, scene_, theme, QRectF(viewport()->rect()).translated(offset()));
    painter.restore();
    if (const QRectF place = heatmapRect(); !place.isNull()) {
        painter.setPen(theme.pen(theme.outline, 1));
        painter.setBrush(theme.surface);
        painter.drawRect(place);
        paintPathHeatmap(painter, scene_.data, scene_.marked, smallFont(font()), theme, place);
    }
    drawFocusFrame(painter, *this);
}

void BeamCanvas::resizeEvent(QResizeEvent *event) {
    QAbstractScrollArea::resizeEvent(event);
    layOut();
}

void BeamCanvas::changeEvent(QEvent *event) {
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        layOut();
}

void BeamCanvas::mark(int node) {
    const bool other = std::exchange(scene_.marked, node) != node;
    say(*this, caption());
    viewport()->update();
    if (other)
        emit marked(node);
}

bool BeamCanvas::viewportEvent(QEvent *event) {
    if (event->type() == QEvent::Leave)
        mark(hasFocus() ? scene_.cursor : -1);
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const auto node = scene_.layout.nodeAt(help->pos() + offset());
        QToolTip::showText(help->globalPos(), node ? plainToolTip(caption()) : QString(),
                           viewport());
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

void BeamCanvas::mouseMoveEvent(QMouseEvent *event) {
    const auto node = scene_.layout.nodeAt(event->position() + offset());
    viewport()->setCursor(node ? Qt::PointingHandCursor : Qt::ArrowCursor);
    if (node.value_or(-1) != scene_.marked)
        mark(node.value_or(-1));
}

void BeamCanvas::mousePressEvent(QMouseEvent *event) {
    const auto node = scene_.layout.nodeAt(event->position() + offset());
    if (event->button() != Qt::LeftButton || !node)
        return QAbstractScrollArea::mousePressEvent(event);
    cursor_ = *node;
    emit picked(*node);
}

void BeamCanvas::startCursor() {
    if (scene_.data.empty())
        return;
    if (cursor_ < 0)
        cursor_ = bestOf(scene_.data);
    scene_.cursor = cursor_;
    reveal(cursor_);
    mark(cursor_);
}

void BeamCanvas::moveCursor(BeamWay way) {
    if (scene_.cursor < 0)
        return startCursor();
    cursor_ = neighbourOf(scene_.data, scene_.layout, scene_.cursor, way);
    scene_.cursor = cursor_;
    reveal(cursor_);
    mark(cursor_);
}

void BeamCanvas::reveal(int node) {
    const QRectF rect = nodeRect(node).adjusted(-8, -8, 8, 8);
    const QRectF room = viewport()->rect();
    const auto scroll = [](QScrollBar *bar, double before, double after) {
        const double by = before < 0 ? before : after > 0 ? after : 0;
        bar->setValue(bar->value() + static_cast<int>(std::lround(by)));
    };
    scroll(horizontalScrollBar(), rect.left() - room.left(), rect.right() - room.right());
    scroll(verticalScrollBar(), rect.top() - room.top(), rect.bottom() - room.bottom());
}

bool BeamCanvas::event(QEvent *event) {
    // The shortcuts of the window for time use the arrows, too.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool arrow = key->key() == Qt::Key_Left || key->key() == Qt::Key_Right ||
                           key->key() == Qt::Key_Up || key->key() == Qt::Key_Down;
        if (arrow && !(key->modifiers() & ~Qt::KeypadModifier)) {
            event->accept();
            return true;
        }
    }
    return QAbstractScrollArea::event(event);
}

void BeamCanvas::keyPressEvent(QKeyEvent *event) {
    if (scene_.data.empty() || (event->modifiers() & ~Qt::KeypadModifier))
        return event->ignore();
    switch (event->key()) {
        case Qt::Key_Left:
            return moveCursor(BeamWay::parent);
        case Qt::Key_Right:
            return moveCursor(BeamWay::child);
        case Qt::Key_Up:
            return moveCursor(BeamWay::above);
        case Qt::Key_Down:
            return moveCursor(BeamWay::below);
        case Qt::Key_Return:
        case Qt::Key_Enter:
            if (scene_.cursor >= 0)
                emit picked(scene_.cursor);
            return;
        default:
            event->ignore();
    }
}

void BeamCanvas::focusInEvent(QFocusEvent *event) {
    QAbstractScrollArea::focusInEvent(event);
    const Qt::FocusReason reason = event->reason();
    if (reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason)
        startCursor();
    viewport()->update();
}

void BeamCanvas::focusOutEvent(QFocusEvent *event) {
    QAbstractScrollArea::focusOutEvent(event);
    scene_.cursor = -1;
    mark(-1);
}

}  // namespace widgets
