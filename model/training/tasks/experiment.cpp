// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/training/tasks/experiment.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "model/error.h"
#include "model/training/tasks/task_pairs.h"

namespace model::training {

namespace {

/// Few enough that the first batch comes at once.
constexpr std::size_t pairsPerEpoch = 2048;
constexpr float largestHalf = 65504;

const Task &requireTask(const std::string &name) {
    const Task *task = taskNamed(name);
    if (task == nullptr) {
        throw Error("There is no task \"%1\".", name);
    }
    return *task;
}

void requireWithin(const char *what, long value, long least, long most) {
    if (value < least || value > most) {
        throw Error("Got %1 for %2, expected %3 to %4.", value, Message(what), least, most);
    }
}

ExperimentOptions settled(ExperimentOptions options, const Task &task) {
    options.task = task.name;
    if (options.longest == 0) {
        options.longest = task.longest.usual;
    }
    if (!task.isAligned || options.architecture != Architecture::attention) {
        options.guidance = 0;
    }
    requireWithin("the longest source of a task", options.longest, task.longest.least,
                  task.longest.most);
    requireWithin("the pairs of an experiment", options.pairs, 1, 1'000'000'000);
    requireWithin("the letters of a batch", options.batch, 1, 1'000'000);
    requireWithin("the held-out pairs", options.heldOutPairs, 1, 1'000'000);
    requireWithin("the updates between two snapshots", options.snapshotEvery, 1, 1'000'000'000);
    requireWithin("the threads", options.threads, 1, 256);
    return options;
}

/// As many as hold so many pairs.
long epochsOf(long pairs) {
    const auto perEpoch = static_cast<long>(pairsPerEpoch);
    return (pairs + perEpoch - 1) / perEpoch;
}

TrainingOptions trainingOptions(const ExperimentOptions &o, const Vocabularies &vocabularies) {
    TrainingOptions t;
    t.configuration = configurationOf(o.size, o.architecture);
    t.vocabularies = vocabularies;
    // New pairs all the time: there is nothing that could be learned by heart.
    t.updater.regularisation.dropout = 0;
    t.updater.regularisation.smoothing = 0;
    t.updater.regularisation.guidance = o.guidance;
    t.updater.schedule = {o.learningRate, 100, 0.02};
    t.updater.adam.beta2 = 0.98;
    t.updater.averageDecay = 0.98;  // a snapshot is of now, not of a thousand updates ago
    t.updater.seed = o.seed;
    t.updater.threads = o.threads;
    t.plan.targetPieces = o.batch;
    t.plan.pool = 256;
    t.plan.maximumLength = 512;
    t.plan.joined = 0;
    t.noise.casual = 0;
    t.epochs = static_cast<int>(epochsOf(o.pairs));
    return t;
}

std::unique_ptr<const PairSource> pairsOf(const ExperimentOptions &o, const Task &task) {
    return std::make_unique<const TaskPairs>(
        task, TaskPairs::Options{o.longest, o.seed, pairsPerEpoch, o.threads});
}

HeldOut heldOutOf(const ExperimentOptions &o, const Task &task, const Vocabularies &vocabularies) {
    return {heldOutPairs(task, o.longest, static_cast<std::size_t>(o.heldOutPairs)),
            Tokenizer(vocabularies.source, "tokenizer.source"),
            Tokenizer(vocabularies.target, "tokenizer.target")};
}

/// Whether a file can hold them in half precision. Beyond, sums of them would overflow.
bool areStorable(const Parameters<float> &weights) {
    return std::ranges::all_of(weights.values(),
                               [](float value) { return std::abs(value) <= largestHalf; });
}

/// What is known about the model after so many pairs.
Model::Metadata metadataOf(const ExperimentOptions &o, const Task &task, long pairs) {
    const std::string kind(toString(o.architecture));
    const std::string guided = o.guidance > 0 ? ", its attention guided by their alignment." : ".";
    return {{"name", task.name + ", " + kind},
            {"task", task.name},
            {"longest", std::to_string(o.longest)},
            {"source_language", task.sourceLanguage},
            {"target_language", task.targetLanguage},
            {"license", "GPL-3.0-or-later"},
            {"training", "Learned " + task.about + ", from " + std::to_string(pairs) +
                             " pairs (seed " + std::to_string(o.seed) + ")" + guided}};
}

}  // namespace

Configuration configurationOf(TaskSize size, Architecture architecture) {
    Configuration c;
    c.architecture = architecture;
    const int units = size == TaskSize::small ? 32 : size == TaskSize::medium ? 56 : 112;
    c.embedding = size == TaskSize::small ? 16 : size == TaskSize::medium ? 32 : 48;
    c.encoder = units;
    c.decoder = units + units / 4;
    c.attention = units;
    c.queryOfWord = architecture == Architecture::attention;
    return c;
}

Experiment::Experiment(const ExperimentOptions &options)
    : Experiment(options, requireTask(options.task)) {}

Experiment::Experiment(const ExperimentOptions &options, const Task &task)
    : options_(settled(options, task)),
      task_(task),
      vocabularies_(vocabulariesOf(task)),
      trainer_(trainingOptions(options_, vocabularies_), pairsOf(options_, task), {}),
      heldOut_(heldOutOf(options_, task, vocabularies_)) {
    takeSnapshot();
}

long Experiment::allPairs() const {
    return epochsOf(options_.pairs) * static_cast<long>(pairsPerEpoch);
}

void Experiment::step() {
    trainer_.step();
}

std::shared_ptr<const Snapshot> Experiment::takeSnapshot(const std::stop_token &stop) {
    const Parameters<float> &weights = trainer_.state().average;
    HeldOutFigures heldOut = heldOut_.measure(weights, options_.threads, stop);
    if (!areStorable(weights) || !std::isfinite(heldOut.loss)) {
        throw TrainingError(
            "Training diverged: after update %1 the loss is not finite or a weight is beyond %2; a "
            "smaller learning rate is needed.",
            update(), static_cast<int>(largestHalf));
    }
    Snapshot snapshot{nullptr, trainer_.report(), std::move(heldOut)};
    snapshot.model =
        std::make_shared<const Model>(weights, Tokenizer(vocabularies_.source, "tokenizer.source"),
                                      Tokenizer(vocabularies_.target, "tokenizer.target"),
                                      metadataOf(options_, task_, snapshot.progress.pairs));
    auto taken = std::make_shared<const Snapshot>(std::move(snapshot));
    const std::lock_guard lock(mutex_);
    latest_ = std::move(taken);
    return latest_;
}

std::shared_ptr<const Snapshot> Experiment::latest() const {
    const std::lock_guard lock(mutex_);
    return latest_;
}

void Experiment::advance(const Taken &taken) {
    if (finished()) {
        return;
    }
    step();
    if (update() % options_.snapshotEvery == 0 || finished()) {
        const auto snapshot = takeSnapshot();
        if (taken) {
            taken(*this, snapshot);
        }
    }
}

bool Experiment::run(const Taken &taken, const std::stop_token &stop) {
    Experiment *const self = this;
    return runByTurns({&self, 1}, taken, stop);
}

bool runByTurns(std::span<Experiment *const> experiments, const Experiment::Taken &taken,
                const std::stop_token &stop) {
    const auto key = [](const Experiment *experiment) {
        return std::pair(experiment->finished(), experiment->update());
    };
    while (true) {
        Experiment *next = *std::ranges::min_element(experiments, {}, key);
        if (next->finished() || stop.stop_requested()) {
            return next->finished();
        }
        next->advance(taken);
    }
}

}  // namespace model::training
