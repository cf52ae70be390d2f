// SPDX-License-Identifier: GPL-3.0-or-later
// attention-model where it describes drawn scenes.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <sstream>

#include "model/model.h"
#include "model/scenes/caption.h"
#include "tests/app/cli/command.h"

namespace {

using nlohmann::json;

const std::string train = "train --task caption --size small --pairs 1 --scored 2 ";

std::vector<std::string> linesOf(const std::string &text) {
    std::vector<std::string> lines;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);) {
        lines.push_back(line);
    }
    return lines;
}

TEST_F(Command, scenesAreDrawnWithCaptions) {
    const auto lines = linesOf(run("scenes --count 5 --seed 3 --captions fr").out);
    ASSERT_EQ(lines.size(), 5U);
    for (const std::string &line : lines) {
        const std::size_t tab = line.find('\t');
        const auto scene = model::scenes::sceneFromJson(line.substr(0, tab));
        const auto said =
            model::scenes::parse(line.substr(tab + 1), *model::scenes::Wording::of("fr"));
        ASSERT_TRUE(said) << line;
        EXPECT_TRUE(model::scenes::judge(*said, scene).right()) << line;
    }
    const std::string scenes = run("scenes --count 5 --seed 3").out;
    EXPECT_EQ(linesOf(scenes)[0], lines[0].substr(0, lines[0].find('\t')));
    EXPECT_NE(run("scenes --count 5 --seed 4").out, scenes);
    const Outcome german = run("scenes --captions de");
    EXPECT_EQ(german.status, 2);
    EXPECT_TRUE(contains(german.err, "--captions got 'de', expected en or fr.")) << german.err;
}

TEST_F(Command, translateCaptionsScenesLineByLine) {
    const std::string scenes = run("scenes --count 3").out;
    const Outcome outcome = run("translate " + tiny("tiny_caption"), scenes);
    EXPECT_EQ(outcome.status, 0) << outcome.err;
    const auto lines = linesOf(outcome.out);
    ASSERT_EQ(lines.size(), 3U);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        EXPECT_EQ(lines[i], support::tinyTrace(linesOf(scenes)[i], "tiny_caption")->translation);
    }
    const json first =
        json::parse(linesOf(run("translate --json " + tiny("tiny_caption"), scenes).out)[0]);
    EXPECT_EQ(first.at("source_cells").size(), 64U);
    EXPECT_EQ(first.at("weights")[0].size(), 64U);
}

TEST_F(Command, translateSaysWhyALineIsNoScene) {
    const std::string scenes = run("scenes --count 1").out;
    const Outcome outcome = run("translate " + tiny("tiny_caption"), "a cat\n" + scenes);
    EXPECT_EQ(outcome.status, 1);
    EXPECT_EQ(linesOf(outcome.out).size(), 2U);
    EXPECT_TRUE(contains(outcome.err,
                         "line 1: The scene cannot be read: at line 1, byte 1 it is "
                         "not JSON."))
        << outcome.err;
}

TEST_F(Command, translateWritesTheNumbersOfACaption) {
    const std::string folder = (folder_ / "numbers").string();
    std::filesystem::create_directory(folder);
    const std::string scenes = run("scenes --count 1").out;
    EXPECT_EQ(
        run("translate --trace-format json --traces " + folder + " " + tiny("tiny_caption"), scenes)
            .status,
        0);
    const json trace = json::parse(read(folder_ / "numbers" / "1.json"));
    EXPECT_EQ(trace.at("model").at("architecture"), "caption");
    EXPECT_EQ(trace.at("arrays").at("picture").size(), 64U);
}

TEST_F(Command, trainLearnsCaptionsAndEvaluateJudgesThem) {
    const std::string output = (folder_ / "caption.safetensors").string();
    const std::string checkpoint = (folder_ / "checkpoint").string();
    const Outcome outcome = run(train + "--checkpoint " + checkpoint + " --output " + output);
    ASSERT_EQ(outcome.status, 0) << outcome.err;
    EXPECT_TRUE(contains(outcome.out, "  right ")) << outcome.out;
    EXPECT_TRUE(contains(outcome.out, "finished; wrote " + output)) << outcome.out;
    EXPECT_TRUE(std::filesystem::exists(checkpoint));
    const std::string info = run("info " + output).out;
    EXPECT_TRUE(contains(info, "architecture      caption, additive score\n")) << info;
    EXPECT_TRUE(contains(info, "encoder           convolutions of 4 8 16 and 24 features\n"))
        << info;
    EXPECT_TRUE(contains(info, "task              caption\n")) << info;
    EXPECT_TRUE(contains(info, "target_language   en\n")) << info;
    EXPECT_TRUE(contains(run(train + "--checkpoint " + checkpoint + " --output " + output).out,
                         "going on after update "));

    const std::string evaluate =
        "evaluate --task caption --limit 5 --combinations 3 --model " + output;
    const json got = json::parse(run(evaluate + " --json").out);
    EXPECT_EQ(got.at("task"), "caption");
    EXPECT_EQ(got.at("held_out").at("scenes"), 5);
    EXPECT_EQ(got.at("combinations").at("scenes"), 3);
    EXPECT_TRUE(got.at("held_out").at("attention").contains("relation"));
    EXPECT_TRUE(contains(run(evaluate).out, "combinations never seen, 3 scenes\n"));
}

TEST_F(Command, captionsRefuseWhatTheyCannotBe) {
    const std::string output = " --output " + (folder_ / "x").string();
    const auto refused = [this](const std::string &arguments, const std::string &message) {
        const Outcome outcome = run(arguments);
        EXPECT_EQ(outcome.status, 2) << arguments;
        EXPECT_TRUE(contains(outcome.err, message)) << outcome.err;
    };
    refused("train --task caption", "train --task needs --output FILE.");
    refused("train --task=caption --language de" + output,
            "--language got 'de', expected en or fr.");
    refused("train --task caption --size huge" + output, "expected small, medium or large.");
    const Outcome words = run("evaluate --task caption " + tiny());
    EXPECT_EQ(words.status, 1);
    EXPECT_TRUE(contains(words.err, "The captions of a model cannot be judged")) << words.err;
    for (const std::string command : {"train", "evaluate"}) {
        const Outcome help = run(command + " --task caption --help");
        EXPECT_EQ(help.status, 0);
        EXPECT_TRUE(contains(help.out, "attention-model " + command + " --task caption"));
        EXPECT_TRUE(contains(run(command + " --task numbers --help").out, "\n  caption  "));
    }
}

}  // namespace
