// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "model/decoding/decoding.h"
#include "model/decoding/translation.h"
#include "model/error.h"

namespace model {
namespace {

/// The beginning of a translation, or a whole one.
struct Hypothesis {
    std::vector<std::shared_ptr<const StepTrace>> steps;
    double logProbability = 0;
    Ending ending = Ending::running;
};

/// A way to continue one of the hypotheses.
struct Continuation {
    std::size_t parent;
    int rank;  ///< among the parent's candidates
    double logProbability;
};

/// Beam search with the length normalisation of Wu et al. (2016), section 7.
class BeamSearch {
  public:
    BeamSearch(const Model &model, const EncoderTrace &encoder, const SearchOptions &options)
        : model_(model),
          encoder_(encoder),
          options_(options),
          limit_(maximumTargetLength(static_cast<int>(encoder.annotations.rows()))),
          active_(1) {}

    /// What has ended, best first.
    std::vector<Hypothesis> run(const std::stop_token &stop) {
        while (!decided()) {
            advance(stop);
        }
        std::stable_sort(ended_.begin(), ended_.end(), [this](const auto &a, const auto &b) {
            return normalised(a) > normalised(b);
        });
        return std::move(ended_);
    }

  private:
    double normalised(double logProbability, int length) const {
        return logProbability / std::pow((5.0 + length) / 6.0, options_.lengthPenalty);
    }
    double normalised(const Hypothesis &hypothesis) const {
        return normalised(hypothesis.logProbability, static_cast<int>(hypothesis.steps.size()));
    }

    /// Nothing that is still active can matter: enough have ended, or not even a continuation that
    /// cost nothing more would win.
    bool decided() const {
        const auto beam = static_cast<std::size_t>(options_.beam);
        if (active_.empty() || ended_.size() >= beam) {
            return true;
        }
        return std::any_of(ended_.begin(), ended_.end(), [this](const Hypothesis &ended) {
            return normalised(ended) >= normalised(active_.front().logProbability, limit_);
        });
    }

    /// Continues every active hypothesis by one piece and keeps the most probable.
    void advance(const std::stop_token &stop) {
        if (stop.stop_requested()) {
            throw Cancelled();
        }
        std::vector<const StepTrace *> previous;
        for (const Hypothesis &hypothesis : active_) {
            previous.push_back(hypothesis.steps.empty() ? nullptr : hypothesis.steps.back().get());
        }
        std::vector<std::shared_ptr<const StepTrace>> steps;
        std::vector<Continuation> continuations;
        for (StepTrace &step : decodeEach(model_, encoder_, previous)) {
            const std::size_t parent = steps.size();
            for (std::size_t rank = 0; rank < step.candidates.size(); ++rank) {
                continuations.push_back(
                    {parent, static_cast<int>(rank),
                     active_[parent].logProbability + step.candidates[rank].logProbability});
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
            if (child.ending == Ending::running) {
                next.push_back(std::move(child));
            } else if (i < beam) {
                ended_.push_back(std::move(child));
            }
        }
        active_ = std::move(next);
    }

    Hypothesis extend(const Hypothesis &parent, const std::shared_ptr<const StepTrace> &step,
                      const Continuation &continuation) const {
        Hypothesis child = parent;
        child.logProbability = continuation.logProbability;
        if (continuation.rank == 0) {
            child.steps.push_back(step);
        } else {
            // The same numbers led to another word.
            StepTrace other = *step;
            other.chosen = other.candidates[static_cast<std::size_t>(continuation.rank)];
            other.chosenRank = continuation.rank;
            child.steps.push_back(std::make_shared<const StepTrace>(std::move(other)));
        }
        if (child.steps.back()->chosen.id == special::end) {
            child.ending = Ending::endPiece;
        } else if (static_cast<int>(child.steps.size()) >= limit_) {
            child.ending = Ending::length;
        }
        return child;
    }

    const Model &model_;
    const EncoderTrace &encoder_;
    const SearchOptions options_;
    const int limit_;                 ///< pieces of the longest translation
    std::vector<Hypothesis> active_;  ///< most probable first
    std::vector<Hypothesis> ended_;
};

std::shared_ptr<const Trace> translateGreedily(std::shared_ptr<const Model> model,
                                               std::string_view sentence,
                                               const std::stop_token &stop) {
    Translation translation(std::move(model), sentence, stop);
    while (!translation.finished()) {
        if (stop.stop_requested()) {
            throw Cancelled();
        }
        translation.step();
    }
    return translation.trace();
}

}  // namespace

std::vector<std::shared_ptr<const Trace>> hypotheses(std::shared_ptr<const Model> model,
                                                     std::string_view sentence,
                                                     const SearchOptions &options,
                                                     const std::stop_token &stop) {
    if (options.beam < 1 || options.beam > StepTrace::candidateCount) {
        throw Error("Got a beam of " + std::to_string(options.beam) +
                    " hypotheses, expected 1 to " + std::to_string(StepTrace::candidateCount) +
                    ".");
    }
    if (options.beam == 1) {
        return {translateGreedily(std::move(model), sentence, stop)};
    }
    const Trace begun = beginTrace(std::move(model), sentence, stop);
    std::vector<std::shared_ptr<const Trace>> traces;
    for (Hypothesis &hypothesis : BeamSearch(*begun.model, *begun.encoder, options).run(stop)) {
        auto trace = std::make_shared<Trace>(begun);
        trace->steps = std::move(hypothesis.steps);
        trace->ending = hypothesis.ending;
        describeTarget(*trace);
        traces.push_back(std::move(trace));
    }
    return traces;
}

std::shared_ptr<const Trace> translate(std::shared_ptr<const Model> model,
                                       std::string_view sentence, const SearchOptions &options,
                                       const std::stop_token &stop) {
    return hypotheses(std::move(model), sentence, options, stop).front();
}

}  // namespace model
