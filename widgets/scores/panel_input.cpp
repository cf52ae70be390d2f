// SPDX-License-Identifier: GPL-3.0-or-later
// The scores and the softmax under pointer, wheel and keys.
#include <QKeyEvent>
#include <QScrollBar>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>

#include "widgets/drawing/rows.h"
#include "widgets/panel/attention_hand.h"
#include "widgets/scores/panel.h"
#include "widgets/viewpoint/viewpoint.h"

namespace widgets {
namespace {

constexpr double keyShare = 0.05;  // of the attention, by which a key changes a weight

}  // namespace

void ScoresPanel::updateScrolling() {
    const Rows rows = scores_->rows();
    const int maximum = static_cast<int>(std::ceil(rows.maximumScroll()));
    scrollBar_->setRange(0, maximum);
    scrollBar_->setPageStep(static_cast<int>(rows.viewHeight()));
    scrollBar_->setSingleStep(static_cast<int>(rows.rowHeight));
    scrollBar_->setVisible(maximum > 0 && !still_);
}

void ScoresPanel::reveal(int row) {
    const Rows rows = scores_->rows();
    if (!rows.wholeRowVisible(row))
        scrollBar_->setValue(static_cast<int>(std::lround(rows.scrollTo(row))));
}

void ScoresPanel::revealStrongest() {
    // Neither away under the pointer, nor away from what is marked.
    if (pointedAt_ >= 0 || viewpoint()->markedSource() >= 0 || softmax_->content().values.empty())
        return;
    const std::vector<float> &weights = softmax_->content().values;
    reveal(static_cast<int>(std::max_element(weights.begin(), weights.end()) - weights.begin()));
}

void ScoresPanel::hover(int row) {
    pointedAt_ = row;
    viewpoint()->setHovered(row < 0 ? Selection{}
                                    : Selection{.source = row, .step = viewpoint()->step()});
}

void ScoresPanel::press(int row) {
    setFocus(Qt::MouseFocusReason);
    if (row < 0)
        return;
    Selection selection = viewpoint()->selected();
    selection.source = selection.source == row ? -1 : row;
    viewpoint()->setSelected(selection);
}

bool ScoresPanel::event(QEvent *event) {
    // The shortcuts of the window for time also use keys that move the mark here.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool back = key->key() == Qt::Key_Escape;
        if ((key->key() == Qt::Key_Up || key->key() == Qt::Key_Down ||
             (back && (temperature_ != 1 || dragging_))) &&
            !(key->modifiers() & ~Qt::KeypadModifier)) {
            event->accept();
            return true;
        }
    }
    // A layout of the parts is only known after the event.
    const bool handled = Panel::event(event);
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Show)
        updateScrolling();
    return handled;
}

void ScoresPanel::keyPressEvent(QKeyEvent *event) {
    if (event->key() == Qt::Key_Escape && dragging_) {
        hand_->putBack();
        return;
    }
    const bool more = event->key() == Qt::Key_Plus || event->key() == Qt::Key_Equal;
    if ((more || event->key() == Qt::Key_Minus) && nudge(more ? keyShare : -keyShare))
        return;
    if (event->key() == Qt::Key_Escape && !event->modifiers() && temperature_ != 1) {
        setTemperature(1);
        return;
    }
    if (event->key() == Qt::Key_Escape && !viewpoint()->selected().empty()) {
        viewpoint()->setSelected({});
        return;
    }
    const int way = event->key() == Qt::Key_Down ? 1 : event->key() == Qt::Key_Up ? -1 : 0;
    if (way == 0 || labels_.isEmpty() || (event->modifiers() & ~Qt::KeypadModifier)) {
        Panel::keyPressEvent(event);
        return;
    }
    Selection selection = viewpoint()->selected();
    const int last = static_cast<int>(labels_.size()) - 1;
    selection.source =
        selection.source < 0 ? (way > 0 ? 0 : last) : std::clamp(selection.source + way, 0, last);
    viewpoint()->setSelected(selection);
    reveal(selection.source);
}

void ScoresPanel::wheelEvent(QWheelEvent *event) {
    if (scrollBar_->maximum() == 0) {
        Panel::wheelEvent(event);
        return;
    }
    int pixels = event->pixelDelta().y();
    if (event->pixelDelta().isNull()) {
        // Some wheels turn by less than a notch at a time.
        constexpr int eighthsARow = 40;
        wheel_ += event->angleDelta().y();
        pixels = wheel_ / eighthsARow * scrollBar_->singleStep();
        wheel_ %= eighthsARow;
    }
    scrollBar_->setValue(scrollBar_->value() - pixels);
    for (const ScoresBars *part : {scores_, softmax_})
        if (part->underMouse())
            hover(part->rowAt(part->mapFromGlobal(event->globalPosition())));
    event->accept();
}

}  // namespace widgets
