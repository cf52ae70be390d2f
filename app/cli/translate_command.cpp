// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/translate_command.h"

#include <cstdio>
#include <filesystem>
#include <iostream>

#include "app/cli/complain.h"
#include "app/cli/open_model.h"
#include "app/cli/options.h"
#include "model/decoding/search.h"
#include "model/error.h"
#include "model/text/lines.h"
#include "model/trace_file/json.h"
#include "model/trace_file/trace_file.h"

namespace cli {
namespace {

/// @throws SentenceError where it cannot be translated
std::shared_ptr<const model::Trace> translateLine(const std::shared_ptr<const model::Model> &model,
                                                  const std::string &sentence,
                                                  const model::SearchOptions &options) {
    if (const auto wrong = model::notUtf8(sentence)) {
        throw model::SentenceError("The line %1.", *wrong);
    }
    return model::translate(model, sentence, options);
}

/// What is told of a translation.
struct Output {
    bool json = false;
    std::string folder = {};  ///< for a file of each translation's numbers; empty: none
    std::string format = {};  ///< its suffix
};

void write(const model::Trace &trace, long line, const Output &output) {
    std::cout << (output.json ? model::lineOf(model::toJson(trace, model::Numbers::attention))
                              : trace.translation);
    if (!output.folder.empty()) {
        const std::filesystem::path folder(output.folder);
        model::writeTrace(trace, folder / (std::to_string(line) + "." + output.format));
    }
}

/// Translates the standard input, a line for each line. Returns whether every line could be.
bool translateLines(const std::shared_ptr<const model::Model> &model,
                    const model::SearchOptions &options, const Output &output) {
    bool allTranslated = true;
    std::string sentence;
    model::LineReader lines(std::cin);
    while (lines.next(sentence)) {
        std::string problem;
        try {
            const auto trace = translateLine(model, sentence, options);
            write(*trace, static_cast<long>(lines.number()), output);
            if (trace->ending == model::Ending::length) {
                problem = "stopped after " + std::to_string(trace->targetLength()) +
                          " pieces without an end of the sentence.";
            }
        } catch (const model::SentenceError &error) {
            // The empty line keeps the output in step with the input.
            allTranslated = false;
            problem = error.what();
            if (output.json) {
                std::cout << model::lineOf({{"source", sentence}, {"error", problem}});
            }
        }
        std::cout << std::endl;  // who types one sentence after the other sees each translation
        if (!problem.empty()) {
            complain("line " + std::to_string(lines.number()) + ": " + problem);
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

/// @throws UsageError
void checkOutput(Output &output) {
    if (output.folder.empty() && !output.format.empty()) {
        throw UsageError("--trace-format goes with --traces.");
    }
    if (output.format.empty()) {
        output.format = "npz";
    }
    if (model::traceSuffix("trace." + output.format) != output.format) {
        throw UsageError("--trace-format got '%1', expected npz, json or safetensors.",
                         output.format);
    }
    if (!output.folder.empty() && !std::filesystem::is_directory(output.folder)) {
        throw UsageError("--traces got '%1', expected a folder that is there.", output.folder);
    }
}

}  // namespace

int translateCommand(std::span<const std::string> arguments) {
    std::string file;
    model::SearchOptions search;
    long seed = 1;
    Output output;
    Options options("attention-model translate [OPTIONS] < SENTENCES",
                    "Translates the standard input (UTF-8) to the standard output, one sentence a "
                    "line. A line\nthat cannot be translated gives an empty line (with --json: an "
                    "object with \"error\"), a\nmessage, and exit status 1 at the end. With "
                    "--json, \"begin\" and \"end\" of a piece are bytes of\n\"source\" or "
                    "\"translation\" in UTF-8, from 0, \"end\" being the first byte after it.");
    options.text("model", "FILE", file, modelHelp);
    options.integer("beam", "N", search.beam, 1, model::StepTrace::candidateCount,
                    "hypotheses kept; 1 is greedy search");
    options.real("length-penalty", "A", search.lengthPenalty, 0, 10,
                 "how much a beam prefers long translations");
    options.integer("sample", "N", search.sampled, 0, model::StepTrace::candidateCount,
                    "draw each piece from the N most probable ones; 0: take the best");
    options.integer("seed", "N", seed, 0, 1L << 62, "of the draws");
    options.flag("json", output.json, "one JSON object a line: pieces, scores and weights");
    options.text("traces", "FOLDER", output.folder,
                 "also write every number of each translation there, as LINE.npz");
    options.text("trace-format", "FORMAT", output.format, "npz, json or safetensors");
    if (!options.parse(arguments)) {
        return 0;
    }
    if (search.sampled > 0 && search.beam > 1) {
        throw UsageError("--sample goes without --beam.");
    }
    checkOutput(output);
    search.seed = static_cast<std::uint64_t>(seed);
    return translateLines(openModel(file), search, output) ? 0 : 1;
}

}  // namespace cli
