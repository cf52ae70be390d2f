// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "app/cli/test_set.h"
#include "model/evaluation/provenance.h"
#include "model/evaluation/rouge.h"
#include "model/model.h"
#include "model/trace_file/json.h"

namespace cli {

/// How summaries of one origin do.
struct SummaryRow {
    std::string name;
    bool isModel = false;
    model::evaluation::Rouge rouge;
    double words = 0;                               ///< of a summary, on average
    double taken = 0;                               ///< share of these that stand in the text
    model::evaluation::Provenance provenance = {};  ///< of a model
};

/// How a model's summaries do, beside a twin's, the first ten words and people's.
struct SummaryFindings {
    std::string file;
    int texts = 0;
    std::string signature;
    std::vector<SummaryRow> rows;
    int untranslated = 0;  ///< texts of which the model could make none
};

/// Sums up a test set; says which texts cannot be. `twin` may be null.
SummaryFindings measureSummaries(const std::shared_ptr<const model::Model> &model,
                                 const std::shared_ptr<const model::Model> &twin,
                                 const TestSet &set, const TestSettings &settings);

void printTable(const SummaryFindings &findings, const TestSettings &settings);
model::Json toJson(const SummaryFindings &findings, const TestSettings &settings);

}  // namespace cli
