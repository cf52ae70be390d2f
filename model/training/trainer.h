// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <stop_token>
#include <vector>

#include "model/model.h"
#include "model/training/checkpoint.h"
#include "model/training/corpus.h"
#include "model/training/pair_source.h"
#include "model/training/training_options.h"
#include "model/training/update.h"

namespace model::training {

/// The progress of a run.
struct Progress {
    int epoch = 0;  ///< being worked on, from 0
    int epochs = 0;
    int batch = 0;  ///< finished in this epoch
    int batches = 0;
    long update = 0;
    long pairs = 0;         ///< learned from since the trainer was made
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

/// Learns a model from pairs. The course of a run follows from the pairs and the options
/// alone: neither the number of threads nor interruptions change a bit of it.
class Trainer {
  public:
    /// Makes the tokenizers, or continues from the checkpoint if there is one; with guidance,
    /// aligns the words of the corpus. @throws CheckpointError, CorpusError, Cancelled, Error for a
    /// score other than additive
    Trainer(TrainingOptions options, std::vector<SentencePair> pairs, Model::Metadata metadata,
            const std::stop_token &stop = {});

    /// Learns from pairs that need not be kept, with the vocabularies of the options or of the
    /// model to begin with. @throws CheckpointError, Error where neither is there
    Trainer(TrainingOptions options, std::unique_ptr<const PairSource> pairs,
            Model::Metadata metadata);

    /// Trains to the end or until stopped; writes checkpoints. Returns true at the end.
    /// @throws TrainingError, CheckpointError, Error where there is no pair to learn from
    bool run(const TrainingEvents &events, const std::stop_token &stop);

    /// Whether all epochs are done.
    bool finished() const { return state().epoch >= options_.epochs; }
    /// Learns from the next batch, for who drives a run by himself: without scores and checkpoints.
    /// Does nothing at the end. @throws TrainingError; Error where there is no pair to learn from
    void step();
    /// What happened since the last report, and how far the run is.
    Progress report();

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
    };

    /// What a run is made of.
    struct Beginning {
        TrainingOptions options;
        Checkpoint checkpoint;
        std::unique_ptr<const PairSource> pairs;
    };
    static Beginning beginOn(TrainingOptions options, std::vector<SentencePair> pairs,
                             const Model::Metadata &metadata, const std::stop_token &stop);
    static Beginning beginOn(TrainingOptions options, std::unique_ptr<const PairSource> pairs);
    Trainer(Beginning beginning, Model::Metadata metadata);

    std::shared_ptr<const Model> makeModel(const Parameters<float> &weights) const;
    int batches() const { return static_cast<int>(epoch_.plan.size()); }
    void beginEpoch();
    void learnBatch();
    std::vector<const EncodedPair *> nextBatch();
    void endEpoch();
    bool runEpoch(const TrainingEvents &events, const std::stop_token &stop);
    void measure(const TrainingEvents &events);
    double progressOf(int batch) const;
    void save();

    TrainingOptions options_;
    Model::Metadata metadata_;
    Checkpoint checkpoint_;
    Tokenizer target_;
    std::unique_ptr<const PairSource> pairs_;
    Updater updater_;
    Epoch epoch_;  ///< the one being worked on, or the last one
    bool epochBegun_ = false;
    Tally tally_;
    long learnedPairs_ = 0;
    double nextCheckpoint_ = 0;
};

}  // namespace model::training
