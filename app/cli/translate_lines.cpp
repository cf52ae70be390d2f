// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/translate_lines.h"

#include <cstdio>
#include <iostream>

#include "app/cli/complain.h"
#include "app/cli/open_model.h"
#include "app/cli/search_options.h"
#include "model/decoding/intervention_file.h"
#include "model/error.h"
#include "model/text/lines.h"

namespace cli {
namespace {

/// @throws SentenceError, InterventionError where it cannot be translated
std::shared_ptr<const model::Trace> translateLine(const model::TranslationRequest &request,
                                                  const model::SearchOptions &options) {
    if (const auto wrong = model::notUtf8(request.sentence)) {
        throw model::SentenceError("The line %1.", *wrong);
    }
    return model::translate(request, options);
}

}  // namespace

const char *const interventionHelp =
    "\nInterventions are a JSON object with \"format\": \"attention interventions 1\" and any of\n"
    "  \"every_step\": {...}, \"steps\": [{\"step\": 0, ...}, ...] with any of\n"
    "    \"attention\": \"uniform\", \"previous\" (the step before), \"posterior\",\n"
    "                 {\"position\": J} or {\"weights\": [one per source piece, sum 1]}\n"
    "    \"muted\": [J, ...]                  source pieces with the weight 0\n"
    "    \"temperature\": T                   of the softmax\n"
    "    \"state\", \"context\": [{\"unit\": U, \"value\": X}, ...]   units that are held\n"
    "    \"pieces\": [ID, ...] or \"words\": \"...\"   forced at this step and those after it\n"
    "  \"annotations\": [{\"position\": J, \"unit\": U, \"value\": X}, ...]\n"
    "  \"initial_state\": [{\"unit\": U, \"value\": X}, ...]\n"
    "Steps, source pieces and units are counted from 0. A step that a translation does not come "
    "to\n"
    "has no effect; a line that has not all the source pieces named cannot be translated.";

void LineTranslator::declare(Options &options) {
    options.text("model", "FILE", file_, modelHelp);
    options.text("interventions", "FILE", interventionFile_,
                 "what is decided in place of the model, for every sentence (JSON)");
    declareSearch(options, search_);
}

bool LineTranslator::translate(const Use &use, const Fail &fail) {
    model::TranslationRequest request{openModel(file_), {}};
    if (!interventionFile_.empty()) {
        request.interventions = model::readInterventions(interventionFile_, *request.model);
    }
    bool allTranslated = true;
    model::LineReader lines(std::cin);
    while (lines.next(request.sentence)) {
        line_ = lines.number();
        std::string problem;
        const auto failed = [&](const model::Error &error) {
            allTranslated = false;
            problem = error.what();
            fail(request.sentence, problem);
        };
        try {
            problem = use(*translateLine(request, search_));
        } catch (const model::SentenceError &error) {
            failed(error);
        } catch (const model::InterventionError &error) {
            failed(error);
        }
        if (!problem.empty()) {
            complain("line " + std::to_string(line_) + ": " + problem);
        }
        if (!std::cout) {
            break;  // the reader has gone
        }
    }
    if (std::ferror(stdin) != 0) {
        throw model::Error("The standard input could not be read after line %1.", lines.number());
    }
    return allTranslated;
}

}  // namespace cli
