// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/numerics/helper.h"

#include <gtest/gtest.h>

#include <chrono>
#include <condition_variable>
#include <ctime>
#include <memory>
#include <mutex>
#include <numeric>
#include <set>
#include <stdexcept>
#include <utility>
#include <vector>

namespace model {
namespace {

/// How often each part was done.
std::vector<int> timesDone(long parts) {
    std::vector<int> times(static_cast<std::size_t>(parts), 0);
    shareOut(parts, [&](long index) { ++times[static_cast<std::size_t>(index)]; });
    return times;
}

/// Where two threads wait for each other.
class Meeting {
  public:
    /// Whether the other one came, too, before the user would lose patience.
    bool wait() {
        std::unique_lock lock(mutex_);
        ++present_;
        arrived_.notify_all();
        return arrived_.wait_for(lock, std::chrono::seconds(20), [this] { return present_ > 1; });
    }

  private:
    std::mutex mutex_;
    std::condition_variable arrived_;
    int present_ = 0;
};

class HelperTest : public testing::Test {
  protected:
    void SetUp() override {
        if (std::thread::hardware_concurrency() < 2) {
            GTEST_SKIP() << "a helper needs a second processor";
        }
    }
    Helper helper_;
};

TEST(WithoutAHelper, EachPartIsDoneOnceInOrderByTheSameThread) {
    std::vector<long> order;
    shareOut(5, [&](long index) {
        EXPECT_EQ(Helper::ofThisThread(), nullptr);
        order.push_back(index);
    });
    EXPECT_EQ(order, (std::vector<long>{0, 1, 2, 3, 4}));
    EXPECT_EQ(timesDone(0), std::vector<int>());
}

TEST_F(HelperTest, EachPartIsDoneOnce) {
    const Helper::Attending attending(helper_);
    for (long round = 0; round < 3000; ++round) {
        const long parts = round % 7;
        ASSERT_EQ(timesDone(parts), std::vector<int>(static_cast<std::size_t>(parts), 1));
    }
}

TEST_F(HelperTest, WhatIsDoneIsSeenByWhoSharedItOut) {
    const Helper::Attending attending(helper_);
    std::vector<std::unique_ptr<long>> made(50);
    for (int round = 0; round < 200; ++round) {
        shareOut(50, [&](long index) {
            made[static_cast<std::size_t>(index)] = std::make_unique<long>(index + round);
        });
        const long sum = std::accumulate(made.begin(), made.end(), 0L,
                                         [](long all, const auto &one) { return all + *one; });
        ASSERT_EQ(sum, 49 * 50 / 2 + 50 * round);
    }
}

TEST_F(HelperTest, TwoPartsAreDoneAtATime) {
    const Helper::Attending attending(helper_);
    Meeting meeting;
    std::vector<char> met(2, 0);
    shareOut(2, [&](long index) { met[static_cast<std::size_t>(index)] = meeting.wait(); });
    EXPECT_EQ(met, (std::vector<char>{1, 1}));
}

TEST_F(HelperTest, NobodyHelpsAnyMoreOnceAttendanceEnds) {
    { const Helper::Attending attending(helper_); }
    EXPECT_EQ(Helper::ofThisThread(), nullptr);
    std::set<std::thread::id> threads;
    shareOut(100, [&](long) { threads.insert(std::this_thread::get_id()); });
    EXPECT_EQ(threads, std::set{std::this_thread::get_id()});
    const Helper::Attending again(helper_);
    EXPECT_EQ(Helper::ofThisThread(), &helper_);
    EXPECT_EQ(timesDone(9), std::vector<int>(9, 1));
}

TEST_F(HelperTest, WhatAPartSharesOutIsDoneByItsOwnThread) {
    const Helper::Attending attending(helper_);
    std::vector<int> done(64, 0);
    shareOut(8, [&](long outer) {
        const auto own = std::this_thread::get_id();
        shareOut(8, [&](long inner) {
            EXPECT_EQ(std::this_thread::get_id(), own);
            ++done[static_cast<std::size_t>(8 * outer + inner)];
        });
    });
    EXPECT_EQ(done, std::vector<int>(64, 1));
    EXPECT_EQ(Helper::ofThisThread(), &helper_) << "afterwards it helps again";
}

TEST_F(HelperTest, WhatAPartThrowsArrivesOfWhicheverThread) {
    const Helper::Attending attending(helper_);
    const auto owner = std::this_thread::get_id();
    for (const auto &[owns, helpers] : {std::pair(true, false), {false, true}, {true, true}}) {
        Meeting meeting;
        const auto failing = [&](long) {
            EXPECT_TRUE(meeting.wait());
            if (std::this_thread::get_id() == owner ? owns : helpers) {
                throw std::runtime_error("this part");
            }
        };
        EXPECT_THROW(shareOut(2, failing), std::runtime_error);
        Meeting next;
        EXPECT_NO_THROW(shareOut(2, [&](long) { EXPECT_TRUE(next.wait()); })) << "and is forgotten";
    }
}

/// Seconds that a clock of the system has counted.
double seconds(clockid_t clock) {
    timespec time{};
    clock_gettime(clock, &time);
    return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
}

TEST_F(HelperTest, WhoDoesNotAttendLeavesTheProcessorToOthers) {
    {
        const Helper::Attending attending(helper_);
        timesDone(10);
    }
    const double own = seconds(CLOCK_THREAD_CPUTIME_ID);
    const double all = seconds(CLOCK_PROCESS_CPUTIME_ID);
    while (seconds(CLOCK_THREAD_CPUTIME_ID) - own < 0.05) {
    }
    EXPECT_LT(seconds(CLOCK_PROCESS_CPUTIME_ID) - all, 0.075);
}

}  // namespace
}  // namespace model
