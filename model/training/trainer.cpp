// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/training/trainer.h"

#include <chrono>
#include <cmath>
#include <utility>

#include "model/alignment/aligner.h"
#include "model/alignment/words.h"
#include "model/error.h"
#include "model/numerics/parallel.h"
#include "model/training/augmentation/numbers.h"
#include "model/training/fingerprint.h"

namespace model::training {

namespace {

constexpr std::uint64_t noiseStream = 21;
constexpr std::uint64_t nameStream = 22;
constexpr std::uint64_t numberStream = 23;

class Stopwatch {
  public:
    /// Seconds since the last call or the construction.
    double lap() {
        const auto now = std::chrono::steady_clock::now();
        const double seconds = std::chrono::duration<double>(now - last_).count();
        last_ = now;
        return seconds;
    }

  private:
    std::chrono::steady_clock::time_point last_ = std::chrono::steady_clock::now();
};

std::string trainSide(const TrainingOptions &options, const std::vector<SentencePair> &pairs,
                      bool source) {
    std::vector<std::string> sentences;
    sentences.reserve(pairs.size());
    for (const SentencePair &pair : pairs) {
        sentences.push_back(source ? pair.source : pair.references.front());
    }
    TokenizerTraining training;
    training.vocabulary =
        source ? options.configuration.sourceVocabulary : options.configuration.targetVocabulary;
    // Not the number of threads of the run: the sums here depend on how the work is divided.
    training.threads = Updater::shardCount;
    training.seed = options.updater.seed;
    return trainTokenizer(sentences, training);
}

TrainingOptions settled(TrainingOptions options) {
    if (options.start != nullptr) {
        const bool queryOfWord = options.configuration.queryOfWord;
        options.configuration = options.start->configuration();
        options.configuration.queryOfWord |= queryOfWord;
    }
    Configuration &c = options.configuration;
    c.queryOfWord &= c.architecture == Architecture::attention;
    if (c.architecture == Architecture::attention && c.score != Score::additive) {
        throw Error("A model whose score is %1 cannot be trained, expected additive.",
                    toString(c.score));
    }
    return options;
}

/// The weights of a model for a configuration whose query may be made of the word, too, where that
/// of the model is not. What the model lacks is zero: it computes the same numbers at first.
Parameters<float> startingWeights(const Weights &start, const Configuration &configuration) {
    Parameters<float> weights(configuration);
    for (const TensorLayout &tensor : weights.tensors()) {
        const Matrix known = start[tensor.tensor].matrix();
        weights[tensor.tensor].leftCols(known.cols()) = known;
    }
    return weights;
}

Checkpoint begin(const TrainingOptions &options, const std::vector<SentencePair> &pairs) {
    const std::string name = fingerprint(options, pairs);
    if (!options.checkpoint.empty() && std::filesystem::exists(options.checkpoint)) {
        Checkpoint checkpoint = readCheckpoint(options.checkpoint, options.configuration,
                                               options.adoptCheckpoint ? "" : name);
        if (std::exchange(checkpoint.fingerprint, name) != name) {
            // Of another run: its score cannot be compared with those of this run, and its batches
            // differ.
            checkpoint.state.bestScore = -1;
            checkpoint.state.batch = 0;
        }
        return checkpoint;
    }
    const Model *start = options.start.get();
    std::string source =
        start != nullptr ? start->source().serialized() : trainSide(options, pairs, true);
    std::string target =
        start != nullptr ? start->target().serialized() : trainSide(options, pairs, false);
    Configuration configuration = options.configuration;
    configuration.sourceVocabulary = Tokenizer(source, "tokenizer.source").size();
    configuration.targetVocabulary = Tokenizer(target, "tokenizer.target").size();
    Checkpoint checkpoint{TrainingState(configuration), std::move(source), std::move(target), name};
    if (start != nullptr) {
        checkpoint.state.weights = startingWeights(start->weights(), configuration);
    } else {
        initialise(checkpoint.state.weights, options.updater.seed);
    }
    checkpoint.state.average = checkpoint.state.weights;
    checkpoint.state.best = checkpoint.state.weights;
    return checkpoint;
}

Language languageOf(const Model::Metadata &metadata, const char *key) {
    const auto found = metadata.find(key);
    return found != metadata.end() && found->second == "fr" ? Language::french : Language::other;
}

}  // namespace

Trainer::Trainer(TrainingOptions options, std::vector<SentencePair> pairs, Model::Metadata metadata,
                 const std::stop_token &stop)
    : options_(settled(std::move(options))),
      pairs_(std::move(pairs)),
      metadata_(std::move(metadata)),
      checkpoint_(begin(options_, pairs_)),
      source_(checkpoint_.sourceTokenizer, "tokenizer.source"),
      target_(checkpoint_.targetTokenizer, "tokenizer.target"),
      targetIds_(pairs_.size()),
      updater_(checkpoint_.state.weights.configuration(), options_.updater),
      nextCheckpoint_(checkpoint_.state.seconds + options_.checkpointSeconds) {
    encodeTargets();
    if (options_.inventedNames > 0 || options_.listsOfNames > 0) {
        names_.emplace(pairs_);
    }
    if (options_.updater.regularisation.guidance > 0) {
        alignWords(stop);
    }
}

std::vector<int> Trainer::encodeTarget(std::string_view sentence) const {
    std::vector<int> ids = target_.encodeNormalized(sentence);
    ids.push_back(special::end);
    return ids;
}

void Trainer::encodeTargets() {
    deal(options_.updater.threads, pairs_.size(),
         [this](std::size_t i) { targetIds_[i] = encodeTarget(pairs_[i].references.front()); });
}

void Trainer::alignWords(const std::stop_token &stop) {
    const Language source = languageOf(metadata_, "source_language");
    const Language target = languageOf(metadata_, "target_language");
    std::vector<aligner::WordPair> words(pairs_.size());
    targetSpans_.resize(pairs_.size());
    deal(options_.updater.threads, pairs_.size(), [&](std::size_t i) {
        words[i] = {aligner::wordKeys(pairs_[i].source, source),
                    aligner::wordKeys(pairs_[i].references.front(), target)};
        targetSpans_[i] = wordSpans(target_, targetIds_[i], target);
    });
    aligner::AlignerOptions options;
    options.threads = options_.updater.threads;
    links_ = aligner::align(words, options, stop);
}

std::shared_ptr<const Model> Trainer::makeModel(const Parameters<float> &weights) const {
    return std::make_shared<const Model>(
        weights, Tokenizer(checkpoint_.sourceTokenizer, "tokenizer.source"),
        Tokenizer(checkpoint_.targetTokenizer, "tokenizer.target"), metadata_);
}

std::shared_ptr<const Model> Trainer::bestModel() const {
    return makeModel(state().bestScore >= 0 ? state().best : state().average);
}

std::optional<SentencePair> Trainer::exchange(std::size_t i) const {
    const auto epoch = static_cast<std::uint64_t>(state().epoch);
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

EncodedPair Trainer::encode(std::size_t i) const {
    const auto epoch = static_cast<std::uint64_t>(state().epoch);
    const std::uint64_t seed = options_.updater.seed;
    const std::optional<SentencePair> other = exchange(i);
    const std::string &source = other ? other->source : pairs_[i].source;
    EncodedPair pair;
    pair.source = source_.encodeNormalized(
        addNoise(source, options_.noise, Random{seed, noiseStream, epoch, i}));
    pair.source.push_back(special::end);
    pair.target = other ? encodeTarget(other->references.front()) : targetIds_[i];
    if (!links_.empty()) {
        // A disturbed sentence keeps the places of its words, but may lack the last ones.
        const auto spans =
            wordSpans(source_, pair.source, languageOf(metadata_, "source_language"));
        const auto spansOfOther =
            other ? wordSpans(target_, pair.target, languageOf(metadata_, "target_language"))
                  : std::vector<WordSpan>();
        pair.links = pieceLinks(links_[i], spans, other ? spansOfOther : targetSpans_[i]);
    }
    return pair;
}

EncodedPair Trainer::encodeList(std::size_t i) const {
    const auto epoch = static_cast<std::uint64_t>(state().epoch);
    const SentencePair list =
        names_->list(options_.inventedNumbers, {options_.updater.seed, nameStream, epoch, i});
    EncodedPair pair;
    pair.source = source_.encodeNormalized(list.source);
    pair.source.push_back(special::end);
    pair.target = encodeTarget(list.references.front());
    if (!links_.empty()) {
        aligner::Links links;
        const auto words = aligner::splitWords(list.source, Language::other).size();
        for (int word = 0; word < static_cast<int>(words); ++word) {
            links.push_back({word, word});
        }
        pair.links = pieceLinks(links, wordSpans(source_, pair.source, Language::other),
                                wordSpans(target_, pair.target, Language::other));
    }
    return pair;
}

std::vector<EncodedPair> Trainer::encodeEpoch() const {
    const auto lists =
        static_cast<std::size_t>(options_.listsOfNames * static_cast<double>(pairs_.size()));
    std::vector<EncodedPair> encoded(pairs_.size() + lists);
    deal(options_.updater.threads, encoded.size(),
         [&](std::size_t i) { encoded[i] = i < pairs_.size() ? encode(i) : encodeList(i); });
    return joinPairs(std::move(encoded), options_.plan, options_.updater.seed,
                     static_cast<std::uint64_t>(state().epoch));
}

bool Trainer::run(const TrainingEvents &events, const std::stop_token &stop) {
    while (state().epoch < options_.epochs) {
        if (!runEpoch(events, stop)) {
            save();
            return false;
        }
        measure(events);
        ++checkpoint_.state.epoch;
        checkpoint_.state.batch = 0;
        save();
    }
    return true;
}

double Trainer::progressOf(int batch, int batches) const {
    return (state().epoch + static_cast<double>(batch) / batches) / options_.epochs;
}

bool Trainer::runEpoch(const TrainingEvents &events, const std::stop_token &stop) {
    TrainingState &state = checkpoint_.state;
    Epoch epoch = beginEpoch();
    const int batches = static_cast<int>(epoch.plan.size());
    Stopwatch watch;
    while (state.batch < batches) {
        learnBatch(epoch);
        const double seconds = watch.lap();
        state.seconds += seconds;
        epoch.tally.seconds += seconds;
        if (events.progress &&
            (epoch.tally.seconds >= options_.reportSeconds || state.batch == batches)) {
            events.progress(progressIn(epoch));
            epoch.tally = {};
        }
        if (options_.scoreEvery > 0 && state.update % options_.scoreEvery == 0 &&
            state.batch < batches) {
            measure(events);
            watch.lap();
        }
        if (state.seconds >= nextCheckpoint_) {
            save();
        }
        if (stop.stop_requested()) {
            return false;
        }
    }
    return true;
}

Trainer::Epoch Trainer::beginEpoch() const {
    Epoch epoch;
    epoch.pairs = encodeEpoch();
    epoch.plan = planEpoch(epoch.pairs, options_.plan, options_.updater.seed,
                           static_cast<std::uint64_t>(state().epoch));
    if (epoch.plan.empty()) {
        throw Error(
            "Got no sentence pair to learn from, expected some of at most %1 pieces a side.",
            options_.plan.maximumLength);
    }
    epoch.startProgress = progressOf(state().batch, static_cast<int>(epoch.plan.size()));
    epoch.startSeconds = state().seconds;
    return epoch;
}

void Trainer::learnBatch(Epoch &epoch) {
    TrainingState &state = checkpoint_.state;
    std::vector<const EncodedPair *> chosen;
    for (const int index : epoch.plan[static_cast<std::size_t>(state.batch)]) {
        const EncodedPair &pair = epoch.pairs[static_cast<std::size_t>(index)];
        chosen.push_back(&pair);
        for (const int id : pair.target) {
            epoch.tally.words += target_.piece(id).starts_with("▁") ? 1 : 0;
        }
    }
    const UpdateReport report =
        updater_.apply(state, chosen, progressOf(state.batch, static_cast<int>(epoch.plan.size())));
    ++state.batch;
    epoch.tally.pieces += report.targetPieces;
    epoch.tally.cost += report.cost;
    if (!std::isfinite(report.cost.loss) || !std::isfinite(report.gradientNorm)) {
        throw Error(
            "Training diverged: the loss of update %1 or its gradient is not finite; a smaller "
            "learning rate is needed.",
            state.update);
    }
}

Progress Trainer::progressIn(const Epoch &epoch) const {
    const TrainingState &s = state();
    const Tally &tally = epoch.tally;
    const int batches = static_cast<int>(epoch.plan.size());
    const double done = progressOf(s.batch, batches);
    const double perPart = (s.seconds - epoch.startSeconds) / (done - epoch.startProgress);
    const auto n = static_cast<double>(tally.pieces);
    Progress progress;
    progress.epoch = s.epoch;
    progress.epochs = options_.epochs;
    progress.batch = s.batch;
    progress.batches = batches;
    progress.update = s.update;
    progress.loss = tally.cost.loss / n;
    progress.perplexity = std::exp(-tally.cost.logLikelihood / n);
    progress.accuracy = static_cast<double>(tally.cost.correct) / n;
    progress.alignment =
        tally.cost.alignment / static_cast<double>(std::max(1L, tally.cost.linked));
    progress.learningRate =
        options_.updater.schedule.learningRate(s.update, progressOf(s.batch - 1, batches));
    progress.wordsPerSecond = static_cast<double>(tally.words) / tally.seconds;
    progress.piecesPerSecond = n / tally.seconds;
    progress.elapsed = s.seconds;
    progress.remaining = perPart * (1 - done);
    return progress;
}

void Trainer::measure(const TrainingEvents &events) {
    if (!events.score) {
        return;
    }
    TrainingState &state = checkpoint_.state;
    const double score = events.score(makeModel(state.average));
    if (score > state.bestScore) {
        state.bestScore = score;
        state.bestUpdate = state.update;
        state.best = state.average;
    }
    if (events.scored) {
        events.scored(state.update, score, state.bestScore);
    }
}

void Trainer::save() {
    if (!options_.checkpoint.empty()) {
        writeCheckpoint(checkpoint_, options_.checkpoint);
    }
    nextCheckpoint_ = state().seconds + options_.checkpointSeconds;
}

}  // namespace model::training
