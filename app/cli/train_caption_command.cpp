// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <cstdio>
#include <utility>

#include "app/cli/caption_command.h"
#include "app/cli/interruption.h"
#include "app/cli/options.h"
#include "app/cli/precision.h"
#include "app/cli/products.h"
#include "app/cli/task_command.h"
#include "model/evaluation/captions.h"
#include "model/file/safetensors.h"
#include "model/scenes/generator.h"
#include "model/training/tasks/captions.h"
#include "model/training/trainer.h"

namespace cli {

namespace {

using namespace model::training;

/// What the command line sets.
struct CaptionArguments {
    CaptionOptions caption;
    std::string task = captionTask;
    std::string output;
    std::string checkpoint;
    std::string size = "medium";
    std::string precision;
    double checkpointMinutes = 5;
    long seed = 1;
    int pairs = 0;
    int scoredScenes = 300;
    int scoreEvery = 1000;
};

/// The sizes of a model by name.
model::Configuration captionSizes(const std::string &name) {
    model::Configuration c = captionConfiguration();
    const TaskSize size = sizeNamed(name);
    if (size == TaskSize::small) {
        c.features = {4, 8, 16};
        c.embedding = 16;
        c.encoder = 24;
        c.decoder = 32;
        c.attention = 16;
    } else if (size == TaskSize::large) {
        c.features = {24, 48, 96};
        c.embedding = 64;
        c.encoder = 160;
        c.decoder = 256;
        c.attention = 96;
    }
    return c;
}

void declareCaption(Options &options, CaptionArguments &a) {
    CaptionOptions &c = a.caption;
    a.pairs = static_cast<int>(c.pairs);
    options.text("task", "NAME", a.task, "what is learned");
    options.text("output", "FILE", a.output, "the model file to write");
    options.text("checkpoint", "FILE", a.checkpoint,
                 "where the state of the run is kept, to go on from if it is there");
    options.real("checkpoint-minutes", "M", a.checkpointMinutes, 0, 1e6, "between checkpoints");
    options.text("language", "NAME", c.language, "of the captions: en or fr");
    options.text("size", "NAME", a.size,
                 "small, medium or large: about 23,000, 300,000 or 720,000 weights");
    options.integer("pairs", "N", a.pairs, 1, 1000000000, "scenes that are learned from");
    options.integer("batch", "N", c.batch, 1, 1000000, "pieces of captions per batch");
    options.real("learning-rate", "R", c.learningRate, 0, 1, "highest learning rate");
    options.real("guidance", "W", c.guidance, 0, 100,
                 "weight of the loss that guides attention to what a word speaks of; 0: none");
    options.real("word-dropout", "P", c.wordDropout, 0, 0.9,
                 "probability that a word of the caption is not fed back");
    options.integer("seed", "N", a.seed, 0, 1L << 62, "of everything random");
    options.integer("threads", "N", c.threads, 1, 64,
                    "threads; the result is the same for any number");
    options.text("precision", "NAME", a.precision,
                 std::string(precisions) + "; by default the faster one, which is measured");
    options.integer("score-every", "N", a.scoreEvery, 0, 1000000000,
                    "updates between two scores; 0: after each epoch only");
    options.integer("scored", "N", a.scoredScenes, 1,
                    static_cast<int>(model::scenes::developmentScenes),
                    "held-out scenes that are captioned for a score");
}

void resolveCaption(CaptionArguments &a) {
    if (a.output.empty()) {
        throw UsageError("train --task needs --output FILE.");
    }
    CaptionOptions &c = a.caption;
    if (model::scenes::Wording::of(c.language) == nullptr) {
        throw UsageError("--language got '%1', expected en or fr.", c.language);
    }
    c.configuration = captionSizes(a.size);
    c.pairs = a.pairs;
    c.seed = static_cast<std::uint64_t>(a.seed);
    model::safetensors::checkWritable(a.output);
    if (!a.checkpoint.empty()) {
        model::safetensors::checkWritable(a.checkpoint);
    }
}

TrainingOptions trainingOptionsOf(const CaptionArguments &a, const Vocabularies &vocabularies) {
    TrainingOptions options = captionTrainingOptions(a.caption);
    options.vocabularies = vocabularies;
    options.configuration.targetVocabulary =
        model::Tokenizer(vocabularies.target, "tokenizer.target").size();
    options.checkpoint = a.checkpoint;
    options.checkpointSeconds = a.checkpointMinutes * 60;
    options.scoreEvery = a.scoreEvery;
    options.scoredOn = static_cast<std::uint64_t>(a.scoredScenes);
    return options;
}

void printCaptionProgress(const Progress &p) {
    std::printf(
        "epoch %d/%d  update %ld  loss %.3f  accuracy %.1f %%  alignment %.3f  rate %.2e  "
        "%.0f pieces/s  elapsed %s  remaining %s\n",
        p.epoch + 1, p.epochs, p.update, p.loss, 100 * p.accuracy, p.alignment, p.learningRate,
        p.piecesPerSecond, duration(p.elapsed).c_str(), duration(p.remaining).c_str());
    std::fflush(stdout);
}

/// The score is the share of held-out scenes whose caption is right, in percent.
TrainingEvents captionEvents(const CaptionArguments &a, const std::stop_token &stop) {
    TrainingEvents events;
    events.progress = printCaptionProgress;
    events.score = [scenes = model::scenes::firstScenes(model::scenes::Part::heldOut,
                                                        static_cast<std::size_t>(a.scoredScenes)),
                    threads = a.caption.threads,
                    stop](const std::shared_ptr<const model::Model> &model) {
        const auto figures = model::evaluation::measureCaptions(model, scenes, threads, stop);
        return 100 * figures.share(figures.right);
    };
    events.scored = [](long update, double score, double best) {
        std::printf("update %ld  right %.1f %%  best %.1f %%\n", update, score, best);
        std::fflush(stdout);
    };
    return events;
}

}  // namespace

bool asksForCaptions(std::span<const std::string> arguments) {
    const std::string name = captionTask;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const bool next = i + 1 < arguments.size() && arguments[i + 1] == name;
        if ((arguments[i] == "--task" && next) || arguments[i] == "--task=" + name) {
            return true;
        }
    }
    return false;
}

int trainCaptionCommand(std::span<const std::string> arguments) {
    CaptionArguments a;
    Options options("attention-model train --task caption --output FILE [OPTIONS]",
                    "Trains a model that describes drawn scenes, a few shapes in front of a sky by "
                    "day or at night, from scenes and\ncaptions that are invented without end. "
                    "Some combinations of form and color are held out: \"evaluate --task\n"
                    "caption\" tells how the model does on these, too.");
    declareCaption(options, a);
    if (!options.parse(arguments)) {
        return 0;
    }
    resolveCaption(a);
    const Interruption interruption;
    const Vocabularies vocabularies = captionVocabularies(a.caption.language);
    TrainingOptions training = trainingOptionsOf(a, vocabularies);
    setPrecision(a.precision, training);
    Trainer trainer(training, captionPairs(a.caption, vocabularies), captionMetadata(a.caption));
    if (trainer.state().update > 0) {
        std::printf("going on after update %ld\n", trainer.state().update);
    }
    const bool finished = trainer.run(captionEvents(a, interruption.token()), interruption.token());
    writeModel(*trainer.bestModel(), a.output, model::Precision::f16);
    std::printf("%s; wrote %s\n", finished ? "finished" : "interrupted", a.output.c_str());
    return finished ? 0 : 1;
}

}  // namespace cli
