// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/decoding/stepwise_search.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <utility>

#include "model/decoding/decoding.h"
#include "model/decoding/language_model.h"
#include "model/error.h"
#include "model/numerics/random.h"

namespace model {
namespace {

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

/// Beam search with the length normalisation of Wu et al. (2016), section 7.
class BeamSearch : public StepwiseSearch {
  public:
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

    /// No active hypothesis can matter any more: enough have ended, or not even a continuation
    /// without any further cost would win.
    bool finished() const override {
        const auto beam = static_cast<std::size_t>(options_.beam);
        if (active_.empty() || ended_.size() >= beam) {
            return true;
        }
        if (compares()) {
            return false;  // the next piece may make the objective larger
        }
        const double bound =
            options_.score(objective(active_.front()), maximumTargetLength(sourceLength_));
        return std::any_of(ended_.begin(), ended_.end(),
                           [&](const Hypothesis &ended) { return ended->score >= bound; });
    }

    std::vector<StepRequest> wanted() const override {
        std::vector<StepRequest> requests;
        // All are of the same length.
        const Intervention intervention = interventions_.at(lengthOf(active_.front()));
        for (const Hypothesis &hypothesis : active_) {
            requests.push_back({&encoder_, prefixOf(hypothesis, encoder_), intervention});
        }
        return requests;
    }

    /// Continues every active hypothesis by one piece and keeps the most probable.
    void take(std::vector<DecodedStep> decoded) override {
        if (compares()) {
            comparison_.next = comparison_.model->next(comparison_.prefixes);
        }
        std::vector<std::shared_ptr<const StepTrace>> steps;
        std::vector<Continuation> continuations;
        for (DecodedStep &each : decoded) {
            collect(each, steps.size(), continuations);
            steps.push_back(std::make_shared<const StepTrace>(std::move(each.step)));
        }
        std::stable_sort(
            continuations.begin(), continuations.end(),
            [](const Continuation &a, const Continuation &b) { return a.objective > b.objective; });
        keep(continuations, steps);
    }

    std::vector<Hypothesis> ended() const override {
        std::vector<Hypothesis> ranked = ended_;
        std::stable_sort(ranked.begin(), ranked.end(),
                         [](const auto &a, const auto &b) { return a->score > b->score; });
        return ranked;
    }

  private:
    /// log p − λ log U
    double objective(const Hypothesis &hypothesis) const {
        return logProbability(hypothesis) - options_.antiLanguageModel * languageModel(hypothesis);
    }

    /// Whether the next pieces are compared with what the model says without a source.
    bool compares() const {
        return comparison_.model && lengthOf(active_.front()) < options_.antiLanguageModelPieces;
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
        child.score = options_.score(
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

/// Takes the most probable piece of each step, or draws one, unless it is forced.
class OneByOneSearch : public StepwiseSearch {
  public:
    OneByOneSearch(const Trace &beginning, const Interventions &interventions,
                   const SearchOptions &options)
        : encoder_(*beginning.encoder),
          interventions_(interventions),
          drawn_(static_cast<std::size_t>(options.sampled)),
          random_{options.seed, nameOf(beginning.source)},
          sourceLength_(beginning.sourceLength()) {}

    bool finished() const override { return node_ && node_->ending != Ending::running; }

    std::vector<StepRequest> wanted() const override {
        return {{&encoder_, prefixOf(node_, encoder_), interventions_.at(lengthOf(node_))}};
    }

    void take(std::vector<DecodedStep> steps) override {
        DecodedStep &decoded = steps.front();
        if (drawn_ > 0 && !decoded.choice.forced) {
            const std::span candidates(decoded.step.candidates);
            const auto among = candidates.first(std::min(candidates.size(), drawn_));
            decoded.choice = choiceOf(decoded.step, draw(among, random_));
        }
        node_ = std::make_shared<const SearchNode>(
            extended(node_, std::make_shared<const StepTrace>(std::move(decoded.step)),
                     decoded.choice, sourceLength_));
    }

    std::vector<Hypothesis> ended() const override { return {node_}; }

  private:
    /// A number of its own for each sentence, so that their draws differ.
    static std::uint64_t nameOf(const Source &source) {
        std::uint64_t name = 0;
        for (int position = 0; position < source.length(); ++position) {
            name = Random{name, static_cast<std::uint64_t>(source.token(position))}.next();
        }
        return name;
    }

    const EncoderTrace &encoder_;
    const Interventions &interventions_;
    const std::size_t drawn_;  ///< of so many pieces one is drawn; 0: the first is taken
    Random random_;
    const int sourceLength_;
    Hypothesis node_;
};

}  // namespace

void checkOptions(const SearchOptions &options) {
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

std::unique_ptr<StepwiseSearch> beginSearch(const Trace &beginning,
                                            const Interventions &interventions,
                                            const SearchOptions &options,
                                            std::vector<Hypothesis> *kept) {
    checkOptions(options);
    if (kept == nullptr && (options.sampled > 0 || options.greedy())) {
        return std::make_unique<OneByOneSearch>(beginning, interventions, options);
    }
    return std::make_unique<BeamSearch>(beginning, interventions, options, kept);
}

}  // namespace model
