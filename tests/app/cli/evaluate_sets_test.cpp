// SPDX-License-Identifier: GPL-3.0-or-later
// attention-model evaluate with several test sets, and what it says beside BLEU.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/app/cli/command.h"

namespace {

using nlohmann::json;

TEST_F(Command, evaluateComparesSeveralTestSetsInOneTable) {
    const std::string right = write("right.tsv", "Merci !\t" + translation("Merci !") + "\n");
    const std::string other = write("other.tsv", "Il pleut.\tIt rains.\nMerci !\tThanks!\n");
    const Outcome table = run("evaluate " + tiny() + " --data " + right + " " + other);
    EXPECT_EQ(table.status, 0) << table.err;
    EXPECT_TRUE(contains(table.out, "  sentences    BLEU   chrF2")) << table.out;
    EXPECT_TRUE(contains(table.out, right + "          1")) << table.out;
    EXPECT_TRUE(contains(table.out, other + "          2")) << table.out;
    EXPECT_TRUE(contains(table.out, "nrefs:1|case:mixed")) << table.out;
    EXPECT_FALSE(contains(table.out, "source words")) << "one line for each set";

    const Outcome list = run("evaluate --json " + tiny() + " " + right + " " + other);
    const json sets = json::parse(list.out).at("sets");
    ASSERT_EQ(sets.size(), 2U);
    EXPECT_EQ(sets[0].at("data"), right);
    EXPECT_NEAR(sets[0].at("chrf2").get<double>(), 100, 1e-6);
    EXPECT_EQ(sets[1].at("sentences"), 2);
    // A set alone is measured as with --data.
    EXPECT_TRUE(contains(run("evaluate " + tiny() + " " + other).out, "source words"));
}

TEST_F(Command, evaluateExitsWithOneWhereASentenceOfAnySetIsNotTranslated) {
    std::string tooLong;
    for (int i = 0; i < 600; ++i) {
        tooLong += "le chat ";
    }
    const std::string good = write("good.tsv", "le chat\tthe cat\n");
    const std::string bad = write("bad.tsv", tooLong + "\tthe cats\n");
    const Outcome outcome = run("evaluate " + tiny() + " " + bad + " " + good);
    EXPECT_EQ(outcome.status, 1);
    EXPECT_TRUE(contains(outcome.err, bad + ", sentence 1: ")) << outcome.err;
    EXPECT_EQ(run("evaluate " + tiny() + " " + good + " " + good).status, 0);
}

TEST_F(Command, evaluateReadsTypographicApostrophesAsPlainOnesWhereAskedTo) {
    const std::string sentence = "Où est la petite clé de la porte ?";
    std::string wanted = translation(sentence);
    const std::size_t apostrophe = wanted.find('\'');
    ASSERT_NE(apostrophe, std::string::npos) << wanted;
    const std::string plain = write("plain.tsv", sentence + "\t" + wanted + "\n");
    wanted.replace(apostrophe, 1, "’");
    const std::string typographic = write("typographic.tsv", sentence + "\t" + wanted + "\n");
    const auto chrf = [&](const std::string &arguments) {
        return json::parse(run("evaluate --json " + tiny() + " " + arguments).out)
            .at("chrf2")
            .get<double>();
    };
    EXPECT_NE(chrf(typographic), chrf(plain));
    EXPECT_EQ(chrf(typographic + " --plain-apostrophes"), chrf(plain));
    const Outcome table = run("evaluate --plain-apostrophes " + tiny() + " " + typographic);
    EXPECT_TRUE(contains(table.out, "|apostrophes:plain")) << table.out;
    EXPECT_FALSE(contains(run("evaluate " + tiny() + " " + typographic).out, "apostrophes"));
}

TEST_F(Command, evaluateCountsWhatIsKeptAndWhatLoops) {
    // The untrained model translates everything in the same aimless way.
    const std::string data =
        write("data.tsv", "J'ai 25 ans.\tI am 25 years old.\nOui.\tYes.\n" +
                              std::string("Merci !\t") + translation("Merci !") + "\n");
    const json got = json::parse(run("evaluate --json " + tiny() + " " + data).out);
    EXPECT_EQ(got.at("keepable"), 1);
    EXPECT_EQ(got.at("kept"), 0);
    EXPECT_GE(got.at("loops"), 0);
    EXPECT_GE(got.at("whole_source_words").get<double>(), 0);
    EXPECT_TRUE(contains(run("evaluate " + tiny() + " " + data).out,
                         " % of the words of the sources are one piece each, "));
    EXPECT_TRUE(contains(run("evaluate " + tiny() + " " + data).out, "kept    0 of 1 sentences"));
}

}  // namespace
