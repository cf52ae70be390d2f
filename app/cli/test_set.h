// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <span>
#include <string>
#include <vector>

#include "model/decoding/search.h"
#include "model/evaluation/report.h"
#include "model/evaluation/whole_words.h"
#include "model/model.h"
#include "model/trace_file/json.h"
#include "model/training/corpus.h"

namespace cli {

/// A test set, column by column.
struct TestSet {
    std::string file;
    std::vector<std::string> sources;
    std::vector<model::evaluation::References> references;
};

/// How test sets are read and translated.
struct TestSettings {
    model::SearchOptions search;
    int threads = 2;
    long limit = 0;  ///< first lines only; 0: all
    bool skipBadLines = false;
    bool plainApostrophes = false;  ///< typographic apostrophes are read as plain ones
};

/// @throws CorpusError
TestSet readTestSet(const std::string &file, model::training::Columns columns,
                    const TestSettings &settings);

/// How the search is called in tables: "greedy", "beam 5".
std::string searchName(const model::SearchOptions &search);

/// How well the translations of a test set do.
struct Findings {
    std::string file;
    std::vector<std::string> translations;  ///< "" where there is none
    model::evaluation::Report report;
    int untranslated = 0;
    int keepable = 0;  ///< sentences with something that no translation may change
    int kept = 0;      ///< … whose translation has all of it
    int loops = 0;     ///< translations that say four words three times
    model::evaluation::WholeWords sourceWords;
    model::evaluation::WholeWords referenceWords;
    double seconds = 0;
    double piecesPerSecond = 0;
};

/// Translates a test set; says which sentences cannot be translated.
Findings measure(const std::shared_ptr<const model::Model> &model, const TestSet &set,
                 const TestSettings &settings);

/// All that was found about one set.
void printTable(const Findings &findings, const TestSettings &settings);
/// One line for each of several sets.
void printTable(std::span<const Findings> all, const TestSettings &settings);
model::Json toJson(const Findings &findings, const TestSettings &settings);

}  // namespace cli
