// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/training/distillation.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "model/error.h"
#include "model/evaluation/bleu.h"
#include "model/evaluation/chrf.h"
#include "model/numerics/parallel.h"
#include "model/training/augmentation/numbers.h"

namespace model::training {

namespace {

/// How near a translation is to its references: by BLEU; short ones, which have no 4-grams and so
/// no BLEU, by chrF.
std::tuple<double, double> nearness(const std::string &translation,
                                    const evaluation::References &references) {
    const std::span hypotheses(&translation, 1);
    const std::span sets(&references, 1);
    return {evaluation::bleu(hypotheses, sets).score, evaluation::chrf(hypotheses, sets)};
}

/// Which of the translations is nearest; of equally near ones the first, the most probable.
std::ptrdiff_t nearest(const std::vector<std::string> &translations,
                       const evaluation::References &references) {
    std::vector<std::tuple<double, double>> near;
    near.reserve(translations.size());
    for (const std::string &translation : translations) {
        near.push_back(nearness(translation, references));
    }
    return std::max_element(near.begin(), near.end()) - near.begin();
}

/// The translations that came to an end, best first.
std::vector<std::string> endedTranslations(const std::shared_ptr<const Model> &model,
                                           const std::string &sentence,
                                           const SearchOptions &options,
                                           const std::stop_token &stop) {
    std::vector<std::string> texts;
    for (const auto &trace : hypotheses(model, sentence, options, stop)) {
        if (trace->ending == Ending::endPiece && !trace->translation.empty()) {
            texts.push_back(trace->translation);
        }
    }
    return texts;
}

/// Whether the translation, too, has each number that source and reference share.
bool keepsNumbers(const SentencePair &pair, const std::string &translation) {
    const auto wanted = sharedNumbers(pair.source, pair.references.front());
    const auto kept = sharedNumbers(pair.source, translation);
    return std::includes(kept.begin(), kept.end(), wanted.begin(), wanted.end());
}

/// How near the nearest reference is to a translation, and which one it is.
std::pair<double, std::string> nearestReference(const std::string &translation,
                                                const evaluation::References &references) {
    std::pair<double, std::string> best{-1, {}};
    for (const std::string &reference : references) {
        const evaluation::References alone{reference};
        const double near = evaluation::chrf({&translation, 1}, {&alone, 1});
        if (near > best.first) {
            best = {near, reference};
        }
    }
    return best;
}

}  // namespace

std::vector<SentencePair> gatherReferences(std::span<const SentencePair> pairs) {
    std::vector<SentencePair> gathered;
    std::unordered_map<std::string, std::size_t> places;
    for (const SentencePair &pair : pairs) {
        const auto [place, isNew] = places.emplace(pair.source, gathered.size());
        if (isNew) {
            gathered.push_back(pair);
        } else {
            auto &references = gathered[place->second].references;
            references.insert(references.end(), pair.references.begin(), pair.references.end());
        }
    }
    return gathered;
}

std::optional<SentencePair> distil(const std::shared_ptr<const Model> &model,
                                   const SentencePair &pair, const DistillationOptions &options,
                                   const std::stop_token &stop) {
    std::vector<std::string> texts;
    try {
        texts = endedTranslations(model, pair.source, options.search, stop);
    } catch (const SentenceError &) {
        return {};
    }
    const auto best = texts.begin() + (options.nearest ? nearest(texts, pair.references) : 0);
    if (best == texts.end() || !keepsNumbers(pair, *best)) {
        return SentencePair{pair.source, {pair.references.front()}};
    }
    if (options.atLeast > 0) {
        auto [near, reference] = nearestReference(*best, pair.references);
        if (near < options.atLeast) {
            return SentencePair{pair.source, {std::move(reference)}};
        }
    }
    return SentencePair{pair.source, {std::move(*best)}};
}

std::vector<SentencePair> distilEach(const std::shared_ptr<const Model> &model,
                                     std::span<const SentencePair> pairs,
                                     const DistillationOptions &options,
                                     const std::stop_token &stop) {
    std::vector<std::optional<SentencePair>> distilled(pairs.size());
    deal(options.threads, pairs.size(),
         [&](std::size_t i) { distilled[i] = distil(model, pairs[i], options, stop); });
    std::vector<SentencePair> result;
    for (std::optional<SentencePair> &pair : distilled) {
        if (pair) {
            result.push_back(std::move(*pair));
        }
    }
    return result;
}

}  // namespace model::training
