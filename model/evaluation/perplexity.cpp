// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/evaluation/perplexity.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <vector>

#include "model/decoding/decoder.h"
#include "model/decoding/decoding.h"
#include "model/decoding/language_model.h"
#include "model/error.h"
#include "model/evaluation/report.h"
#include "model/numerics/parallel.h"

namespace model::evaluation {
namespace {

double perplexity(double logProbability, long count) {
    return count == 0 ? 1 : std::exp(-logProbability / static_cast<double>(count));
}

/// Of one target, given the numbers of the encoder.
TargetProbability probabilityOf(const Model &model, const EncoderTrace &encoder,
                                const std::string &target) {
    const std::string normalised = normalize(target, model.targetLanguage()).text;
    const std::vector<int> pieces = model.target().encodeNormalized(normalised);
    Interventions forced;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        forced.steps[static_cast<int>(i)].word = pieces[i];
    }
    forced.steps[static_cast<int>(pieces.size())].word = special::end;
    TargetProbability result;
    for (const DecodedStep &step :
         decodeAlong(model, encoder, emptyPrefix(encoder), pieces, forced)) {
        result.logProbability += step.choice.candidate.logProbability;
        ++result.pieces;
    }
    result.words = countWords(normalised) + 1;
    return result;
}

/// The target that a source is shown with in place of its own: that which it is half of all of them
/// away from.
std::size_t shownInstead(std::size_t source, std::size_t count) {
    return (source + count - count / 2) % count;
}

TargetProbability sumOf(const std::vector<TargetProbability> &each) {
    TargetProbability sum;
    for (const TargetProbability &one : each) {
        sum.logProbability += one.logProbability;
        sum.pieces += one.pieces;
        sum.words += one.words;
    }
    return sum;
}

}  // namespace

double TargetProbability::perplexityPerPiece() const {
    return perplexity(logProbability, pieces);
}

double TargetProbability::perplexityPerWord() const {
    return perplexity(logProbability, words);
}

TargetProbability targetProbability(const std::shared_ptr<const Model> &model,
                                    std::span<const std::string> sources,
                                    std::span<const std::string> targets, Shown shown, int threads,
                                    const std::stop_token &stop) {
    return targetProbabilities(model, sources, targets, std::span(&shown, 1), threads, stop)
        .front();
}

std::vector<TargetProbability> targetProbabilities(const std::shared_ptr<const Model> &model,
                                                   std::span<const std::string> sources,
                                                   std::span<const std::string> targets,
                                                   std::span<const Shown> shown, int threads,
                                                   const std::stop_token &stop) {
    if (sources.size() != targets.size()) {
        throw Error("Got %1 targets of %2 sources, expected one of each.", targets.size(),
                    sources.size());
    }
    const EncoderTrace nothing = encodeNothing(*model);
    const bool encodes =
        std::ranges::any_of(shown, [](Shown one) { return one != Shown::nothing; });
    // By what is shown, then by target.
    std::vector<std::vector<TargetProbability>> each(
        shown.size(), std::vector<TargetProbability>(targets.size()));
    std::atomic<std::size_t> next = 0;
    parallel(threads, [&](int) {
        for (auto i = next++; i < targets.size(); i = next++) {
            if (stop.stop_requested()) {
                throw Cancelled();
            }
            const auto source = encodes ? beginTrace(model, sources[i], {}, stop).encoder : nullptr;
            for (std::size_t k = 0; k < shown.size(); ++k) {
                const std::size_t target =
                    shown[k] == Shown::other ? shownInstead(i, targets.size()) : i;
                each[k][target] = probabilityOf(
                    *model, shown[k] == Shown::nothing ? nothing : *source, targets[target]);
            }
        }
    });
    std::vector<TargetProbability> sums;
    for (const std::vector<TargetProbability> &ofTargets : each) {
        sums.push_back(sumOf(ofTargets));
    }
    return sums;
}

}  // namespace model::evaluation
