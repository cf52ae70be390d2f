// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "model/model.h"
#include "model/training/augmentation/names.h"
#include "model/training/augmentation/noise.h"
#include "model/training/checkpoint.h"
#include "model/training/corpus.h"
#include "model/training/guidance.h"
#include "model/training/update.h"

namespace model::training {

/// A whole training run. The vocabularies get as many pieces as `configuration` says, or fewer
/// where the corpus does not hold as many.
struct TrainingOptions {
    Configuration configuration;
    Updater::Options updater;
    BatchPlan plan;
    NoiseOptions noise;
    /// The model whose weights, vocabularies and configuration (in place of the above) the run
    /// begins with; none: weights drawn at random, vocabularies of the corpus.
    std::shared_ptr<const Model> start;
    std::string precision = "float32";  ///< of matrix products, as the program has set them
    double inventedNames = 0;           ///< probability that a name becomes an invented one (Names)
    double inventedNumbers =
        0;  ///< … that a number, or a name of a list, becomes an invented number
    double listsOfNames = 0;  ///< lists of invented names to be copied, per pair (Names)
    int epochs = 8;
    std::filesystem::path checkpoint;  ///< empty: none is written
    /// Go on from the checkpoint even if its corpus or options, but not its sizes, were others; its
    /// epoch begins again then, and the best development score is measured anew.
    bool adoptCheckpoint = false;
    double checkpointSeconds = 300;  ///< between two checkpoints
    double reportSeconds = 10;       ///< between two progress reports
    /// Identifies what the score is measured on: scores on different data cannot be compared.
    std::uint64_t scoredOn = 0;
    long scoreEvery = 0;  ///< updates between two development scores; 0: after every epoch only
};

/// The progress of a run.
struct Progress {
    int epoch = 0;  ///< being worked on, from 0
    int epochs = 0;
    int batch = 0;  ///< finished in this epoch
    int batches = 0;
    long update = 0;
    double loss = 0;        ///< smoothed cross entropy per target piece since the last report
    double perplexity = 0;  ///< exp of the unsmoothed cross entropy per target piece
    double accuracy = 0;    ///< share of target pieces that were the most probable
    double alignment = 0;   ///< guided-alignment loss per linked target piece; 0 without guidance
    double learningRate = 0;
    double wordsPerSecond = 0;   ///< target words since the last report
    double piecesPerSecond = 0;  ///< target pieces since the last report
    double elapsed = 0;          ///< seconds, over all resumed runs
    double remaining = 0;        ///< seconds, estimated
};

/// What a run reports and asks for.
struct TrainingEvents {
    std::function<void(const Progress &)> progress;
    /// Development score of a model, higher is better; called after every epoch and as often as
    /// TrainingOptions::scoreEvery says. Without it the last average is kept.
    std::function<double(const std::shared_ptr<const Model> &)> score;
    /// After a score was measured: the updates until then, the score, the best so far.
    std::function<void(long update, double score, double best)> scored;
};

/// Learns a model from sentence pairs. The course of a run follows from the pairs and the options
/// alone: neither the number of threads nor interruptions change a bit of it.
class Trainer {
  public:
    /// Makes the tokenizers, or continues from the checkpoint if there is one; with guidance,
    /// aligns the words of the corpus. @throws CheckpointError, CorpusError, Cancelled, Error for a
    /// score other than additive
    Trainer(TrainingOptions options, std::vector<SentencePair> pairs, Model::Metadata metadata,
            const std::stop_token &stop = {});

    /// Trains to the end or until stopped; writes checkpoints. Returns true at the end.
    bool run(const TrainingEvents &events, const std::stop_token &stop);

    const TrainingState &state() const { return checkpoint_.state; }
    /// The model with the best development score; the current average where none was measured.
    std::shared_ptr<const Model> bestModel() const;

  private:
    /// What happened since the last report.
    struct Tally {
        Cost cost;
        long pieces = 0;
        long words = 0;
        double seconds = 0;
    };
    struct Epoch {
        std::vector<EncodedPair> pairs;
        std::vector<std::vector<int>> plan;  ///< the pairs of each batch
        double startProgress = 0;            ///< of the run, when this run of the epoch began
        double startSeconds = 0;
        Tally tally;
    };

    std::shared_ptr<const Model> makeModel(const Parameters<float> &weights) const;
    /// Its pieces and the end piece.
    std::vector<int> encodeTarget(std::string_view sentence) const;
    void encodeTargets();
    void alignWords(const std::stop_token &stop);
    /// A pair with other names and numbers; nothing if it stays.
    std::optional<SentencePair> exchange(std::size_t i) const;
    /// A pair as it is shown in the present epoch.
    EncodedPair encode(std::size_t i) const;
    /// What follows the corpus in the present epoch: a list of names.
    EncodedPair encodeList(std::size_t i) const;
    std::vector<EncodedPair> encodeEpoch() const;
    Epoch beginEpoch() const;
    void learnBatch(Epoch &epoch);
    Progress progressIn(const Epoch &epoch) const;
    bool runEpoch(const TrainingEvents &events, const std::stop_token &stop);
    void measure(const TrainingEvents &events);
    double progressOf(int batch, int batches) const;
    void save();

    TrainingOptions options_;
    std::vector<SentencePair> pairs_;
    Model::Metadata metadata_;
    Checkpoint checkpoint_;
    Tokenizer source_;
    Tokenizer target_;
    std::vector<std::vector<int>> targetIds_;
    std::optional<Names> names_;
    std::vector<aligner::Links> links_;  ///< of the words, per pair; empty: no guidance
    std::vector<std::vector<WordSpan>> targetSpans_;  ///< the words of targetIds_, where linked
    Updater updater_;
    double nextCheckpoint_ = 0;
};

}  // namespace model::training
