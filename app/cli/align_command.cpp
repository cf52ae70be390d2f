// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/align_command.h"

#include <array>
#include <chrono>
#include <iomanip>
#include <iostream>
#include <string_view>

#include "app/cli/alignment_report.h"
#include "app/cli/options.h"
#include "app/cli/read_pairs.h"
#include "model/alignment/aligner.h"
#include "model/error.h"
#include "model/evaluation/tokens.h"

namespace cli {
namespace {

using model::Language;
using model::aligner::Links;
using model::aligner::Symmetrisation;
using model::aligner::WordPair;

struct AlignSettings {
    std::string corpus;
    std::string test;
    std::string symmetrisation = "posterior";
    model::aligner::AlignerOptions aligner;
    int words = 40;
    bool skipBadLines = false;
    bool json = false;
};

struct Named {
    std::string_view name;
    Symmetrisation how;
};

constexpr std::array<Named, 7> symmetrisations{{
    {"source-to-target", Symmetrisation::sourceToTarget},
    {"target-to-source", Symmetrisation::targetToSource},
    {"intersection", Symmetrisation::intersection},
    {"union", Symmetrisation::unified},
    {"grow-diag", Symmetrisation::growDiag},
    {"grow-diag-final-and", Symmetrisation::growDiagFinalAnd},
    {"posterior", Symmetrisation::posterior},
}};

Symmetrisation symmetrisationNamed(const std::string &name) {
    std::string names;
    for (const Named &named : symmetrisations) {
        if (named.name == name) {
            return named.how;
        }
        names += (names.empty() ? "" : ", ") + std::string(named.name);
    }
    throw UsageError("--symmetrisation got '%1', expected one of %2.", name, names);
}

void printLinks(const std::vector<WordPair> &pairs, const AlignSettings &settings) {
    for (const Links &links : model::aligner::align(pairs, settings.aligner)) {
        const char *blank = "";
        for (const auto &link : links) {
            std::cout << blank << link.source << '-' << link.target;
            blank = " ";
        }
        std::cout << '\n';
    }
}

/// Learns from the corpus and aligns the pairs of the test file, which it does not learn from.
void test(const std::vector<WordPair> &pairs, const AlignSettings &settings) {
    const auto expected = readAlignmentsUpTo(settings.test, settings.words, settings.skipBadLines);
    const auto start = std::chrono::steady_clock::now();
    const model::aligner::WordAligner aligner(pairs, settings.aligner);
    const double seconds =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    model::Json rows = model::Json::object();
    if (!settings.json) {
        std::cout << "corpus  " << settings.corpus << ", " << pairs.size() << " sentence pairs, "
                  << std::fixed << std::setprecision(1) << seconds << " s\n"
                  << "test    " << settings.test << ", " << expected.size() << " sentences\n\n";
        printAlignmentHead();
    }
    for (const Named &named : symmetrisations) {
        std::vector<Links> got;
        for (const auto &pair : expected) {
            const auto tokens =
                model::evaluation::makeTokenPair(pair, Language::french, Language::other);
            got.push_back(tokens.tokenLinks(aligner.align(tokens.words, named.how)));
        }
        const auto error = model::evaluation::alignmentError(got, expected);
        if (settings.json) {
            rows[std::string(named.name)] = toJson(error);
        } else {
            printAlignmentRow(std::string(named.name), error);
        }
    }
    if (settings.json) {
        std::cout << model::lineOf({{"corpus", settings.corpus},
                                    {"pairs", pairs.size()},
                                    {"test", settings.test},
                                    {"sentences", expected.size()},
                                    {"seconds", seconds},
                                    {"alignment", rows}})
                  << '\n';
    }
}

}  // namespace

int alignCommand(std::span<const std::string> arguments) {
    AlignSettings settings;
    Options options("attention-model align --corpus FILE [OPTIONS]",
                    "Learns which words of sentence pairs stand for each other, by IBM model 1 and "
                    "a hidden Markov\nmodel in both directions, and prints the links of each pair, "
                    "a line a pair: i-j, source and\ntarget word from 0. Words are letters "
                    "and digits in a row, and marks of punctuation; in French a\nword ends after "
                    "an apostrophe (l' eau) and before a hyphen (avez -vous), in English the "
                    "likes\nof n't, 's and 're are words (don 't).");
    options.text("corpus", "FILE", settings.corpus,
                 "a line a pair: French, tab, English; further columns are ignored");
    options.text("test", "FILE", settings.test,
                 "instead of the links, print how they agree with people's: source tokens, tab, "
                 "target tokens, tab, links i-j (sure) or ipj (possible)");
    options.integer("alignment-words", "N", settings.words, 0, 1000000,
                    "of the test, only sentences of at most N source tokens; 0: all");
    options.text("symmetrisation", "NAME", settings.symmetrisation,
                 "how the two directions' links become one set");
    options.integer("model1-iterations", "N", settings.aligner.model1Iterations, 1, 100,
                    "of IBM model 1");
    options.integer("hmm-iterations", "N", settings.aligner.hmmIterations, 0, 100,
                    "of the hidden Markov model");
    options.integer("threads", "N", settings.aligner.threads, 1, 256,
                    "threads; the result is the same for any number");
    options.flag("skip-bad-lines", settings.skipBadLines, skipBadLinesHelp);
    options.flag("json", settings.json, "with --test: one JSON object instead of a table");
    if (!options.parse(arguments)) {
        return 0;
    }
    if (settings.corpus.empty()) {
        throw UsageError("align needs --corpus FILE.");
    }
    if (settings.test.empty() && settings.json) {
        throw UsageError("--json goes with --test FILE.");
    }
    settings.aligner.symmetrisation = symmetrisationNamed(settings.symmetrisation);
    const std::vector<WordPair> pairs = readWordPairs(settings.corpus, settings.skipBadLines);
    if (settings.test.empty()) {
        printLinks(pairs, settings);
    } else {
        test(pairs, settings);
    }
    return 0;
}

}  // namespace cli
