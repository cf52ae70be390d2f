// SPDX-License-Identifier: GPL-3.0-or-later
// attention-model where it learns tasks whose pairs are invented.
#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "model/model.h"
#include "tests/app/cli/command.h"

namespace {

using nlohmann::json;

/// Learns within a second.
const std::string quick =
    "train --task second --longest 6 --size small --learning-rate 0.01 --batch 100 "
    "--held-out 100 ";

TEST_F(Command, trainLearnsATaskAndSaysHowWell) {
    const std::string output = (folder_ / "second.safetensors").string();
    const Outcome outcome = run(quick + "--pairs 12000 --report-every 200 --output " + output);
    ASSERT_EQ(outcome.status, 0) << outcome.err;
    EXPECT_TRUE(outcome.out.starts_with("update 200  pairs ")) << outcome.out;
    EXPECT_TRUE(contains(outcome.out, "  held out: right ")) << outcome.out;
    EXPECT_TRUE(contains(outcome.out, "\n100 held-out pairs: ")) << outcome.out;
    EXPECT_TRUE(contains(outcome.out, "% on the letters that a letter comes from")) << outcome.out;
    EXPECT_TRUE(contains(outcome.out, "finished after 12288 pairs; wrote " + output))
        << outcome.out;

    // A model like any other.
    EXPECT_EQ(run("translate --model " + output, "marion\nbateau\n").out, "mro\nbta\n");
    const std::string info = run("info " + output).out;
    EXPECT_TRUE(contains(info, "task              second\n")) << info;
    EXPECT_TRUE(contains(info, "name              second, attention\n")) << info;
    EXPECT_TRUE(contains(info, "from 12288 pairs (seed 1)")) << info;

    const std::string evaluate = "evaluate --task second --limit 200 --model " + output;
    const json got = json::parse(run(evaluate + " --json").out);
    EXPECT_EQ(got.at("task"), "second");
    EXPECT_EQ(got.at("architecture"), "attention");
    EXPECT_EQ(got.at("pairs"), 200);
    EXPECT_GT(got.at("accuracy").get<double>(), 0.9);
    EXPECT_GT(got.at("aligned").get<double>(), 0.9);
    EXPECT_EQ(got.at("by_length").back().at("most"), 6) << "as long as what it learned";
    const json longer = json::parse(run(evaluate + " --longest 20 --json").out);
    EXPECT_LT(longer.at("accuracy").get<double>(), got.at("accuracy").get<double>());
    EXPECT_TRUE(contains(run(evaluate).out, "source letters   pairs   right\n"));
}

TEST_F(Command, trainWritesTheSameModelForAnyNumberOfThreads) {
    const auto bytes = [this](const std::string &options) {
        const std::string output = (folder_ / "out.safetensors").string();
        EXPECT_EQ(run(quick + "--pairs 2000 --output " + output + " " + options).status, 0);
        return read(output);
    };
    const std::string one = bytes("--threads 1");
    EXPECT_FALSE(one.empty());
    EXPECT_EQ(one, bytes("--threads 3"));
    EXPECT_NE(one, bytes("--seed 2"));
    EXPECT_NE(one, bytes("--guidance 0"));
    EXPECT_TRUE(contains(bytes("--architecture bottleneck"), "second, bottleneck"));
}

TEST_F(Command, tasksNameThemselvesInTheHelp) {
    for (const std::string command : {"train", "evaluate"}) {
        EXPECT_TRUE(contains(run(command + " --help").out, command + " --task NAME --help"));
        const Outcome help = run(command + " --task numbers --help");
        EXPECT_EQ(help.status, 0);
        for (const std::string task :
             {"numbers", "digits", "dates", "backwards", "second", "sorted"}) {
            EXPECT_TRUE(contains(help.out, "\n  " + task + " ")) << help.out;
        }
    }
}

TEST_F(Command, tasksRefuseWhatTheyCannotBe) {
    const auto refused = [this](const std::string &arguments, const std::string &why) {
        const Outcome outcome = run(arguments);
        EXPECT_EQ(outcome.status, 2) << arguments;
        EXPECT_EQ(outcome.out, "") << arguments;
        EXPECT_TRUE(contains(outcome.err, why)) << outcome.err;
    };
    const std::string output = " --output " + (folder_ / "out").string();
    refused("train --task=chess" + output, "--task got 'chess', expected one of these: numbers,");
    refused("train --task numbers", "train --task needs --output FILE.");
    refused("train --task numbers --longest 7" + output, "from 1 to 6 for the task numbers.");
    refused("train --task dates --longest 7" + output, "does not go with the task dates.");
    refused("train --task numbers --size huge" + output, "expected small, medium or large.");
    refused("train --task numbers --corpus x" + output, "goes with the task pairs");
    refused("evaluate --task chess", "--task got 'chess'");
    refused("evaluate --task dates --longest 31", "does not go with the task dates.");
    refused("evaluate --task second --longest 31", "from 2 to 30 for the task second.");
    const Outcome words = run("evaluate --task numbers " + tiny());
    EXPECT_EQ(words.status, 1);
    EXPECT_TRUE(contains(words.err, "one per letter")) << words.err;
    const Outcome folder = run("train --task numbers --output " + (folder_ / "no" / "x").string());
    EXPECT_EQ(folder.status, 1);
    EXPECT_TRUE(contains(folder.err, "cannot be written")) << folder.err;
}

TEST_F(Command, trainLearnsPairsOfAFileLetterByLetter) {
    std::string text;
    for (const char *word :
         {"chat",   "chien",   "table",    "livre",   "arbre",   "route", "plage",
          "train",  "forêt",   "fleur",    "pomme",   "ville",   "porte", "chaise",
          "maison", "rivière", "montagne", "fenêtre", "voiture", "jardin"}) {
        text += word + std::string("\t") + word + "s\n";
    }
    const std::string corpus = write("plurals.tsv", text);
    const std::string output = (folder_ / "plurals.safetensors").string();
    const std::string train = "train --size small --pairs 2000 --batch 100 --output " + output;
    const Outcome outcome = run(train + " --task pairs --corpus " + corpus);
    ASSERT_EQ(outcome.status, 0) << outcome.err;
    EXPECT_TRUE(contains(outcome.out, "\nattention: entropy ")) << outcome.out;
    EXPECT_TRUE(contains(run("info " + output).out, "task              pairs\n"));
    EXPECT_EQ(run("translate --model " + output, "chat\n").status, 0);

    EXPECT_EQ(run(train + " --task pairs").status, 2);
    EXPECT_EQ(run(train + " --task pairs --longest 3 --corpus " + corpus).status, 2);
    EXPECT_EQ(run(train + " --task numbers --corpus " + corpus).status, 2);
    const Outcome few = run(train + " --task pairs --corpus " + write("few.tsv", "a\tb\n"));
    EXPECT_EQ(few.status, 1);
    EXPECT_TRUE(contains(few.err, "expected one or more of each")) << few.err;
}

}  // namespace
