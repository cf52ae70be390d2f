// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/summary_report.h"

#include <algorithm>
#include <iomanip>
#include <iostream>

#include "app/cli/use_report.h"
#include "model/printable.h"

namespace cli {
namespace {

using namespace model::evaluation;

constexpr std::size_t baselineWords = 10;

double percentOf(long part, long whole) {
    return whole == 0 ? 0 : 100 * static_cast<double>(part) / static_cast<double>(whole);
}

SummaryRow rowOf(const std::string &name, const std::vector<std::string> &summaries,
                 const TestSet &set) {
    SummaryRow row;
    row.name = name;
    row.rouge = rouge(summaries, set.references);
    row.words = meanWords(summaries);
    row.taken = shareTaken(set.sources, summaries);
    return row;
}

/// Counts the texts of which there is none in `untranslated`.
SummaryRow rowOf(const std::shared_ptr<const model::Model> &model, const TestSet &set,
                 const TestSettings &settings, int &untranslated) {
    std::vector<Provenance> each(set.sources.size());
    const std::vector<std::string> summaries = textsOf(
        model, set, settings.search, settings.threads, "text", untranslated,
        [&each](std::size_t i, const model::Trace &trace) { each[i] = provenanceOf(trace); });
    SummaryRow row = rowOf(model->metadata("name"), summaries, set);
    row.isModel = true;
    for (const Provenance &provenance : each) {
        row.provenance += provenance;
    }
    return row;
}

void printRow(const SummaryRow &row, std::size_t width) {
    std::cout << padded(model::printable(row.name), width) << std::setw(9) << row.rouge.one
              << std::setw(9) << row.rouge.two << std::setw(9) << row.rouge.longest << std::setw(8)
              << row.words << std::setw(10) << 100 * row.taken << " %\n";
}

/// How often the attention points at the words that a model takes over.
void printPointed(const SummaryRow &row) {
    const Provenance &p = row.provenance;
    if (!row.isModel || p.taken == 0 || p.piecesPointed == 0) {
        return;
    }
    std::cout << '\n'
              << model::printable(row.name) << ": of " << p.words << " words, " << p.taken
              << " stand in the text; the attention is largest\nat such a place for the first "
                 "piece of "
              << percentOf(p.pointed, p.taken) << " % of them, and for "
              << percentOf(p.piecesPointed, p.pieces) << " % of all their pieces.\n"
              << p.spelled << " of them have several pieces, and "
              << percentOf(p.spelledPointed, p.spelled)
              << " % of these are copied piece by piece.\n";
}

}  // namespace

SummaryFindings measureSummaries(const std::shared_ptr<const model::Model> &model,
                                 const std::shared_ptr<const model::Model> &twin,
                                 const TestSet &set, const TestSettings &settings) {
    SummaryFindings findings;
    findings.file = set.file;
    findings.texts = static_cast<int>(set.sources.size());
    findings.signature = rougeSignature(set.references);
    findings.rows.push_back(rowOf(model, set, settings, findings.untranslated));
    if (twin != nullptr) {
        findings.rows.push_back(rowOf(twin, set, settings, findings.untranslated));
    }
    std::vector<std::string> first;
    for (const std::string &source : set.sources) {
        first.push_back(firstWords(source, baselineWords));
    }
    findings.rows.push_back(rowOf("first ten words", first, set));
    findings.rows.push_back(rowOf("people's", peoplesTexts(set), set));
    return findings;
}

void printTable(const SummaryFindings &findings, const TestSettings &settings) {
    std::size_t width = 0;
    for (const SummaryRow &row : findings.rows) {
        width = std::max(width, model::printable(row.name).size());
    }
    std::cout << std::fixed << std::setprecision(2) << "data    " << findings.file << ", "
              << findings.texts << " texts\nsearch  " << searchName(settings.search) << "\nROUGE   "
              << findings.signature << "\n\n"
              << std::string(width, ' ') << "  ROUGE-1  ROUGE-2  ROUGE-L   words  from text\n";
    for (const SummaryRow &row : findings.rows) {
        printRow(row, width);
    }
    for (const SummaryRow &row : findings.rows) {
        printPointed(row);
    }
    if (findings.untranslated > 0) {
        std::cout << '\n' << findings.untranslated << " texts could not be summed up.\n";
    }
}

model::Json toJson(const SummaryFindings &findings, const TestSettings &settings) {
    model::Json rows = model::Json::array();
    for (const SummaryRow &row : findings.rows) {
        model::Json json{{"name", row.name},         {"rouge_1", row.rouge.one},
                         {"rouge_2", row.rouge.two}, {"rouge_l", row.rouge.longest},
                         {"words", row.words},       {"from_text", 100 * row.taken}};
        if (row.isModel) {
            const Provenance &p = row.provenance;
            json["provenance"] = {{"words", p.words},
                                  {"taken", p.taken},
                                  {"pointed", p.pointed},
                                  {"pieces", p.pieces},
                                  {"pieces_pointed", p.piecesPointed},
                                  {"spelled", p.spelled},
                                  {"spelled_pointed", p.spelledPointed}};
        }
        rows.push_back(std::move(json));
    }
    return {{"data", findings.file},
            {"use", "summary"},
            {"texts", findings.texts},
            {"search", searchName(settings.search)},
            {"rouge_signature", findings.signature},
            {"rows", rows},
            {"untranslated", findings.untranslated}};
}

}  // namespace cli
