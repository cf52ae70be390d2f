// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/evaluate_command.h"

#include <chrono>
#include <iomanip>
#include <iostream>
#include <numeric>
#include <optional>

#include "app/cli/alignment_report.h"
#include "app/cli/complain.h"
#include "app/cli/json.h"
#include "app/cli/open_model.h"
#include "app/cli/options.h"
#include "app/cli/read_pairs.h"
#include "model/alignment/aligner.h"
#include "model/error.h"
#include "model/evaluation/attention_alignment.h"
#include "model/evaluation/report.h"
#include "model/evaluation/translate_all.h"
#include "model/printable.h"
#include "model/training/corpus.h"

namespace cli {
namespace {

using model::evaluation::LengthBucket;

struct Settings {
    std::string model;
    std::string data;
    std::string alignment;
    int alignmentWords = 40;
    std::string alignerCorpus;
    model::SearchOptions search;
    int threads = 2;
    long limit = 0;
    bool json = false;
    bool skipBadLines = false;
};

/// The test set, column by column.
struct Data {
    std::vector<std::string> sources;
    std::vector<model::evaluation::References> references;
};

Data readData(const Settings &settings) {
    using namespace model::training;
    std::vector<SentencePair> pairs =
        readPairs(settings.data, Columns::references, settings.skipBadLines);
    if (settings.limit > 0 && static_cast<long>(pairs.size()) > settings.limit) {
        pairs.resize(static_cast<std::size_t>(settings.limit));
    }
    Data data;
    for (SentencePair &pair : pairs) {
        data.sources.push_back(std::move(pair.source));
        data.references.push_back(std::move(pair.references));
    }
    return data;
}

/// How well the translations of a test set do.
struct Findings {
    std::vector<std::string> translations;  ///< "" where there is none
    model::evaluation::Report report;
    int untranslated = 0;
    double seconds = 0;
    double piecesPerSecond = 0;
};

Findings evaluate(const std::shared_ptr<const model::Model> &model, const Data &data,
                  const Settings &settings) {
    Findings findings;
    const auto start = std::chrono::steady_clock::now();
    const auto renderings =
        model::evaluation::translateEach(model, data.sources, settings.search, settings.threads);
    findings.seconds =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    long pieces = 0;
    for (std::size_t i = 0; i < renderings.size(); ++i) {
        findings.translations.push_back(renderings[i].text);
        pieces += renderings[i].pieces;
        if (!renderings[i].problem.empty()) {
            ++findings.untranslated;
            complain("sentence " + std::to_string(i + 1) + ": " + renderings[i].problem);
        }
    }
    findings.piecesPerSecond = static_cast<double>(pieces) / std::max(findings.seconds, 1e-9);
    findings.report =
        model::evaluation::makeReport(data.sources, findings.translations, data.references);
    return findings;
}

std::string lengthName(const LengthBucket &bucket) {
    return bucket.most == 0 ? std::to_string(bucket.least) + "+"
                            : std::to_string(bucket.least) + "-" + std::to_string(bucket.most);
}

void printModel(const model::Model &model) {
    std::cout << "model   " << model::printable(model.metadata("name")) << " ("
              << toString(model.configuration().architecture) << ")\n";
}

void printTable(const std::vector<LengthBucket> &byLength) {
    bool zero = false;
    std::cout << "source words  sentences    BLEU   chrF2\n";
    for (const LengthBucket &bucket : byLength) {
        std::cout << std::setw(12) << lengthName(bucket) << std::setw(11) << bucket.sentences;
        if (bucket.sentences > 0) {
            std::cout << std::setw(8) << bucket.bleu << std::setw(8) << bucket.chrf << '\n';
            zero = zero || bucket.bleu == 0;
        } else {
            std::cout << std::setw(8) << '-' << std::setw(8) << '-' << '\n';
        }
    }
    std::cout << (zero ? "A BLEU of 0 here: no translation of that length is 4 words long, or none "
                         "has a word in common with\nits references. chrF2 counts letters, too.\n"
                       : "");
}

void printTable(const Findings &findings, const Settings &settings) {
    const auto &report = findings.report;
    const auto &bleu = report.bleu;
    std::cout << std::fixed << std::setprecision(2);
    std::cout << "data    " << settings.data << ", " << report.sentences << " sentences\n";
    std::cout << "search  "
              << (settings.search.beam == 1 ? "greedy"
                                            : "beam " + std::to_string(settings.search.beam))
              << "\n\n";
    std::cout << "BLEU    " << bleu.score << "  " << report.bleuSignature << "\n        ";
    for (std::size_t n = 0; n < bleu.precisions.size(); ++n) {
        std::cout << (n == 0 ? "" : "/") << bleu.precisions[n];
    }
    std::cout << ", brevity penalty " << std::setprecision(3) << bleu.brevityPenalty << " ("
              << bleu.hypothesisLength << " words for " << bleu.referenceLength << ")\n";
    if (const auto reason = model::evaluation::reasonForZero(bleu)) {
        std::cout << "        " << *reason << '\n';
    }
    std::cout << std::setprecision(2) << "chrF2   " << report.chrf << "  " << report.chrfSignature
              << "\n\n";
    printTable(report.byLength);
    std::cout << '\n';
    if (findings.untranslated > 0) {
        std::cout << findings.untranslated << " sentences could not be translated.\n";
    }
    std::cout << std::setprecision(1) << findings.seconds << " s, " << std::setprecision(0)
              << findings.piecesPerSecond << " tokens/s on " << settings.threads
              << (settings.threads == 1 ? " thread\n" : " threads\n");
}

Json toJson(const Findings &findings, const Settings &settings) {
    const auto &report = findings.report;
    Json lengths = Json::array();
    for (const LengthBucket &bucket : report.byLength) {
        const auto measured = [&bucket](double value) {
            return bucket.sentences > 0 ? Json(value) : Json();
        };
        lengths.push_back({{"words", lengthName(bucket)},
                           {"sentences", bucket.sentences},
                           {"bleu", measured(bucket.bleu)},
                           {"chrf2", measured(bucket.chrf)}});
    }
    const auto reason = model::evaluation::reasonForZero(report.bleu);
    return {{"data", settings.data},
            {"sentences", report.sentences},
            {"beam", settings.search.beam},
            {"bleu", report.bleu.score},
            {"bleu_precisions", report.bleu.precisions},
            {"bleu_brevity_penalty", report.bleu.brevityPenalty},
            {"bleu_signature", report.bleuSignature},
            {"bleu_reason_for_zero", reason ? Json(*reason) : Json()},
            {"chrf2", report.chrf},
            {"chrf2_signature", report.chrfSignature},
            {"by_length", lengths},
            {"untranslated", findings.untranslated},
            {"threads", settings.threads},
            {"seconds", findings.seconds},
            {"tokens_per_second", findings.piecesPerSecond}};
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
                                        const Data &data,
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

Json toJson(const model::evaluation::LinkErrors &errors) {
    Json thresholded = cli::toJson(errors.thresholded);
    thresholded["threshold"] = model::evaluation::linkThreshold;
    return {{"argmax", cli::toJson(errors.argmax)}, {"thresholded", thresholded}};
}

Json toJson(const AttentionAgreement &agreement) {
    Json json = toJson(agreement.weights);
    json["sentences"] = agreement.sentences;
    json["posterior"] = toJson(agreement.posterior);
    return json;
}

Json toJson(const Agreement &agreement, const Settings &settings) {
    if (!agreement) {
        return {};
    }
    Json json = toJson(*agreement);
    json["data"] = settings.alignment;
    json["words_at_most"] = settings.alignmentWords;
    return json;
}

Json toJson(const std::optional<StatisticalAgreement> &agreement, const Settings &settings) {
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
    std::optional<Findings> translations;
    Agreement agreement;
    std::optional<StatisticalAgreement> statistical;
};

void print(const Results &results, const Settings &settings) {
    if (settings.json) {
        Json json{{"model", results.model->metadata("name")},
                  {"architecture", toString(results.model->configuration().architecture)}};
        if (results.translations) {
            json.update(toJson(*results.translations, settings));
        }
        if (!settings.alignment.empty()) {
            json["alignment"] = toJson(results.agreement, settings);
        }
        if (!settings.alignerCorpus.empty()) {
            json["statistical_alignment"] = toJson(results.statistical, settings);
        }
        std::cout << line(json) << '\n';
        return;
    }
    printModel(*results.model);
    if (results.translations) {
        printTable(*results.translations, settings);
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
    options.text("alignment", "FILE", settings.alignment,
                 "aligned pairs: source tokens, tab, target tokens, tab, links i-j (sure) or ipj "
                 "(possible)");
    options.integer("alignment-words", "N", settings.alignmentWords, 0, 1000000,
                    "of these, only those of at most N source tokens; 0: all");
    options.text("aligner-corpus", "FILE", settings.alignerCorpus,
                 "pairs for a statistical aligner: the attention to the test set's translations "
                 "is compared with its links");
    options.text("model", "FILE", settings.model, modelHelp);
    options.integer("beam", "N", settings.search.beam, 1, model::StepTrace::candidateCount,
                    "hypotheses kept; 1 is greedy search");
    options.real("length-penalty", "A", settings.search.lengthPenalty, 0, 10,
                 "how much a beam prefers long translations");
    options.integer("limit", "N", settings.limit, 0, 1000000000, "first lines only; 0: all");
    options.integer("threads", "N", settings.threads, 1, 256,
                    "threads; the result is the same for any number");
    options.flag("skip-bad-lines", settings.skipBadLines, skipBadLinesHelp);
    options.flag("json", settings.json, "one JSON object instead of a table");
}

/// @throws UsageError unless the options go together
void check(const Settings &settings) {
    if (settings.data.empty() && settings.alignment.empty()) {
        throw UsageError("evaluate needs --data FILE, --alignment FILE, or both.");
    }
    if (settings.data.empty() &&
        (settings.limit > 0 || settings.search.beam > 1 || !settings.alignerCorpus.empty())) {
        throw UsageError("--limit, --beam and --aligner-corpus go with --data FILE.");
    }
}

/// Everything that is asked for. The files are read before anything takes long.
Results evaluateAll(const Settings &settings) {
    const Data data = settings.data.empty() ? Data() : readData(settings);
    const auto aligned = settings.alignment.empty()
                             ? std::vector<model::evaluation::AlignedPair>()
                             : readAlignmentsUpTo(settings.alignment, settings.alignmentWords,
                                                  settings.skipBadLines);
    const auto words = settings.alignerCorpus.empty()
                           ? std::vector<model::aligner::WordPair>()
                           : readWordPairs(settings.alignerCorpus, settings.skipBadLines);
    const auto model = openModel(settings.model);
    const bool attends = model->configuration().architecture == model::Architecture::attention;
    Results results;
    results.model = model;
    // First what takes seconds and refuses what it cannot do.
    if (!aligned.empty() && attends) {
        results.agreement = model::evaluation::attentionAgreement(model, aligned, settings.threads);
    }
    std::optional<model::aligner::WordAligner> aligner;
    if (!words.empty() && attends) {
        aligner.emplace(words, model::aligner::AlignerOptions{.threads = settings.threads});
    }
    if (!settings.data.empty()) {
        results.translations = evaluate(model, data, settings);
    }
    if (aligner) {
        results.statistical = compareWithAligner(model, data, results.translations->translations,
                                                 *aligner, settings.threads);
    }
    return results;
}

}  // namespace

int evaluateCommand(std::span<const std::string> arguments) {
    Settings settings;
    Options options("attention-model evaluate [--data FILE] [--alignment FILE] [OPTIONS]",
                    "Translates a test set and compares the translations with its references: BLEU "
                    "and chrF2 as\nsacreBLEU computes them, over all and by length, which is "
                    "counted in words of the source: a\nword is what between blanks holds a letter "
                    "or a digit (\"l'eau\" is one, \"?\" none). Compares the\nattention with "
                    "people's alignment or a statistical aligner's: the alignment error rate of\n"
                    "Och & Ney (2003). Posterior: the attention given the word that came. Exit "
                    "status 1 where a\nsentence could not be translated.");
    declare(options, settings);
    if (!options.parse(arguments)) {
        return 0;
    }
    check(settings);
    const Results results = evaluateAll(settings);
    print(results, settings);
    return results.translations && results.translations->untranslated > 0 ? 1 : 0;
}

}  // namespace cli
