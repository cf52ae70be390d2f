// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/decoding/search.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <utility>

#include "model/decoding/decoder.h"
#include "model/decoding/decoding.h"
#include "model/decoding/language_model.h"
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
    Choice choice;  ///< after the next step of the parent
    double objective;
};

/// What the active hypotheses are compared with; without a model where that is not asked for.
struct Comparison {
    std::optional<LanguageModel> model;
    std::vector<Prefix> prefixes;  ///< one for each active hypothesis
    Distributions next;            ///< after these
};

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

/// Pieces of a hypothesis.
int lengthOf(const Hypothesis &hypothesis) {
    return hypothesis ? hypothesis->length : 0;
}

/// The choice of one of the most probable pieces of a step.
Choice choiceOf(const StepTrace &step, std::size_t rank) {
    return {.candidate = step.candidates[rank], .rank = static_cast<int>(rank)};
}

/// A hypothesis and a piece after its next step; without a score.
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

/// Beam search with the length normalisation of Wu et al. (2016), section 7.
class BeamSearch {
  public:
    /// `kept`, if any, receives every hypothesis; otherwise those that are given up are forgotten.
    BeamSearch(const Trace &beginning, const Interventions &interventions,
               const SearchOptions &options, std::vector<Hypothesis> *kept)
        : model_(*beginning.model),
          encoder_(*beginning.encoder),
          interventions_(interventions),
          options_(options),
          sourceLength_(beginning.sourceLength()),
          kept_(kept),
          active_(1) {
        if (options_.comparesWithLanguageModel()) {
            comparison_.model.emplace(model_);
            comparison_.prefixes = {comparison_.model->begin()};
        }
    }

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
    double normalised(double objective, int length) const {
        return objective / std::pow((5.0 + length) / 6.0, options_.lengthPenalty);
    }

    /// log p − λ log U
    double objective(const Hypothesis &hypothesis) const {
        return logProbability(hypothesis) - options_.antiLanguageModel * languageModel(hypothesis);
    }

    /// Whether the next pieces are compared with what the model says without a source.
    bool compares() const {
        return comparison_.model && lengthOf(active_.front()) < options_.antiLanguageModelPieces;
    }

    /// No active hypothesis can matter any more: enough have ended, or not even a continuation
    /// without any further cost would win.
    bool decided() const {
        const auto beam = static_cast<std::size_t>(options_.beam);
        if (active_.empty() || ended_.size() >= beam) {
            return true;
        }
        if (compares()) {
            return false;  // the next piece may make the objective larger
        }
        const double bound =
            normalised(objective(active_.front()), maximumTargetLength(sourceLength_));
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
        // All are of the same length.
        const Intervention intervention = interventions_.at(lengthOf(active_.front()));
        if (compares()) {
            comparison_.next = comparison_.model->next(comparison_.prefixes);
        }
        std::vector<std::shared_ptr<const StepTrace>> steps;
        std::vector<Continuation> continuations;
        for (DecodedStep &decoded : decodeEach(model_, encoder_, prefixes, {&intervention, 1})) {
            collect(decoded, steps.size(), continuations);
            steps.push_back(std::make_shared<const StepTrace>(std::move(decoded.step)));
        }
        std::stable_sort(
            continuations.begin(), continuations.end(),
            [](const Continuation &a, const Continuation &b) { return a.objective > b.objective; });
        keep(continuations, steps);
    }

    /// The ways to continue a hypothesis: by its most probable pieces, or by the forced one.
    void collect(const DecodedStep &decoded, std::size_t parent,
                 std::vector<Continuation> &continuations) const {
        const auto add = [&](Choice choice) {
            double gain = choice.candidate.logProbability;
            if (compares()) {
                choice.withoutSource = comparison_.next.logProbabilities(static_cast<long>(parent),
                                                                         choice.candidate.id);
                gain -= options_.antiLanguageModel * *choice.withoutSource;
            }
            continuations.push_back({parent, choice, objective(active_[parent]) + gain});
        };
        if (decoded.choice.forced) {
            add(decoded.choice);
            return;
        }
        const auto &candidates = decoded.step.candidates;
        const double least = compares() && options_.plausible > 0
                                 ? candidates.front().logProbability + std::log(options_.plausible)
                                 : -std::numeric_limits<double>::infinity();
        for (std::size_t rank = 0;
             rank < candidates.size() && candidates[rank].logProbability >= least; ++rank) {
            add(choiceOf(decoded.step, rank));
        }
    }

    void keep(const std::vector<Continuation> &continuations,
              const std::vector<std::shared_ptr<const StepTrace>> &steps) {
        const auto beam = static_cast<std::size_t>(options_.beam);
        std::vector<Hypothesis> next;
        std::vector<Prefix> compared;
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
            if (child->ending == Ending::running && compares()) {
                compared.push_back(prefixBehind(comparison_.next.steps[continuation.parent],
                                                continuation.choice.candidate.id));
            }
            (child->ending == Ending::running ? next : ended_).push_back(std::move(child));
        }
        active_ = std::move(next);
        comparison_.prefixes = std::move(compared);
    }

    Hypothesis extend(const Hypothesis &parent, const std::shared_ptr<const StepTrace> &step,
                      const Continuation &continuation) const {
        SearchNode child = extended(parent, step, continuation.choice, sourceLength_);
        child.score = normalised(
            child.logProbability - options_.antiLanguageModel * child.languageModel, child.length);
        return std::make_shared<const SearchNode>(std::move(child));
    }

    const Model &model_;
    const EncoderTrace &encoder_;
    const Interventions &interventions_;
    const SearchOptions options_;
    const int sourceLength_;
    std::vector<Hypothesis> *kept_;
    std::vector<Hypothesis> active_;  ///< best first
    Comparison comparison_;
    std::vector<Hypothesis> ended_;
};

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

