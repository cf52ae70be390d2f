// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/training/pair_encoder.h"

#include <algorithm>
#include <span>
#include <utility>

#include "model/alignment/aligner.h"
#include "model/alignment/words.h"
#include "model/configuration.h"
#include "model/numerics/parallel.h"
#include "model/training/augmentation/numbers.h"

namespace model::training {

namespace {

constexpr std::uint64_t noiseStream = 21;
constexpr std::uint64_t nameStream = 22;
constexpr std::uint64_t numberStream = 23;
constexpr std::uint64_t patternStream = 24;
constexpr std::uint64_t withoutSourceStream = 25;

/// Puts the mark of a back-translation before its source.
void mark(EncodedPair &pair) {
    pair.source.insert(pair.source.begin(), special::begin);
    for (PieceLink &link : pair.links) {
        ++link.source;
    }
}

}  // namespace

std::vector<int> idsOf(const Tokenizer &tokenizer, std::string_view sentence) {
    std::vector<int> ids = tokenizer.encodeNormalized(sentence);
    ids.push_back(special::end);
    return ids;
}

PairEncoder::PairEncoder(const TrainingOptions &options, std::vector<SentencePair> pairs,
                         const Sides &sides, const std::stop_token &stop)
    : options_(options),
      pairs_(std::move(pairs)),
      sourceLanguage_(sides.source),
      targetLanguage_(sides.target),
      source_(sides.vocabularies.source, "tokenizer.source"),
      target_(sides.vocabularies.target, "tokenizer.target"),
      targetIds_(pairs_.size()) {
    encodeTargets();
    if (options_.expectations) {
        options_.expectations->check(pairs_, targetIds_);
    }
    if (options_.inventedNames > 0 || options_.listsOfNames > 0 || options_.patterned > 0) {
        names_.emplace(pairs_);
    }
    if (options_.patterned > 0) {
        // Sentences within others are those of people.
        const auto genuine = std::span(pairs_).first(
            pairs_.size() - std::min(pairs_.size(), options_.backTranslated));
        patterns_.emplace(options_.patterns, *names_, genuine, sourceLanguage_ != Language::french);
    }
    if (isGuided() && !options_.guidedBySameWords) {
        alignWords(stop);
    }
}

void PairEncoder::encodeTargets() {
    deal(options_.updater.threads, pairs_.size(),
         [this](std::size_t i) { targetIds_[i] = idsOf(target_, pairs_[i].references.front()); });
}

void PairEncoder::alignWords(const std::stop_token &stop) {
    std::vector<aligner::WordPair> words(pairs_.size());
    targetSpans_.resize(pairs_.size());
    deal(options_.updater.threads, pairs_.size(), [&](std::size_t i) {
        words[i] = {aligner::wordKeys(pairs_[i].source, sourceLanguage_),
                    aligner::wordKeys(pairs_[i].references.front(), targetLanguage_)};
        targetSpans_[i] = wordSpans(target_, targetIds_[i], targetLanguage_);
    });
    aligner::AlignerOptions options;
    options.threads = options_.updater.threads;
    links_ = aligner::align(words, options, stop);
}

bool PairEncoder::isBackTranslated(std::size_t i) const {
    return i + options_.backTranslated >= pairs_.size();
}

std::optional<SentencePair> PairEncoder::exchange(std::size_t i, std::uint64_t epoch) const {
    const std::uint64_t seed = options_.updater.seed;
    std::optional<SentencePair> other;
    if (options_.inventedNames > 0) {
        other = names_->exchange(pairs_[i], options_.inventedNames, {seed, nameStream, epoch, i});
    }
    if (options_.inventedNumbers > 0) {
        auto numbered = exchangeNumbers(other ? *other : pairs_[i], options_.inventedNumbers,
                                        {seed, numberStream, epoch, i});
        if (numbered) {
            return numbered;
        }
    }
    return other;
}

std::vector<PieceLink> PairEncoder::linksOf(std::size_t i, const EncodedPair &pair,
                                            const SentencePair *shown) const {
    if (options_.guidedBySameWords) {
        return linksToSameWords({source_, pair.source, sourceLanguage_},
                                {target_, pair.target, targetLanguage_});
    }
    // A disturbed sentence keeps the places of its words, but may lack the last ones.
    const auto spans = wordSpans(source_, pair.source, sourceLanguage_);
    const auto spansOfShown = shown != nullptr ? wordSpans(target_, pair.target, targetLanguage_)
                                               : std::vector<WordSpan>();
    return pieceLinks(links_[i], spans, shown != nullptr ? spansOfShown : targetSpans_[i]);
}

EncodedPair PairEncoder::encode(std::size_t i, std::uint64_t epoch) const {
    const std::uint64_t seed = options_.updater.seed;
    const std::optional<SentencePair> other = exchange(i, epoch);
    EncodedPair pair;
    pair.source = idsOf(source_, addNoise(other ? other->source : pairs_[i].source, options_.noise,
                                          Random{seed, noiseStream, epoch, i}));
    pair.target = other ? idsOf(target_, other->references.front()) : targetIds_[i];
    if (Random{seed, withoutSourceStream, epoch, i}.chance(options_.withoutSource)) {
        pair.source = {special::end};
    } else if (isGuided()) {
        pair.links = linksOf(i, pair, other ? &*other : nullptr);
    }
    if (isBackTranslated(i)) {
        mark(pair);
    }
    if (options_.expectations && !other) {
        pair.expected = options_.expectations->of(i);
    }
    return pair;
}

EncodedPair PairEncoder::encodeInvented(const SentencePair &pair) const {
    EncodedPair encoded{idsOf(source_, pair.source), idsOf(target_, pair.references.front())};
    if (isGuided()) {
        encoded.links = linksOfSameWords({source_, encoded.source, sourceLanguage_},
                                         {target_, encoded.target, targetLanguage_});
    }
    return encoded;
}

EncodedPair PairEncoder::encodeList(std::size_t i, std::uint64_t epoch) const {
    return encodeInvented(
        names_->list(options_.inventedNumbers, {options_.updater.seed, nameStream, epoch, i}));
}

EncodedPair PairEncoder::encodePatterned(std::size_t i, std::uint64_t epoch) const {
    return encodeInvented(patterns_->invent({options_.updater.seed, patternStream, epoch, i}));
}

std::vector<EncodedPair> PairEncoder::encodeEpoch(int epoch) const {
    const auto number = static_cast<std::uint64_t>(epoch);
    const auto share = [this](double perPair) {
        return static_cast<std::size_t>(perPair * static_cast<double>(pairs_.size()));
    };
    const std::size_t lists = pairs_.size() + share(options_.listsOfNames);
    std::vector<EncodedPair> encoded(lists + share(options_.patterned));
    deal(options_.updater.threads, encoded.size(), [&](std::size_t i) {
        encoded[i] = i < pairs_.size() ? encode(i, number)
                     : i < lists       ? encodeList(i, number)
                                       : encodePatterned(i, number);
    });
    return joinPairs(std::move(encoded), options_.plan, options_.updater.seed, number);
}

}  // namespace model::training
