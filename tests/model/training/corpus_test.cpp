// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/training/corpus.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "model/error.h"
#include "model/training/augmentation/noise.h"
#include "tests/model/file/temporary_folder.h"

namespace {

using namespace model;
using namespace model::training;
using model::Random;

class CorpusTest : public testing::Test {
  protected:
    std::filesystem::path write(const std::string &text) {
        std::ofstream(file_, std::ios::binary) << text;
        return file_;
    }
    std::string refusal(const std::string &text) {
        try {
            readCorpus(write(text), Columns::training, BadLines::refuse);
        } catch (const CorpusError &error) {
            return error.what();
        }
        return "";
    }

  private:
    TemporaryFolder folder_;
    std::filesystem::path file_ = folder_ / "corpus.tsv";
};

TEST_F(CorpusTest, readsPairsAndIgnoresFurtherColumns) {
    const Corpus corpus =
        readCorpus(write("Oui.\tYes.\tours\r\nNon.\tNo.\n"), Columns::training, BadLines::refuse);
    ASSERT_EQ(corpus.pairs.size(), 2U);
    EXPECT_EQ(corpus.pairs[0].source, "Oui.");
    EXPECT_EQ(corpus.pairs[0].references, std::vector<std::string>{"Yes."});
    EXPECT_EQ(corpus.pairs[1].references, std::vector<std::string>{"No."});
}

TEST_F(CorpusTest, readsTheLinesOfAnySystem) {
    const Corpus corpus = readCorpus(write("\xEF\xBB\xBFOui.\tYes.\rNon.\tNo.\r"),
                                     Columns::references, BadLines::refuse);
    ASSERT_EQ(corpus.pairs.size(), 2U);
    EXPECT_EQ(corpus.pairs[0].source, "Oui.");
    EXPECT_EQ(corpus.pairs[1].references, std::vector<std::string>{"No."});
}

TEST_F(CorpusTest, readsSeveralReferences) {
    const Corpus corpus =
        readCorpus(write("Salut !\tHi!\tHello!\n"), Columns::references, BadLines::refuse);
    EXPECT_EQ(corpus.pairs.at(0).references, (std::vector<std::string>{"Hi!", "Hello!"}));
}

TEST(CorpusHash, tellsPairsApartByEverySentence) {
    const std::vector<SentencePair> pairs = {{"Oui.", {"Yes.", "Yeah."}}, {"Non.", {"No."}}};
    const std::uint64_t same = hash(pairs);
    EXPECT_EQ(hash(std::vector(pairs)), same);
    auto other = pairs;
    other[1].source = "Non !";
    EXPECT_NE(hash(other), same);
    other = pairs;
    other[0].references[1] = "Yep.";
    EXPECT_NE(hash(other), same);
    EXPECT_NE(hash({{"Oui.Non.", {"No."}}}), hash({{"Oui.", {"Non.No."}}}));
}

TEST_F(CorpusTest, namesTheBadLineItRefuses) {
    EXPECT_NE(refusal("Oui.\tYes.\nNon.\n").find("Line 2"), std::string::npos);
    EXPECT_NE(refusal("Oui.\tYes.\nNon.\n").find("1 column"), std::string::npos);
    EXPECT_NE(refusal("\tYes.\n").find("nothing in column 1"), std::string::npos);
    EXPECT_NE(refusal("Oui.\t \n").find("nothing in column 2"), std::string::npos);
    EXPECT_NE(refusal("Ou\xFFi.\tYes.\n").find("not valid UTF-8"), std::string::npos);
    EXPECT_NE(refusal("\n").find("Line 1"), std::string::npos);
    using namespace std::string_literals;
    EXPECT_NE(refusal("O\0u\0i\0\t\0Y\0"s).find("UTF-16"), std::string::npos);
}

TEST_F(CorpusTest, skipsBadLinesOnRequestAndNamesThem) {
    const Corpus corpus =
        readCorpus(write("Oui.\tYes.\nbad\nNon.\tNo.\n"), Columns::training, BadLines::skip);
    EXPECT_EQ(corpus.pairs.size(), 2U);
    ASSERT_EQ(corpus.skipped.size(), 1U);
    EXPECT_NE(corpus.skipped[0].find("Line 2"), std::string::npos);
}

TEST_F(CorpusTest, refusesWhatHoldsNothing) {
    EXPECT_THROW(readCorpus("/no/such/file.tsv", Columns::training, BadLines::skip), CorpusError);
    EXPECT_THROW(readCorpus(write(""), Columns::training, BadLines::skip), CorpusError);
    EXPECT_THROW(readCorpus(write("bad\n"), Columns::training, BadLines::skip), CorpusError);
}

TEST(Noise, followsFromItsNameAlone) {
    const NoiseOptions options{1, 0.5, 0.5, 0.5, 0.5};
    const std::string sentence = "Les élèves étudient la leçon de français !";
    EXPECT_EQ(addNoise(sentence, options, Random{1, 2}), addNoise(sentence, options, Random{1, 2}));
    bool differs = false;
    for (std::uint64_t i = 0; i < 20; ++i) {
        differs = differs || addNoise(sentence, options, Random{1, i}) !=
                                 addNoise(sentence, options, Random{1, i + 1});
    }
    EXPECT_TRUE(differs);
}

TEST(Noise, doesEachOfItsKinds) {
    const Random random{5};
    const std::string sentence = "Où êtes-vous, Éva ?";
    EXPECT_EQ(addNoise(sentence, {0, 1, 1, 1, 1}, random), sentence);
    EXPECT_EQ(addNoise(sentence, {1, 0, 0, 0, 0}, random), sentence);
    EXPECT_EQ(addNoise(sentence, {1, 1, 0, 0, 0}, random), "où êtes-vous, éva ?");
    EXPECT_EQ(addNoise(sentence, {1, 0, 1, 0, 0}, random), "Ou etes-vous, Eva ?");
    EXPECT_EQ(addNoise(sentence, {1, 0, 0, 1, 0}, random), "Où êtes-vous, Éva");
    EXPECT_EQ(addNoise("?", {1, 0, 0, 1, 0}, random), "?");
}

TEST(Noise, slipsInLongWordsOnly) {
    for (std::uint64_t i = 0; i < 200; ++i) {
        const std::string slipped = addNoise("maison ici", {1, 0, 0, 0, 1}, Random{i});
        EXPECT_TRUE(slipped.ends_with(" ici")) << slipped;
        const std::size_t length = slipped.size() - 4;
        EXPECT_GE(length, 5U);
        EXPECT_LE(length, 7U);
        EXPECT_NE(slipped, "maison ici");
    }
}

}  // namespace