void check(const SearchOptions &options) {
    if (options.beam < 1 || options.beam > StepTrace::candidateCount) {
        throw Error("Got a beam of %1 hypotheses, expected 1 to %2.", options.beam,
                    StepTrace::candidateCount);
    }
    if (!(options.antiLanguageModel >= 0 && options.antiLanguageModel < 1)) {
        throw Error("Got the weight %1 of an anti-language model, expected 0 to less than 1.",
                    std::to_string(options.antiLanguageModel));
    }
    if (!(options.plausible >= 0 && options.plausible <= 1)) {
        throw Error("Got %1 as the least share of the most probable piece, expected 0 to 1.",
                    std::to_string(options.plausible));
    }
    if (options.sampled > 0 && options.comparesWithLanguageModel()) {
        throw Error("Got pieces to draw and an anti-language model, expected one of these.");
    }
    if (options.sampled < 0 || options.sampled > StepTrace::candidateCount) {
        throw Error("Got %1 pieces to draw one from, expected at most %2.", options.sampled,
                    StepTrace::candidateCount);
    }
}

/// The rank of a candidate, drawn from the most probable ones by their probabilities.
std::size_t draw(std::span<const Candidate> candidates, Random &random) {
    double sum = 0;
    for (const Candidate &candidate : candidates) {
        sum += std::exp(candidate.logProbability);
    }
    double left = sum * random.uniform();
    for (std::size_t rank = 0; rank + 1 < candidates.size(); ++rank) {
        left -= std::exp(candidates[rank].logProbability);
        if (left < 0) {
            return rank;
        }
    }
    return candidates.size() - 1;
}

/// A translation each piece of which is drawn, unless it is forced.
std::shared_ptr<const Trace> sample(const Trace &beginning, const Interventions &interventions,
                                    const SearchOptions &options, const std::stop_token &stop) {
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
        DecodedStep decoded =
            decode(*beginning.model, *beginning.encoder, prefixOf(node, *beginning.encoder),
                   interventions.at(lengthOf(node)));
        if (!decoded.choice.forced) {
            const std::span candidates(decoded.step.candidates);
            const auto drawn =
                std::min(candidates.size(), static_cast<std::size_t>(options.sampled));
            decoded.choice = choiceOf(decoded.step, draw(candidates.first(drawn), random));
        }
        node = std::make_shared<const SearchNode>(
            extended(node, std::make_shared<const StepTrace>(std::move(decoded.step)),
                     decoded.choice, beginning.sourceLength()));
    }
    return traceOf(beginning, interventions, *node);
}

Trace beginningOf(const TranslationRequest &request, const std::stop_token &stop) {
    return beginTrace(request.model, request.sentence, request.interventions, stop);
}

}  // namespace

std::shared_ptr<const Trace> SearchTree::trace(const SearchNode &node) const {
    return traceOf(*beginning, interventions, node);
}

SearchTree searchTree(const TranslationRequest &request, const SearchOptions &options,
                      const std::stop_token &stop) {
    check(options);
    SearchTree tree;
    tree.beginning = std::make_shared<const Trace>(beginningOf(request, stop));
    tree.interventions = request.interventions;
    tree.ended = BeamSearch(*tree.beginning, tree.interventions, options, &tree.nodes).run(stop);
    return tree;
}

SearchTree searchTree(std::shared_ptr<const Model> model, std::string_view sentence,
                      const SearchOptions &options, const std::stop_token &stop) {
    return searchTree({std::move(model), std::string(sentence)}, options, stop);
}

std::vector<std::shared_ptr<const Trace>> hypotheses(const TranslationRequest &request,
                                                     const SearchOptions &options,
                                                     const std::stop_token &stop) {
    check(options);
    if (options.sampled > 0) {
        return {sample(beginningOf(request, stop), request.interventions, options, stop)};
    }
    if (options.beam == 1 && !options.comparesWithLanguageModel()) {
        return {translate(request, nullptr, stop)};
    }
    const Trace beginning = beginningOf(request, stop);
    std::vector<std::shared_ptr<const Trace>> traces;
    for (const auto &end :
         BeamSearch(beginning, request.interventions, options, nullptr).run(stop)) {
        traces.push_back(traceOf(beginning, request.interventions, *end));
    }
    return traces;
}

std::vector<std::shared_ptr<const Trace>> hypotheses(std::shared_ptr<const Model> model,
                                                     std::string_view sentence,
                                                     const SearchOptions &options,
                                                     const std::stop_token &stop) {
    return hypotheses({std::move(model), std::string(sentence)}, options, stop);
}

std::shared_ptr<const Trace> translate(const TranslationRequest &request,
                                       const SearchOptions &options, const std::stop_token &stop) {
    return hypotheses(request, options, stop).front();
}

std::shared_ptr<const Trace> translate(std::shared_ptr<const Model> model,
                                       std::string_view sentence, const SearchOptions &options,
                                       const std::stop_token &stop) {
    return hypotheses(std::move(model), sentence, options, stop).front();
}

}  // namespace model
