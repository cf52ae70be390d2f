// SPDX-License-Identifier: GPL-3.0-or-later
// What is told of an edit at each moment, compared with the numbers of both translations.
#include "widgets/viewpoint/narrated_change.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <string>

#include "tests/support/traces.h"
#include "widgets/text/numbers.h"
#include "widgets/text/piece_label.h"
#include "widgets/viewpoint/edit.h"
#include "widgets/viewpoint/unit_edit.h"
#include "widgets/viewpoint/vectors.h"

namespace {

using namespace widgets;

class NarratedChange : public testing::Test {
  protected:
    std::shared_ptr<const model::Trace> plain_ = support::tinyTrace("le chat dort");

    std::shared_ptr<const model::Trace> made(const Edit &edit) const {
        return support::edited(*plain_, edit.interventions);
    }
    static std::string told(const model::Trace &trace, const model::Trace &reference,
                            const Moment &moment) {
        return narrateChange(trace, reference, Comparison(trace, reference),
                             QStringLiteral("the original"), moment)
            .toStdString();
    }
    std::string told(const model::Trace &trace, const Moment &moment) const {
        return told(trace, *plain_, moment);
    }
    static std::string word(const model::Trace &trace, int step) {
        return shortenedLabel(pieceLabel(trace.target[static_cast<std::size_t>(step)]))
            .toStdString();
    }
    static std::string share(const model::Candidate &candidate) {
        return percentage(std::exp(static_cast<double>(candidate.logProbability))).toStdString();
    }
    /// Another piece than the one that was taken, and than any that was.
    int strange(int step) const {
        for (const model::Candidate &candidate : plain_->step(step).candidates)
            if (std::ranges::none_of(plain_->choices, [&](const model::Choice &choice) {
                    return choice.candidate.id == candidate.id;
                }))
                return candidate.id;
        return -1;
    }
    static constexpr const char *nothing_ = "Nothing here differs from the original.";
};

TEST_F(NarratedChange, WhereNothingIsOtherwiseThatIsSaid) {
    for (const Moment &moment :
         {Moment{Stage::embed, 1, 1}, Moment{Stage::forward, 1, 1}, Moment{Stage::backward, 1, 1},
          Moment{Stage::score, 1, 1}, Moment{Stage::softmax, 1, 1}, Moment{Stage::context, 1, 1},
          Moment{Stage::state, 1, 1}})
        EXPECT_EQ(told(*plain_, moment), nothing_);
    EXPECT_EQ(told(*plain_, {Stage::word, 1, 1}),
              "In the original it is “" + word(*plain_, 1) + "”, too, with the same probability.");
    EXPECT_EQ(told(*plain_, lastMoment(extentOf(*plain_))),
              "Every word is as in the original, with the same probability.");
    EXPECT_EQ(told(*plain_, {Stage::embed, -1, 0}), "");
}

TEST_F(NarratedChange, AForcedWordIsToldWithBothProbabilities) {
    const int other = strange(2);
    ASSERT_GE(other, 0);
    const auto trace = made(takeWord(*plain_, 2, other));
    const auto before = std::ranges::find(plain_->step(2).candidates, other, &model::Candidate::id);
    EXPECT_EQ(told(*trace, {Stage::word, 2, 1}),
              "In the original, “" + word(*plain_, 2) + "” stands in its place, with " +
                  share(plain_->chosen(2)) + "; “" + word(*trace, 2) + "” has " + share(*before) +
                  " there.");
    EXPECT_EQ(told(*trace, {Stage::state, 2, 1}), nothing_) << "it is made before the word";
    EXPECT_EQ(told(*trace, {Stage::state, 3, 1}),
              "No step of the original can be compared with this one: other words come before it.");
    EXPECT_NE(told(*trace, lastMoment(extentOf(*trace))).find("than in the original"),
              std::string::npos);
}

TEST_F(NarratedChange, PinnedAttentionIsToldByItsWeights) {
    const int before = mostAttended(*plain_, 1);
    const int position = before == 0 ? 2 : 0;
    const auto trace = made(attendOnlyTo(*plain_, 1, {position}));
    const auto label = [&](int j) { return positionLabel(plain_->source, j).toStdString(); };
    const auto weight = [&](int j) {
        return percentage(static_cast<double>(plain_->step(1).weights[j])).toStdString();
    };
    EXPECT_EQ(told(*trace, {Stage::softmax, 1, 1}),
              "“" + label(position) + "” has 100% of the attention here, and " + weight(position) +
                  " in the original, where “" + label(before) +
                  "” has most of it: " + weight(before) + ".");
    const auto more = made(attendOnlyTo(*plain_, 1, {before}));
    EXPECT_EQ(told(*more, {Stage::softmax, 1, 1}), "“" + label(before) +
                                                       "” has 100% of the attention here, and " +
                                                       weight(before) + " in the original.");
    EXPECT_EQ(told(*trace, {Stage::score, 1, 1}), nothing_) << "the scores stay as they were";
    const float most = (trace->step(1).context - plain_->step(1).context).cwiseAbs().maxCoeff();
    EXPECT_EQ(told(*trace, {Stage::context, 1, 1}),
              "The numbers made here differ from those in the original, by up to " +
                  exactText(static_cast<double>(most), 3).toStdString() + ".");
    EXPECT_EQ(told(*trace, {Stage::softmax, 0, 1}), nothing_) << "a step before";
}

TEST_F(NarratedChange, AHeldUnitIsToldWhereItIsMade) {
    const long half = plain_->encoder->forward().state.cols();
    const int last = plain_->sourceLength() - 1;
    const auto trace =
        made(holdUnit(*plain_, {UnitPlace::Kind::annotation, 1, static_cast<int>(half)}, 0.75F));
    const float by = std::abs(0.75F - plain_->encoder->annotations(1, half));
    EXPECT_EQ(told(*trace, {Stage::backward, last - 1, 1}),
              "The numbers made here differ from those in the original, by up to " +
                  exactText(static_cast<double>(by), 3).toStdString() + ".");
    EXPECT_EQ(told(*trace, {Stage::backward, last - 2, 1}), nothing_);
    EXPECT_EQ(told(*trace, {Stage::forward, 1, 1}), nothing_);
    EXPECT_EQ(told(*trace, {Stage::embed, 1, 1}), nothing_);
}

TEST_F(NarratedChange, OfTheSameWordTheProbabilityBeforeIsTold) {
    auto trace = std::make_shared<model::Trace>(*plain_);
    trace->choices[1].candidate.logProbability -= 1;
    EXPECT_EQ(told(*trace, {Stage::word, 1, 1}),
              "In the original it is “" + word(*trace, 1) + "”, too, but with " +
                  share(plain_->chosen(1)) + " and not " + share(trace->chosen(1)) + ".");
    trace->choices[1].candidate.logProbability =
        std::nextafter(plain_->chosen(1).logProbability, 0.0F);
    EXPECT_EQ(told(*trace, {Stage::word, 1, 1}), "In the original it is “" + word(*trace, 1) +
                                                     "”, too, with nearly the same probability.");
}

TEST_F(NarratedChange, OfTwoModelsOnlyWordsAndAttentionAreCompared) {
    const auto other = support::tinyTrace("le chat dort", "tiny_bottleneck");
    EXPECT_EQ(told(*plain_, *other, {Stage::forward, 1, 1}),
              "The states of two models cannot be compared.");
    EXPECT_NE(told(*plain_, *other, {Stage::word, 0, 1}).find("In the original"),
              std::string::npos);
    const auto general = support::tinyTrace("le chat dort", "tiny_general");
    const std::string attention = told(*plain_, *general, {Stage::score, 0, 1});
    EXPECT_NE(attention.find("of the attention here"), std::string::npos) << attention;
}

}  // namespace
