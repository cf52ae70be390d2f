// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <stop_token>
#include <vector>

#include "model/model.h"
#include "model/training/checkpoint.h"
#include "model/training/pair_encoder.h"
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
    Epoch beginEpoch() const;
    void learnBatch(Epoch &epoch);
    Progress progressIn(const Epoch &epoch) const;
    bool runEpoch(const TrainingEvents &events, const std::stop_token &stop);
    void measure(const TrainingEvents &events);
    double progressOf(int batch, int batches) const;
    void save();

    TrainingOptions options_;
    Model::Metadata metadata_;
    Checkpoint checkpoint_;
    Tokenizer target_;
    PairEncoder encoder_;
    Updater updater_;
    double nextCheckpoint_ = 0;
};

}  // namespace model::training
