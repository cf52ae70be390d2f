// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/training/trainer.h"

#include <chrono>
#include <cmath>
#include <utility>

#include "model/error.h"
#include "model/text/tokenizer.h"
#include "model/training/fingerprint.h"

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

Vocabularies vocabulariesOf(const TrainingOptions &options,
                            const std::vector<SentencePair> &pairs) {
    if (options.start != nullptr) {
        return {options.start->source().serialized(), options.start->target().serialized()};
    }
    if (options.vocabularies) {
        return *options.vocabularies;
    }
    return {trainSide(options, pairs, true), trainSide(options, pairs, false)};
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
    auto [source, target] = vocabulariesOf(options, pairs);
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

Trainer::Trainer(TrainingOptions options, std::vector<SentencePair> pairs, Model::Metadata metadata,
                 const std::stop_token &stop)
    : options_(settled(std::move(options))),
      metadata_(std::move(metadata)),
      checkpoint_(begin(options_, pairs)),
      target_(checkpoint_.targetTokenizer, "tokenizer.target"),
      encoder_(options_, std::move(pairs),
               {{checkpoint_.sourceTokenizer, checkpoint_.targetTokenizer},
                languageIn(metadata_, "source_language"),
                languageIn(metadata_, "target_language")},
               stop),
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
    epoch.pairs = encoder_.encodeEpoch(state().epoch);
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
            epoch.tally.words += target_.piece(id).starts_with(spaceMark) ? 1 : 0;
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
