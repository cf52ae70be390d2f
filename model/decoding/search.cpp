// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/decoding/search.h"

#include <algorithm>
#include <cmath>
#include <span>
#include <string>
#include <utility>

#include "model/decoding/decoder.h"
#include "model/decoding/decoding.h"
#include "model/decoding/translation.h"
#include "model/error.h"
#include "model/numerics/random.h"

namespace model {
namespace {

/// The beginning of a translation, or a whole one; null: nothing yet.
using Hypothesis = std::shared_ptr<const SearchNode>;

/// A way to continue one of the hypotheses.
struct Continuation {
    std::size_t parent;
    int rank;  ///< among the candidates of the parent
    double logProbability;
};

Prefix prefixOf(const Hypothesis &hypothesis, const EncoderTrace &encoder) {
    return hypothesis ? prefixBehind(*hypothesis->step, hypothesis->choice.candidate.id)
                      : emptyPrefix(encoder);
}

double logProbability(const Hypothesis &hypothesis) {
    return hypothesis ? hypothesis->logProbability : 0;
}

/// A hypothesis and the candidate of this rank of its next step; without a score.
SearchNode extended(const Hypothesis &parent, std::shared_ptr<const StepTrace> step, int rank,
                    int sourceLength) {
    SearchNode child;
    child.parent = parent;
    child.step = std::move(step);
    child.choice.rank = rank;
    child.choice.candidate = child.step->candidates[static_cast<std::size_t>(rank)];
    child.length = (parent ? parent->length : 0) + 1;
    child.logProbability = logProbability(parent) + child.choice.candidate.logProbability;
    child.ending = endingAfter(child.choice.candidate.id, child.length, sourceLength);
    return child;
}

/// Beam search with the length normalisation of Wu et al. (2016), section 7.
class BeamSearch {
  public:
    /// `kept`, if any, receives every hypothesis; otherwise those that are given up are forgotten.
    BeamSearch(const Trace &beginning, const SearchOptions &options, std::vector<Hypothesis> *kept)
        : model_(*beginning.model),
          encoder_(*beginning.encoder),
          options_(options),
          sourceLength_(beginning.sourceLength()),
          kept_(kept),
          active_(1) {}

    /// What has ended, best first.
    std::vector<Hypothesis> run(const std::stop_token &stop) {
        while (!decided()) {
            advance(stop);
        }
        std::stable_sort(ended_.begin(), ended_.end(),
                         [](const auto &a, const auto &b) { return a->score > b->score; });
        return std::move(ended_);
    }

  private:
    double normalised(double logProbability, int length) const {
        return logProbability / std::pow((5.0 + length) / 6.0, options_.lengthPenalty);
    }

    /// No active hypothesis can matter any more: enough have ended, or not even a continuation
    /// without any further cost would win.
    bool decided() const {
        const auto beam = static_cast<std::size_t>(options_.beam);
        if (active_.empty() || ended_.size() >= beam) {
            return true;
        }
        const double bound =
            normalised(logProbability(active_.front()), maximumTargetLength(sourceLength_));
        return std::any_of(ended_.begin(), ended_.end(),
                           [&](const Hypothesis &ended) { return ended->score >= bound; });
    }

    /// Continues every active hypothesis by one piece and keeps the most probable.
    void advance(const std::stop_token &stop) {
        if (stop.stop_requested()) {
            throw Cancelled();
        }
        std::vector<Prefix> prefixes;
        for (const Hypothesis &hypothesis : active_) {
            prefixes.push_back(prefixOf(hypothesis, encoder_));
        }
        std::vector<std::shared_ptr<const StepTrace>> steps;
        std::vector<Continuation> continuations;
        for (StepTrace &step : decodeEach(model_, encoder_, prefixes)) {
            const std::size_t parent = steps.size();
            for (std::size_t rank = 0; rank < step.candidates.size(); ++rank) {
                continuations.push_back(
                    {parent, static_cast<int>(rank),
                     logProbability(active_[parent]) + step.candidates[rank].logProbability});
            }
            steps.push_back(std::make_shared<const StepTrace>(std::move(step)));
        }
        std::stable_sort(continuations.begin(), continuations.end(),
                         [](const Continuation &a, const Continuation &b) {
                             return a.logProbability > b.logProbability;
                         });
        keep(continuations, steps);
    }

    void keep(const std::vector<Continuation> &continuations,
              const std::vector<std::shared_ptr<const StepTrace>> &steps) {
        const auto beam = static_cast<std::size_t>(options_.beam);
        std::vector<Hypothesis> next;
        for (std::size_t i = 0; i < continuations.size() && next.size() < beam; ++i) {
            const Continuation &continuation = continuations[i];
            Hypothesis child =
                extend(active_[continuation.parent], steps[continuation.parent], continuation);
            if (child->ending != Ending::running && i >= beam) {
                continue;
            }
            if (kept_ != nullptr) {
                kept_->push_back(child);
            }
            (child->ending == Ending::running ? next : ended_).push_back(std::move(child));
        }
        active_ = std::move(next);
    }

