// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panel/attention_hand.h"

#include <algorithm>

#include "widgets/viewpoint/viewpoint.h"
#include "widgets/viewpoint/weights.h"

namespace widgets {

AttentionHand::AttentionHand(Viewpoint *viewpoint, QObject *parent)
    : QObject(parent), viewpoint_(viewpoint), live_(viewpoint) {
    connect(&live_, &LiveEdit::ended, this, [this] {
        taken_.clear();
        weights_.clear();
        emit changed();
    });
}

bool AttentionHand::take(int firstStep, int count) {
    letGo();
    const auto &trace = viewpoint_->trace();
    if (!trace || !trace->hasAttention() || firstStep < 0 || firstStep >= trace->targetLength() ||
        !live_.begin(firstStep, count))
        return false;
    for (int i = firstStep; i < std::min(firstStep + count, trace->targetLength()); ++i)
        taken_[i] = trace->step(i).weights;
    weights_ = taken_;
    return true;
}

bool AttentionHand::canGive(const std::vector<int> &positions) const {
    return std::ranges::all_of(weights_, [&](const auto &each) {
        const auto muted = live_.base()->interventions.at(each.first).muted;
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
    live_.want(attendBy(*live_.base(), weights_));
}

}  // namespace widgets
