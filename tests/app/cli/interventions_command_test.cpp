// SPDX-License-Identifier: GPL-3.0-or-later
// attention-model with interventions.
#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <vector>

#include "model/decoding/intervention_file.h"
#include "tests/app/cli/command.h"

namespace {

using nlohmann::json;

std::string interventionsOf(const std::string &members) {
    return R"({"format": "attention interventions 1", )" + members + "}";
}

TEST_F(Command, interventionsApplyToEverySentence) {
    const std::string text = interventionsOf(
        R"("every_step": {"attention": "uniform"}, "steps": [{"step": 1, "pieces": [271, 9]}])");
    const std::string file = write("interventions.json", text);
    const auto model = support::tinyModel();
    const auto interventions = model::interventionsFromJson(text, *model, "");
    std::string expected;
    for (const std::string sentence : {"Il pleut.", "Merci !"}) {
        const auto trace = model::translate({model, sentence, interventions});
        EXPECT_NE(trace->translation, translation(sentence));
        expected += trace->translation + "\n";
    }
    const Outcome greedy =
        run("translate " + tiny() + " --interventions " + file, "Il pleut.\nMerci !\n");
    EXPECT_EQ(greedy.status, 0) << greedy.err;
    EXPECT_EQ(greedy.out, expected);

    const auto beam = model::translate({model, "Merci !", interventions}, {.beam = 4});
    EXPECT_EQ(run("translate --beam 4 " + tiny() + " --interventions " + file, "Merci !\n").out,
              beam->translation + "\n");
    const json got =
        json::parse(run("translate --json " + tiny() + " --interventions " + file, "Merci !").out);
    EXPECT_EQ(got.at("target_pieces")[1].at("id"), 271);
    EXPECT_EQ(got.at("target_pieces")[2].at("id"), 9);
    const auto weights = got.at("weights")[0].get<std::vector<float>>();
    EXPECT_EQ(weights, std::vector<float>(weights.size(), 1 / static_cast<float>(weights.size())));
}

TEST_F(Command, aSentenceThatAnInterventionDoesNotFitIsNamedAndTheRestGoesOn) {
    const std::string file =
        write("muted.json", interventionsOf(R"("every_step": {"muted": [9]})"));
    const std::string sentence = "Le train part à huit heures du matin.";
    const Outcome outcome =
        run("translate " + tiny() + " --interventions " + file, "Oui.\n" + sentence + "\n");
    EXPECT_EQ(outcome.status, 1);
    EXPECT_TRUE(contains(outcome.err,
                         "attention-model: line 1: The intervention at every step cannot be made: "
                         "got the source position 9, expected 0 to "))
        << outcome.err;
    EXPECT_EQ(std::count(outcome.err.begin(), outcome.err.end(), '\n'), 1);
    const auto trace = model::translate({support::tinyModel(), sentence, {.every = {{}, {}, {9}}}});
    EXPECT_EQ(outcome.out, "\n" + trace->translation + "\n");
    const Outcome asJson = run("translate --json " + tiny() + " --interventions " + file, "Oui.\n");
    EXPECT_EQ(asJson.status, 1);
    EXPECT_TRUE(contains(json::parse(asJson.out).at("error"), "source position 9")) << asJson.out;
}

TEST_F(Command, interventionsThatCannotBeUsedAreRefusedBeforeAnythingIsTranslated) {
    const std::string broken = write("broken.json", "{\"format\": ");
    const std::string unit =
        write("unit.json", interventionsOf(R"("initial_state": [{"unit": 999, "value": 0}])"));
    const std::string muted = write("m.json", interventionsOf(R"("every_step": {"muted": [0]})"));
    for (const std::string &arguments :
         {tiny() + " --interventions " + broken, tiny() + " --interventions " + unit,
          tiny() + " --interventions /nowhere.json",
          tiny("tiny_bottleneck") + " --interventions " + muted}) {
        const Outcome outcome = run("translate " + arguments, "Il pleut.\n");
        EXPECT_EQ(outcome.status, 1) << arguments;
        EXPECT_EQ(outcome.out, "") << arguments;
        EXPECT_EQ(std::count(outcome.err.begin(), outcome.err.end(), '\n'), 1) << outcome.err;
    }
    EXPECT_TRUE(contains(run("translate --interventions " + broken).err,
                         broken + " cannot be used: at line 1, byte 12 it is not JSON."));
    EXPECT_EQ(run("translate --interventions").status, 2);
}

TEST_F(Command, helpSaysWhatInterventionsAre) {
    const std::string help = run("translate --help").out;
    for (const std::string part : {"--interventions FILE", "\"attention interventions 1\"",
                                   "counted from 0", "\"temperature\""}) {
        EXPECT_TRUE(contains(help, part)) << part;
    }
}

}  // namespace
