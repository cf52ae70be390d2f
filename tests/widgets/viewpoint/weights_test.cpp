// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/viewpoint/weights.h"

#include <gtest/gtest.h>

namespace {

using namespace widgets;

model::Row row(const std::vector<float> &values) {
    return Eigen::Map<const model::Row>(values.data(), static_cast<long>(values.size()));
}

TEST(WithShare, TheOthersGiveWayInTheirRatios) {
    const model::Row changed = withShare(row({0.2F, 0.3F, 0.5F}), {2}, 0.75);
    EXPECT_FLOAT_EQ(changed(2), 0.75F);
    EXPECT_FLOAT_EQ(changed(0), 0.1F);
    EXPECT_FLOAT_EQ(changed(1), 0.15F);
}

TEST(WithShare, SeveralPositionsKeepTheirRatios) {
    const model::Row changed = withShare(row({0.1F, 0.3F, 0.6F}), {0, 1}, 0.8);
    EXPECT_FLOAT_EQ(changed(0), 0.2F);
    EXPECT_FLOAT_EQ(changed(1), 0.6F);
    EXPECT_FLOAT_EQ(changed(2), 0.2F);
}

TEST(WithShare, AllStayPositiveAndSumToOne) {
    for (const double share : {-1.0, 0.0, 0.5, 1.0, 7.0}) {
        const model::Row changed = withShare(row({0.25F, 0.5F, 0.25F}), {1}, share);
        EXPECT_GT(changed.minCoeff(), 0) << share;
        EXPECT_NEAR(changed.sum(), 1, 1e-6) << share;
    }
}

TEST(WithShare, WhereThereAreNoRatiosAllGetTheSame) {
    const model::Row one = withShare(row({1, 0, 0}), {0}, 0.5);
    EXPECT_FLOAT_EQ(one(1), 0.25F);
    EXPECT_FLOAT_EQ(one(2), 0.25F);
    const model::Row two = withShare(row({1, 0, 0}), {1, 2}, 0.5);
    EXPECT_FLOAT_EQ(two(0), 0.5F);
    EXPECT_FLOAT_EQ(two(1), 0.25F);
}

TEST(WithShare, NothingChangesWhereNothingCanGiveWay) {
    EXPECT_EQ(withShare(row({1}), {0}, 0.5), row({1}));
    EXPECT_EQ(withShare(row({0.5F, 0.5F}), {0, 1}, 0.5), row({0.5F, 0.5F}));
    EXPECT_EQ(withShare(row({0.5F, 0.5F}), {}, 0.5), row({0.5F, 0.5F}));
}

TEST(WithShare, ItsOwnShareChangesNothing) {
    const model::Row weights = row({0.2F, 0.3F, 0.5F});
    const model::Row same = withShare(weights, {0, 1}, shareOf(weights, {0, 1}));
    EXPECT_TRUE(same.isApprox(weights, 1e-6F));
}

}  // namespace
