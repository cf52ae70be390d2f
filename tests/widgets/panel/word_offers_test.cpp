// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panel/word_offers.h"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/support/traces.h"
#include "widgets/text/piece_label.h"

namespace {

using namespace widgets;

class WordOffersTest : public testing::Test {
  protected:
    std::shared_ptr<const model::Trace> trace_ = support::tinyTrace("le chat dort");
    const model::Tokenizer &vocabulary() const { return trace_->model->target(); }
    /// A piece that begins a word and is no candidate.
    int rareWord() const {
        for (int id = model::special::end + 1; id < vocabulary().size(); ++id) {
            const QString label = vocabularyLabel(vocabulary(), id);
            const auto &candidates = trace_->step(0).candidates;
            const bool candidate = std::ranges::count(candidates, id, &model::Candidate::id) > 0;
            if (!candidate && label.size() > 1 && label[0].isLetter() && !vocabulary().isByte(id))
                return id;
        }
        return -1;
    }
};

TEST_F(WordOffersTest, ForNothingTypedTheCandidatesAreOffered) {
    const WordOffers found = wordOffers(*trace_, 0, "  ");
    ASSERT_FALSE(found.offers.empty());
    EXPECT_EQ(found.offers[0].pieces, std::vector{trace_->step(0).candidates[0].id});
    EXPECT_NEAR(*found.offers[0].probability,
                std::exp(trace_->step(0).candidates[0].logProbability), 1e-6);
}

TEST_F(WordOffersTest, APieceOfTheVocabularyIsTakenAsOne) {
    const int id = rareWord();
    ASSERT_GE(id, 0);
    const QString word = vocabularyLabel(vocabulary(), id);
    const WordOffers found = wordOffers(*trace_, 0, word);
    ASSERT_FALSE(found.offers.empty());
    EXPECT_EQ(found.offers[0].pieces, std::vector{id});
    EXPECT_TRUE(found.answer.contains("is one piece")) << found.answer.toStdString();
}

TEST_F(WordOffersTest, WhatBeginsLikeItIsOffered) {
    const QString word = vocabularyLabel(vocabulary(), rareWord());
    const WordOffers found = wordOffers(*trace_, 0, word.left(1));
    ASSERT_GT(found.offers.size(), 1U);
    for (std::size_t i = 1; i < found.offers.size(); ++i)
        EXPECT_TRUE(found.offers[i].label.startsWith(word.left(1), Qt::CaseInsensitive));
}

TEST_F(WordOffersTest, OtherWordsTakeSeveralPieces) {
    const QString typed = "zqxj";
    const WordOffers found = wordOffers(*trace_, 0, typed);
    ASSERT_FALSE(found.offers.empty());
    EXPECT_GT(found.offers[0].pieces.size(), 1U);
    EXPECT_EQ(vocabulary().decode(found.offers[0].pieces), typed.toStdString());
    EXPECT_TRUE(found.answer.contains("is no word of the vocabulary"));
}

TEST_F(WordOffersTest, WhatTheVocabularyCannotWriteIsSaidToBeSo) {
    const WordOffers found = wordOffers(*trace_, 0, QString::fromUtf8("·zqxj"));
    EXPECT_TRUE(found.offers.empty());
    EXPECT_TRUE(found.answer.contains("goes on like that")) << found.answer.toStdString();
}

}  // namespace
