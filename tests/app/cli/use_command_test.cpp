// SPDX-License-Identifier: GPL-3.0-or-later
// attention-model with models that sum up or reply.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "model/model.h"
#include "model/training/vocabularies.h"
#include "tests/app/cli/command.h"

namespace {

using nlohmann::json;

class UseCommand : public Command {
  protected:
    /// A model of the tiny one's sizes that has learned a little of a corpus, for a use.
    std::string learned(const std::string &use, const std::string &start = "tiny",
                        const std::string &more = "") {
        const std::string output = (folder_ / (use + start + ".safetensors")).string();
        const Outcome outcome =
            run("train --epochs 1 --precision float32 --threads 1 --corpus " + corpus_ +
                " --development " + corpus_ + " --use " + use + " --start " +
                support::dataFile(start + ".safetensors").string() + " --output " + output + more);
        EXPECT_EQ(outcome.status, 0) << outcome.err;
        said_ = outcome.out;
        return output;
    }

    const std::string corpus_ =
        write("corpus.tsv", "a cat and a red dog\tred dog\tpackage\nit rains again\train\tother\n");
    std::string said_;
};

TEST_F(UseCommand, trainWritesWhatTheModelIsForAndMeasuresItByThat) {
    const auto summary = model::readModel(learned("summary", "tiny",
                                                  " --guidance 1 "
                                                  "--guided-by-same-words"));
    EXPECT_EQ(summary->metadata("task"), "summary");
    EXPECT_EQ(summary->metadata("source_language"), "en");
    EXPECT_EQ(summary->metadata("target_language"), "en");
    EXPECT_EQ(summary->metadata("name"), "attention summary en");
    EXPECT_TRUE(contains(said_, "development ROUGE-L ")) << said_;

    const auto dialogue = model::readModel(
        learned("dialogue", "tiny_bottleneck", " --without-source 0.5 --target-language fr"));
    EXPECT_EQ(dialogue->metadata("task"), "dialogue");
    EXPECT_EQ(dialogue->metadata("target_language"), "fr");
    EXPECT_EQ(dialogue->metadata("name"), "bottleneck dialogue fr");
    EXPECT_TRUE(contains(said_, "development 100/perplexity ")) << said_;

    const auto translation = model::readModel(learned("translation"));
    EXPECT_EQ(translation->metadata("task"), "");
    EXPECT_EQ(translation->metadata("name"), "attention fr-en");
    EXPECT_TRUE(contains(said_, "development BLEU ")) << said_;

    const Outcome wrong =
        run("train --use poetry --corpus " + corpus_ + " --output " + (folder_ / "x").string());
    EXPECT_EQ(wrong.status, 2);
    EXPECT_TRUE(contains(wrong.err, "expected translation, summary or dialogue")) << wrong.err;
}

TEST_F(UseCommand, vocabularyMayBeOneForBothSides) {
    std::string plain;
    std::string typed;
    for (const std::string line :
         {"The cat's red chair is here.\tIt's a chair", "Who is \"it\"?\tit",
          "A dog that runs after a cat.\tdog and cat",
          "Nobody knows where the green bird flies.\tgreen bird"}) {
        for (int i = 0; i < 8; ++i) {
            plain += line + "\n";
        }
    }
    for (std::size_t i = 0; i < plain.size(); ++i) {
        typed += plain[i] == '\'' ? "’" : plain[i] == ' ' ? "\u00a0" : std::string(1, plain[i]);
    }
    const auto made = [&](const std::string &options, const std::string &text) {
        const std::string file = (folder_ / "vocabulary").string();
        const Outcome outcome =
            run("vocabulary --source-vocabulary 500 --target-vocabulary 480 "
                "--whole-words 0 --output " +
                file + " " + options + " " + write("text.tsv", text));
        EXPECT_EQ(outcome.status, 0) << outcome.err;
        said_ = outcome.out;
        return model::training::readVocabularies(file);
    };
    const std::string english = "--source-language en --target-language en ";
    const auto shared = made(english + "--shared", plain);
    EXPECT_EQ(shared.source, shared.target);
    EXPECT_TRUE(contains(said_, " pieces of 64 sentences in en\n")) << said_;
    EXPECT_NE(made(english, plain).source, shared.source);
    EXPECT_EQ(made(english + "--shared --normalize", typed).source, shared.source);
    EXPECT_NE(made(english + "--shared", typed).source, shared.source);
}

TEST_F(UseCommand, evaluateMeasuresSummariesBesideTheirBaselines) {
    const std::string summary = learned("summary");
    const std::string twin = learned("summary", "tiny_bottleneck");
    const std::string command = "evaluate --model " + summary + " --twin " + twin + " " + corpus_;
    const json got = json::parse(run(command + " --json").out);
    EXPECT_EQ(got.at("use"), "summary");
    EXPECT_EQ(got.at("texts"), 2);
    const json &rows = got.at("rows");
    ASSERT_EQ(rows.size(), 4U);
    EXPECT_EQ(rows[0].at("name"), "attention summary en");
    EXPECT_GT(rows[0].at("provenance").at("words").get<int>(), 0);
    EXPECT_EQ(rows[1].at("name"), "bottleneck summary en");
    EXPECT_EQ(rows[1].at("provenance").at("pieces_pointed"), 0) << "it has no attention";
    EXPECT_EQ(rows[2].at("name"), "first ten words");
    // "a cat and a red dog" for "red dog": 2 · 2 of 8 words; "it rains again" has nothing of
    // "rain".
    EXPECT_NEAR(rows[2].at("rouge_1").get<double>(), 25, 1e-9);
    EXPECT_NEAR(rows[2].at("from_text").get<double>(), 100, 1e-9);
    EXPECT_EQ(rows[3].at("name"), "people's");
    EXPECT_NEAR(rows[3].at("rouge_l").get<double>(), 100, 1e-9)
        << "what follows the summary is no other one";
    EXPECT_NEAR(rows[3].at("from_text").get<double>(), 200.0 / 3, 1e-9);

    const Outcome table = run(command);
    EXPECT_EQ(table.status, 0) << table.err;
    EXPECT_TRUE(contains(table.out, "  ROUGE-1  ROUGE-2  ROUGE-L   words  from text\n"))
        << table.out;
    EXPECT_TRUE(contains(table.out, "first ten words")) << table.out;
    const Outcome aligned = run(command + " --alignment " + corpus_);
    EXPECT_EQ(aligned.status, 2);
    EXPECT_TRUE(contains(aligned.err, "go with a model that translates")) << aligned.err;
    EXPECT_EQ(run("evaluate " + tiny() + " --twin " + twin + " " + corpus_).status, 2);
}

TEST_F(UseCommand, evaluateMeasuresRepliesByWhatTheyAreGiven) {
    const std::string dialogue = learned("dialogue");
    const std::string command =
        "evaluate --model " + dialogue + " --twin " + learned("dialogue", "tiny_bottleneck") + " " +
        corpus_ + " --beam 3 --anti-language-model 0.4 --anti-language-model-pieces 2";
    const json got = json::parse(run(command + " --json").out);
    EXPECT_EQ(got.at("use"), "dialogue");
    const json &probabilities = got.at("probabilities");
    ASSERT_EQ(probabilities.size(), 6U);
    EXPECT_EQ(probabilities[1].at("name"), "attention dialogue en, shown another turn");
    EXPECT_EQ(probabilities[2].at("name"), "attention dialogue en, shown no turn");
    EXPECT_EQ(probabilities[3].at("name"), "bottleneck dialogue en");
    EXPECT_EQ(probabilities[0].at("words"), 2 + 1 + 2);
    for (const json &each : probabilities) {
        EXPECT_GT(each.at("perplexity_per_piece").get<double>(), 1);
    }
    const json &replies = got.at("replies");
    ASSERT_EQ(replies.size(), 4U);
    EXPECT_EQ(replies[0].at("name"), "greedy");
    EXPECT_EQ(replies[1].at("name"), "beam 3, anti-language model 0.4 of 2 pieces");
    EXPECT_EQ(replies[2].at("name"), "drawn from 10");
    EXPECT_EQ(replies[3].at("name"), "people's");
    EXPECT_NEAR(replies[3].at("distinct_1").get<double>(), 1, 1e-9);
    EXPECT_NEAR(replies[3].at("ten_commonest").get<double>(), 100, 1e-9);
    const Outcome table = run(command);
    EXPECT_TRUE(contains(table.out, "distinct-1  distinct-2  ten commonest\n")) << table.out;
}

TEST_F(UseCommand, translateTellsWhatItComparedPiecesWith) {
    const Outcome outcome =
        run("translate --json --anti-language-model 0.5 --anti-language-model-pieces 1 " + tiny(),
            "Il pleut.\n");
    ASSERT_EQ(outcome.status, 0) << outcome.err;
    const json pieces = json::parse(outcome.out).at("target_pieces");
    ASSERT_GT(pieces.size(), 1U);
    EXPECT_TRUE(pieces[0].contains("log_probability_without_source"));
    EXPECT_FALSE(pieces[1].contains("log_probability_without_source"));
    EXPECT_EQ(run("translate --sample 5 --anti-language-model 0.5 " + tiny(), "Oui.").status, 2);
}

}  // namespace
