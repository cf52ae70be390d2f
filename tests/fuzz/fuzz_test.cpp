// SPDX-License-Identifier: GPL-3.0-or-later
// The targets of the fuzzer on inputs that are the same each time: what it begins with, cut off and
// damaged in many places.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "tests/fuzz/targets.h"

class FuzzTarget : public testing::TestWithParam<const char *> {
  protected:
    const fuzz::Target &target() const { return fuzz::target(GetParam()); }
};

TEST_P(FuzzTarget, ReadsItsSeeds) {
    const auto seeds = target().seeds();
    ASSERT_FALSE(seeds.empty());
    for (const std::string &seed : seeds) {
        EXPECT_NO_THROW(target().run(seed));
    }
    EXPECT_NO_THROW(target().run({}));
}

TEST_P(FuzzTarget, RefusesWhatIsCutOffWithTheErrorThatIsDocumented) {
    for (const std::string &seed : target().seeds()) {
        const std::size_t step = std::max<std::size_t>(1, seed.size() / 60);
        for (std::size_t size = 0; size < seed.size(); size += step) {
            EXPECT_NO_THROW(target().run(std::string_view(seed).substr(0, size))) << size;
        }
    }
}

TEST_P(FuzzTarget, RefusesWhatIsDamagedWithTheErrorThatIsDocumented) {
    std::mt19937 random(1);
    for (const std::string &seed : target().seeds()) {
        for (int i = 0; i < 60; ++i) {
            std::string damaged = seed;
            // Half of the faults are near the beginning, where lengths and names stand.
            const std::size_t reach =
                i % 2 == 0 ? seed.size() : std::min<std::size_t>(seed.size(), 600);
            for (int faults = 1 + i % 3; faults > 0; --faults) {
                damaged[random() % reach] = static_cast<char>(random());
            }
            EXPECT_NO_THROW(target().run(damaged)) << "fault " << i;
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Targets, FuzzTarget, testing::ValuesIn([] {
                             std::vector<const char *> names;
                             for (const fuzz::Target &target : fuzz::targets()) {
                                 names.push_back(target.name);
                             }
                             return names;
                         }()),
                         [](const auto &info) { return std::string(info.param); });
