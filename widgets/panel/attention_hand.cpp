// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panel/attention_hand.h"

#include <algorithm>
#include <utility>

#include "widgets/viewpoint/edit.h"
#include "widgets/viewpoint/viewpoint.h"
#include "widgets/viewpoint/weights.h"

namespace widgets {

AttentionHand::AttentionHand(Viewpoint *viewpoint, QObject *parent)
    : QObject(parent), viewpoint_(viewpoint) {
    connect(viewpoint, &Viewpoint::traceChanged, this, &AttentionHand::followTrace);
}

bool AttentionHand::take(int firstStep, int count) {
    letGo();
    const auto &trace = viewpoint_->trace();
    if (!trace || !trace->hasAttention() || trace->ending == model::Ending::running ||
        firstStep < 0 || firstStep >= trace->targetLength())
        return false;
    base_ = trace;
    for (int i = firstStep; i < std::min(firstStep + count, trace->targetLength()); ++i)
        taken_[i] = trace->step(i).weights;
    weights_ = taken_;
    asked_ = trace->interventions;
    gesture_ = newGesture();
    holdsMoment_ = holds(viewpoint_->step());
    if (holdsMoment_)
        viewpoint_->holdMoment(true);
    return true;
}

bool AttentionHand::canGive(const std::vector<int> &positions) const {
    return std::ranges::all_of(weights_, [&](const auto &each) {
        const auto muted = base_->interventions.at(each.first).muted;
        return std::ranges::none_of(positions, [&](int j) { return muted.contains(j); });
    });
}

void AttentionHand::setShareChange(const std::vector<int> &positions, double share) {
    setShares(std::map(taken_), positions, share);
}

void AttentionHand::addShare(const std::vector<int> &positions, double share) {
    setShares(std::map(weights_), positions, share);
}

void AttentionHand::setShares(const std::map<int, model::Row> &from,
                              const std::vector<int> &positions, double more) {
    if (!holds() || !canGive(positions))
        return;
    for (const auto &[step, row] : from)
        weights_[step] = withShare(row, positions, shareOf(row, positions) + more);
    emit changed();
    if (waiting_)
        ahead_ = true;
    else
        ask();
}

void AttentionHand::ask() {
    Edit edit = attendBy(*base_, weights_);
    edit.gesture = gesture_;
    ahead_ = false;
    waiting_ = true;
    asked_ = edit.interventions;
    viewpoint_->ask(edit);
}

void AttentionHand::letGo() {
    if (!holds())
        return;
    if (ahead_)
        ask();
    drop();
}

void AttentionHand::putBack() {
    if (!holds())
        return;
    const Edit edit{base_->interventions, attendBy(*base_, taken_).text, gesture_};
    drop();
    viewpoint_->ask(edit);
}

void AttentionHand::drop() {
    base_.reset();
    taken_.clear();
    weights_.clear();
    waiting_ = false;
    ahead_ = false;
    // The answer to what was asked for last may still be to come: the moment stays for it, too.
    const auto &trace = viewpoint_->trace();
    if (!trace || trace->interventions == asked_.ofSteps(trace->targetLength()))
        releaseMoment();
    emit changed();
}

void AttentionHand::releaseMoment() {
    if (std::exchange(holdsMoment_, false))
        viewpoint_->holdMoment(false);
}

void AttentionHand::followTrace() {
    const auto &trace = viewpoint_->trace();
    const bool running = trace && trace->ending == model::Ending::running;
    if (!holds()) {
        if (!running)
            releaseMoment();
        return;
    }
    if (!trace || trace->model != base_->model || trace->source != base_->source)
        return drop();
    if (running)
        return;
    // What somebody else asked for, such as to undo this, is not to be overwritten.
    if (trace->interventions != asked_.ofSteps(trace->targetLength()))
        return drop();
    waiting_ = false;
    if (ahead_)
        ask();
}

}  // namespace widgets
