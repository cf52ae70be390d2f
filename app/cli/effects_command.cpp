// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/effects_command.h"

#include <cmath>
#include <iostream>

#include "app/cli/options.h"
#include "app/cli/translate_lines.h"
#include "app/cli/tsv.h"
#include "model/decoding/effects.h"
#include "model/error.h"
#include "model/numerics/digits.h"

namespace cli {
namespace {

using model::shortestDigits;

std::string pieceText(const model::Trace &trace, int id) {
    return std::string(trace.model->target().piece(id));
}

/// Each kind of other attention is a line; `step` and what belongs to it are empty for the means.
void printAttention(const std::vector<std::string> &before, const model::Trace &trace,
                    const model::StepEffects &effects, bool mean) {
    for (int kind = 0; kind < model::otherAttentionCount; ++kind) {
        const auto attention = static_cast<model::OtherAttention>(kind);
        const model::AttentionEffect &effect = effects[attention];
        std::vector<std::string> fields = before;
        fields.insert(fields.end(),
                      {std::string(toString(attention)), shortestDigits(effect.difference),
                       shortestDigits(effect.changed), mean ? "" : pieceText(trace, effect.piece)});
        printFields(fields);
    }
}

void printAttention(long line, const model::Trace &trace, const model::EffectOptions &options) {
    const auto steps = model::attentionEffects(trace, options);
    for (int i = 0; i < trace.targetLength(); ++i) {
        const model::Candidate &chosen = trace.chosen(i);
        printAttention({std::to_string(line), std::to_string(i), pieceText(trace, chosen.id),
                        shortestDigits(std::exp(static_cast<double>(chosen.logProbability)))},
                       trace, steps[static_cast<std::size_t>(i)], false);
    }
    printAttention({std::to_string(line), "", "", ""}, trace, model::meanEffects(steps), true);
}

void printUnits(long line, const model::Trace &trace, int step) {
    if (step >= trace.targetLength()) {
        throw model::SentenceError("The translation has no step %1: it has %2 of them, from 0 on.",
                                   step, trace.targetLength());
    }
    for (const model::UnitEffect &effect : model::unitEffects(trace, step)) {
        printFields({std::to_string(line), std::to_string(step),
                     pieceText(trace, trace.chosen(step).id), std::to_string(effect.unit),
                     shortestDigits(effect.value), shortestDigits(effect.probability),
                     shortestDigits(effect.change)});
    }
}

}  // namespace

int effectsCommand(std::span<const std::string> arguments) {
    LineTranslator lines;
    model::EffectOptions effects;
    long seed = 1;
    int step = -1;
    Options options(
        "attention-model effects [OPTIONS] < SENTENCES",
        "Translates the standard input, one sentence a line, and says how much the attention "
        "matters: for\neach step what other weights would have changed about the distribution of "
        "its output, while the\nwords and the states before it stay. The weights are uniform; "
        "permuted (the median of several\norders); 1 for the largest of them alone; without the "
        "source word that has most of them.\ndifference: the total variation distance between the "
        "distributions, from 0 to 1. changed: whether\nanother piece, then_piece, would be the "
        "most probable; of several orders the share. Lines without\na step are the means of a "
        "sentence.\n\nWith --units, instead: for each unit of the state of a step what the "
        "probability of the piece that\nwas taken would be, and by how much it would change, if "
        "the unit were held at 0; those that change\nmost first.\n\nThe result is a table with "
        "tabs between the columns, under a line of headings. A line that cannot\nbe translated "
        "gives a message, and exit status 1 at the end.\n" +
            std::string(interventionHelp));
    lines.declare(options);
    options.integer("permutations", "N", effects.permutations, 1, 10000,
                    "orders of the weights that are tried");
    options.integer("seed", "N", seed, 0, 1L << 62, "of these orders");
    options.integer("units", "STEP", step, -1, 1000000,
                    "the units of the state at this step, from 0; -1: the attention");
    if (!options.parse(arguments)) {
        return 0;
    }
    effects.seed = static_cast<std::uint64_t>(seed);
    printFields(step < 0
                    ? std::vector<std::string>{"line", "step", "piece", "probability", "attention",
                                               "difference", "changed", "then_piece"}
                    : std::vector<std::string>{"line", "step", "piece", "unit", "value",
                                               "then_probability", "change"});
    const auto use = [&](const model::Trace &trace) {
        if (step < 0) {
            printAttention(lines.line(), trace, effects);
        } else {
            printUnits(lines.line(), trace, step);
        }
        std::cout << std::flush;
        return std::string();
    };
    return lines.translate(use, [](const std::string &, const std::string &) {}) ? 0 : 1;
}

}  // namespace cli
