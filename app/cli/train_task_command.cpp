// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>
#include <cstdio>
#include <utility>

#include "app/cli/architecture.h"
#include "app/cli/interruption.h"
#include "app/cli/options.h"
#include "app/cli/read_pairs.h"
#include "app/cli/task_command.h"
#include "app/cli/task_report.h"
#include "model/error.h"
#include "model/file/safetensors.h"
#include "model/training/tasks/experiment.h"
#include "model/training/tasks/own_pairs.h"

namespace cli {

namespace {

using namespace model::training;

/// What the command line sets.
struct TaskArguments {
    ExperimentOptions experiment;
    std::string output;
    std::string corpus;
    bool skipBadLines = false;
    std::string size = "medium";
    std::string architecture = "attention";
    long seed = 1;
    int pairs = 0;
    int reportEvery = 100;
};

/// Whether the pairs are those of a file.
bool ownPairs(const TaskArguments &a) {
    return a.experiment.task == "pairs";
}

/// The task that is asked for. @throws CorpusError
Task taskOf(const TaskArguments &a) {
    return ownPairs(a)
               ? taskOfPairs(readPairs(a.corpus, Columns::training, a.skipBadLines), "fr", "en")
               : requireTask(a.experiment.task);
}

void declare(Options &options, TaskArguments &a) {
    ExperimentOptions &e = a.experiment;
    e.heldOutPairs = 1000;
    a.pairs = static_cast<int>(e.pairs);
    options.text("task", "NAME", e.task, "what is learned");
    options.text("corpus", "FILE", a.corpus,
                 "what the task pairs learns: source, tab, target on each line");
    options.flag("skip-bad-lines", a.skipBadLines, skipBadLinesHelp);
    options.text("output", "FILE", a.output, "the model file to write");
    options.integer("longest", "N", e.longest, 0, 1000,
                    "digits of a number or letters of a word at most; 0: 5 digits, 16 letters");
    options.text("architecture", "NAME", a.architecture, "attention or bottleneck");
    options.text("size", "NAME", a.size,
                 "small, medium or large: about 30,000, 100,000 or 350,000 weights");
    options.integer("pairs", "N", a.pairs, 1, 1000000000, "invented pairs that are learned from");
    options.integer("batch", "N", e.batch, 1, 1000000, "letters of the target per batch");
    options.real("learning-rate", "R", e.learningRate, 0, 1, "highest learning rate");
    options.real("guidance", "W", e.guidance, 0, 100,
                 "weight of the loss that guides attention to the letters that a letter comes "
                 "from; 0: none");
    options.integer("seed", "N", a.seed, 0, 1L << 62, "of everything random");
    options.integer("threads", "N", e.threads, 1, 64,
                    "threads; the result is the same for any number");
    options.integer("held-out", "N", e.heldOutPairs, 1, 1000000,
                    "pairs that the model is measured on, none of which is learned from");
    options.integer("report-every", "N", a.reportEvery, 1, 1000000000,
                    "updates between two reports");
}

void resolve(TaskArguments &a) {
    if (a.output.empty()) {
        throw UsageError("train --task needs --output FILE.");
    }
    ExperimentOptions &e = a.experiment;
    if (ownPairs(a) == a.corpus.empty()) {
        throw UsageError("--corpus FILE goes with the task pairs, and the task pairs with it.");
    }
    if (!ownPairs(a)) {
        checkLongest(requireTask(e.task), e.longest);
    } else if (e.longest != 0) {
        throw UsageError("--longest does not go with the task pairs.");
    }
    e.size = sizeNamed(a.size);
    e.architecture = architectureNamed(a.architecture);
    e.seed = static_cast<std::uint64_t>(a.seed);
    e.pairs = a.pairs;
    e.snapshotEvery = a.reportEvery;
    model::safetensors::checkWritable(a.output);
}

void printSnapshot(const Snapshot &snapshot) {
    const Progress &p = snapshot.progress;
    const HeldOutFigures &h = snapshot.heldOut;
    std::printf("update %ld  pairs %ld  loss %.3f  held out: right %.1f %%  letters %.1f %%",
                p.update, p.pairs, p.loss, 100 * h.accuracy, 100 * h.letterAccuracy);
    if (h.aligned) {
        std::printf("  aligned %.1f %%", 100 * *h.aligned);
    }
    if (h.entropy) {
        std::printf("  entropy %.2f", *h.entropy);
    }
    std::printf("  rate %.2e  elapsed %s  remaining %s\n", p.learningRate,
                duration(p.elapsed).c_str(), duration(p.remaining).c_str());
    std::fflush(stdout);
}

void save(const Snapshot &snapshot, const std::string &file, const char *how) {
    writeModel(*snapshot.model, file, model::Precision::f16);
    std::printf("%s after %ld pairs; wrote %s\n", how, snapshot.progress.pairs, file.c_str());
}

}  // namespace

TaskSize sizeNamed(const std::string &name) {
    const std::array sizes{std::pair{"small", TaskSize::small},
                           std::pair{"medium", TaskSize::medium},
                           std::pair{"large", TaskSize::large}};
    for (const auto &[known, size] : sizes) {
        if (name == known) {
            return size;
        }
    }
    throw UsageError("--size got '%1', expected small, medium or large.", name);
}

int trainTaskCommand(std::span<const std::string> arguments) {
    TaskArguments a;
    Options options(
        "attention-model train --task NAME --output FILE [OPTIONS]",
        "Trains a small model, letter by letter, on pairs that are invented for a task; "
        "\"train --help\" tells how one\nlearns from sentence pairs. The tasks:\n" +
            listOfTasks() +
            "\n  pairs      the pairs of --corpus FILE, normalised as French and English are");
    declare(options, a);
    if (!options.parse(arguments)) {
        return 0;
    }
    resolve(a);
    const Interruption interruption;
    Experiment experiment(a.experiment, taskOf(a));
    bool finished = false;
    try {
        finished = experiment.run(
            [](const Experiment &, const auto &snapshot) { printSnapshot(*snapshot); },
            interruption.token());
    } catch (const model::TrainingError &) {
        save(*experiment.latest(), a.output, "diverged: this is what was learned");
        throw;
    }
    const auto last = finished ? experiment.latest() : experiment.takeSnapshot();
    std::printf("\n");
    printReport(last->heldOut);
    std::printf("\n");
    save(*last, a.output, finished ? "finished" : "interrupted");
    return finished ? 0 : 1;
}

}  // namespace cli
