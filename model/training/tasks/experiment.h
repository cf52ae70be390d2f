// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <span>
#include <stop_token>
#include <string>

#include "model/model.h"
#include "model/training/tasks/held_out.h"
#include "model/training/tasks/task.h"
#include "model/training/trainer.h"

namespace model::training {

/// How many weights a model of a task has: about 30,000, 100,000 or 350,000.
enum class TaskSize { small, medium, large };

/// The sizes of such a model, without its vocabularies.
Configuration configurationOf(TaskSize size, Architecture architecture);

/// What is learned, and how.
struct ExperimentOptions {
    std::string task = "numbers";  ///< its name
    int longest = 0;               ///< digits or letters, as Task::Longest; 0: as usual
    TaskSize size = TaskSize::medium;
    Architecture architecture = Architecture::attention;
    double learningRate = 0.002;  ///< the highest
    double guidance = 1;  ///< weight of the guided-alignment loss; 0: attention finds its way
    std::uint64_t seed = 1;
    int threads = 2;  ///< change nothing but the time it takes
    /// Pairs to be learned from: the learning rate falls towards the end of the run.
    long pairs = 80'000;
    int batch = 400;  ///< letters of the target per batch, about
    int heldOutPairs = 256;
    long snapshotEvery = 25;  ///< updates
};

/// An experiment at one moment. Immutable.
struct Snapshot {
    std::shared_ptr<const Model> model;
    Progress progress;       ///< of the training; its losses are those since the snapshot before
    HeldOutFigures heldOut;  ///< of this model
};

/// A small model that learns a task, one batch after the other, while others look on. Two of them
/// driven by turns learn side by side from the same pairs. What is learned follows from the options
/// alone, to the last bit.
///
/// One thread at a time drives it; latest() may be called by any.
class Experiment {
  public:
    /// Takes the first snapshot, of a model that has learned nothing.
    /// @throws Error if there is no such task, or if one of the options is out of range.
    explicit Experiment(const ExperimentOptions &options);
    /// The same for a task of the user's own; the options' name of a task is not looked at.
    Experiment(const ExperimentOptions &options, const Task &task);

    const ExperimentOptions &options() const { return options_; }
    const Task &task() const { return task_; }
    /// Whether all pairs have been learned from.
    bool finished() const { return trainer_.finished(); }
    /// Updates made.
    long update() const { return trainer_.state().update; }
    /// Pairs that will have been learned from at the end: a few more than were asked for.
    long allPairs() const;

    /// Learns from the next batch; does nothing at the end. @throws TrainingError: the run is over,
    /// and latest() is what it was.
    void step();
    /// Measures the model as it is now, which is the moving average of its weights over the last
    /// fifty updates or so, and makes it the latest.
    /// @throws TrainingError if its loss is not finite or a weight is too large for a file;
    /// Cancelled.
    std::shared_ptr<const Snapshot> takeSnapshot(const std::stop_token &stop = {});
    /// The last snapshot: never null, and whole while training goes on.
    std::shared_ptr<const Snapshot> latest() const;

    using Taken = std::function<void(const Experiment &experiment,
                                     const std::shared_ptr<const Snapshot> &snapshot)>;
    /// The next batch, and a snapshot where one is due. @throws TrainingError
    void advance(const Taken &taken);
    /// Advances to the end or until asked to stop; may be called again then. Returns whether it is
    /// at the end. @throws TrainingError
    bool run(const Taken &taken, const std::stop_token &stop = {});

  private:
    ExperimentOptions options_;
    Task task_;
    Vocabularies vocabularies_;
    Trainer trainer_;
    HeldOut heldOut_;
    mutable std::mutex mutex_;  ///< of what follows
    std::shared_ptr<const Snapshot> latest_;
};

/// Drives experiments by turns, always the one that has made the fewest updates, until all are at
/// their end or asked to stop. Returns whether they are. @throws TrainingError
bool runByTurns(std::span<Experiment *const> experiments, const Experiment::Taken &taken,
                const std::stop_token &stop = {});

}  // namespace model::training
