// SPDX-License-Identifier: GPL-3.0-or-later
// What attention-model says about how much attention and units matter.
#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

#include "model/decoding/effects.h"
#include "model/numerics/digits.h"
#include "tests/app/cli/command.h"

namespace {

/// The lines of a table, each as its fields.
std::vector<std::vector<std::string>> table(const std::string &text) {
    std::vector<std::vector<std::string>> rows;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        rows.emplace_back();
        std::size_t begin = 0;
        while (begin <= line.size()) {
            const std::size_t end = std::min(line.find('\t', begin), line.size());
            rows.back().push_back(line.substr(begin, end - begin));
            begin = end + 1;
        }
    }
    return rows;
}

TEST_F(Command, effectsAreThoseOfTheLibrary) {
    const Outcome outcome =
        run("effects --permutations 5 --seed 3 " + tiny(), "Il pleut.\n\nMerci !\n");
    EXPECT_EQ(outcome.status, 1);
    EXPECT_TRUE(contains(outcome.err, "line 2: There is nothing to translate")) << outcome.err;
    const auto rows = table(outcome.out);
    ASSERT_GT(rows.size(), 1U);
    EXPECT_EQ(rows[0],
              (std::vector<std::string>{"line", "step", "piece", "probability", "attention",
                                        "difference", "changed", "then_piece"}));
    std::size_t row = 1;
    for (const auto &[line, sentence] :
         std::vector<std::pair<std::string, std::string>>{{"1", "Il pleut."}, {"3", "Merci !"}}) {
        const auto trace = support::tinyTrace(sentence);
        const auto effects = model::attentionEffects(*trace, {.permutations = 5, .seed = 3});
        for (int i = 0; i < trace->targetLength(); ++i) {
            for (const auto &effect : effects[static_cast<std::size_t>(i)].effects) {
                ASSERT_LT(row, rows.size());
                const auto &fields = rows[row++];
                ASSERT_EQ(fields.size(), 8U);
                EXPECT_EQ(fields[0], line);
                EXPECT_EQ(fields[1], std::to_string(i));
                EXPECT_EQ(fields[2], trace->target[static_cast<std::size_t>(i)].text);
                EXPECT_EQ(fields[5], model::shortestDigits(effect.difference));
                EXPECT_EQ(fields[6], model::shortestDigits(effect.changed));
                EXPECT_EQ(fields[7], trace->model->target().piece(effect.piece));
            }
        }
        for (const auto &mean : model::meanEffects(effects).effects) {
            ASSERT_LT(row, rows.size());
            const auto &fields = rows[row++];
            EXPECT_EQ(fields[1], "");
            EXPECT_EQ(fields[5], model::shortestDigits(mean.difference));
            EXPECT_EQ(fields[7], "");
        }
    }
    EXPECT_EQ(row, rows.size());
}

TEST_F(Command, effectsOfUnitsAreThoseOfTheLibrary) {
    const std::string bottleneck = tiny("tiny_bottleneck");
    const Outcome outcome = run("effects --units 1 " + bottleneck, "Il pleut.\n");
    EXPECT_EQ(outcome.status, 0) << outcome.err;
    const auto rows = table(outcome.out);
    const auto effects = model::unitEffects(*support::tinyTrace("Il pleut.", "tiny_bottleneck"), 1);
    ASSERT_EQ(rows.size(), effects.size() + 1);
    for (std::size_t i = 0; i < effects.size(); ++i) {
        EXPECT_EQ(rows[i + 1][3], std::to_string(effects[i].unit));
        EXPECT_EQ(rows[i + 1][6], model::shortestDigits(effects[i].change));
    }
    const Outcome beyond = run("effects --units 999 " + bottleneck, "Il pleut.\nMerci !\n");
    EXPECT_EQ(beyond.status, 1);
    EXPECT_TRUE(contains(beyond.err, "line 1: The translation has no step 999: it has "))
        << beyond.err;
    EXPECT_TRUE(contains(beyond.err, "line 2: ")) << beyond.err;
    const Outcome attention = run("effects " + bottleneck, "Il pleut.\n");
    EXPECT_EQ(attention.status, 1);
    EXPECT_TRUE(contains(attention.err, "a model that has none")) << attention.err;
}

TEST_F(Command, effectsAreThoseOfTranslationsWithInterventions) {
    const std::string file =
        write("uniform.json",
              R"({"format": "attention interventions 1", "every_step": {"attention": "uniform"}})");
    const auto rows = table(run("effects " + tiny() + " --interventions " + file, "Merci !\n").out);
    ASSERT_GT(rows.size(), 4U);
    for (std::size_t row = 1; row < rows.size(); row += model::otherAttentionCount) {
        EXPECT_EQ(rows[row][4], "uniform");
        EXPECT_EQ(rows[row][5], "0");
        EXPECT_EQ(rows[row + 1][5], "0") << "any order of them is the same";
    }
    const Outcome help = run("effects --help");
    EXPECT_TRUE(contains(help.out, "--interventions FILE")) << help.out;
    EXPECT_TRUE(contains(help.out, "\"attention interventions 1\"")) << help.out;
    const Outcome refused = run("effects " + tiny() + " --interventions /nowhere.json", "Oui.\n");
    EXPECT_EQ(refused.status, 1);
    EXPECT_TRUE(contains(refused.err, "/nowhere.json")) << refused.err;
}

}  // namespace
