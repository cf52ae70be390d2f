// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/decoding/hypothesis.h"

#include <algorithm>
#include <utility>

#include "model/decoding/decoding.h"

namespace model {

Prefix prefixOf(const Hypothesis &hypothesis, const EncoderTrace &encoder) {
    return hypothesis ? prefixBehind(*hypothesis->step, hypothesis->choice.candidate.id)
                      : emptyPrefix(encoder);
}

double logProbability(const Hypothesis &hypothesis) {
    return hypothesis ? hypothesis->logProbability : 0;
}

double languageModel(const Hypothesis &hypothesis) {
    return hypothesis ? hypothesis->languageModel : 0;
}

int lengthOf(const Hypothesis &hypothesis) {
    return hypothesis ? hypothesis->length : 0;
}

Choice choiceOf(const StepTrace &step, std::size_t rank) {
    return {.candidate = step.candidates[rank], .rank = static_cast<int>(rank)};
}

SearchNode extended(const Hypothesis &parent, std::shared_ptr<const StepTrace> step,
                    const Choice &choice, int sourceLength) {
    SearchNode child;
    child.parent = parent;
    child.step = std::move(step);
    child.choice = choice;
    child.length = lengthOf(parent) + 1;
    child.logProbability = logProbability(parent) + child.choice.candidate.logProbability;
    child.languageModel = languageModel(parent) + choice.withoutSource.value_or(0);
    child.ending = endingAfter(child.choice.candidate.id, child.length, sourceLength);
    return child;
}

std::shared_ptr<const Trace> traceOf(const Trace &beginning, const Interventions &interventions,
                                     const SearchNode &end) {
    auto trace = std::make_shared<Trace>(beginning);
    trace->interventions = interventions.ofSteps(end.length);
    for (const SearchNode *node = &end; node != nullptr; node = node->parent.get()) {
        trace->steps.push_back(node->step);
        trace->choices.push_back(node->choice);
    }
    std::reverse(trace->steps.begin(), trace->steps.end());
    std::reverse(trace->choices.begin(), trace->choices.end());
    trace->ending = end.ending;
    describeTarget(*trace);
    return trace;
}

}  // namespace model