    Hypothesis extend(const Hypothesis &parent, const std::shared_ptr<const StepTrace> &step,
                      const Continuation &continuation) const {
        SearchNode child = extended(parent, step, continuation.rank, sourceLength_);
        child.score = normalised(child.logProbability, child.length);
        return std::make_shared<const SearchNode>(std::move(child));
    }

    const Model &model_;
    const EncoderTrace &encoder_;
    const SearchOptions options_;
    const int sourceLength_;
    std::vector<Hypothesis> *kept_;
    std::vector<Hypothesis> active_;  ///< most probable first
    std::vector<Hypothesis> ended_;
};

std::shared_ptr<const Trace> traceOf(const Trace &beginning, const SearchNode &end) {
    auto trace = std::make_shared<Trace>(beginning);
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

void check(const SearchOptions &options) {
    if (options.beam < 1 || options.beam > StepTrace::candidateCount) {
        throw Error("Got a beam of %1 hypotheses, expected 1 to %2.", options.beam,
                    StepTrace::candidateCount);
    }
    if (options.sampled < 0 || options.sampled > StepTrace::candidateCount) {
        throw Error("Got %1 pieces to draw one from, expected at most %2.", options.sampled,
                    StepTrace::candidateCount);
    }
}

/// The rank of a candidate, drawn from the most probable ones by their probabilities.
int draw(std::span<const Candidate> candidates, Random &random) {
    double sum = 0;
    for (const Candidate &candidate : candidates) {
        sum += std::exp(candidate.logProbability);
    }
    double left = sum * random.uniform();
    for (std::size_t rank = 0; rank + 1 < candidates.size(); ++rank) {
        left -= std::exp(candidates[rank].logProbability);
        if (left < 0) {
            return static_cast<int>(rank);
        }
    }
    return static_cast<int>(candidates.size()) - 1;
}

/// A translation each piece of which is drawn.
std::shared_ptr<const Trace> sample(const Trace &beginning, const SearchOptions &options,
                                    const std::stop_token &stop) {
    std::uint64_t name = 0;
    for (int position = 0; position < beginning.source.length(); ++position) {
        name = Random{name, static_cast<std::uint64_t>(beginning.source.token(position))}.next();
    }
    Random random{options.seed, name};
    Hypothesis node;
    while (!node || node->ending == Ending::running) {
        if (stop.stop_requested()) {
            throw Cancelled();
        }
        const Prefix prefix = prefixOf(node, *beginning.encoder);
        auto steps = decodeEach(*beginning.model, *beginning.encoder, std::span(&prefix, 1));
        auto step = std::make_shared<const StepTrace>(std::move(steps.front()));
        const std::span candidates(step->candidates);
        const int rank = draw(candidates.first(std::min(candidates.size(),
                                                        static_cast<std::size_t>(options.sampled))),
                              random);
        node = std::make_shared<const SearchNode>(
            extended(node, std::move(step), rank, beginning.sourceLength()));
    }
    return traceOf(beginning, *node);
}

}  // namespace

std::shared_ptr<const Trace> SearchTree::trace(const SearchNode &node) const {
    return traceOf(*beginning, node);
}

SearchTree searchTree(std::shared_ptr<const Model> model, std::string_view sentence,
                      const SearchOptions &options, const std::stop_token &stop) {
    check(options);
    SearchTree tree;
    tree.beginning = std::make_shared<const Trace>(beginTrace(std::move(model), sentence, stop));
    tree.ended = BeamSearch(*tree.beginning, options, &tree.nodes).run(stop);
    return tree;
}

std::vector<std::shared_ptr<const Trace>> hypotheses(std::shared_ptr<const Model> model,
                                                     std::string_view sentence,
                                                     const SearchOptions &options,
                                                     const std::stop_token &stop) {
    check(options);
    if (options.sampled > 0) {
        return {sample(beginTrace(std::move(model), sentence, stop), options, stop)};
    }
    if (options.beam == 1) {
        return {translate({std::move(model), std::string(sentence)}, nullptr, stop)};
    }
    const Trace beginning = beginTrace(std::move(model), sentence, stop);
    std::vector<std::shared_ptr<const Trace>> traces;
    for (const auto &hypothesis : BeamSearch(beginning, options, nullptr).run(stop)) {
        traces.push_back(traceOf(beginning, *hypothesis));
    }
    return traces;
}

std::shared_ptr<const Trace> translate(std::shared_ptr<const Model> model,
                                       std::string_view sentence, const SearchOptions &options,
                                       const std::stop_token &stop) {
    return hypotheses(std::move(model), sentence, options, stop).front();
}

}  // namespace model
