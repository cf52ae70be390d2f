// SPDX-License-Identifier: GPL-3.0-or-later
// attention-model where it learns, as a user or a script runs it.
#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "model/model.h"
#include "model/training/vocabularies.h"
#include "tests/app/cli/command.h"
#include "tests/model/text/tiny_tokenizer.h"

namespace {

namespace fs = std::filesystem;
using nlohmann::json;

TEST_F(Command, alignPrintsTheLinksOfEachPair) {
    std::string text;
    for (int i = 0; i < 20; ++i) {
        text +=
            "le chat\tthe cat\nle chien dort\tthe dog sleeps\nchat noir\tblack cat\n"
            "chien noir\tblack dog\n";
    }
    const std::string corpus = write("corpus.tsv", text);
    const Outcome links = run("align --threads 2 --corpus " + corpus);
    EXPECT_EQ(links.status, 0) << links.err;
    EXPECT_TRUE(links.out.starts_with("0-0 1-1\n0-0 1-1 2-2\n0-1 1-0\n0-1 1-0\n0-0 1-1\n"))
        << links.out;

    const std::string people = write(
        "links.tsv", "chien noir\tblack dog\t0-1 1-0\nle chat\tthe cat\t0p0 1-1\na b c\td\t0-0\n");
    const std::string test = "align --alignment-words 2 --corpus " + corpus + " --test " + people;
    const json got = json::parse(run(test + " --json").out);
    EXPECT_EQ(got.at("sentences"), 2);
    EXPECT_EQ(got.at("pairs"), 80);
    for (const std::string name : {"source-to-target", "target-to-source", "posterior"}) {
        EXPECT_NEAR(got.at("alignment").at(name).at("aer").get<double>(), 0, 1e-9) << name;
    }
    const Outcome table = run(test);
    EXPECT_TRUE(contains(table.out, "posterior              0.000      1.000   1.000\n"))
        << table.out;

    const Outcome missing = run("align --corpus /nowhere.tsv");
    EXPECT_EQ(missing.status, 1);
    EXPECT_TRUE(contains(missing.err, "/nowhere.tsv")) << missing.err;
}

TEST_F(Command, trainRefusesAnOutputThatCannotBeWrittenBeforeItLearns) {
    const std::string corpus = write("corpus.tsv", "Oui.\tYes.\n");
    const std::string output = (folder_ / "missing" / "x.safetensors").string();
    const Outcome outcome = run("train --corpus " + corpus + " --output " + output);
    EXPECT_EQ(outcome.status, 1);
    EXPECT_EQ(outcome.out, "") << "nothing was read";
    EXPECT_TRUE(contains(outcome.err, output + ": cannot be written")) << outcome.err;
}

TEST_F(Command, trainRefusesACheckpointThatCannotBeWrittenBeforeItLearns) {
    const std::string corpus = write("corpus", "le chat\tthe cat\n");
    const std::string checkpoint = (folder_ / "missing" / "x.checkpoint").string();
    const Outcome outcome =
        run("train --corpus " + corpus + " --output " + (folder_ / "out.safetensors").string() +
            " --checkpoint " + checkpoint);
    EXPECT_EQ(outcome.status, 1);
    EXPECT_EQ(outcome.out, "");
    EXPECT_TRUE(contains(outcome.err, checkpoint + ": cannot be written")) << outcome.err;
}

TEST_F(Command, trainBeginsWithTheModelItIsGivenInThePrecisionItIsTold) {
    const std::string corpus = write("corpus.tsv", "Oui.\tYes.\nNon.\tNo.\n");
    const std::string output = (folder_ / "out.safetensors").string();
    const std::string start = support::dataFile("tiny_bottleneck.safetensors").string();
    const std::string command =
        "train --corpus " + corpus + " --output " + output + " --epochs 1 --start " + start;
    for (const std::string precision : {"float32", "bfloat16"}) {
        const Outcome outcome = run(command + " --precision " + precision);
        if (contains(outcome.err, "cannot multiply bfloat16")) {
            EXPECT_EQ(outcome.status, 2);
            continue;
        }
        EXPECT_EQ(outcome.status, 0) << outcome.err;
        EXPECT_TRUE(contains(run("info " + output).out, "architecture      bottleneck"));
        EXPECT_TRUE(contains(run("info " + output).out, "name              bottleneck fr-en\n"));
        fs::remove(output);
    }
    const Outcome precision = run(command + " --precision double");
    EXPECT_EQ(precision.status, 2);
    EXPECT_TRUE(contains(precision.err, "neither float32 nor bfloat16")) << precision.err;
    const Outcome score = run("train --corpus " + corpus + " --output " + output + " --start " +
                              support::dataFile("tiny_general.safetensors").string());
    EXPECT_EQ(score.status, 1);
    EXPECT_TRUE(contains(score.err, "score is general cannot be trained")) << score.err;
}

TEST_F(Command, trainThatIsInterruptedWritesWhatItHasAndGoesOnLater) {
    std::string pairs;
    for (int i = 0; i < 300; ++i) {
        pairs += "Oui.\tYes.\nNon.\tNo.\n";
    }
    const std::string output = (folder_ / "out.safetensors").string();
    const std::string train = std::string(ATTENTION_MODEL) + " train --corpus " +
                              write("corpus.tsv", pairs) + " --output " + output +
                              " --checkpoint " + (folder_ / "checkpoint").string() +
                              " --epochs 10000 --threads 1 --precision float32 --start " +
                              support::dataFile("tiny_bottleneck.safetensors").string();
    for (const std::string run : {"first", "second"}) {
        const std::string said = (folder_ / run).string();
        const int status =
            std::system((train + " >" + said + " & id=$!; until grep -qs ' update ' " + said +
                         " || ! kill -0 $id; do :; done; kill -TERM $id; wait $id")
                            .c_str());
        EXPECT_EQ(WEXITSTATUS(status), 1);
        EXPECT_TRUE(contains(read(said), "interrupted; wrote " + output)) << read(said);
        EXPECT_EQ(contains(read(said), "going on after update "), run == "second") << read(said);
        EXPECT_TRUE(fs::exists(output));
        fs::remove(output);
    }
}

TEST_F(Command, vocabularyIsHandedToTrainingInEitherDirection) {
    std::string pairs;
    for (const std::string &sentence : frenchSentences()) {
        pairs += sentence + "\tThe reading of such a sentence.\n";
    }
    const std::string corpus = write("corpus.tsv", pairs);
    const std::string text = write("text", std::string("Il lit.\tof a book\nElle rit.\n"));
    const std::string file = (folder_ / "vocabulary").string();
    const Outcome made =
        run("vocabulary --source-vocabulary 620 --target-vocabulary 500 --whole-words 0.1 "
            "--source-text " +
            text + " --output " + file + " " + corpus);
    EXPECT_EQ(made.status, 0) << made.err;
    EXPECT_TRUE(contains(made.out, " pieces of 34 sentences in fr\n")) << made.out;
    EXPECT_TRUE(contains(made.out, " pieces of 32 sentences in en\nwrote " + file)) << made.out;

    const std::string output = (folder_ / "out.safetensors").string();
    const std::string train =
        "train --epochs 1 --embedding 8 --encoder 8 --decoder 8 --attention 8 --precision float32 "
        "--corpus " +
        corpus + " --output " + output + " --vocabulary " + file;
    const auto vocabularies = model::training::readVocabularies(file);
    EXPECT_EQ(run(train).status, 0);
    EXPECT_EQ(model::readModel(output)->source().serialized(), vocabularies.source);
    EXPECT_TRUE(contains(run("info " + output).out, "attention fr-en"));
    const Outcome reversed = run(train + " --reversed --development " + corpus);
    EXPECT_EQ(reversed.status, 0) << reversed.err;
    const auto model = model::readModel(output);
    EXPECT_EQ(model->source().serialized(), vocabularies.target);
    EXPECT_EQ(model->target().serialized(), vocabularies.source);
    EXPECT_EQ(model->metadata("source_language"), "en");
    EXPECT_EQ(model->metadata("target_language"), "fr");
    EXPECT_EQ(model->metadata("name"), "attention en-fr");

    EXPECT_EQ(run("vocabulary --output " + file).status, 2);
    const Outcome missing =
        run("vocabulary --source-text /nowhere --output " + file + " " + corpus);
    EXPECT_EQ(missing.status, 1);
    EXPECT_TRUE(contains(missing.err, "/nowhere")) << missing.err;
}

TEST_F(Command, expectTellsTrainingWhatTeachersExpect) {
    const std::string corpus = write("corpus.tsv", "Il pleut.\tIt rains.\nMerci !\tThanks!\n");
    const std::string tiny = support::dataFile("tiny.safetensors").string();
    const std::string expected = (folder_ / "expected").string();
    const std::string command = "expect --corpus " + corpus + " --output " + expected + " ";
    const Outcome outcome = run(command + tiny + " " + tiny);
    EXPECT_EQ(outcome.status, 0) << outcome.err;
    EXPECT_EQ(outcome.out, "wrote " + expected + ": 2 pairs\n");
    const std::string train = "train --epochs 1 --precision float32 --vocabulary " + tiny +
                              " --embedding 8 --encoder 8 --decoder 8 --attention 8 --output " +
                              (folder_ / "out.safetensors").string() + " --expectations " +
                              expected + " --corpus ";
    EXPECT_EQ(run(train + corpus).status, 0);
    const Outcome other = run(train + write("other.tsv", "Oui.\tYes.\nNon.\tNo.\n"));
    EXPECT_EQ(other.status, 1);
    EXPECT_TRUE(contains(other.err, "2 pairs of which something is expected")) << other.err;
    EXPECT_EQ(run(command).status, 2);
}

TEST_F(Command, trainMakesPairsByPatternAndMarksBackTranslations) {
    const std::string corpus = write("corpus.tsv", "Il pleut.\tIt rains.\nMerci !\tThanks!\n");
    const std::string patterns = write("patterns.tsv", "{few} ans\t{few} years\n");
    const std::string train = "train --epochs 1 --precision float32 --start " +
                              support::dataFile("tiny.safetensors").string() + " --output " +
                              (folder_ / "out.safetensors").string() + " --corpus " + corpus;
    const Outcome made =
        run(train + " --patterned 2 --patterns " + patterns + " --back-translated " + corpus);
    EXPECT_EQ(made.status, 0) << made.err;
    EXPECT_TRUE(contains(made.out, "4 sentence pairs\n")) << made.out;
    const Outcome without = run(train + " --patterned 2");
    EXPECT_EQ(without.status, 2);
    EXPECT_TRUE(contains(without.err, "--patterned needs --patterns FILE.")) << without.err;
    const Outcome unknown =
        run(train + " --patterned 1 --patterns " + write("bad.tsv", "{prix}\t{prix}\n"));
    EXPECT_EQ(unknown.status, 1);
    EXPECT_TRUE(contains(unknown.err, "slot {prix}")) << unknown.err;
}

TEST_F(Command, translateDrawsPiecesWhereAskedTo) {
    const std::string command = "translate " + tiny() + " --sample 32";
    const std::string sentence = "Où dort le chat noir ?\n";
    EXPECT_EQ(run(command, sentence).out, run(command + " --seed 1", sentence).out);
    std::set<std::string> different;
    for (int seed = 1; seed <= 8; ++seed) {
        different.insert(run(command + " --seed " + std::to_string(seed), sentence).out);
    }
    EXPECT_GT(different.size(), 2U);
    EXPECT_EQ(run("translate " + tiny() + " --sample 1", sentence).out,
              run("translate " + tiny(), sentence).out);
    EXPECT_EQ(run(command + " --beam 2").status, 2);
}

TEST_F(Command, trainTakesAPrecisionAndSaysWhich) {
    const std::string corpus = write("corpus.tsv", "Oui.\tYes.\nNon.\tNo.\n");
    const Outcome outcome =
        run("train --corpus " + corpus + " --output " + (folder_ / "out.safetensors").string() +
            " --epochs 1 --start " + support::dataFile("tiny_bottleneck.safetensors").string());
    EXPECT_EQ(outcome.status, 0) << outcome.err;
    EXPECT_TRUE(contains(outcome.out, "precision float32: ") ||
                contains(outcome.out, "precision bfloat16: an update's products take "))
        << outcome.out;
}

TEST_F(Command, trainGoesOnInTheCheckpointsPrecision) {
    const std::string corpus = write("corpus.tsv", "Oui.\tYes.\nNon.\tNo.\n");
    for (const std::string precision : {"float32", "bfloat16"}) {
        const std::string command =
            "train --corpus " + corpus + " --output " + (folder_ / "out.safetensors").string() +
            " --start " + support::dataFile("tiny_bottleneck.safetensors").string() +
            " --checkpoint " + (folder_ / (precision + ".checkpoint")).string();
        const Outcome begun = run(command + " --epochs 1 --precision " + precision);
        if (contains(begun.err, "cannot multiply bfloat16")) {
            continue;
        }
        EXPECT_FALSE(contains(begun.out, "precision ")) << "it was told: " << begun.out;
        const Outcome resumed = run(command + " --epochs 2");
        EXPECT_EQ(resumed.status, 0) << resumed.err;
        EXPECT_TRUE(contains(resumed.out, "precision " + precision + ": as in the checkpoint"))
            << resumed.out;
        EXPECT_TRUE(contains(resumed.out, "going on after update")) << resumed.out;
    }
}

TEST_F(Command, distilWritesEachSentenceOnceWithTheModelsTranslation) {
    const std::string corpus = write(
        "corpus.tsv", "Il pleut.\tIt rains.\nMerci !\tThanks!\tmore\nIl pleut.\tIt is raining.\n");
    const std::string command = "distil " + tiny() + " --beam 1 --threads 2 --corpus ";
    const Outcome pairs = run(command + corpus);
    EXPECT_EQ(pairs.status, 0) << pairs.err;
    EXPECT_EQ(pairs.out, "Il pleut.\t" + translation("Il pleut.") + "\nMerci !\t" +
                             translation("Merci !") + "\n");
    EXPECT_TRUE(contains(pairs.err, "2 of 2 sentences")) << pairs.err;

    const Outcome missing = run("distil");
    EXPECT_EQ(missing.status, 2);
    EXPECT_TRUE(contains(missing.err, "--corpus")) << missing.err;
    const std::string bad = write("bad.tsv", "Il pleut.\tIt rains.\nsans traduction\n");
    const Outcome refused = run(command + bad);
    EXPECT_EQ(refused.status, 1);
    EXPECT_EQ(refused.out, "");
    EXPECT_TRUE(contains(refused.err, "2")) << refused.err;
    const Outcome skipped = run(command + bad + " --skip-bad-lines");
    EXPECT_EQ(skipped.status, 0);
    EXPECT_TRUE(contains(skipped.err, "skipped")) << skipped.err;
    EXPECT_EQ(skipped.out, "Il pleut.\t" + translation("Il pleut.") + "\n");
}

TEST_F(Command, colloquialWritesThePairsThatAreOthersInConversation) {
    const std::string corpus = write("written.tsv",
                                     "Je ne sais pas.\tI don't know.\ttag\n"
                                     "Le chat dort.\tThe cat sleeps.\n"
                                     "Où vas-tu?\tWhere are you going?\n");
    const std::string command = "colloquial --corpus " + corpus;
    std::set<std::string> lines;
    for (int seed = 1; seed <= 20; ++seed) {
        const Outcome outcome = run(command + " --seed " + std::to_string(seed));
        ASSERT_EQ(outcome.status, 0) << outcome.err;
        std::istringstream text(outcome.out);
        for (std::string line; std::getline(text, line);) {
            lines.insert(line);
        }
    }
    EXPECT_TRUE(lines.contains("Je sais pas.\tI don't know."));
    EXPECT_TRUE(lines.contains("Tu vas où ?\tWhere are you going?"));
    EXPECT_FALSE(lines.contains("Le chat dort.\tThe cat sleeps."));
    EXPECT_EQ(run(command).out, run(command + " --seed 1").out);
    EXPECT_EQ(run(command + " --share 0").out, "");

    const Outcome spoken = run(command + " --share 0 --addressed 1");
    EXPECT_EQ(std::count(spoken.out.begin(), spoken.out.end(), '\n'), 3) << spoken.out;
    EXPECT_EQ(run("colloquial").status, 2);
}

TEST_F(Command, distilTakesTheNearestHypothesisWhereAskedTo) {
    const std::string sentence = "Où dort le chat noir ?";
    const auto all = model::hypotheses(support::tinyModel(), sentence, {.beam = 8});
    const auto last = std::find_if(all.rbegin(), all.rend(), [](const auto &trace) {
        return trace->ending == model::Ending::endPiece && !trace->translation.empty();
    });
    ASSERT_NE(last, all.rend());
    const std::string wanted = (*last)->translation;
    ASSERT_NE(wanted, all.front()->translation);
    const std::string corpus = write("corpus.tsv", sentence + "\t" + wanted + "\n");
    const std::string command = "distil --beam 8 " + tiny() + " --corpus " + corpus;
    EXPECT_EQ(run(command + " --nearest").out, sentence + "\t" + wanted + "\n");
    EXPECT_NE(run(command).out, sentence + "\t" + wanted + "\n");
    EXPECT_EQ(run(command + " --at-least 99.9").out, sentence + "\t" + wanted + "\n");
}

TEST_F(Command, averageWritesAModelBetweenOthers) {
    const std::string tiny = support::dataFile("tiny.safetensors").string();
    const std::string output = (folder_ / "mean.safetensors").string();
    const Outcome alike = run("average --output " + output + " " + tiny + " " + tiny);
    EXPECT_EQ(alike.status, 0) << alike.err;
    EXPECT_EQ(alike.out, "wrote " + output + "\n");
    const std::string translate = "translate --model ";
    EXPECT_EQ(run(translate + output, "Il pleut.\n").out, run(translate + tiny, "Il pleut.\n").out);
    EXPECT_EQ(run("average " + tiny + " --training 'A mean.' --output " + output).status, 0);
    EXPECT_TRUE(contains(run("info " + output).out, "A mean."));

    const std::string other = support::dataFile("tiny_bottleneck.safetensors").string();
    const Outcome unlike = run("average --output /nowhere/x " + tiny + " " + other);
    EXPECT_EQ(unlike.status, 1);
    EXPECT_TRUE(contains(unlike.err, "number 2")) << unlike.err;
    const Outcome missing = run("average --output " + output + " /nowhere.safetensors");
    EXPECT_EQ(missing.status, 1);
    EXPECT_TRUE(contains(missing.err, "/nowhere.safetensors")) << missing.err;
}

}  // namespace
