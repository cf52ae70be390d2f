// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/translate_command.h"

#include <filesystem>
#include <iostream>

#include "app/cli/options.h"
#include "app/cli/translate_lines.h"
#include "model/trace_file/json.h"
#include "model/trace_file/trace_file.h"

namespace cli {
namespace {

/// What is told of a translation.
struct Output {
    bool json = false;
    std::string folder = {};  ///< for a file of each translation's numbers; empty: none
    std::string format = {};  ///< its suffix
};

/// Prints a translation, and writes its numbers. Returns what is to be said about it.
std::string tell(const model::Trace &trace, long line, const Output &output) {
    if (!output.folder.empty()) {
        const std::filesystem::path folder(output.folder);
        model::writeTrace(trace, folder / (std::to_string(line) + "." + output.format));
    }
    // Ended at once: who types one sentence after the other sees each translation.
    std::cout << (output.json ? model::lineOf(model::toJson(trace, model::Numbers::attention))
                              : trace.translation)
              << std::endl;
    return trace.ending == model::Ending::length
               ? "stopped after " + std::to_string(trace.targetLength()) +
                     " pieces without an end of the sentence."
               : "";
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
    LineTranslator lines;
    model::SearchOptions &search = lines.search();
    long seed = 1;
    Output output;
    Options options("attention-model translate [OPTIONS] < SENTENCES",
                    "Translates the standard input (UTF-8) to the standard output, one sentence a "
                    "line. A line\nthat cannot be translated gives an empty line (with --json: an "
                    "object with \"error\"), a\nmessage, and exit status 1 at the end. With "
                    "--json, \"begin\" and \"end\" of a piece are bytes of\n\"source\" or "
                    "\"translation\" in UTF-8, from 0, \"end\" being the first byte after it;\n"
                    "\"forced\" and \"weights_forced\" are there where interventions decided.\n" +
                        std::string(interventionHelp));
    lines.declare(options);
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
    if (search.sampled > 0 && (search.beam > 1 || search.comparesWithLanguageModel())) {
        throw UsageError("--sample goes without --beam and --anti-language-model.");
    }
    search.seed = static_cast<std::uint64_t>(seed);
    checkOutput(output);
    const auto use = [&](const model::Trace &trace) { return tell(trace, lines.line(), output); };
    const auto fail = [&](const std::string &sentence, const std::string &problem) {
        // The empty line keeps the output in step with the input.
        std::cout << (output.json ? model::lineOf({{"source", sentence}, {"error", problem}}) : "")
                  << std::endl;
    };
    return lines.translate(use, fail) ? 0 : 1;
}

}  // namespace cli
