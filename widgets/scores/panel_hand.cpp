// SPDX-License-Identifier: GPL-3.0-or-later
// The weights changed by hand: bars that are dragged, and keys.
#include <utility>

#include "widgets/panel/attention_hand.h"
#include "widgets/scores/panel.h"
#include "widgets/viewpoint/viewpoint.h"

namespace widgets {

void ScoresPanel::buildHand() {
    hand_ = new AttentionHand(viewpoint(), this);
    connect(hand_, &AttentionHand::changed, this, [this] {
        if (!hand_->holds() && std::exchange(dragging_, false))
            softmax_->endDrag();
        if (shownStep_ >= 0 && isVisible())
            showStep();
    });
    connect(softmax_, &ScoresBars::grabbed, this, [this](int row) {
        dragging_ = takeHold(row);
        if (!dragging_)
            return softmax_->endDrag();
        Selection selection = viewpoint()->selected();
        selection.source = row;  // the press before may have unmarked it
        viewpoint()->setSelected(selection);
    });
    connect(softmax_, &ScoresBars::dragged, this,
            [this](int row, double change) { hand_->setShareChange({row}, change); });
    connect(softmax_, &ScoresBars::dropped, this, [this] {
        dragging_ = false;
        hand_->letGo();
    });
}

bool ScoresPanel::canChange() const {
    const auto &trace = viewpoint()->trace();
    const int step = viewpoint()->step();
    return trace && trace->hasAttention() && step >= 0 && step < trace->targetLength() &&
           temperature_ == 1 &&
           progress(viewpoint()->moment(), viewpoint()->extent(), Stage::softmax, step) >= 1;
}

bool ScoresPanel::takeHold(int row) {
    handRow_ = row;
    if (!canChange() || !hand_->take(viewpoint()->step()))
        return false;
    if (!hand_->canGive({row}))
        hand_->letGo();
    return hand_->holds();
}

bool ScoresPanel::nudge(double share) {
    const int row = viewpoint()->markedSource();
    if (row < 0 || dragging_)
        return false;
    setTemperature(1);  // what is changed has to be what is seen
    // Presses that follow one another at one bar are one gesture.
    if ((!hand_->holds() || handRow_ != row) && !takeHold(row))
        return false;
    hand_->addShare({row}, share);
    return true;
}

}  // namespace widgets
