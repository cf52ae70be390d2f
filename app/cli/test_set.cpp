// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/test_set.h"

#include <algorithm>
#include <chrono>
#include <iomanip>
#include <iostream>
#include <optional>
#include <sstream>
#include <string_view>
#include <utility>

#include "app/cli/complain.h"
#include "app/cli/read_pairs.h"
#include "model/evaluation/faithfulness.h"
#include "model/evaluation/translate_all.h"

namespace cli {
namespace {

using model::evaluation::LengthBucket;

/// Apostrophes as they are typed.
std::string withPlainApostrophes(std::string_view text) {
    constexpr std::string_view typographic = "’";
    std::string plain;
    for (std::size_t at = text.find(typographic); at != std::string_view::npos;
         at = text.find(typographic)) {
        plain += text.substr(0, at);
        plain += '\'';
        text.remove_prefix(at + typographic.size());
    }
    return plain.append(text);
}

/// How a figure was made, with what was done to the references.
std::string signatureOf(const std::string &signature, const TestSettings &settings) {
    return settings.plainApostrophes ? signature + "|apostrophes:plain" : signature;
}

void judge(const TestSet &set, Findings &findings) {
    using namespace model::evaluation;
    for (std::size_t i = 0; i < set.sources.size(); ++i) {
        const std::string &translation = findings.translations[i];
        const auto kept = keepsUnchangeable(set.sources[i], set.references[i], translation);
        findings.keepable += kept ? 1 : 0;
        findings.kept += kept.value_or(false) ? 1 : 0;
        findings.loops += loops(translation) ? 1 : 0;
    }
}

std::string lengthName(const LengthBucket &bucket) {
    return bucket.most == 0 ? std::to_string(bucket.least) + "+"
                            : std::to_string(bucket.least) + "-" + std::to_string(bucket.most);
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

void countWords(const model::Model &model, const TestSet &set, Findings &findings) {
    using model::evaluation::countWholeWords;
    findings.sourceWords = countWholeWords(model.source(), set.sources, model.sourceLanguage());
    std::vector<std::string> references;
    for (const auto &each : set.references) {
        references.insert(references.end(), each.begin(), each.end());
    }
    findings.referenceWords = countWholeWords(model.target(), references, model.targetLanguage());
}

double percent(const model::evaluation::WholeWords &words) {
    return words.words > 0
               ? 100 * static_cast<double>(words.whole) / static_cast<double>(words.words)
               : 0;
}

/// BLEU of the longest sentences as a share of the best of all lengths, in percent.
std::optional<double> shareOfLongest(const std::vector<LengthBucket> &byLength) {
    double best = 0;
    for (const LengthBucket &bucket : byLength) {
        best = std::max(best, bucket.bleu);
    }
    if (best == 0 || byLength.back().sentences == 0) {
        return {};
    }
    return 100 * byLength.back().bleu / best;
}

void printShare(std::optional<double> percent, int width) {
    if (percent) {
        std::cout << std::setw(width - 2) << std::setprecision(1) << *percent << " %"
                  << std::setprecision(2);
    } else {
        std::cout << std::setw(width) << '-';
    }
}

}  // namespace

std::string searchName(const model::SearchOptions &search) {
    std::string name =
        search.beam == 1 ? "greedy" : std::string("beam ").append(std::to_string(search.beam));
    if (search.comparesWithLanguageModel()) {
        std::ostringstream weight;
        weight << search.antiLanguageModel;
        name += ", anti-language model " + weight.str() + " of " +
                std::to_string(search.antiLanguageModelPieces) + " pieces";
    }
    return name;
}

TestSet readTestSet(const std::string &file, model::training::Columns columns,
                    const TestSettings &settings) {
    using namespace model::training;
    std::vector<SentencePair> pairs = readPairs(file, columns, settings.skipBadLines);
    if (settings.limit > 0 && static_cast<long>(pairs.size()) > settings.limit) {
        pairs.resize(static_cast<std::size_t>(settings.limit));
    }
    TestSet set;
    set.file = file;
    for (SentencePair &pair : pairs) {
        set.sources.push_back(std::move(pair.source));
        if (settings.plainApostrophes) {
            for (std::string &reference : pair.references) {
                reference = withPlainApostrophes(reference);
            }
        }
        set.references.push_back(std::move(pair.references));
    }
    return set;
}

Findings measure(const std::shared_ptr<const model::Model> &model, const TestSet &set,
                 const TestSettings &settings) {
    Findings findings;
    findings.file = set.file;
    const auto start = std::chrono::steady_clock::now();
    const auto renderings =
        model::evaluation::translateEach(model, set.sources, settings.search, settings.threads);
    findings.seconds =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    long pieces = 0;
    for (std::size_t i = 0; i < renderings.size(); ++i) {
        findings.translations.push_back(settings.plainApostrophes
                                            ? withPlainApostrophes(renderings[i].text)
                                            : renderings[i].text);
        pieces += renderings[i].pieces;
        if (!renderings[i].problem.empty()) {
            ++findings.untranslated;
            complain(set.file + ", sentence " + std::to_string(i + 1) + ": " +
                     renderings[i].problem);
        }
    }
    findings.piecesPerSecond = static_cast<double>(pieces) / std::max(findings.seconds, 1e-9);
    findings.report =
        model::evaluation::makeReport(set.sources, findings.translations, set.references);
    judge(set, findings);
    countWords(*model, set, findings);
    return findings;
}

void printTable(const Findings &findings, const TestSettings &settings) {
    const auto &report = findings.report;
    const auto &bleu = report.bleu;
    std::cout << std::fixed << std::setprecision(2);
    std::cout << "data    " << findings.file << ", " << report.sentences << " sentences\n";
    std::cout << "search  " << searchName(settings.search) << "\n\n";
    std::cout << "BLEU    " << bleu.score << "  " << signatureOf(report.bleuSignature, settings)
              << "\n        ";
    for (std::size_t n = 0; n < bleu.precisions.size(); ++n) {
        std::cout << (n == 0 ? "" : "/") << bleu.precisions[n];
    }
    std::cout << ", brevity penalty " << std::setprecision(3) << bleu.brevityPenalty << " ("
              << bleu.hypothesisLength << " words for " << bleu.referenceLength << ")\n";
    if (const auto reason = model::evaluation::reasonForZero(bleu)) {
        std::cout << "        " << *reason << '\n';
    }
    std::cout << std::setprecision(2) << "chrF2   " << report.chrf << "  "
              << signatureOf(report.chrfSignature, settings) << "\n\n";
    printTable(report.byLength);
    std::cout << '\n';
    std::cout << "whole   " << percent(findings.sourceWords)
              << " % of the words of the sources are one piece each, "
              << percent(findings.referenceWords) << " % of those of the references\n";
    if (findings.keepable > 0) {
        std::cout << "kept    " << findings.kept << " of " << findings.keepable
                  << " sentences with numbers, addresses or names keep all of them\n";
    }
    if (findings.loops > 0) {
        std::cout << "loops   " << findings.loops << " translations say four words three times\n";
    }
    std::cout << '\n';
    if (findings.untranslated > 0) {
        std::cout << findings.untranslated << " sentences could not be translated.\n";
    }
    std::cout << std::setprecision(1) << findings.seconds << " s, " << std::setprecision(0)
              << findings.piecesPerSecond << " tokens/s on " << settings.threads
              << (settings.threads == 1 ? " thread\n" : " threads\n");
}

void printTable(std::span<const Findings> all, const TestSettings &settings) {
    std::size_t width = 3;
    for (const Findings &findings : all) {
        width = std::max(width, findings.file.size());
    }
    const auto name = [width](const std::string &text) {
        std::cout << text << std::string(width - text.size(), ' ');
    };
    std::cout << std::fixed << std::setprecision(2) << '\n';
    name("set");
    std::cout << "  sentences    BLEU   chrF2  31+ of best      kept  loops  untranslated\n";
    for (const Findings &findings : all) {
        const auto &report = findings.report;
        name(findings.file);
        std::cout << std::setw(11) << report.sentences << std::setw(8) << report.bleu.score
                  << std::setw(8) << report.chrf;
        printShare(shareOfLongest(report.byLength), 13);
        printShare(findings.keepable > 0 ? std::optional(100.0 * findings.kept / findings.keepable)
                                         : std::nullopt,
                   10);
        std::cout << std::setw(7) << findings.loops << std::setw(14) << findings.untranslated
                  << '\n';
    }
    const auto &report = all.front().report;
    std::cout << "\nBLEU    " << signatureOf(report.bleuSignature, settings) << "\nchrF2   "
              << signatureOf(report.chrfSignature, settings) << "\nsearch  "
              << searchName(settings.search) << '\n';
}

model::Json toJson(const Findings &findings, const TestSettings &settings) {
    const auto &report = findings.report;
    model::Json lengths = model::Json::array();
    for (const LengthBucket &bucket : report.byLength) {
        const auto measured = [&bucket](double value) {
            return bucket.sentences > 0 ? model::Json(value) : model::Json();
        };
        lengths.push_back({{"words", lengthName(bucket)},
                           {"sentences", bucket.sentences},
                           {"bleu", measured(bucket.bleu)},
                           {"chrf2", measured(bucket.chrf)}});
    }
    const auto reason = model::evaluation::reasonForZero(report.bleu);
    return {{"data", findings.file},
            {"sentences", report.sentences},
            {"beam", settings.search.beam},
            {"bleu", report.bleu.score},
            {"bleu_precisions", report.bleu.precisions},
            {"bleu_brevity_penalty", report.bleu.brevityPenalty},
            {"bleu_signature", signatureOf(report.bleuSignature, settings)},
            {"bleu_reason_for_zero", reason ? model::Json(*reason) : model::Json()},
            {"chrf2", report.chrf},
            {"chrf2_signature", signatureOf(report.chrfSignature, settings)},
            {"by_length", lengths},
            {"keepable", findings.keepable},
            {"kept", findings.kept},
            {"loops", findings.loops},
            {"whole_source_words", percent(findings.sourceWords)},
            {"whole_reference_words", percent(findings.referenceWords)},
            {"untranslated", findings.untranslated},
            {"threads", settings.threads},
            {"seconds", findings.seconds},
            {"tokens_per_second", findings.piecesPerSecond}};
}

}  // namespace cli
