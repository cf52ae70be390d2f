// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/translate_command.h"

#include <cstdio>
#include <iostream>

#include "app/cli/json.h"
#include "app/cli/open_model.h"
#include "app/cli/options.h"
#include "model/decoding/search.h"
#include "model/error.h"
#include "model/text/utf8.h"

namespace cli {
namespace {

void complain(long line, const std::string &message) {
    std::cerr << "attention-model: line " << line << ": " << message << '\n';
}

/// Translates the standard input, a line for each line. Returns whether every line could be.
bool translateLines(const std::shared_ptr<const model::Model> &model,
                    const model::SearchOptions &options, bool json) {
    bool allTranslated = true;
    long number = 0;
    for (std::string sentence; std::getline(std::cin, sentence);) {
        ++number;
        if (sentence.ends_with('\r')) {
            sentence.pop_back();
        }
        sentence = model::validUtf8(sentence);  // so that the ranges are those of what is printed
        try {
            const auto trace = model::translate(model, sentence, options);
            std::cout << (json ? line(toJson(*trace)) : trace->translation);
            if (trace->ending == model::Ending::length) {
                complain(number, "stopped after " + std::to_string(trace->targetLength()) +
                                     " pieces without an end of the sentence.");
            }
        } catch (const model::SentenceError &error) {
            // The empty line keeps the output in step with the input.
            allTranslated = false;
            if (json) {
                std::cout << line({{"source", sentence}, {"error", error.what()}});
            }
            complain(number, error.what());
        }
        std::cout << std::endl;  // who types one sentence after the other sees each translation
        if (!std::cout) {
            break;  // the reader has gone
        }
    }
    if (std::ferror(stdin) != 0) {
        throw model::Error("The standard input could not be read after line " +
                           std::to_string(number) + ".");
    }
    return allTranslated;
}

}  // namespace

int translateCommand(std::span<const std::string> arguments) {
    std::string file;
    model::SearchOptions search;
    bool json = false;
    Options options("attention-model translate [OPTIONS] < SENTENCES",
                    "Translates the standard input to the standard output, one sentence a line. A "
                    "line that\ncannot be translated gives an empty line (with --json: an object "
                    "with \"error\"), a message,\nand exit status 1 at the end.");
    options.text("model", "FILE", file, modelHelp);
    options.integer("beam", "N", search.beam, 1, model::StepTrace::candidateCount,
                    "hypotheses kept; 1 is greedy search");
    options.real("length-penalty", "A", search.lengthPenalty, 0, 10,
                 "how much a beam prefers long translations");
    options.flag("json", json, "one JSON object a line: pieces, scores and weights");
    if (!options.parse(arguments)) {
        return 0;
    }
    return translateLines(openModel(file), search, json) ? 0 : 1;
}

}  // namespace cli
