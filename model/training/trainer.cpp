// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/training/trainer.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <filesystem>
#include <optional>
#include <utility>

#include "model/error.h"
#include "model/text/tokenizer.h"
#include "model/training/fingerprint.h"
#include "model/training/pair_encoder.h"

namespace model::training {

namespace {

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
    c.queryOfWord &= c.attends();
    if (c.attends() && c.score != Score::additive) {
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

/// Those that the options name; nothing where new ones are to be made.
std::optional<Vocabularies> knownVocabularies(const TrainingOptions &options) {
    if (options.start != nullptr) {
        return Vocabularies{options.start->source().serialized(),
                            options.start->target().serialized()};
    }
    return options.vocabularies;
}

/// Goes on from the checkpoint if there is one; nothing otherwise.
std::optional<Checkpoint> takeUp(const TrainingOptions &options, const std::string &name) {
    if (options.checkpoint.empty() || !std::filesystem::exists(options.checkpoint)) {
        return {};
    }
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

Checkpoint begin(const TrainingOptions &options, Vocabularies vocabularies,
                 const std::string &name) {
    auto &[source, target] = vocabularies;
    const Model *start = options.start.get();
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

Language languageIn(const Model::Metadata &metadata, const char *key) {
    const auto found = metadata.find(key);
    return languageOf(found != metadata.end() ? found->second : "");
}

}  // namespace

Trainer::Beginning Trainer::beginOn(TrainingOptions options, std::vector<SentencePair> pairs,
                                    const Model::Metadata &metadata, const std::stop_token &stop) {
    options = settled(std::move(options));
    if (options.configuration.seesPictures()) {
        throw Error("A model that describes pictures cannot learn from pairs of sentences.");
    }
    const std::string name = fingerprint(options, hash(pairs));
    auto checkpoint = takeUp(options, name);
    if (!checkpoint) {
        auto vocabularies = knownVocabularies(options);
        checkpoint = begin(options,
                           vocabularies ? *vocabularies
                                        : Vocabularies{trainSide(options, pairs, true),
                                                       trainSide(options, pairs, false)},
                           name);
    }
    const Sides sides{{checkpoint->sourceTokenizer, checkpoint->targetTokenizer},
                      languageIn(metadata, "source_language"),
                      languageIn(metadata, "target_language")};
    auto encoder = std::make_unique<const PairEncoder>(options, std::move(pairs), sides, stop);
    return {std::move(options), *std::move(checkpoint), std::move(encoder)};
}

Trainer::Beginning Trainer::beginOn(TrainingOptions options,
                                    std::unique_ptr<const PairSource> pairs) {
    options = settled(std::move(options));
    const auto vocabularies = knownVocabularies(options);
    if (!vocabularies) {
        throw Error("Got pairs of piece ids to learn from without vocabularies, expected both.");
    }
    const std::string name = fingerprint(options, pairs->hash());
    auto checkpoint = takeUp(options, name);
    if (!checkpoint) {
        checkpoint = begin(options, *vocabularies, name);
    }
    return {std::move(options), *std::move(checkpoint), std::move(pairs)};
}

Trainer::Trainer(TrainingOptions options, std::vector<SentencePair> pairs, Model::Metadata metadata,
                 const std::stop_token &stop)
    : Trainer(beginOn(std::move(options), std::move(pairs), metadata, stop), metadata) {}

Trainer::Trainer(TrainingOptions options, std::unique_ptr<const PairSource> pairs,
                 Model::Metadata metadata)
    : Trainer(beginOn(std::move(options), std::move(pairs)), std::move(metadata)) {}

Trainer::Trainer(Beginning beginning, Model::Metadata metadata)
    : options_(std::move(beginning.options)),
      metadata_(std::move(metadata)),
      checkpoint_(std::move(beginning.checkpoint)),
      target_(checkpoint_.targetTokenizer, "tokenizer.target"),
      pairs_(std::move(beginning.pairs)),
      updater_(checkpoint_.state.weights.configuration(), options_.updater),
      nextCheckpoint_(checkpoint_.state.seconds + options_.checkpointSeconds) {}

std::shared_ptr<const Model> Trainer::makeModel(const Parameters<float> &weights) const {
    return std::make_shared<const Model>(
        weights, Tokenizer(checkpoint_.sourceTokenizer, "tokenizer.source"),
        Tokenizer(checkpoint_.targetTokenizer, "tokenizer.target"), metadata_);
}

std::shared_ptr<const Model> Trainer::bestModel() const {
    return makeModel(state().bestScore >= 0 ? state().best : state().average);
}

bool Trainer::run(const TrainingEvents &events, const std::stop_token &stop) {
    while (!finished()) {
        if (!runEpoch(events, stop)) {
            save();
            return false;
        }
        measure(events);
        endEpoch();
        save();
    }
    return true;
}

void Trainer::step() {
    if (finished()) {
        return;
    }
    beginEpoch();
    if (state().batch < batches()) {
        learnBatch();
    }
    if (state().batch == batches()) {
        endEpoch();
    }
}

double Trainer::progressOf(int batch) const {
    const double part = static_cast<double>(batch) / std::max(1, batches());
    return (state().epoch + part) / options_.epochs;
}

bool Trainer::runEpoch(const TrainingEvents &events, const std::stop_token &stop) {
    TrainingState &state = checkpoint_.state;
    beginEpoch();
    while (state.batch < batches()) {
        learnBatch();
        if (events.progress &&
            (tally_.seconds >= options_.reportSeconds || state.batch == batches())) {
            events.progress(report());
        }
        if (options_.scoreEvery > 0 && state.update % options_.scoreEvery == 0 &&
            state.batch < batches()) {
            measure(events);
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

/// Unless it has begun.
void Trainer::beginEpoch() {
    if (epochBegun_) {
        return;
    }
    Stopwatch watch;
    TrainingState &state = checkpoint_.state;
    epoch_.pairs = pairs_->encodeEpoch(state.epoch);
    epoch_.plan = planEpoch(epoch_.pairs, options_.plan, options_.updater.seed,
                            static_cast<std::uint64_t>(state.epoch));
    if (epoch_.plan.empty()) {
        throw Error(
            "Got no sentence pair to learn from, expected some of at most %1 pieces a side.",
            options_.plan.maximumLength);
    }
    epochBegun_ = true;
    epoch_.startProgress = progressOf(state.batch);
    epoch_.startSeconds = state.seconds;
    state.seconds += watch.lap();
}

void Trainer::endEpoch() {
    ++checkpoint_.state.epoch;
    checkpoint_.state.batch = 0;
    epochBegun_ = false;
}

std::vector<const EncodedPair *> Trainer::nextBatch() {
    std::vector<const EncodedPair *> chosen;
    for (const int index : epoch_.plan[static_cast<std::size_t>(state().batch)]) {
        const EncodedPair &pair = epoch_.pairs[static_cast<std::size_t>(index)];
        chosen.push_back(&pair);
        for (const int id : pair.target) {
            tally_.words += target_.piece(id).starts_with(spaceMark) ? 1 : 0;
        }
    }
    return chosen;
}

void Trainer::learnBatch() {
    Stopwatch watch;
    TrainingState &state = checkpoint_.state;
    const std::vector<const EncodedPair *> chosen = nextBatch();
    const UpdateReport report = updater_.apply(state, chosen, progressOf(state.batch));
    ++state.batch;
    learnedPairs_ += static_cast<long>(chosen.size());
    tally_.pieces += report.targetPieces;
    tally_.cost += report.cost;
    const double seconds = watch.lap();
    state.seconds += seconds;
    tally_.seconds += seconds;
    if (!std::isfinite(report.cost.loss) || !std::isfinite(report.gradientNorm)) {
        throw TrainingError(
            "Training diverged: the loss of update %1 or its gradient is not finite; a smaller "
            "learning rate is needed.",
            state.update);
    }
}

Progress Trainer::report() {
    const TrainingState &s = state();
    const Tally tally = std::exchange(tally_, {});
    const double done = progressOf(s.batch);
    const double part = done - epoch_.startProgress;
    const double perPart = part > 0 ? (s.seconds - epoch_.startSeconds) / part : 0;
    const auto n = static_cast<double>(std::max(1L, tally.pieces));
    Progress progress;
    progress.epoch = s.epoch;
    progress.epochs = options_.epochs;
    progress.batch = s.batch;
    progress.batches = batches();
    progress.update = s.update;
    progress.pairs = learnedPairs_;
    progress.loss = tally.cost.loss / n;
    progress.perplexity = std::exp(-tally.cost.logLikelihood / n);
    progress.accuracy = static_cast<double>(tally.cost.correct) / n;
    progress.alignment =
        tally.cost.alignment / static_cast<double>(std::max(1L, tally.cost.linked));
    progress.learningRate =
        options_.updater.schedule.learningRate(s.update, progressOf(s.batch - 1));
    progress.wordsPerSecond =
        tally.words > 0 ? static_cast<double>(tally.words) / tally.seconds : 0;
    progress.piecesPerSecond = tally.pieces > 0 ? n / tally.seconds : 0;
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
