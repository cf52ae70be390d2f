// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "app/cli/test_set.h"
#include "model/evaluation/perplexity.h"
#include "model/model.h"
#include "model/trace_file/json.h"

namespace cli {

/// How probable people's replies are to a model that is shown something.
struct ReplyProbability {
    std::string name;
    model::evaluation::TargetProbability probability;
};

/// How much the replies of one origin differ from each other.
struct ReplyDiversity {
    std::string name;
    double words = 0;  ///< of a reply, on average
    double distinct1 = 0;
    double distinct2 = 0;
    double commonest = 0;  ///< share of the ten commonest
};

/// How well a model replies.
struct DialogueFindings {
    std::string file;
    int turns = 0;
    std::vector<ReplyProbability> probabilities;
    std::vector<ReplyDiversity> diversities;
    int untranslated = 0;  ///< turns that could not be replied to
};

/// Replies to a test set, greedily, as the settings say where that is something else, and drawn
/// from the ten most probable pieces; says which turns cannot be replied to. `twin` may be null.
DialogueFindings measureReplies(const std::shared_ptr<const model::Model> &model,
                                const std::shared_ptr<const model::Model> &twin, const TestSet &set,
                                const TestSettings &settings);

void printTable(const DialogueFindings &findings, const TestSettings &settings);
model::Json toJson(const DialogueFindings &findings, const TestSettings &settings);

}  // namespace cli
