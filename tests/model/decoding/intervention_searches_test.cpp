// SPDX-License-Identifier: GPL-3.0-or-later
// Interventions in greedy, drafted, resumed, beam and sampled translations.
#include <gtest/gtest.h>

#include <algorithm>

#include "model/decoding/search.h"
#include "model/error.h"
#include "tests/model/decoding/interventions.h"
#include "tests/model/decoding/steps.h"

namespace {

using namespace model;

class Intervened : public testing::TestWithParam<std::string> {
  protected:
    TranslationRequest request(const Interventions &interventions) const {
        return {model_, sentence, interventions};
    }

    std::shared_ptr<const Model> model_ = support::tinyModel(GetParam());
    std::shared_ptr<const Trace> free_ = support::tinyTrace(sentence, GetParam());
    Interventions many_ = manyInterventions(*free_);
};

/// Translates step by step, each by itself, with nothing expected and nothing known.
std::shared_ptr<const Trace> stepByStep(const TranslationRequest &request) {
    Translation translation(request);
    while (!translation.finished()) {
        translation.expect({});
        translation.step();
    }
    return translation.trace();
}

TEST_P(Intervened, atAStepLeavesTheStepsBeforeItAlone) {
    for (int at = 1; at < free_->targetLength(); ++at) {
        for (const auto &[kind, intervention] : eachKind(*free_, at)) {
            SCOPED_TRACE(kind + " at " + std::to_string(at));
            const TranslationRequest changing = request({.steps = {{at, intervention}}});
            const auto anew = translate(changing);
            for (int i = 0; i < at; ++i) {
                expectSame(anew->step(i), free_->step(i));
                EXPECT_EQ(anew->choice(i), free_->choice(i));
            }
            EXPECT_EQ(anew->interventions, changing.interventions);
            // What is known is shared, and what follows is the same to the last bit.
            const auto resumed = translate(changing, free_);
            for (std::size_t i = 0; i < static_cast<std::size_t>(at); ++i) {
                EXPECT_EQ(resumed->steps[i], free_->steps[i]);
            }
            expectSame(*resumed, *anew);
            // And back.
            expectSame(*translate(request({}), anew), *free_);
        }
    }
}

TEST_P(Intervened, changesTheStepItIsMadeAt) {
    const int at = 3;
    for (const auto &[kind, intervention] : eachKind(*free_, at)) {
        SCOPED_TRACE(kind);
        const auto trace = translate(request({.steps = {{at, intervention}}}));
        const bool word = intervention.word && intervention.state.empty();
        EXPECT_EQ(trace->step(at).readout == free_->step(at).readout, word);
        EXPECT_EQ(trace->step(at).context == free_->step(at).context,
                  !intervention.changesWeights() && intervention.context.empty());
        EXPECT_EQ(trace->choice(at).forced, intervention.word.has_value());
    }
}

TEST_P(Intervened, fromAnyStepItIsTheUninterruptedOneToTheLastBit) {
    const auto whole = stepByStep(request(many_));
    ASSERT_GT(whole->targetLength(), many_.steps.rbegin()->first);
    EXPECT_EQ(whole->interventions, many_);
    expectSame(*translate(request(many_)), *whole);
    for (int kept = 0; kept <= whole->targetLength(); ++kept) {
        SCOPED_TRACE(kept);
        Translation expecting(*whole, kept, many_.steps);
        expectSame(*finish(expecting), *whole);
        Translation misled(*whole, kept, many_.steps);
        misled.expect({5, whole->chosen(0).id, 7});
        expectSame(*finish(misled), *whole);
        // From a translation that is the same up to here only.
        Translation otherwise(*whole, kept, {{kept, {{}, 9}}});
        expectSame(*translate(request(many_), finish(otherwise)), *whole);
    }
}

TEST_P(Intervened, withoutThoseOfLaterStepsItGoesOnWithWhatConcernsEveryStep) {
    const auto whole = translate(request(many_));
    Translation between(*whole, 3);
    Interventions first = many_.ofSteps(3);
    EXPECT_EQ(between.trace()->interventions, first);
    expectSame(*finish(between), *translate(request(first)));
}

TEST_P(Intervened, aDraftChangesNothing) {
    const auto whole = stepByStep(request(many_));
    std::vector<int> right;
    for (const Choice &choice : whole->choices) {
        right.push_back(choice.candidate.id);
    }
    ASSERT_GT(right.size(), 4U);
    std::vector<std::vector<int>> drafts{right, {}, {right.begin(), right.begin() + 3}, right};
    drafts.back().erase(drafts.back().begin() + 2);
    drafts.push_back(right);
    drafts.back()[1] = 5;  // where another piece is forced
    drafts.push_back(right);
    drafts.back()[4] = 5;
    drafts.back().insert(drafts.back().end(), 40, 7);
    for (const auto &draft : drafts) {
        Translation drafted(request(many_));
        drafted.expect(draft);
        expectSame(*finish(drafted), *whole);
    }
}

TEST_P(Intervened, oneStepAtATimeItIsTheSameAsAskedForBefore) {
    const auto whole = translate(request(many_));
    Interventions general = many_.ofSteps(0);
    Translation translation(request(general));
    translation.expect({whole->chosen(0).id, whole->chosen(1).id, whole->chosen(2).id});
    while (!translation.finished()) {
        const auto own = many_.steps.find(translation.trace()->targetLength());
        translation.step(own == many_.steps.end() ? Intervention{} : own->second);
    }
    expectSame(*translation.trace(), *whole);
}

TEST_P(Intervened, severalPrefixesAtOnceGiveWhatEachGivesAlone) {
    std::vector<Prefix> prefixes;
    std::vector<Intervention> interventions;
    for (int i = 1; i < 6; ++i) {
        for (const auto &[kind, intervention] : eachKind(*free_, i)) {
            prefixes.push_back(prefixOf(*free_, i));
            interventions.push_back(intervention);
        }
    }
    const auto steps = decodeEach(*model_, *free_->encoder, prefixes, interventions);
    for (std::size_t k = 0; k < prefixes.size(); ++k) {
        const auto alone = decode(*model_, *free_->encoder, prefixes[k], interventions[k]);
        expectSame(steps[k].step, alone.step);
        EXPECT_EQ(steps[k].choice, alone.choice);
    }
    const Matrix all = logProbabilities(*model_, *free_->encoder, prefixes, interventions);
    for (std::size_t k = 0; k < prefixes.size(); ++k) {
        const Candidate &chosen = steps[k].choice.candidate;
        EXPECT_EQ(all(static_cast<long>(k), chosen.id), chosen.logProbability);
    }
}

TEST_P(Intervened, aBeamOfOneHypothesisIsTheGreedyTranslation) {
    const auto tree = searchTree(request(many_), {});
    const auto greedy = translate(request(many_));
    ASSERT_EQ(tree.ended.size(), 1U);
    expectSame(*tree.trace(*tree.ended.front()), *greedy);
    expectSame(*translate(request(many_), SearchOptions{}), *greedy);
}

TEST_P(Intervened, aTraceOfABeamIsThatOfItsWordsForced) {
    for (const auto &found : hypotheses(request(many_), {.beam = 5})) {
        EXPECT_EQ(found->interventions, many_.ofSteps(found->targetLength()));
        Interventions forcing = many_;
        for (int i = 0; i < found->targetLength(); ++i) {
            forcing.steps[i].word = found->chosen(i).id;
        }
        const auto replayed = stepByStep(request(forcing));
        ASSERT_EQ(replayed->targetLength(), found->targetLength());
        for (int i = 0; i < found->targetLength(); ++i) {
            // The posterior is that of the piece which a step would give: of the forced one there.
            const auto pinned = many_.at(i).attention;
            if (pinned && std::holds_alternative<pin::Posterior>(*pinned)) {
                break;
            }
            expectSame(replayed->step(i), found->step(i));
            EXPECT_EQ(replayed->chosen(i), found->chosen(i));
            EXPECT_EQ(replayed->choice(i).rank, found->choice(i).rank);
        }
    }
}

TEST_P(Intervened, everyHypothesisTakesTheForcedPieces) {
    const auto tree = searchTree(request(many_), {.beam = 6});
    int forced = 0;
    for (const auto &node : tree.nodes) {
        const auto own = many_.steps.find(node->length - 1);
        const bool decided = own != many_.steps.end() && own->second.word;
        EXPECT_EQ(node->choice.forced, decided);
        if (decided) {
            EXPECT_EQ(node->choice.candidate.id, *own->second.word);
            ++forced;
        }
    }
    EXPECT_GT(forced, 6);
    const auto sampled = translate(request(many_), {.sampled = 4});
    EXPECT_EQ(sampled->chosen(1).id, *many_.steps[1].word);
    EXPECT_TRUE(sampled->choice(3).forced);
    EXPECT_EQ(sampled->interventions, many_.ofSteps(sampled->targetLength()));
}

TEST_P(Intervened, aForcedEndEndsEveryHypothesis) {
    const TranslationRequest ended = request({.steps = {{2, {{}, special::end}}}});
    for (const int beam : {1, 4}) {
        for (const auto &trace : hypotheses(ended, {.beam = beam})) {
            EXPECT_LE(trace->targetLength(), 3);
            EXPECT_EQ(trace->ending, Ending::endPiece);
        }
    }
}

TEST_P(Intervened, aHypothesisCanBeGoneOnFromWithOthers) {
    const auto tree = searchTree(request(many_), {.beam = 4});
    const auto node = std::find_if(tree.nodes.begin(), tree.nodes.end(), [](const auto &each) {
        return each->length == 3 && each->choice.rank > 0 && each->ending == Ending::running;
    });
    ASSERT_NE(node, tree.nodes.end());
    const auto beginning = tree.trace(**node);
    Translation translation(*beginning, 3, {{3, {{}, 11}}});
    const auto whole = finish(translation);
    EXPECT_EQ(whole->steps[2], (*node)->step);
    EXPECT_EQ(whole->chosen(3).id, 11);
    Interventions expected = many_.ofSteps(3);
    expected.steps[3].word = 11;
    EXPECT_EQ(whole->interventions, expected);
}

INSTANTIATE_TEST_SUITE_P(Models, Intervened, testing::ValuesIn(tinyModels), nameOfModel);

TEST(Request, hasNothingInCommonWithOtherNumbersOfTheEncoder) {
    const auto trace = support::tinyTrace(sentence);
    TranslationRequest request{trace->model, sentence, {.annotations = {{1, {{0, 1.0F}}}}}};
    EXPECT_EQ(stepsInCommon(*trace, request), -1);
    const auto held = translate(request, trace);
    EXPECT_EQ(stepsInCommon(*held, request), held->targetLength());
    request.interventions = {.initial = {{0, 1.0F}}};
    EXPECT_EQ(stepsInCommon(*held, request), -1);
    expectSame(*translate(request, held), *translate(request));
}

TEST(Request, hasTheStepsInCommonToWhichTheSameApplies) {
    const auto trace = support::tinyTrace(sentence);
    Interventions each;
    for (int i = 0; i < trace->targetLength(); ++i) {
        each.steps[i].temperature = 2.0F;
    }
    const TranslationRequest every{trace->model, sentence, {.every = {{}, {}, {}, 2.0F}}};
    const auto made = translate({trace->model, sentence, each});
    const int common = std::min(made->targetLength(), trace->targetLength());
    EXPECT_EQ(stepsInCommon(*made, every), common);
    EXPECT_EQ(translate(every, made)->interventions, every.interventions);
    EXPECT_EQ(stepsInCommon(*trace, every), 0);
}

}  // namespace
