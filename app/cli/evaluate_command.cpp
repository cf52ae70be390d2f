// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/evaluate_command.h"

#include <algorithm>
#include <iostream>
#include <optional>

#include "app/cli/alignment_report.h"
#include "app/cli/caption_command.h"
#include "app/cli/dialogue_report.h"
#include "app/cli/open_model.h"
#include "app/cli/options.h"
#include "app/cli/read_pairs.h"
#include "app/cli/search_options.h"
#include "app/cli/summary_report.h"
#include "app/cli/task_command.h"
#include "app/cli/task_report.h"
#include "app/cli/test_set.h"
#include "app/cli/use.h"
#include "model/alignment/aligner.h"
#include "model/evaluation/attention_alignment.h"
#include "model/printable.h"
#include "model/trace_file/json.h"

namespace cli {
namespace {

struct Settings {
    std::string model;
    std::string twin;
    std::string data;
    std::vector<std::string> further;  ///< test sets
    std::string alignment;
    int alignmentWords = 40;
    std::string alignerCorpus;
    TestSettings test;
    bool json = false;
};

void printModel(const model::Model &model) {
    std::cout << "model   " << model::printable(model.metadata("name")) << " ("
              << toString(model.configuration().architecture) << ")\n";
}

using model::evaluation::AttentionAgreement;

/// How the attention agrees with an alignment by hand; nothing where the model has none.
using Agreement = std::optional<AttentionAgreement>;

/// How it agrees with the links of a statistical aligner.
struct StatisticalAgreement {
    AttentionAgreement references;  ///< while it is made to produce the first ones
    AttentionAgreement own;         ///< while it translates by itself
};

StatisticalAgreement compareWithAligner(const std::shared_ptr<const model::Model> &model,
                                        const TestSet &data,
                                        const std::vector<std::string> &translations,
                                        const model::aligner::WordAligner &aligner, int threads) {
    std::vector<std::string> references;
    for (const auto &each : data.references) {
        references.push_back(each.front());
    }
    using model::evaluation::statisticalAgreement;
    return {statisticalAgreement(model, data.sources, references, aligner, threads),
            statisticalAgreement(model, data.sources, translations, aligner, threads)};
}

void printTable(const AttentionAgreement &agreement, const std::string &title) {
    std::cout << '\n' << title << ", " << agreement.sentences << " sentences\n\n";
    printAlignmentHead();
    printAlignmentRow("argmax", agreement.weights.argmax);
    printAlignmentRow("thresholded", agreement.weights.thresholded);
    printAlignmentRow("posterior argmax", agreement.posterior.argmax);
    printAlignmentRow("posterior thresholded", agreement.posterior.thresholded);
}

void printTable(const Agreement &agreement, const Settings &settings) {
    if (agreement) {
        printTable(*agreement,
                   "attention while made to produce the translations of " + settings.alignment);
    } else {
        std::cout << "\nThe model has no attention that could be compared with "
                  << settings.alignment << ".\n";
    }
}

void printTable(const std::optional<StatisticalAgreement> &agreement, const Settings &settings) {
    const std::string links = "the links of an aligner that learned from " + settings.alignerCorpus;
    if (agreement) {
        printTable(agreement->own, "attention to its own translations, and " + links);
        printTable(agreement->references,
                   "attention while made to produce the first references, and " + links);
    } else {
        std::cout << "\nThe model has no attention that could be compared with " << links << ".\n";
    }
}

model::Json toJson(const model::evaluation::LinkErrors &errors) {
    model::Json thresholded = cli::toJson(errors.thresholded);
    thresholded["threshold"] = model::evaluation::linkThreshold;
    return {{"argmax", cli::toJson(errors.argmax)}, {"thresholded", thresholded}};
}

model::Json toJson(const AttentionAgreement &agreement) {
    model::Json json = toJson(agreement.weights);
    json["sentences"] = agreement.sentences;
    json["posterior"] = toJson(agreement.posterior);
    return json;
}

model::Json toJson(const Agreement &agreement, const Settings &settings) {
    if (!agreement) {
        return {};
    }
    model::Json json = toJson(*agreement);
    json["data"] = settings.alignment;
    json["words_at_most"] = settings.alignmentWords;
    return json;
}

model::Json toJson(const std::optional<StatisticalAgreement> &agreement, const Settings &settings) {
    if (!agreement) {
        return {};
    }
    return {{"corpus", settings.alignerCorpus},
            {"own", toJson(agreement->own)},
            {"references", toJson(agreement->references)}};
}

/// Everything that was asked for.
struct Results {
    std::shared_ptr<const model::Model> model;
    std::vector<Findings> translations;  ///< of each test set
    Agreement agreement;
    std::optional<StatisticalAgreement> statistical;
};

void print(const Results &results, const Settings &settings) {
    if (settings.json) {
        model::Json json{{"model", results.model->metadata("name")},
                         {"architecture", toString(results.model->configuration().architecture)}};
        if (results.translations.size() == 1) {
            json.update(toJson(results.translations.front(), settings.test));
        } else if (!results.translations.empty()) {
            json["sets"] = model::Json::array();
            for (const Findings &findings : results.translations) {
                json["sets"].push_back(toJson(findings, settings.test));
            }
        }
        if (!settings.alignment.empty()) {
            json["alignment"] = toJson(results.agreement, settings);
        }
        if (!settings.alignerCorpus.empty()) {
            json["statistical_alignment"] = toJson(results.statistical, settings);
        }
        std::cout << model::lineOf(json) << '\n';
        return;
    }
    printModel(*results.model);
    if (results.translations.size() == 1) {
        printTable(results.translations.front(), settings.test);
    } else if (!results.translations.empty()) {
        printTable(results.translations, settings.test);
    }
    if (!settings.alignment.empty()) {
        printTable(results.agreement, settings);
    }
    if (!settings.alignerCorpus.empty()) {
        printTable(results.statistical, settings);
    }
}

void declare(Options &options, Settings &settings) {
    options.text("data", "FILE", settings.data,
                 "the test set: a line a sentence, French, tab, English references, tab between");
    options.furtherArguments("SET...", settings.further,
                             "more test sets; several are compared in one table");
    options.text("alignment", "FILE", settings.alignment,
                 "aligned pairs: source tokens, tab, target tokens, tab, links i-j (sure) or ipj "
                 "(possible)");
    options.integer("alignment-words", "N", settings.alignmentWords, 0, 1000000,
                    "of these, only those of at most N source tokens; 0: all");
    options.text("aligner-corpus", "FILE", settings.alignerCorpus,
                 "pairs for a statistical aligner: the attention to the test set's translations "
                 "is compared with its links");
    options.text("model", "FILE", settings.model, modelHelp);
    options.text("twin", "FILE", settings.twin,
                 "for summaries and replies: another model for the same table, such as one without "
                 "attention");
    declareSearch(options, settings.test.search);
    options.integer("limit", "N", settings.test.limit, 0, 1000000000, "first lines only; 0: all");
    options.integer("threads", "N", settings.test.threads, 1, 256,
                    "threads; the result is the same for any number");
    options.flag("skip-bad-lines", settings.test.skipBadLines, skipBadLinesHelp);
    options.flag("plain-apostrophes", settings.test.plainApostrophes,
                 "read typographic apostrophes of references and translations as plain ones");
    options.flag("json", settings.json, "one JSON object instead of a table");
}

/// @throws UsageError unless the options go together
void check(const Settings &settings) {
    const bool translates = !settings.data.empty() || !settings.further.empty();
    if (!translates && settings.alignment.empty()) {
        throw UsageError("evaluate needs --data FILE, --alignment FILE, or both; or --task NAME.");
    }
    if (!settings.alignerCorpus.empty() && settings.data.empty()) {
        throw UsageError("--aligner-corpus goes with --data FILE.");
    }
    if (!translates && (settings.test.limit > 0 || settings.test.search.beam > 1)) {
        throw UsageError("--limit and --beam go with --data FILE.");
    }
}

/// The test sets, that of --data first.
std::vector<std::string> filesOf(const Settings &settings) {
    std::vector<std::string> files = settings.further;
    if (!settings.data.empty()) {
        files.insert(files.begin(), settings.data);
    }
    return files;
}

std::vector<TestSet> readSets(const Settings &settings, model::training::Columns columns) {
    std::vector<TestSet> sets;
    for (const std::string &file : filesOf(settings)) {
        sets.push_back(readTestSet(file, columns, settings.test));
    }
    return sets;
}

/// Measures summaries or replies. Returns the exit status.
int evaluateUse(const std::shared_ptr<const model::Model> &model, const Settings &settings) {
    if (!settings.alignment.empty() || !settings.alignerCorpus.empty()) {
        throw UsageError(
            "--alignment and --aligner-corpus go with a model that translates, and this one does "
            "not.");
    }
    const std::vector<TestSet> sets = readSets(settings, model::training::Columns::training);
    const auto twin = settings.twin.empty() ? nullptr : openModel(settings.twin);
    const auto measureEach = [&](const auto &measureOne) {
        int untranslated = 0;
        for (const TestSet &set : sets) {
            const auto findings = measureOne(model, twin, set, settings.test);
            untranslated += findings.untranslated;
            if (settings.json) {
                std::cout << model::lineOf(toJson(findings, settings.test)) << '\n';
            } else {
                printModel(*model);
                printTable(findings, settings.test);
            }
        }
        return untranslated > 0 ? 1 : 0;
    };
    return useOf(*model) == Use::summary ? measureEach(measureSummaries)
                                         : measureEach(measureReplies);
}

/// Everything that is asked for. The files are read before anything takes long.
Results evaluateAll(const std::shared_ptr<const model::Model> &model, const Settings &settings) {
    const std::vector<TestSet> sets = readSets(settings, model::training::Columns::references);
    const auto aligned = settings.alignment.empty()
                             ? std::vector<model::evaluation::AlignedPair>()
                             : readAlignmentsUpTo(settings.alignment, settings.alignmentWords,
                                                  settings.test.skipBadLines);
    const auto words = settings.alignerCorpus.empty()
                           ? std::vector<model::aligner::WordPair>()
                           : readWordPairs(settings.alignerCorpus, settings.test.skipBadLines);
    const bool attends = model->configuration().attends();
    Results results;
    results.model = model;
    // First what takes seconds and refuses what it cannot do.
    if (!aligned.empty() && attends) {
        results.agreement =
            model::evaluation::attentionAgreement(model, aligned, settings.test.threads);
    }
    std::optional<model::aligner::WordAligner> aligner;
    if (!words.empty() && attends) {
        aligner.emplace(words, model::aligner::AlignerOptions{.threads = settings.test.threads});
    }
    for (const TestSet &set : sets) {
        results.translations.push_back(measure(model, set, settings.test));
    }
    if (aligner) {
        results.statistical =
            compareWithAligner(model, sets.front(), results.translations.front().translations,
                               *aligner, settings.test.threads);
    }
    return results;
}

}  // namespace

int evaluateCommand(std::span<const std::string> arguments) {
    if (asksForCaptions(arguments)) {
        return evaluateCaptionCommand(arguments);
    }
    if (asksForTask(arguments)) {
        return evaluateTaskCommand(arguments);
    }
    Settings settings;
    Options options(
        "attention-model evaluate [--data FILE] [--alignment FILE] [OPTIONS] [SET...]",
        "Translates a test set and compares the translations with its references: BLEU "
        "and chrF2 as\nsacreBLEU computes them, over all and by length, which is "
        "counted in words of the source: a\nword is what between blanks holds a letter "
        "or a digit (\"l'eau\" is one, \"?\" none). Kept: the\nshare of the sentences "
        "with numbers, addresses or names in which all of these come through\n"
        "unchanged. Loops: translations that say four words three times. Compares the "
        "attention with\npeople's alignment or a statistical aligner's: the alignment "
        "error rate of Och & Ney (2003).\nPosterior: the attention given the word that "
        "came. A model whose file says that it sums up or replies is measured as such: by ROUGE "
        "(Lin 2004) beside\nthe first ten words of each text, and where its words come "
        "from; by the perplexity of people's\nreplies with their turn, another turn and "
        "none, and by how much its own replies differ (Li et al.\n2016). Exit status 1 "
        "where a sentence could not be translated. "
        "\"evaluate --task NAME --help\" tells how a small model of a task is "
        "measured.");
    declare(options, settings);
    if (!options.parse(arguments)) {
        return 0;
    }
    check(settings);
    const auto model = openModel(settings.model);
    if (const Use use = useOf(*model); use == Use::summary || use == Use::dialogue) {
        return evaluateUse(model, settings);
    }
    if (!settings.twin.empty()) {
        throw UsageError(
            "--twin goes with a model of summaries or replies, and this one translates.");
    }
    const Results results = evaluateAll(model, settings);
    print(results, settings);
    return std::any_of(results.translations.begin(), results.translations.end(),
                       [](const Findings &findings) { return findings.untranslated > 0; })
               ? 1
               : 0;
}

}  // namespace cli
