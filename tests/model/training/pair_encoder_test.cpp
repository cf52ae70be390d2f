// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/training/pair_encoder.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "model/configuration.h"
#include "model/training/guidance.h"
#include "tests/model/training/runs.h"
#include "tests/model/training/sentences.h"
#include "tests/support/traces.h"

namespace {

using namespace model;
using namespace model::training;

class PairEncoderTest : public testing::Test {
  protected:
    PairEncoderTest() {
        options_.plan.joined = 0;
        options_.noise.casual = 0;
        sides_.vocabularies = {model_->source().serialized(), model_->target().serialized()};
        sides_.source = Language::french;
    }
    std::vector<EncodedPair> encoded(const std::vector<SentencePair> &pairs, int epoch = 0) const {
        return PairEncoder(options_, pairs, sides_, {}).encodeEpoch(epoch);
    }
    std::vector<std::string> sources(const std::vector<EncodedPair> &pairs) const {
        std::vector<std::string> texts;
        for (const EncodedPair &pair : pairs) {
            texts.push_back(model_->source().decode(pair.source));
        }
        std::sort(texts.begin(), texts.end());
        return texts;
    }

    const std::shared_ptr<const Model> model_ = support::tinyModel();
    TrainingOptions options_ = tests::tinyOptions();
    Sides sides_;
};

TEST_F(PairEncoderTest, marksBackTranslationsBeforeTheirSource) {
    options_.backTranslated = 4;
    options_.updater.regularisation.guidance = 1;
    const auto corpus = tests::tinyCorpus();
    std::vector<std::string> marked;
    for (const EncodedPair &pair : encoded(corpus)) {
        const bool isMarked = pair.source.front() == special::begin;
        EXPECT_EQ(std::count(pair.source.begin(), pair.source.end(), special::begin), isMarked);
        if (isMarked) {
            marked.push_back(model_->source().decode(pair.source));
        }
        // The end pieces are linked, wherever they are.
        EXPECT_EQ(pair.links.back(), (PieceLink{static_cast<int>(pair.target.size()) - 1,
                                                static_cast<int>(pair.source.size()) - 1}));
        for (const PieceLink &link : pair.links) {
            EXPECT_GE(link.source, isMarked ? 1 : 0);
        }
    }
    std::sort(marked.begin(), marked.end());
    std::vector<std::string> last;
    for (auto pair = corpus.end() - 4; pair != corpus.end(); ++pair) {
        last.push_back(pair->source);
    }
    std::sort(last.begin(), last.end());
    EXPECT_EQ(marked, last);
}

TEST_F(PairEncoderTest, showsSomePairsWithoutTheirSource) {
    options_.updater.regularisation.guidance = 1;
    std::vector<SentencePair> corpus;
    for (int i = 0; i < 20; ++i) {
        for (const SentencePair &pair : tests::tinyCorpus()) {
            corpus.push_back(pair);
        }
    }
    const auto bare = [&](double probability, int epoch) {
        options_.withoutSource = probability;
        std::vector<std::size_t> places;
        const auto pairs = encoded(corpus, epoch);
        EXPECT_EQ(pairs.size(), corpus.size());
        for (std::size_t i = 0; i < pairs.size(); ++i) {
            EXPECT_EQ(pairs[i].target.back(), special::end);
            EXPECT_GT(pairs[i].target.size(), 1U);
            if (pairs[i].source == std::vector<int>{special::end}) {
                EXPECT_TRUE(pairs[i].links.empty()) << "there is nothing to attend to";
                places.push_back(i);
            } else {
                EXPECT_FALSE(pairs[i].links.empty());
            }
        }
        return places;
    };
    EXPECT_TRUE(bare(0, 0).empty());
    EXPECT_EQ(bare(1, 0).size(), corpus.size());
    const auto some = bare(0.25, 0);
    EXPECT_GT(some.size(), corpus.size() / 8);
    EXPECT_LT(some.size(), corpus.size() / 2);
    EXPECT_EQ(some, bare(0.25, 0)) << "the same for the same epoch";
    EXPECT_NE(some, bare(0.25, 1));
}

TEST_F(PairEncoderTest, guidesAttentionToTheSameWordsWhereItIsTold) {
    options_.updater.regularisation.guidance = 1;
    options_.guidedBySameWords = true;
    const std::vector<SentencePair> corpus{{"ж dort", {"the ж"}}};
    const EncodedPair pair = encoded(corpus).front();
    EXPECT_EQ(pair.links, linksToSameWords({model_->source(), pair.source, Language::french},
                                           {model_->target(), pair.target, Language::other}));
    EXPECT_GT(pair.links.size(), 1U);
    options_.updater.regularisation.guidance = 0;
    EXPECT_TRUE(encoded(corpus).front().links.empty());
}

TEST_F(PairEncoderTest, addsPairsByPatternThatAreOthersInEachEpoch) {
    const auto corpus = tests::tinyCorpus();
    options_.patterns = {{"J'ai {age} ans.", {"I am {age} years old."}}};
    options_.patterned = 0.5;
    const auto first = encoded(corpus);
    EXPECT_EQ(first.size(), corpus.size() + corpus.size() / 2);
    EXPECT_EQ(sources(first), sources(encoded(corpus))) << "the same for the same epoch";
    EXPECT_NE(sources(first), sources(encoded(corpus, 1)));
    const auto texts = sources(first);
    EXPECT_EQ(std::count_if(texts.begin(), texts.end(),
                            [](const std::string &text) { return text.starts_with("J'ai "); }),
              static_cast<long>(corpus.size() / 2));
}

TEST_F(PairEncoderTest, putsNoBackTranslationIntoAPattern) {
    auto corpus = tests::tinyCorpus();
    options_.backTranslated = corpus.size();
    for (const SentencePair &pair : tests::tinyCorpus()) {
        corpus.push_back({"Machine.", pair.references});
    }
    options_.patterns = {{"Il dit : {sentence}", {"He says: {sentence}"}}};
    options_.patterned = 3;
    for (const std::string &text : sources(encoded(corpus))) {
        EXPECT_FALSE(text.starts_with("Il dit") && text.ends_with("Machine.")) << text;
    }
}

TEST_F(PairEncoderTest, readsPatternsFromTheSourceThatIsLearned) {
    options_.patterns = {{"J'ai {age} ans.", {"I am {age} years old."}}};
    options_.patterned = 1;
    sides_.source = Language::other;
    sides_.target = Language::french;
    std::vector<SentencePair> turned;
    for (const SentencePair &pair : tests::tinyCorpus()) {
        turned.push_back({pair.references.front(), {pair.source}});
    }
    const auto texts = sources(encoded(turned));
    EXPECT_GT(std::count_if(texts.begin(), texts.end(),
                            [](const std::string &text) { return text.starts_with("I am "); }),
              0);
}

TEST_F(PairEncoderTest, guidesWhatIsCopiedInPairsByPattern) {
    options_.patterns = {{"{phone}", {"{phone}"}}};
    options_.patterned = 0.5;
    options_.updater.regularisation.guidance = 1;
    const auto corpus = tests::tinyCorpus();
    int found = 0;
    for (const EncodedPair &pair : encoded(corpus)) {
        if (model_->source().decode(pair.source) == model_->target().decode(pair.target)) {
            EXPECT_GT(pair.links.size(), 2U);
            ++found;
        }
    }
    EXPECT_EQ(found, static_cast<int>(corpus.size() / 2));
}

}  // namespace
