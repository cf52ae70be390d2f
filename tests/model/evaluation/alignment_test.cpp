// SPDX-License-Identifier: GPL-3.0-or-later
// The alignment error rate, of given links and of a model's attention.
#include <gtest/gtest.h>

#include <fstream>

#include "model/alignment/words.h"
#include "model/decoding/decoding.h"
#include "model/decoding/posterior.h"
#include "model/decoding/translation.h"
#include "model/error.h"
#include "model/evaluation/alignment_error.h"
#include "model/evaluation/attention_alignment.h"
#include "model/evaluation/tokens.h"
#include "tests/model/file/temporary_folder.h"
#include "tests/support/traces.h"

namespace {

using namespace model;
using namespace model::evaluation;
using aligner::Links;
using Strings = std::vector<std::string>;

class AlignmentFile : public testing::Test {
  protected:
    const std::filesystem::path &file() const { return file_; }
    void write(const std::string &text) { std::ofstream(file_, std::ios::binary) << text; }
    std::vector<AlignedPair> read(const std::string &text) {
        write(text);
        return readAlignments(file_);
    }
    std::string refusal(const std::string &text) {
        try {
            read(text);
        } catch (const CorpusError &error) {
            return error.what();
        }
        return "accepted";
    }

  private:
    TemporaryFolder folder_;
    std::filesystem::path file_ = folder_ / "links.tsv";
};

TEST_F(AlignmentFile, holdsTokensAndLinks) {
    const auto pairs =
        read("l' eau est là\tthe water is there\t2-2 1-1 0p0 1-1\tstory\r\na\tb\t\n");
    ASSERT_EQ(pairs.size(), 2U);
    EXPECT_EQ(pairs[0].source, (Strings{"l'", "eau", "est", "là"}));
    EXPECT_EQ(pairs[0].target, (Strings{"the", "water", "is", "there"}));
    EXPECT_EQ(pairs[0].sure, (Links{{1, 1}, {2, 2}}));
    EXPECT_EQ(pairs[0].possible, (Links{{0, 0}, {1, 1}, {2, 2}}));
    EXPECT_TRUE(pairs[1].possible.empty());
}

TEST_F(AlignmentFile, badLinesAreNamed) {
    const std::string good = "a b\tc d\t0-0\n";
    for (const std::string link : {"0-", "-0", "0", "0x1", "0-0x", "x-0", "0--1", "0p-1", "0p"}) {
        const std::string message = refusal(good + "a b\tc d\t0-0 " + link + "\n");
        EXPECT_NE(message.find("Line 2 "), std::string::npos) << message;
        EXPECT_NE(message.find("'" + link + "'"), std::string::npos) << message;
    }
    EXPECT_NE(refusal(good + good + "a b\tc d\t2-0\n").find("Line 3 "), std::string::npos);
    EXPECT_NE(refusal("a b\tc d\t0p2\n").find("0 to 1"), std::string::npos);
    EXPECT_NE(refusal("a b\tc d\t99999999999-0\n").find("Line 1 "), std::string::npos);
    EXPECT_NE(refusal("a b\tc d\n").find("2 columns"), std::string::npos);
    EXPECT_NE(refusal("a\t \t0-0\n").find("column 2"), std::string::npos);
    EXPECT_NE(refusal("").find("no sentence pair"), std::string::npos);
    EXPECT_THROW(readAlignments("/nowhere/links.tsv"), CorpusError);
}

TEST_F(AlignmentFile, badLinesAreSkippedOnRequest) {
    std::vector<std::string> skipped;
    write("a b\tc d\t0-0\na b\tc d\t9-0\nb\td\t0-0\n\xFF\tb\t0-0\n");
    const auto pairs = readAlignments(
        file(), [&](const Message &message) { skipped.push_back(message.english()); });
    EXPECT_EQ(pairs.size(), 2U);
    ASSERT_EQ(skipped.size(), 2U);
    EXPECT_NE(skipped[0].find("Line 2 "), std::string::npos) << skipped[0];
    EXPECT_NE(skipped[1].find("not valid UTF-8"), std::string::npos) << skipped[1];
    write("a b\n");
    EXPECT_THROW(readAlignments(file(), [](const Message &) {}), CorpusError) << "none is left";
}

TEST_F(AlignmentFile, errorRateIsThatOfOchAndNey) {
    const auto pairs = read("a b c d\tA B C D\t0-0 1-1 2p2 2p3\na\tA\t0-0\n");
    // Got 5 links: 2 of the 3 sure ones, 4 of the 5 possible ones.
    const std::vector<Links> got{{{0, 0}, {2, 2}, {2, 3}, {3, 0}}, {{0, 0}}};
    const AlignmentError error = alignmentError(got, pairs);
    EXPECT_EQ(error.got, 5);
    EXPECT_EQ(error.sure, 3);
    EXPECT_DOUBLE_EQ(error.precision(), 4.0 / 5);
    EXPECT_DOUBLE_EQ(error.recall(), 2.0 / 3);
    EXPECT_DOUBLE_EQ(error.errorRate(), 1 - (2.0 + 4.0) / (5 + 3));
    EXPECT_DOUBLE_EQ(alignmentError(std::vector<Links>(2), pairs).errorRate(), 1);
    EXPECT_THROW(alignmentError(std::vector<Links>(1), pairs), Error);
}

TEST(WrittenTokens, lookLikeNormalisedText) {
    const auto check = [](const Strings &tokens, Language language, const std::string &expected) {
        const WrittenText text = writeTokens(tokens, language);
        EXPECT_EQ(text.text, expected);
        EXPECT_EQ(normalize(text.text, language).text, text.text);
        ASSERT_EQ(text.tokens.size(), tokens.size());
        for (std::size_t i = 0; i < tokens.size(); ++i) {
            const Range range = text.tokens[i];
            EXPECT_EQ(text.text.substr(static_cast<std::size_t>(range.begin),
                                       static_cast<std::size_t>(range.end - range.begin)),
                      tokens[i] == "…" ? "..." : tokens[i]);
        }
    };
    check({"«", "L'", "eau", ",", "dit", "-il", ",", "qu'", "est-ce", "?", "»"}, Language::french,
          "« L'eau, dit-il, qu'est-ce ? »");
    check({"Eh", "bien", "…", "(", "oui", ")", "!"}, Language::french, "Eh bien... (oui) !");
    check({"\"", "Don", "'t", "go", ",", "\"", "he", "said", ";", "\"", "no", "!", "\""},
          Language::other, "\"Don't go,\" he said; \"no!\"");
    check({"the", "birds", "'", "eggs", "."}, Language::other, "the birds' eggs.");
    check({}, Language::french, "");
}

TEST(WrittenTokens, areFoundByTheirRanges) {
    const WrittenText text = writeTokens(Strings{"l'", "eau", "!"}, Language::french);  // l'eau !
    EXPECT_EQ(tokensIn(text, {0, 2}), (Range{0, 1}));
    EXPECT_EQ(tokensIn(text, {1, 4}), (Range{0, 2}));
    EXPECT_TRUE(tokensIn(text, {5, 6}).empty());
    EXPECT_TRUE(tokensIn(text, {7, 7}).empty());
    const AlignedPair pair{{"Aujourd'", "hui", "est-ce", "lui"}, {"a", "well-known"}, {}, {}};
    const TokenPair tokens = makeTokenPair(pair, Language::french, Language::other);
    ASSERT_EQ(tokens.words.source, (Strings{"aujo", "est", "-ce", "lui"}));
    EXPECT_EQ(tokens.tokenLinks({{0, 0}, {1, 1}, {2, 1}, {3, 0}}),
              (Links{{0, 0}, {1, 0}, {2, 1}, {3, 0}}));
}

const AlignedPair example{{"Où", "dort", "l'", "extraordinaire", "chat", "?"},
                          {"Where", "is", "the", "cat", "sleeping", "?"},
                          {{0, 0}},
                          {{0, 0}}};

TEST(AttentionAlignment, sumsOverSourceAndAveragesOverTargetPieces) {
    const auto model = support::tinyModel();
    const Matrix attention = forcedAttention(model, example).weights;
    ASSERT_EQ(attention.rows(), 6);
    ASSERT_EQ(attention.cols(), 6);

    // The same, step by step, from the machine and the pieces' ranges.
    const std::string source = "Où dort l'extraordinaire chat ?";
    const std::string target = "Where is the cat sleeping?";
    const auto pieces = model->target().encode(target, Language::other);
    Translation translation(model, source);
    Matrix expected = Matrix::Zero(6, 6);
    Row counts = Row::Zero(6);
    const WrittenText sourceText = writeTokens(example.source, Language::french);
    const WrittenText targetText = writeTokens(example.target, Language::other);
    ASSERT_EQ(sourceText.text, source);
    ASSERT_EQ(targetText.text, target);
    float total = 0;
    for (const Piece &piece : pieces) {
        Intervention intervention;
        intervention.word = piece.id;
        translation.step(intervention);
        const auto trace = translation.trace();
        const auto tokenOf = [](const WrittenText &text, Range range) {
            const Range found = tokensIn(text, range);
            return found.empty() ? found.begin : found.end - 1;
        };
        const int row = tokenOf(targetText, piece.range);
        counts(row) += 1;
        for (int j = 0; j + 1 < trace->sourceLength(); ++j) {
            const float weight = trace->steps.back()->weights(j);
            const Range tokens = tokensIn(sourceText, trace->source.place(j));
            const int count = std::max(1, tokens.end - tokens.begin);
            for (int k = 0; k < count; ++k) {
                expected(row, tokens.begin + k) += weight / static_cast<float>(count);
            }
            total += weight;
        }
    }
    for (long row = 0; row < 6; ++row) {
        ASSERT_GT(counts(row), 0);
        expected.row(row) /= counts(row);
    }
    EXPECT_TRUE(attention.isApprox(expected, 1e-5F)) << attention << "\n\n" << expected;
    EXPECT_GT(total, 1);
    for (long row = 0; row < 6; ++row) {
        EXPECT_LT(attention.row(row).sum(), 1);  // the end piece has its share
    }
}

TEST(AttentionAlignment, thePosteriorIsThatOfTheForcedPieces) {
    const auto model = support::tinyModel();
    const std::string target = "Where is the cat sleeping?";
    const auto pieces = model->target().encode(target, Language::other);
    Translation translation(model, "Où dort l'extraordinaire chat ?");
    for (const Piece &piece : pieces) {
        Intervention intervention;
        intervention.word = piece.id;
        translation.step(intervention);
    }
    const Posterior expected = posteriorAttention(*translation.trace());
    const ForcedAttention got = forcedAttention(model, example);
    EXPECT_GT((got.posterior - got.weights).cwiseAbs().maxCoeff(), 0.01F);
    // The question mark is one piece of its own on both sides.
    ASSERT_EQ(pieces.back().text, "?");
    const long mark = translation.trace()->sourceLength() - 2;
    EXPECT_NEAR(got.posterior(5, 5), expected.weights(expected.weights.rows() - 1, mark), 1e-5);
}

TEST(AttentionAlignment, linksAreTheStrongestOrThoseAboveAThreshold) {
    Matrix attention(2, 3);
    attention << 0.5F, 0.4F, 0.1F,  //
        0.1F, 0.0F, 0.2F;
    EXPECT_EQ(strongestLinks(attention), (Links{{0, 0}, {2, 1}}));
    EXPECT_EQ(linksAbove(attention, 0.4F), (Links{{0, 0}, {1, 0}}));
    EXPECT_EQ(linksAbove(attention, 0.1F), (Links{{0, 0}, {0, 1}, {1, 0}, {2, 0}, {2, 1}}));
}

TEST(AttentionAlignment, threadsDoNotChangeTheResult) {
    std::vector<AlignedPair> pairs(7, example);
    pairs[3].source.pop_back();
    pairs[5].target.erase(pairs[5].target.begin());
    const auto one = attentionAgreement(support::tinyModel(), pairs, 1);
    const auto three = attentionAgreement(support::tinyModel(), pairs, 3);
    EXPECT_EQ(one.sentences, 7);
    EXPECT_EQ(one.weights.argmax.got, 41);
    EXPECT_EQ(one.weights.argmax.sure, 7);
    EXPECT_EQ(one.weights.argmax.gotPossible, three.weights.argmax.gotPossible);
    EXPECT_EQ(one.weights.thresholded.got, three.weights.thresholded.got);
    EXPECT_EQ(one.posterior.argmax.got, 41);
    EXPECT_EQ(one.posterior.argmax.gotPossible, three.posterior.argmax.gotPossible);
    EXPECT_EQ(one.posterior.thresholded.got, three.posterior.thresholded.got);
    EXPECT_THROW(attentionAgreement(support::tinyModel("tiny_bottleneck"), pairs, 2), Error);
}

TEST(AttentionAlignment, theErrorsOfThePosteriorAreItsOwn) {
    const auto model = support::tinyModel("tiny_query");
    const ForcedAttention attention = forcedAttention(model, example);
    for (const bool posterior : {false, true}) {
        AlignedPair pair = example;
        pair.sure = strongestLinks(posterior ? attention.posterior : attention.weights);
        pair.possible = pair.sure;
        const AttentionAgreement got = attentionAgreement(model, std::span(&pair, 1), 1);
        EXPECT_EQ(got.weights.argmax.errorRate() == 0, !posterior);
        EXPECT_EQ(got.posterior.argmax.errorRate() == 0, posterior);
    }
}

/// Learned from pairs of which the words stand for each other one by one, in any order.
aligner::WordAligner smallAligner() {
    const std::vector<aligner::WordPair> pairs{{{"chat", "noir"}, {"blac", "cat"}},
                                               {{"chat"}, {"cat"}},
                                               {{"noir"}, {"blac"}},
                                               {{"chat", "dort"}, {"cat", "slee"}},
                                               {{"dort"}, {"slee"}}};
    return {pairs, {}};
}

TEST(StatisticalAgreement, comparesTheAttentionWithTheAlignersLinks) {
    const auto model = support::tinyModel();
    const aligner::WordAligner aligner = smallAligner();
    const Links links = aligner.align({{"chat", "dort"}, {"cat", "slee"}});
    ASSERT_EQ(links, (Links{{0, 0}, {1, 1}}));

    const AlignedPair pair{{"Chat", "dort"}, {"cat", "sleeps"}, links, links};
    const auto expected = attentionAgreement(model, std::span(&pair, 1), 1);
    const auto got =
        statisticalAgreement(model, Strings{"Chat  dort"}, Strings{"cat sleeps"}, aligner, 2);
    EXPECT_EQ(got.sentences, 1);
    EXPECT_EQ(got.weights.argmax.got, 2);
    EXPECT_EQ(got.weights.argmax.sure, 2);
    EXPECT_EQ(got.weights.argmax.gotSure, expected.weights.argmax.gotSure);
    EXPECT_EQ(got.weights.argmax.gotPossible,
              expected.weights.argmax.gotSure);  // no link is merely possible
    EXPECT_EQ(got.weights.thresholded.got, expected.weights.thresholded.got);
}

TEST(StatisticalAgreement, leavesOutWhatHasNoWordsOrCannotBeProduced) {
    const auto model = support::tinyModel();
    std::string endless;
    for (int i = 0; i < maximumSourceLength; ++i) {
        endless += "cat ";
    }
    const Strings sentences{"chat", "chat noir", "noir", " "};
    const Strings translations{"cat", "", endless, "black"};
    const aligner::WordAligner aligner = smallAligner();
    EXPECT_EQ(statisticalAgreement(model, sentences, translations, aligner, 1).sentences, 1);
    EXPECT_THROW(statisticalAgreement(model, sentences, Strings{"cat"}, aligner, 1), Error);
    EXPECT_THROW(statisticalAgreement(support::tinyModel("tiny_bottleneck"), sentences,
                                      translations, aligner, 1),
                 Error);
}

}  // namespace
