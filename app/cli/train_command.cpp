// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/train_command.h"

#include <algorithm>
#include <cstdio>
#include <iostream>
#include <iterator>
#include <stop_token>

#include "app/cli/architecture.h"
#include "app/cli/caption_command.h"
#include "app/cli/development.h"
#include "app/cli/interruption.h"
#include "app/cli/options.h"
#include "app/cli/precision.h"
#include "app/cli/products.h"
#include "app/cli/read_pairs.h"
#include "app/cli/task_command.h"
#include "app/cli/task_report.h"
#include "app/cli/use.h"
#include "model/file/safetensors.h"
#include "model/text/normalize.h"
#include "model/training/trainer.h"

namespace cli {

namespace {

using namespace model;
using namespace model::training;

/// What the command line sets.
struct Arguments {
    TrainingOptions training;
    std::vector<std::string> corpora;
    std::string corpus, extra, expectations, backTranslated, patterns, development, start, output,
        checkpoint, name;
    std::string architecture = "attention";
    std::string precision;
    std::string vocabulary;
    std::string license = "GPL-3.0-or-later";
    std::string description;
    long seed = 1;
    int developmentLines = 500;
    int warmUp = 800;
    int scoreEvery = 0;
    double checkpointMinutes = 5;
    bool skipBadLines = false;
    bool reversed = false;
    bool normalized = false;
    std::string use = "translation";
    std::string sourceLanguage;
    std::string targetLanguage;
};

/// The files.
void declareFiles(Options &options, Arguments &a) {
    options.text("corpus", "FILE", a.corpus, "training pairs: French, tab, English on each line");
    options.text("extra-corpus", "FILE", a.extra, "more training pairs");
    options.text("expectations", "FILE", a.expectations,
                 "what 'expect' found that teachers expect in the pairs of --corpus");
    options.text("back-translated", "FILE", a.backTranslated,
                 "pairs whose source a model made of the target; they are marked as such");
    options.text("patterns", "FILE", a.patterns,
                 "pairs with slots for what is invented: {name}, {price}, {time}, ...");
    options.text("development", "FILE", a.development,
                 "pairs to choose the best weights by: French, tab, English references");
    options.text("start", "FILE", a.start,
                 "a model file to begin from: its weights, vocabularies, architecture and sizes");
    options.text("vocabulary", "FILE", a.vocabulary,
                 "take the vocabularies of this file, which 'vocabulary' wrote, or of this model; "
                 "by default they are made of the pairs");
    options.text("output", "FILE", a.output, "the model file to write");
    options.text("checkpoint", "FILE", a.checkpoint,
                 "where the run's state is kept; taken up if it is there");
    options.flag("skip-bad-lines", a.skipBadLines, skipBadLinesHelp);
    options.flag("reversed", a.reversed,
                 "learn to translate from English into French; the files stay as they are");
}

/// What the model is for, which the pairs and the file depend on.
void declareUse(Options &options, Arguments &a) {
    options.text("use", "NAME", a.use,
                 "what the model is for, which its file says and by which it is measured: "
                 "translation, summary or dialogue");
    options.text(
        "source-language", "CODE", a.sourceLanguage,
        "language of what the model reads; by default fr, or en with --reversed or another "
        "--use");
    options.text("target-language", "CODE", a.targetLanguage,
                 "language of what it says; by default en, or fr with --reversed");
    options.flag("normalize", a.normalized,
                 "bring the pairs into the form that typed text is brought into; for corpora that "
                 "are not in it");
    options.text("name", "TEXT", a.name,
                 "name in the model file; by default its architecture, use and languages");
    options.text("license", "TEXT", a.license, "licence in the model file");
    options.text("training", "TEXT", a.description,
                 "what the model file says about the data and the training");
}

/// What of the pairs is shown in an epoch, and how.
void declareEpoch(Options &options, TrainingOptions &t) {
    options.integer("batch", "N", t.plan.targetPieces, 1, 1000000, "target pieces per batch");
    options.integer("pool", "N", t.plan.pool, 1, 1000000000,
                    "pairs among which batches of like lengths are formed");
    options.real("joined", "P", t.plan.joined, 0, 1, "probability of joining sentences");
    options.integer("joined-count", "N", t.plan.joinedCount, 2, 100, "sentences joined at most");
    options.integer("joined-length", "N", t.plan.joinedLength, 1, 100000,
                    "pieces of joined sentences at most");
    options.integer("longest", "N", t.plan.maximumLength, 1, 100000,
                    "pieces of a pair, on either side, that is learned from");
    options.real("noise", "P", t.noise.casual, 0, 1, "share of sentences disturbed as people type");
    options.real("invented-names", "P", t.inventedNames, 0, 1,
                 "probability that a name of a pair becomes an invented one on both sides");
    options.real("invented-numbers", "P", t.inventedNumbers, 0, 1,
                 "probability that a number on both sides of a pair, or a name of a list, becomes "
                 "an invented number");
    options.real("without-source", "P", t.withoutSource, 0, 1,
                 "probability that a pair is shown without its source, so that the model is a "
                 "language model, too");
    options.real("lists-of-names", "P", t.listsOfNames, 0, 10,
                 "lists of invented names to be copied, for each pair");
    options.real("patterned", "P", t.patterned, 0, 10, "pairs made by these patterns, per pair");
}

/// What the network learns of them.
void declareLearning(Options &options, Arguments &a, Updater::Options &u) {
    options.real("dropout", "P", u.regularisation.dropout, 0, 0.95, "dropout");
    options.real("word-dropout", "P", u.regularisation.wordDropout, 0, 0.95,
                 "share of pieces that are not read, on either side");
    options.real("guidance", "W", u.regularisation.guidance, 0, 100,
                 "weight of the loss that guides attention by word alignments; 0: none");
    options.flag("guided-by-same-words", a.training.guidedBySameWords,
                 "guide attention to the same words of the source, not by word alignments");
    options.real("smoothing", "P", u.regularisation.smoothing, 0, 0.95, "label smoothing");
    options.real("expectation", "W", u.regularisation.expectation, 0, 1,
                 "share of what teachers expect in what is learned, where it is known");
    options.real("learning-rate", "R", u.schedule.peak, 0, 1, "highest learning rate");
    options.integer("warm-up", "N", a.warmUp, 0, 1000000, "updates of rising learning rate");
    options.real("beta2", "B", u.adam.beta2, 0, 0.999999,
                 "decay of Adam's mean of the squared gradient");
    options.real("clip", "X", u.clip, 1e-6, 1e6, "limit of the gradient's norm");
    options.real("average", "D", u.averageDecay, 0, 0.999999,
                 "decay of the weights' moving average");
}

void declare(Options &options, Arguments &a) {
    TrainingOptions &t = a.training;
    Configuration &c = t.configuration;
    c.sourceVocabulary = 10000;
    c.targetVocabulary = 8000;
    declareFiles(options, a);
    declareUse(options, a);
    options.flag("adopt-checkpoint", t.adoptCheckpoint,
                 "go on from the checkpoint even if its other options were different");
    options.real("checkpoint-minutes", "M", a.checkpointMinutes, 0, 1e6, "between checkpoints");
    options.integer("epochs", "N", t.epochs, 1, 10000, "passes over the corpus");
    options.integer("threads", "N", t.updater.threads, 1, 64,
                    "threads; the result is the same for any number");
    options.text("precision", "NAME", a.precision,
                 std::string(precisions) + "; by default the faster one, which is measured");
    options.integer("seed", "N", a.seed, 0, 1L << 62, "of everything random");
    options.integer("development-lines", "N", a.developmentLines, 1, 1000000,
                    "lines of the development file that are translated for a score");
    options.integer("score-every", "N", a.scoreEvery, 0, 1000000000,
                    "updates between two development scores; 0: after each epoch only");
    options.text("architecture", "NAME", a.architecture, "attention or bottleneck");
    declareSizes(options, c);
    declareEpoch(options, t);
    declareLearning(options, a, t.updater);
}

/// The languages and the name, where they are not told.
void resolveLanguages(Arguments &a) {
    const Use use = useNamed(a.use);
    if (a.sourceLanguage.empty()) {
        a.sourceLanguage = a.reversed || use != Use::translation ? "en" : "fr";
    }
    if (a.targetLanguage.empty()) {
        a.targetLanguage = a.reversed ? "fr" : "en";
    }
    if (a.name.empty()) {
        const Configuration &used =
            a.training.start ? a.training.start->configuration() : a.training.configuration;
        a.name = std::string(toString(used.architecture)) + " " +
                 (use == Use::translation ? a.sourceLanguage + "-" : a.use + " ") +
                 a.targetLanguage;
    }
}

/// What the model file says.
Model::Metadata metadataOf(const Arguments &a) {
    Model::Metadata metadata{{"source_language", a.sourceLanguage},
                             {"target_language", a.targetLanguage},
                             {"name", a.name},
                             {"license", a.license},
                             {"training", a.description}};
    if (useNamed(a.use) != Use::translation) {
        metadata["task"] = a.use;
    }
    return metadata;
}

void resolve(Arguments &a) {
    if (a.corpus.empty() || a.output.empty()) {
        throw UsageError("train needs --corpus FILE, or --task NAME, and --output FILE.");
    }
    TrainingOptions &t = a.training;
    t.configuration.architecture = architectureNamed(a.architecture);
    if (!a.start.empty()) {
        t.start = readModel(a.start);
    }
    if (t.patterned > 0 && a.patterns.empty()) {
        throw UsageError("--patterned needs --patterns FILE.");
    }
    if (!a.expectations.empty()) {
        t.expectations =
            std::make_shared<const CorpusExpectations>(readExpectations(a.expectations));
    }
    if (!a.patterns.empty()) {
        t.patterns = readPairs(a.patterns, Columns::training, a.skipBadLines);
    }
    if (!a.vocabulary.empty()) {
        t.vocabularies = readVocabularies(a.vocabulary);
        if (a.reversed) {
            std::swap(t.vocabularies->source, t.vocabularies->target);
        }
    }
    resolveLanguages(a);
    t.updater.seed = static_cast<std::uint64_t>(a.seed);
    t.updater.schedule.warmUp = a.warmUp;
    t.checkpoint = a.checkpoint;
    t.scoreEvery = a.scoreEvery;
    t.checkpointSeconds = a.checkpointMinutes * 60;
    // Rather now than after hours.
    safetensors::checkWritable(a.output);
    if (!a.checkpoint.empty()) {
        safetensors::checkWritable(a.checkpoint);
    }
}

/// The pairs of a file in the direction that is learned.
std::vector<SentencePair> readDirected(const std::string &file, Columns columns,
                                       const Arguments &a) {
    std::vector<SentencePair> pairs = readPairs(file, columns, a.skipBadLines);
    if (a.reversed) {
        for (SentencePair &pair : pairs) {
            pair.references.resize(1);
            std::swap(pair.source, pair.references.front());
        }
    }
    for (SentencePair &pair : a.normalized ? std::span(pairs) : std::span<SentencePair>()) {
        pair.source = normalize(pair.source, languageOf(a.sourceLanguage)).text;
        for (std::string &reference : pair.references) {
            reference = normalize(reference, languageOf(a.targetLanguage)).text;
        }
    }
    return pairs;
}

/// All pairs, the back-translated ones last; counts these.
std::vector<SentencePair> load(Arguments &a) {
    std::vector<SentencePair> pairs;
    std::size_t others = 0;
    for (const std::string &file : {a.corpus, a.extra, a.backTranslated}) {
        others = pairs.size();
        if (file.empty()) {
            continue;
        }
        auto more = readDirected(file, Columns::training, a);
        std::move(more.begin(), more.end(), std::back_inserter(pairs));
    }
    if (!a.backTranslated.empty()) {
        a.training.backTranslated = pairs.size() - others;
    }
    return pairs;
}

void printProgress(const Progress &p) {
    std::printf(
        "epoch %d/%d  batch %d/%d  update %ld  loss %.3f  perplexity %.2f  accuracy %.1f %%  "
        "alignment %.3f  rate %.2e  %.0f target words/s (%.0f pieces/s)  elapsed %s  remaining "
        "%s\n",
        p.epoch + 1, p.epochs, p.batch, p.batches, p.update, p.loss, p.perplexity, 100 * p.accuracy,
        p.alignment, p.learningRate, p.wordsPerSecond, p.piecesPerSecond,
        duration(p.elapsed).c_str(), duration(p.remaining).c_str());
    std::fflush(stdout);
}

/// The chosen development lines; none without a file.
std::vector<SentencePair> loadDevelopment(const Arguments &a) {
    std::vector<SentencePair> chosen;
    if (a.development.empty()) {
        return chosen;
    }
    // Summaries and replies have one reference; what follows it is something else.
    const bool several = useNamed(a.use) == Use::translation;
    const auto pairs =
        readDirected(a.development, several ? Columns::references : Columns::training, a);
    // Evenly spread, in case the file is sorted.
    const std::size_t count = std::min(pairs.size(), static_cast<std::size_t>(a.developmentLines));
    for (std::size_t i = 0; i < count; ++i) {
        chosen.push_back(pairs[i * pairs.size() / count]);
    }
    return chosen;
}

TrainingEvents makeEvents(const std::vector<SentencePair> &development, const Arguments &a,
                          const std::stop_token &stop) {
    const Use use = useNamed(a.use);
    TrainingEvents events;
    events.progress = printProgress;
    if (!development.empty()) {
        events.score = Development(use, development, a.training.updater.threads, stop);
    }
    events.scored = [use](long update, double score, double best) {
        std::printf("update %ld  development %s %.2f  best %.2f\n", update, scoreName(use).data(),
                    score, best);
        std::fflush(stdout);
    };
    return events;
}

}  // namespace

int trainCommand(std::span<const std::string> arguments) {
    if (asksForCaptions(arguments)) {
        return trainCaptionCommand(arguments);
    }
    if (asksForTask(arguments)) {
        return trainTaskCommand(arguments);
    }
    Arguments a;
    Options options("attention-model train --corpus FILE --output FILE [OPTIONS]",
                    "Trains a model from sentence pairs. \"train --task NAME --help\" tells how a "
                    "small one learns a task from pairs\nthat are invented.");
    declare(options, a);
    if (!options.parse(arguments)) {
        return 0;
    }
    resolve(a);
    const Interruption interruption;
    setPrecision(a.precision, a.training);
    std::vector<SentencePair> pairs = load(a);
    std::printf("%zu sentence pairs\n", pairs.size());
    const std::vector<SentencePair> development = loadDevelopment(a);
    a.training.scoredOn = hash(development);
    Trainer trainer(a.training, std::move(pairs), metadataOf(a), interruption.token());
    if (trainer.state().update > 0) {
        std::printf("going on after update %ld\n", trainer.state().update);
    }
    const TrainingEvents events = makeEvents(development, a, interruption.token());
    const bool finished = trainer.run(events, interruption.token());
    writeModel(*trainer.bestModel(), a.output, Precision::f16);
    std::printf("%s; wrote %s\n", finished ? "finished" : "interrupted", a.output.c_str());
    return finished ? 0 : 1;
}

}  // namespace cli
