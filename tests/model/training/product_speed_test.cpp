// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/training/product_speed.h"

#include <gtest/gtest.h>

#include <array>
#include <set>

#include "model/layers/onednn.h"

namespace {

using namespace model;
using layers::ProductLibrary;

Configuration measuredConfiguration() {
    Configuration c;
    c.sourceVocabulary = 300;
    c.targetVocabulary = 310;
    c.embedding = 16;
    c.encoder = 20;
    c.decoder = 24;
    c.attention = 12;
    return c;
}

/// What the library below was asked for.
std::set<long> sizes;

class Idle : public layers::RepeatedFactor {
  public:
    void load(const float *, long) override {}
    void multiply(long, const float *, long, float, float *, long) override {}
};

/// Multiplies nothing, which no library does as fast.
ProductLibrary idle() {
    return {[](bool, bool, long m, long n, long k, const float *, long, const float *, long, float,
               float *, long) {
                sizes.insert({m, n, k});
            },
            [](bool, long n, long k) -> std::unique_ptr<layers::RepeatedFactor> {
                sizes.insert({n, k});
                return std::make_unique<Idle>();
            }};
}

TEST(ProductSpeed, isOfEachLibraryInItsPlace) {
    const std::array first{idle(), oneDnn()};
    const std::vector<double> one =
        training::productSeconds(first, measuredConfiguration(), 400, 0.3);
    ASSERT_EQ(one.size(), 2U);
    EXPECT_LT(one[0], one[1]);
    const std::array second{oneDnn(), idle()};
    const std::vector<double> other =
        training::productSeconds(second, measuredConfiguration(), 400, 0.3);
    EXPECT_GT(other[0], other[1]);
}

TEST(ProductSpeed, isOfTheSizesOfTheRun) {
    sizes.clear();
    const std::array libraries{idle()};
    training::productSeconds(libraries, measuredConfiguration(), 400, 0);
    for (const long size : {310, 16, 3 * 20, 20, 3 * 24, 24, 16 + 2 * 20, 200}) {
        EXPECT_TRUE(sizes.contains(size)) << size;
    }
}

}  // namespace
