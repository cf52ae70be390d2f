// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/training/distillation.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "model/error.h"
#include "model/evaluation/bleu.h"
#include "model/evaluation/chrf.h"
#include "tests/support/traces.h"

namespace model::training {
namespace {

using support::tinyModel;

const std::vector<std::string> sentences{"Où dort le chat noir ?", "La mer est calme ce soir.",
                                         "Il pleut.", "Le train part à huit heures du matin."};

/// The texts of a beam's hypotheses that came to an end.
std::vector<std::string> endedTexts(const std::string &sentence, int beam) {
    std::vector<std::string> texts;
    for (const auto &trace : hypotheses(tinyModel(), sentence, {.beam = beam})) {
        if (trace->ending == Ending::endPiece && !trace->translation.empty()) {
            texts.push_back(trace->translation);
        }
    }
    return texts;
}

/// A sentence of which the beam has several hypotheses.
std::string ambiguousSentence() {
    const auto found = std::ranges::find_if(
        sentences, [](const auto &sentence) { return endedTexts(sentence, 8).size() >= 3; });
    return found == sentences.end() ? "" : *found;
}

TEST(GatherReferences, makesPairsOfTheSameSourceOne) {
    const std::vector<SentencePair> pairs{
        {"Oui.", {"Yes."}}, {"Non.", {"No."}}, {"Oui.", {"Sure.", "Yes, sir."}}};
    const auto gathered = gatherReferences(pairs);
    ASSERT_EQ(gathered.size(), 2U);
    EXPECT_EQ(gathered[0].source, "Oui.");
    EXPECT_EQ(gathered[0].references, (std::vector<std::string>{"Yes.", "Sure.", "Yes, sir."}));
    EXPECT_EQ(gathered[1].source, "Non.");
}

TEST(Distillation, putsTheMostProbableTranslationInThePlaceOfTheReference) {
    const std::string sentence = ambiguousSentence();
    ASSERT_FALSE(sentence.empty());
    const auto pair = distil(tinyModel(), {sentence, {"whatever"}}, {.search = {.beam = 8}});
    ASSERT_TRUE(pair);
    EXPECT_EQ(pair->source, sentence);
    EXPECT_EQ(pair->references, std::vector<std::string>{endedTexts(sentence, 8).front()});
}

TEST(Distillation, takesTheHypothesisNearestToAnyReferenceWhereAskedTo) {
    const std::string sentence = ambiguousSentence();
    ASSERT_FALSE(sentence.empty());
    const DistillationOptions nearest{.search = {.beam = 8}, .nearest = true};
    for (const std::string &text : endedTexts(sentence, 8)) {
        const auto pair = distil(tinyModel(), {sentence, {"zzz", text}}, nearest);
        ASSERT_TRUE(pair);
        EXPECT_EQ(pair->references.front(), text) << "none is nearer than itself";
    }
}

TEST(Distillation, keepsTheReferenceWhereATranslationLosesItsNumber) {
    const std::string sentence = sentences[1] + " 4711";
    const SentencePair with{sentence, {"The sea is calm, 4711.", "The sea is calm."}};
    EXPECT_EQ(distil(tinyModel(), with, {})->references.front(), with.references.front());
    const SentencePair without{sentence, {"The sea is calm."}};
    EXPECT_NE(distil(tinyModel(), without, {})->references.front(), without.references.front())
        << "the reference has no number, either";
}

TEST(Distillation, keepsTheNearestReferenceWhereTheTranslationIsFarFromAll) {
    const std::string sentence = ambiguousSentence();
    ASSERT_FALSE(sentence.empty());
    const std::string text = endedTexts(sentence, 8).front();
    // One character of it, and half of it, are in the references.
    const std::string half = text.substr(0, text.size() / 2);
    const SentencePair pair{sentence, {text.substr(0, 1), half, "0"}};
    DistillationOptions options{.search = {.beam = 8}, .atLeast = 99};
    EXPECT_EQ(distil(tinyModel(), pair, options)->references, std::vector<std::string>{half});
    options.atLeast = 1;
    EXPECT_EQ(distil(tinyModel(), pair, options)->references, std::vector<std::string>{text});
    options.atLeast = 100;
    const SentencePair same{sentence, {half, text}};
    EXPECT_EQ(distil(tinyModel(), same, options)->references, std::vector<std::string>{text});
}

TEST(Distillation, keepsTheReferenceWhereNoTranslationEnds) {
    auto parameters = tinyModel()->weights().parameters();
    parameters[Tensor::outputBias](0, special::end) = -1e4F;
    const auto endless = std::make_shared<const Model>(
        parameters, Tokenizer(tinyModel()->source().serialized(), "tokenizer.source"),
        Tokenizer(tinyModel()->target().serialized(), "tokenizer.target"), tinyModel()->metadata());
    for (const bool nearest : {false, true}) {
        const auto pair = distil(endless, {"Il pleut.", {"It rains."}},
                                 {.search = {.beam = 2}, .nearest = nearest});
        ASSERT_TRUE(pair);
        EXPECT_EQ(pair->references.front(), "It rains.");
    }
}

TEST(Distillation, ofACorpusIsTheSameOnAnyNumberOfThreadsAndLeavesOutWhatCannotBeTranslated) {
    std::vector<SentencePair> pairs;
    for (const std::string &sentence : sentences) {
        pairs.push_back({sentence, {"a reference"}});
    }
    pairs.insert(pairs.begin() + 1, {" ", {"nothing but a blank"}});
    const auto one = distilEach(tinyModel(), pairs, {.threads = 1});
    const auto three = distilEach(tinyModel(), pairs, {.threads = 3});
    ASSERT_EQ(one.size(), sentences.size());
    ASSERT_EQ(three.size(), one.size());
    for (std::size_t i = 0; i < one.size(); ++i) {
        EXPECT_EQ(one[i].source, sentences[i]);
        EXPECT_EQ(one[i].references, three[i].references);
    }
}

TEST(Distillation, isCancelled) {
    std::stop_source stop;
    stop.request_stop();
    EXPECT_THROW(distilEach(tinyModel(), std::vector<SentencePair>{{"Il pleut.", {"It rains."}}},
                            {}, stop.get_token()),
                 Cancelled);
}

}  // namespace
}  // namespace model::training
