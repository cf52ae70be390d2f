// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/dialogue_report.h"

#include <algorithm>
#include <array>
#include <iomanip>
#include <iostream>

#include "app/cli/use_report.h"
#include "model/evaluation/diversity.h"
#include "model/printable.h"

namespace cli {
namespace {

using namespace model::evaluation;

constexpr std::size_t commonestReplies = 10;
constexpr int drawnPieces = 10;

ReplyDiversity diversityOf(const std::string &name, const std::vector<std::string> &replies) {
    ReplyDiversity diversity;
    diversity.name = name;
    diversity.words = meanWords(replies);
    diversity.distinct1 = distinct(replies, 1);
    diversity.distinct2 = distinct(replies, 2);
    diversity.commonest = shareOfCommonest(replies, commonestReplies);
    return diversity;
}

void addDiversities(const std::shared_ptr<const model::Model> &model, const TestSet &set,
                    const TestSettings &settings, DialogueFindings &findings) {
    model::SearchOptions greedy;
    model::SearchOptions drawn;
    drawn.sampled = drawnPieces;
    const auto add = [&](const std::string &name, const model::SearchOptions &search,
                         int &untranslated) {
        findings.diversities.push_back(
            diversityOf(name, textsOf(model, set, search, settings.threads, "turn", untranslated)));
    };
    add(searchName(greedy), greedy, findings.untranslated);
    int told = 0;  // already
    if (searchName(settings.search) != searchName(greedy)) {
        add(searchName(settings.search), settings.search, told);
    }
    add("drawn from " + std::to_string(drawnPieces), drawn, told);
    findings.diversities.push_back(diversityOf("people's", peoplesTexts(set)));
}

void addProbabilities(const std::shared_ptr<const model::Model> &model, const TestSet &set,
                      int threads, DialogueFindings &findings) {
    const std::vector<std::string> replies = peoplesTexts(set);
    const std::string name = model::printable(model->metadata("name"));
    constexpr std::array shown{Shown::source, Shown::other, Shown::nothing};
    constexpr std::array what{"", ", shown another turn", ", shown no turn"};
    const auto probabilities = targetProbabilities(model, set.sources, replies, shown, threads);
    for (std::size_t k = 0; k < shown.size(); ++k) {
        findings.probabilities.push_back({name + what[k], probabilities[k]});
    }
}

}  // namespace

DialogueFindings measureReplies(const std::shared_ptr<const model::Model> &model,
                                const std::shared_ptr<const model::Model> &twin, const TestSet &set,
                                const TestSettings &settings) {
    DialogueFindings findings;
    findings.file = set.file;
    findings.turns = static_cast<int>(set.sources.size());
    addProbabilities(model, set, settings.threads, findings);
    if (twin != nullptr) {
        addProbabilities(twin, set, settings.threads, findings);
    }
    addDiversities(model, set, settings, findings);
    return findings;
}

void printTable(const DialogueFindings &findings, const TestSettings & /*settings*/) {
    std::size_t width = 0;
    for (const auto &row : findings.probabilities) {
        width = std::max(width, row.name.size());
    }
    for (const auto &row : findings.diversities) {
        width = std::max(width, row.name.size());
    }
    std::cout << std::fixed << "data    " << findings.file << ", " << findings.turns
              << " turns\n\n";
    std::cout << padded("people's replies", width) << "  perplexity per piece  per word\n"
              << std::setprecision(2);
    for (const auto &row : findings.probabilities) {
        std::cout << padded(row.name, width) << std::setw(22)
                  << row.probability.perplexityPerPiece() << std::setw(10)
                  << row.probability.perplexityPerWord() << '\n';
    }
    std::cout << '\n'
              << padded("replies", width) << "   words  distinct-1  distinct-2  ten commonest\n";
    for (const auto &row : findings.diversities) {
        std::cout << padded(row.name, width) << std::setprecision(2) << std::setw(8) << row.words
                  << std::setprecision(4) << std::setw(12) << row.distinct1 << std::setw(12)
                  << row.distinct2 << std::setprecision(1) << std::setw(13) << 100 * row.commonest
                  << " %\n";
    }
    if (findings.untranslated > 0) {
        std::cout << '\n' << findings.untranslated << " turns could not be replied to.\n";
    }
}

model::Json toJson(const DialogueFindings &findings, const TestSettings & /*settings*/) {
    model::Json probabilities = model::Json::array();
    for (const auto &row : findings.probabilities) {
        probabilities.push_back({{"name", row.name},
                                 {"perplexity_per_piece", row.probability.perplexityPerPiece()},
                                 {"perplexity_per_word", row.probability.perplexityPerWord()},
                                 {"pieces", row.probability.pieces},
                                 {"words", row.probability.words}});
    }
    model::Json diversities = model::Json::array();
    for (const auto &row : findings.diversities) {
        diversities.push_back({{"name", row.name},
                               {"words", row.words},
                               {"distinct_1", row.distinct1},
                               {"distinct_2", row.distinct2},
                               {"ten_commonest", 100 * row.commonest}});
    }
    return {{"data", findings.file},   {"use", "dialogue"},
            {"turns", findings.turns}, {"probabilities", probabilities},
            {"replies", diversities},  {"untranslated", findings.untranslated}};
}

}  // namespace cli
