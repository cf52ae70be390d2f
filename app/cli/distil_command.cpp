// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/distil_command.h"

#include <algorithm>
#include <iostream>
#include <string>

#include "app/cli/open_model.h"
#include "app/cli/options.h"
#include "app/cli/read_pairs.h"
#include "model/training/distillation.h"

namespace cli {
namespace {

using namespace model::training;

struct DistilSettings {
    std::string model;
    std::string corpus;
    DistillationOptions distillation;
    bool skipBadLines = false;
};

}  // namespace

int distilCommand(std::span<const std::string> arguments) {
    DistilSettings settings;
    DistillationOptions &distillation = settings.distillation;
    Options options("attention-model distil --corpus FILE [OPTIONS] > PAIRS",
                    "Writes a corpus in which a model's own translations stand in place of the "
                    "English ones:\nsequence-level knowledge distillation (Kim & Rush 2016). Each "
                    "French sentence comes once.\nThe English one stays where the translation does "
                    "not end, loses a number or is\nfar from it.");
    options.text("model", "FILE", settings.model, modelHelp);
    options.text("corpus", "FILE", settings.corpus,
                 "a line a pair: French, tab, English; further columns are ignored");
    options.integer("beam", "N", distillation.search.beam, 1, model::StepTrace::candidateCount,
                    "hypotheses kept; 1 is greedy search");
    options.real("length-penalty", "A", distillation.search.lengthPenalty, 0, 10,
                 "how much a beam prefers long translations");
    options.flag("nearest", distillation.nearest,
                 "take the hypothesis nearest to an English sentence of the corpus, not the most "
                 "probable");
    options.real("at-least", "F", distillation.atLeast, 0, 100,
                 "keep the corpus's English sentence that is nearest to the translation where even "
                 "its chrF2 is below F; 0: take any translation");
    options.integer("threads", "N", distillation.threads, 1, 256,
                    "threads; the result is the same for any number");
    options.flag("skip-bad-lines", settings.skipBadLines, skipBadLinesHelp);
    if (!options.parse(arguments)) {
        return 0;
    }
    if (settings.corpus.empty()) {
        throw UsageError("distil needs --corpus FILE.");
    }
    const auto model = openModel(settings.model);
    const std::vector<SentencePair> pairs =
        gatherReferences(readPairs(settings.corpus, Columns::training, settings.skipBadLines));
    constexpr std::size_t block = 2000;  // so that what is done is written, and told
    for (std::size_t done = 0; done < pairs.size();) {
        const std::size_t count = std::min(block, pairs.size() - done);
        const auto distilled = distilEach(model, {pairs.data() + done, count}, distillation);
        for (const SentencePair &pair : distilled) {
            std::cout << pair.source << '\t' << pair.references.front() << '\n';
        }
        if (!std::cout.flush()) {
            break;  // the reader has gone
        }
        done += count;
        std::cerr << done << " of " << pairs.size() << " sentences\n";
    }
    return 0;
}

}  // namespace cli
