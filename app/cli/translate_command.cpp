// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/translate_command.h"

#include <iostream>

#include "app/cli/json.h"
#include "app/cli/options.h"
#include "app/cli/translate_lines.h"

namespace cli {
namespace {

/// Prints a translation. Returns what is to be said about it.
std::string print(const model::Trace &trace, bool json) {
    // Ended at once: who types one sentence after the other sees each translation.
    std::cout << (json ? line(toJson(trace)) : trace.translation) << std::endl;
    return trace.ending == model::Ending::length
               ? "stopped after " + std::to_string(trace.targetLength()) +
                     " pieces without an end of the sentence."
               : "";
}

}  // namespace

int translateCommand(std::span<const std::string> arguments) {
    LineTranslator lines;
    model::SearchOptions &search = lines.search();
    long seed = 1;
    bool json = false;
    Options options("attention-model translate [OPTIONS] < SENTENCES",
                    "Translates the standard input (UTF-8) to the standard output, one sentence a "
                    "line. A line\nthat cannot be translated gives an empty line (with --json: an "
                    "object with \"error\"), a\nmessage, and exit status 1 at the end. With "
                    "--json, \"begin\" and \"end\" of a piece are bytes of\n\"source\" or "
                    "\"translation\" in UTF-8, from 0, \"end\" being the first byte after it.\n" +
                        std::string(interventionHelp));
    lines.declare(options);
    options.integer("sample", "N", search.sampled, 0, model::StepTrace::candidateCount,
                    "draw each piece from the N most probable ones; 0: take the best");
    options.integer("seed", "N", seed, 0, 1L << 62, "of the draws");
    options.flag("json", json, "one JSON object a line: pieces, scores and weights");
    if (!options.parse(arguments)) {
        return 0;
    }
    if (search.sampled > 0 && search.beam > 1) {
        throw UsageError("--sample goes without --beam.");
    }
    search.seed = static_cast<std::uint64_t>(seed);
    const auto fail = [json](const std::string &sentence, const std::string &problem) {
        // The empty line keeps the output in step with the input.
        std::cout << (json ? line({{"source", sentence}, {"error", problem}}) : "") << std::endl;
    };
    return lines.translate([json](const model::Trace &trace) { return print(trace, json); }, fail)
               ? 0
               : 1;
}

}  // namespace cli
