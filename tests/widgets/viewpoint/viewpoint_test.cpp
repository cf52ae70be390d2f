// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/viewpoint/viewpoint.h"

#include <gtest/gtest.h>

#include "tests/support/traces.h"

namespace {

using namespace widgets;

/// The first steps of a translation that goes on.
std::shared_ptr<const model::Trace> beginningOf(const model::Trace &whole, int steps) {
    auto trace = std::make_shared<model::Trace>(whole);
    trace->steps.resize(static_cast<std::size_t>(steps));
    trace->choices.resize(static_cast<std::size_t>(steps));
    trace->target.resize(static_cast<std::size_t>(steps));
    trace->ending = model::Ending::running;
    return trace;
}

class KeptMomentTest : public testing::Test {
  protected:
    void SetUp() override { viewpoint.setTrace(whole); }
    Moment endOf(int step) const { return endOfStep(step, extentOf(*whole)); }

    const std::shared_ptr<const model::Trace> whole = support::syntheticTrace(6, 9);
    Viewpoint viewpoint;
};

TEST_F(KeptMomentTest, comesBackWhenATranslationHasGrownToIt) {
    viewpoint.setMoment(endOf(4));
    for (const int steps : {2, 4}) {
        viewpoint.setTrace(beginningOf(*whole, steps), true);
        EXPECT_EQ(viewpoint.moment(), lastMoment(viewpoint.extent())) << steps;
        EXPECT_FALSE(viewpoint.followsEnd()) << steps;
    }
    for (const int steps : {5, 7}) {  // of the first of these it is the end by chance
        viewpoint.setTrace(beginningOf(*whole, steps), true);
        EXPECT_EQ(viewpoint.moment(), endOf(4)) << steps;
        EXPECT_FALSE(viewpoint.followsEnd()) << steps;
    }
    viewpoint.setTrace(whole, true);
    EXPECT_EQ(viewpoint.moment(), endOf(4));
}

TEST_F(KeptMomentTest, ofAWholeTranslationThatDoesNotHaveItIsTheEnd) {
    viewpoint.setMoment(endOf(8));
    EXPECT_FALSE(viewpoint.followsEnd());
    viewpoint.setTrace(support::syntheticTrace(6, 3), true);
    EXPECT_EQ(viewpoint.moment(), lastMoment(viewpoint.extent()));
    EXPECT_TRUE(viewpoint.followsEnd());
    viewpoint.setTrace(whole, true);
    EXPECT_EQ(viewpoint.moment().index, 3) << "where it was seen last";
}

TEST_F(KeptMomentTest, isAnotherAsSoonAsAnotherIsChosen) {
    viewpoint.setMoment(endOf(4));
    viewpoint.setTrace(beginningOf(*whole, 3), true);
    viewpoint.setMoment(endOf(1));
    viewpoint.setTrace(whole, true);
    EXPECT_EQ(viewpoint.moment(), endOf(1));
    viewpoint.setMoment(lastMoment(viewpoint.extent()));
    EXPECT_TRUE(viewpoint.followsEnd());
}

}  // namespace
