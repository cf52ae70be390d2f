// SPDX-License-Identifier: GPL-3.0-or-later
// Interventions as values, and which of them a model refuses.
#include "model/decoding/intervention.h"

#include <gtest/gtest.h>

#include <functional>
#include <limits>
#include <optional>
#include <string>

#include "model/decoding/search.h"
#include "model/error.h"
#include "tests/model/decoding/interventions.h"
#include "tests/model/decoding/steps.h"

namespace {

using namespace model;

constexpr float notANumber = std::numeric_limits<float>::quiet_NaN();
constexpr float infinite = std::numeric_limits<float>::infinity();

TEST(Intervention, isTheSameOnlyWithTheSameParts) {
    const Intervention none;
    EXPECT_TRUE(none.empty());
    const std::vector<Intervention> different{
        none,
        {pin::Weights{Row::Ones(3)}},
        {pin::Weights{Row::Zero(3)}},
        {pin::Weights{Row::Ones(4)}},
        {pin::Position{0}},
        {pin::Position{1}},
        {pin::Uniform{}},
        {pin::Previous{}},
        {pin::Posterior{}},
        {{}, 3},
        {{}, 4},
        {{}, {}, {0}},
        {{}, {}, {1}},
        {{}, {}, {0, 1}},
        {{}, {}, {}, 1.0F},
        {{}, {}, {}, 2.0F},
        {{}, {}, {}, {}, {{0, 1.0F}}},
        {{}, {}, {}, {}, {{0, 2.0F}}},
        {{}, {}, {}, {}, {{1, 1.0F}}},
        {{}, {}, {}, {}, {}, {{0, 1.0F}}},
    };
    for (std::size_t a = 0; a < different.size(); ++a) {
        EXPECT_EQ(different[a].empty(), a == 0) << a;
        for (std::size_t b = 0; b < different.size(); ++b) {
            const Intervention copy = different[b];
            EXPECT_EQ(different[a] == copy, a == b) << a << ", " << b;
        }
    }
}

TEST(Interventions, ofAStepGoBeforeThoseOfEveryStep) {
    Interventions all;
    all.every = {pin::Uniform{}, {}, {1}, 2.0F, {{0, 1.0F}, {1, 2.0F}}, {{5, 1.0F}}};
    all.steps[3] = {pin::Position{2}, 17, {4}, 0.5F, {{1, -2.0F}}, {{6, 2.0F}}};
    EXPECT_EQ(all.at(2), all.every);
    EXPECT_EQ(
        all.at(3),
        (Intervention{
            pin::Position{2}, 17, {1, 4}, 0.5F, {{0, 1.0F}, {1, -2.0F}}, {{5, 1.0F}, {6, 2.0F}}}));
    all.steps[4].word = 9;
    Intervention withWord = all.every;
    withWord.word = 9;
    EXPECT_EQ(all.at(4), withWord);
}

TEST(Interventions, theWeightsOfTheStepBeforeLeaveTheFirstStepAlone) {
    Interventions all;
    all.every = {pin::Previous{}, {}, {}, 2.0F};
    EXPECT_EQ(all.at(0), (Intervention{{}, {}, {}, 2.0F}));
    EXPECT_EQ(all.at(1), all.every);
}

TEST(Interventions, ofTheFirstStepsKeepWhatConcernsNoSingleStep) {
    Interventions all;
    all.every.temperature = 2.0F;
    all.annotations[1] = {{0, 1.0F}};
    all.initial = {{0, 1.0F}};
    all.set(0, {{}, 5});
    all.set(2, {{}, 6});
    all.set(7, {{}, 7});
    all.set(7, {});
    EXPECT_EQ(all.steps.size(), 2U);
    EXPECT_EQ(all.ofSteps(3), all);
    const Interventions first = all.ofSteps(2);
    EXPECT_EQ(first.steps, (std::map<int, Intervention>{{0, {{}, 5}}}));
    EXPECT_EQ(first.every, all.every);
    EXPECT_TRUE(first.sameEncoder(all));
    EXPECT_FALSE(first.empty());
    EXPECT_FALSE(first.sameEncoder({}));
}

/// What a model says to interventions; "" where it makes them.
std::string answer(const Interventions &interventions, const std::string &model = "tiny") {
    try {
        translate({support::tinyModel(model), sentence, interventions});
    } catch (const InterventionError &error) {
        return error.what();
    }
    return {};
}

std::string answerAt(int step, const Intervention &intervention,
                     const std::string &model = "tiny") {
    return answer({.steps = {{step, intervention}}}, model);
}

TEST(Interventions, ofAttentionThatDoNotFitAreRefusedInOneSentence) {
    const int length = support::tinyTrace(sentence)->sourceLength();
    const std::string number = std::to_string(length);
    const std::string last = std::to_string(length - 1);
    const std::string at = "The intervention at step 2 cannot be made: got ";
    const auto weights = [](const Row &values) { return Intervention{pin::Weights{values}}; };
    const Row unit = Row::Unit(length, 1);
    EXPECT_EQ(answerAt(2, weights(unit)), "");
    EXPECT_EQ(answerAt(2, weights(Row::Unit(length + 1, 1))),
              at + std::to_string(length + 1) + " attention weights, expected " + number +
                  ", one per source position.");
    EXPECT_EQ(answerAt(2, weights(2 * unit)), at + "attention weights with the sum 2, expected 1.");
    EXPECT_EQ(answerAt(2, weights(0.99F * unit)),
              at + "attention weights with the sum 0.99, expected 1.");
    EXPECT_EQ(answerAt(2, weights(2 * unit - Row::Unit(length, 0))),
              at + "the attention weight -1, expected a number from 0 to 1.");
    EXPECT_EQ(answerAt(2, weights(notANumber * unit)),
              at + "the attention weight nan, expected a number from 0 to 1.");
    EXPECT_EQ(answerAt(2, weights(infinite * Row::Ones(length))),
              at + "the attention weight inf, expected a number from 0 to 1.");
    for (const int position : {-1, length}) {
        const std::string got = at + "the source position " + std::to_string(position);
        const std::string expected =
            position < 0 ? ", expected one from 0 on." : ", expected 0 to " + last + ".";
        EXPECT_EQ(answerAt(2, {pin::Position{position}}), got + expected);
        EXPECT_EQ(answerAt(2, {{}, {}, {position}}), got + expected);
    }
    for (const float temperature : {0.0F, -1.0F, notANumber, infinite}) {
        const std::string got = answerAt(2, {{}, {}, {}, temperature});
        EXPECT_TRUE(got.starts_with(at + "the temperature ")) << got;
        EXPECT_TRUE(got.ends_with(", expected a number above 0.")) << got;
    }
    EXPECT_EQ(answerAt(0, {pin::Previous{}}),
              "The intervention at step 0 cannot be made: got the weights of the step before, "
              "expected a step that has one.");
}

TEST(Interventions, thatMuteEverythingAreRefused) {
    const int length = support::tinyTrace(sentence)->sourceLength();
    Interventions all;
    for (int j = 0; j < length; ++j) {
        (j < 3 ? all.every : all.steps[1]).muted.insert(j);
    }
    EXPECT_EQ(answer(all), "The intervention at step 1 cannot be made: got all " +
                               std::to_string(length) +
                               " source positions as muted, expected at least one that is not.");
    all.steps[1].muted.erase(length - 1);
    EXPECT_EQ(answer(all), "");
    // What is pinned to muted positions alone has no weights left.
    all.steps[1].attention = pin::Position{0};
    EXPECT_EQ(answer(all),
              "The attention of a step cannot be pinned: got weights above 0 for muted source "
              "positions alone, expected one that is not muted.");
}

TEST(Interventions, ofUnitsWordsAndStepsThatThereAreNotAreRefused) {
    const auto &c = support::tinyModel()->configuration();
    const std::string at = "The intervention at step 1 cannot be made: got ";
    for (const bool context : {false, true}) {
        const int units = context ? c.annotation() : c.decoder;
        const auto held = [context](int unit, float value) {
            Intervention intervention;
            (context ? intervention.context : intervention.state)[unit] = value;
            return intervention;
        };
        EXPECT_EQ(answerAt(1, held(units - 1, 5)), "");
        for (const int unit : {-1, units}) {
            EXPECT_EQ(answerAt(1, held(unit, 0)), at + "the unit " + std::to_string(unit) +
                                                      ", expected 0 to " +
                                                      std::to_string(units - 1) + ".");
        }
        EXPECT_EQ(answerAt(1, held(2, notANumber)),
                  at + "nan as the value of the unit 2, expected a finite number.");
    }
    EXPECT_EQ(answer({.annotations = {{99, {{0, 1.0F}}}}}),
              "The intervention at the annotation of source position 99 cannot be made: got the "
              "source position 99, expected 0 to " +
                  std::to_string(support::tinyTrace(sentence)->sourceLength() - 1) + ".");
    EXPECT_TRUE(answer({.annotations = {{0, {{c.annotation(), 1.0F}}}}})
                    .starts_with("The intervention at the annotation of source position 0 "));
    EXPECT_TRUE(answer({.initial = {{c.decoder, 1.0F}}})
                    .starts_with("The intervention at the initial state cannot be made: got the "));
    for (const int piece : {-1, c.targetVocabulary}) {
        EXPECT_EQ(answerAt(1, {{}, piece}), at + "the piece " + std::to_string(piece) +
                                                " as the next word, expected 0 to " +
                                                std::to_string(c.targetVocabulary - 1) + ".");
    }
    EXPECT_EQ(answerAt(-1, {{}, 5}),
              "The intervention at step -1 cannot be made: got the step -1, expected one from 0 "
              "on.");
    EXPECT_EQ(answer({.every = {{}, 5}}),
              "The intervention at every step cannot be made: got the piece 5 as every word, "
              "expected a step for it.");
}

TEST(Interventions, aModelWithoutAttentionRefusesThoseOfAttention) {
    for (const Intervention &intervention : std::vector<Intervention>{{pin::Uniform{}},
                                                                      {pin::Posterior{}},
                                                                      {{}, {}, {0}},
                                                                      {{}, {}, {}, 2.0F},
                                                                      {{}, {}, {}, 1.0F}}) {
        EXPECT_EQ(answerAt(0, intervention, "tiny_bottleneck"),
                  "The intervention at step 0 cannot be made: the model has no attention, expected "
                  "one that has.");
        EXPECT_NE(answer({.every = intervention}, "tiny_bottleneck"), "");
    }
    EXPECT_EQ(answerAt(0, {{}, 9, {}, {}, {{0, 1.0F}}, {{0, 1.0F}}}, "tiny_bottleneck"), "");
}

/// Before anything is computed: also what no step would have come to.
TEST(Interventions, areCheckedFirstWhicheverWayOneBegins) {
    const auto known = support::tinyTrace(sentence);
    const TranslationRequest request{known->model, sentence, {.steps = {{90, {{}, -1}}}}};
    EXPECT_THROW(Translation{request}, InterventionError);
    EXPECT_THROW(Translation(request, known), InterventionError);
    EXPECT_THROW(Translation(*known, 2, request.interventions.steps), InterventionError);
    EXPECT_THROW(searchTree(request, {.beam = 3}), InterventionError);
    EXPECT_THROW(hypotheses(request, {.sampled = 3}), InterventionError);
    EXPECT_THROW(decode(*known->model, *known->encoder, emptyPrefix(*known->encoder), {{}, -1}),
                 InterventionError);
    EXPECT_THROW(
        decode(*known->model, *known->encoder, emptyPrefix(*known->encoder), {pin::Previous{}}),
        InterventionError);
    Translation translation(*known, 3);
    EXPECT_THROW(translation.step({{}, -1}), InterventionError);
    EXPECT_EQ(finish(translation)->interventions, Interventions{});
    expectSame(*translation.trace(), *known);
}

}  // namespace
