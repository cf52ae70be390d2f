// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/decoding/translation.h"

#include <algorithm>
#include <iterator>
#include <span>
#include <string>
#include <utility>

#include "model/decoding/decoding.h"
#include "model/error.h"

namespace model {
namespace {

/// Pieces of a draft that are tried at once: more after each success, since what was computed after
/// a piece that turns out wrong is lost.
constexpr std::size_t shortestStride = 2;
constexpr std::size_t longestStride = 16;
/// Pieces of a draft among which it is taken up again after a different piece was chosen.
constexpr std::size_t farthestReturn = 4;

Ending endingOf(const Trace &trace) {
    const int last = trace.choices.empty() ? special::begin : trace.choices.back().candidate.id;
    return endingAfter(last, trace.targetLength(), trace.sourceLength());
}

/// The first steps of a trace, as the trace of a translation that stands there.
Trace beginningOf(const Trace &trace, int steps) {
    if (steps < 0 || steps > trace.targetLength()) {
        throw Error("A translation was to go on after %1 steps, expected 0 to %2.", steps,
                    trace.targetLength());
    }
    Trace kept;
    kept.model = trace.model;
    kept.source = trace.source;
    kept.encoder = trace.encoder;
    kept.steps.assign(trace.steps.begin(), trace.steps.begin() + steps);
    kept.choices.assign(trace.choices.begin(), trace.choices.begin() + steps);
    kept.interventions = trace.interventions.ofSteps(steps);
    kept.ending = endingOf(kept);
    return kept;
}

std::vector<int> piecesFrom(const Trace &trace, int step) {
    std::vector<int> pieces;
    for (int i = step; i < trace.targetLength(); ++i) {
        pieces.push_back(trace.chosen(i).id);
    }
    return pieces;
}

}  // namespace

int stepsInCommon(const Trace &trace, const TranslationRequest &request) {
    if (trace.model != request.model || trace.source.text() != request.sentence ||
        !trace.interventions.sameEncoder(request.interventions)) {
        return -1;
    }
    for (int i = 0; i < trace.targetLength(); ++i) {
        const Intervention made = trace.interventions.at(i);
        const bool searched = !made.word && trace.choice(i).rank > 0;
        if (searched || !(made == request.interventions.at(i))) {
            return i;
        }
    }
    return trace.targetLength();
}

Translation::Translation(std::shared_ptr<const Model> model, std::string_view sentence,
                         const std::stop_token &stop)
    : trace_(beginTrace(std::move(model), sentence, {}, stop)) {}

Translation::Translation(const Trace &trace, int keptSteps,
                         const std::map<int, Intervention> &later)
    : trace_(beginningOf(trace, keptSteps)), planned_(trace.interventions.ofSteps(0)) {
    planned_.steps = {later.lower_bound(keptSteps), later.end()};
    checkInterventions(planned_, trace_.model->configuration(), trace_.sourceLength());
    expect(piecesFrom(trace, keptSteps));
}

Translation::Translation(const TranslationRequest &request,
                         const std::shared_ptr<const Trace> &known, const std::stop_token &stop)
    : planned_(request.interventions) {
    const int kept = known ? stepsInCommon(*known, request) : -1;
    if (kept >= 0) {
        checkInterventions(planned_, request.model->configuration(), known->sourceLength());
        trace_ = beginningOf(*known, kept);
        trace_.interventions = planned_.ofSteps(kept);
        planned_.steps.erase(planned_.steps.begin(), planned_.steps.lower_bound(kept));
    } else {
        trace_ = beginTrace(request.model, request.sentence, request.interventions, stop);
    }
    if (known && known->model == request.model) {
        expect(piecesFrom(*known, std::max(kept, 0)));
    }
}

void Translation::expect(std::vector<int> pieces) {
    draft_ = std::move(pieces);
    // The end may come after the last piece of a draft, but nothing comes after the end.
    draft_.erase(std::find(draft_.begin(), draft_.end(), special::end), draft_.end());
    drafted_ = 0;
    ahead_.clear();
}

void Translation::lookAhead(const Interventions &planned) {
    ahead_.clear();
    const auto rest = std::span(draft_).subspan(std::min(drafted_, draft_.size()));
    const auto tried = rest.first(std::min(rest.size(), stride_));
    auto steps = decodeAlong(*trace_.model, *trace_.encoder, prefixOf(trace_), tried, planned,
                             trace_.targetLength());
    stride_ = steps.size() > tried.size() ? std::min(2 * stride_, longestStride) : shortestStride;
    ahead_.assign(std::make_move_iterator(steps.begin()), std::make_move_iterator(steps.end()));
}

void Translation::followDraft(int piece) {
    // A few pieces may have been added or removed: the draft is taken up after this piece, if it is
    // near; otherwise a piece was replaced by another.
    const auto rest = std::span(draft_).subspan(std::min(drafted_, draft_.size()));
    const auto near = rest.first(std::min(rest.size(), farthestReturn));
    const auto found = std::find(near.begin(), near.end(), piece);
    drafted_ += 1 + static_cast<std::size_t>(found == near.end() ? 0 : found - near.begin());
}

bool Translation::mayStep(const Interventions &planned) const {
    const auto own = planned.steps.find(trace_.targetLength());
    const bool forced = own != planned.steps.end() && own->second.word;
    return !finished() || (trace_.ending == Ending::length && forced);
}

void Translation::step() {
    if (mayStep(planned_)) {
        if (ahead_.empty()) {
            lookAhead(planned_);
        }
        take();
    }
}

void Translation::step(const Intervention &intervention) {
    const int next = trace_.targetLength();
    Interventions planned = planned_;
    planned.set(next, intervention);
    if (!mayStep(planned)) {
        return;
    }
    if (ahead_.empty() || !(planned == planned_)) {
        checkInterventions(planned, trace_.model->configuration(), trace_.sourceLength());
        lookAhead(planned);
        planned_ = std::move(planned);
    }
    take();
}

/// Makes the first of the steps that were computed the next one.
void Translation::take() {
    const int step = trace_.targetLength();
    if (const auto own = planned_.steps.find(step); own != planned_.steps.end()) {
        trace_.interventions.steps.insert(planned_.steps.extract(own));
    }
    DecodedStep decoded = std::move(ahead_.front());
    ahead_.pop_front();
    trace_.steps.push_back(std::make_shared<const StepTrace>(std::move(decoded.step)));
    trace_.choices.push_back(decoded.choice);
    trace_.ending = endingOf(trace_);
    followDraft(decoded.choice.candidate.id);
}

std::shared_ptr<const Trace> Translation::trace() const {
    auto snapshot = std::make_shared<Trace>(trace_);
    describeTarget(*snapshot);
    return snapshot;
}

std::shared_ptr<const Trace> translate(const TranslationRequest &request,
                                       const std::shared_ptr<const Trace> &known,
                                       const std::stop_token &stop) {
    Translation translation(request, known, stop);
    while (!translation.finished()) {
        if (stop.stop_requested()) {
            throw Cancelled();
        }
        translation.step();
    }
    return translation.trace();
}

}  // namespace model
