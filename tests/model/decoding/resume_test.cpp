// SPDX-License-Identifier: GPL-3.0-or-later
// A translation goes on from the first steps of another.
#include <gtest/gtest.h>

#include <stop_token>
#include <string>
#include <vector>

#include "model/decoding/search.h"
#include "model/error.h"
#include "tests/model/decoding/steps.h"
#include "tests/support/traces.h"

namespace {

using model::Intervention;
using model::Trace;
using model::Translation;
using support::tinyModel;

std::size_t sharedSteps(const Trace &a, const Trace &b) {
    std::size_t shared = 0;
    while (shared < a.steps.size() && shared < b.steps.size() &&
           a.steps[shared] == b.steps[shared]) {
        ++shared;
    }
    return shared;
}

/// Something that a model would not do by itself.
Intervention otherThan(const Trace &trace, int step) {
    Intervention intervention;
    intervention.word = trace.step(step).candidates[1].id;
    if (trace.hasAttention()) {
        intervention.attention = model::pin::Position{step % trace.sourceLength()};
    }
    return intervention;
}

class Resumed : public testing::TestWithParam<std::string> {
  protected:
    std::shared_ptr<const model::Model> model_ = tinyModel(GetParam());
    std::shared_ptr<const Trace> whole_ = support::tinyTrace(sentence, GetParam());
};

TEST_P(Resumed, fromAnyStepIsTheUninterruptedOneToTheLastBit) {
    ASSERT_GT(whole_->targetLength(), 4);
    for (int kept = 0; kept <= whole_->targetLength(); ++kept) {
        SCOPED_TRACE(kept);
        Translation expecting(*whole_, kept);
        expectSame(*finish(expecting), *whole_);
        Translation unexpecting(*whole_, kept);
        unexpecting.expect({});
        expectSame(*finish(unexpecting), *whole_);
        Translation misled(*whole_, kept);
        misled.expect({5, whole_->chosen(0).id, 7});
        expectSame(*finish(misled), *whole_);
        EXPECT_GE(sharedSteps(*misled.trace(), *whole_), static_cast<std::size_t>(kept));
        EXPECT_EQ(misled.trace()->encoder, whole_->encoder);
    }
}

TEST_P(Resumed, stepsOnInOneOrManyStepsAlike) {
    Translation translation(*whole_, 1);
    for (int length = 1; length < whole_->targetLength(); ++length) {
        EXPECT_EQ(translation.trace()->targetLength(), length);
        EXPECT_FALSE(translation.finished());
        translation.step();
    }
    EXPECT_TRUE(translation.finished());
}

TEST_P(Resumed, anInterventionLeavesTheStepsBeforeItAlone) {
    for (int at = 0; at < whole_->targetLength(); ++at) {
        SCOPED_TRACE(at);
        const Intervention intervention = otherThan(*whole_, at);
        Translation translation(*whole_, at);
        translation.step(intervention);
        const auto changed = finish(translation);
        EXPECT_EQ(sharedSteps(*changed, *whole_), static_cast<std::size_t>(at));
        EXPECT_EQ(changed->interventions, (model::Interventions{.steps = {{at, intervention}}}));
        EXPECT_TRUE(changed->choice(at).forced);
        // The same from the beginning, without anything to go on from or to expect.
        Translation anew(model_, sentence);
        for (int i = 0; i < at; ++i) {
            anew.step();
        }
        anew.step(intervention);
        expectSame(*changed, *finish(anew));
    }
}

TEST_P(Resumed, keepsTheInterventionsOfTheStepsItKeeps) {
    model::TranslationRequest request{model_, sentence};
    request.interventions.steps[1] = otherThan(*whole_, 1);
    request.interventions.steps[3] = otherThan(*whole_, 3);
    const auto changed = model::translate(request);
    EXPECT_EQ(changed->interventions, request.interventions);

    Translation behind(*changed, 4);
    expectSame(*finish(behind), *changed);
    Translation between(*changed, 3);
    EXPECT_EQ(between.trace()->interventions,
              (model::Interventions{.steps = {{1, request.interventions.steps[1]}}}));
    request.interventions.steps.erase(3);
    expectSame(*finish(between), *model::translate(request));
}

TEST_P(Resumed, aRequestGoesOnFromWhatIsKnown) {
    model::TranslationRequest request{model_, sentence};
    expectSame(*model::translate(request), *whole_);
    EXPECT_EQ(sharedSteps(*model::translate(request, whole_), *whole_), whole_->steps.size());
    request.interventions.steps[2] = otherThan(*whole_, 2);
    const auto changed = model::translate(request, whole_);
    EXPECT_EQ(sharedSteps(*changed, *whole_), 2U);
    expectSame(*changed, *model::translate(request));
    // And back.
    request.interventions = {};
    const auto back = model::translate(request, changed);
    EXPECT_EQ(sharedSteps(*back, *changed), 2U);
    expectSame(*back, *whole_);
}

INSTANTIATE_TEST_SUITE_P(Models, Resumed,
                         testing::Values("tiny", "tiny_bottleneck", "tiny_general", "tiny_dot",
                                         "tiny_query"));

TEST(Resume, needsThatManySteps) {
    const auto trace = support::tinyTrace(sentence);
    EXPECT_THROW(Translation(*trace, -1), model::Error);
    EXPECT_THROW(Translation(*trace, trace->targetLength() + 1), model::Error);
}

TEST(Resume, whatWasSearchedIsNotWhatARequestAsksFor) {
    const std::vector<std::string> sentences{"Où dort le chat noir 🐈 ?",
                                             "La mer est calme ce soir.", "Il pleut.",
                                             "Le train part à huit heures du matin."};
    int different = 0;
    for (const std::string &text : sentences) {
        const model::TranslationRequest request{tinyModel(), text};
        const auto greedy = model::translate(request);
        const auto searched = model::translate(tinyModel(), text, {.beam = 5});
        different += searched->translation != greedy->translation ? 1 : 0;
        expectSame(*model::translate(request, searched), *greedy);
    }
    EXPECT_GT(different, 0);
}

TEST(Request, hasInCommonWhatIsTheSameOfTheSameSentence) {
    const auto trace = support::tinyTrace(sentence);
    model::TranslationRequest request{tinyModel(), sentence};
    EXPECT_EQ(model::stepsInCommon(*trace, request), trace->targetLength());
    request.interventions.steps[2].word = 9;
    EXPECT_EQ(model::stepsInCommon(*trace, request), 2);
    request.interventions.steps[1].attention = model::pin::Uniform{};
    EXPECT_EQ(model::stepsInCommon(*trace, request), 1);
    request.sentence = "Il pleut.";
    EXPECT_EQ(model::stepsInCommon(*trace, request), -1);
    request = {tinyModel("tiny_dot"), sentence};
    EXPECT_EQ(model::stepsInCommon(*trace, request), -1);
}

TEST(Request, ofAnotherSentenceIsNotChangedByWhatIsKnown) {
    const auto known = support::tinyTrace(sentence);
    const model::TranslationRequest request{tinyModel(), "Où dort le chien noir ?"};
    expectSame(*model::translate(request, known), *model::translate(request));
    const model::TranslationRequest other{tinyModel("tiny_dot"), sentence};
    expectSame(*model::translate(other, known), *model::translate(other));
}

TEST(Request, canBeCancelled) {
    std::stop_source stop;
    stop.request_stop();
    const auto known = support::tinyTrace(sentence);
    EXPECT_THROW(model::translate({tinyModel(), sentence}, nullptr, stop.get_token()),
                 model::Cancelled);
    model::TranslationRequest request{tinyModel(), sentence};
    request.interventions.steps[0].word = 9;
    EXPECT_THROW(model::translate(request, known, stop.get_token()), model::Cancelled);
}

/// Who makes a model produce a given text, however long, needs it whole.
TEST(Intervention, aForcedWordIsTakenBeyondTheModelsLimit) {
    Translation translation(tinyModel(), "Il pleut.");
    const int limit = 2 * translation.trace()->sourceLength() + 20;
    for (int i = 0; i < limit; ++i) {
        translation.step({{}, 9});
    }
    EXPECT_EQ(translation.trace()->ending, model::Ending::length);
    translation.step();
    EXPECT_EQ(translation.trace()->targetLength(), limit);
    translation.step({{}, 9});
    EXPECT_EQ(translation.trace()->targetLength(), limit + 1);
    EXPECT_EQ(translation.trace()->ending, model::Ending::length);
    translation.step({{}, model::special::end});
    EXPECT_EQ(translation.trace()->ending, model::Ending::endPiece);
    translation.step({{}, 9});
    EXPECT_EQ(translation.trace()->targetLength(), limit + 2);
}

}  // namespace
