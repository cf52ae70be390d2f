// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/training/tasks/dates.h"

#include <gtest/gtest.h>

#include <chrono>

#include "tests/model/training/tasks/links.h"

namespace {

using namespace model::training;
using tests::cameFrom;

TEST(Dates, haveTheWeekdaysOfTheCalendar) {
    using namespace std::chrono;
    for (sys_days day = year(1582) / 10 / 15; day < sys_days(year(2401) / 1 / 1); day += days(1)) {
        const year_month_day it(day);
        const Date date{int(it.year()), int(unsigned(it.month())), int(unsigned(it.day()))};
        ASSERT_EQ(weekdayOf(date), int(weekday(day).iso_encoding()) - 1)
            << date.year << '-' << date.month << '-' << date.day;
    }
}

TEST(Dates, knowHowLongMonthsAre) {
    using namespace std::chrono;
    for (const int y : {1600, 1700, 1789, 1900, 2000, 2024, 2100}) {
        for (int m = 1; m <= 12; ++m) {
            const year_month_day_last end = year(y) / m / last;
            EXPECT_EQ(daysInMonth(y, m), int(unsigned(end.day()))) << y << '-' << m;
        }
    }
}

TEST(Dates, comeFromTheirParts) {
    const TaskPair pair = datePair({1789, 7, 14}, {});
    ASSERT_EQ(pair.source, "le mardi 14 juillet 1789");
    ASSERT_EQ(pair.target, "1789-07-14");
    EXPECT_EQ(cameFrom(pair, 0), "....................1...");
    EXPECT_EQ(cameFrom(pair, 3), ".......................9");
    EXPECT_EQ(cameFrom(pair, 4), "................... ....") << "the blank before the year";
    EXPECT_EQ(cameFrom(pair, 5), "............juillet.....");
    EXPECT_EQ(cameFrom(pair, 6), "............juillet.....");
    EXPECT_EQ(cameFrom(pair, 7), "........... ............") << "the blank behind the day";
    EXPECT_EQ(cameFrom(pair, 8), ".........1..............");
    EXPECT_EQ(cameFrom(pair, 9), "..........4.............");
}

TEST(Dates, beginMonthsWithAnOrdinalNumber) {
    const TaskPair pair = datePair({1889, 5, 1}, {});
    ASSERT_EQ(pair.source, "le mercredi 1er mai 1889");
    ASSERT_EQ(pair.target, "1889-05-01");
    EXPECT_EQ(cameFrom(pair, 8), "............1...........");
    EXPECT_EQ(cameFrom(pair, 9), "............1...........");
}

TEST(Dates, maySayLess) {
    EXPECT_EQ(datePair({2000, 2, 29}, {false, true}).source, "mardi 29 février 2000");
    EXPECT_EQ(datePair({2000, 2, 29}, {true, false}).source, "le 29 février 2000");
    EXPECT_EQ(datePair({2000, 2, 29}, {false, false}).source, "29 février 2000");
    EXPECT_EQ(datePair({2000, 2, 29}, {false, false}).target, "2000-02-29");
}

TEST(Dates, areLinkedInEveryLetter) {
    for (int month = 1; month <= 12; ++month) {
        for (int day = 1; day <= daysInMonth(1900, month); ++day) {
            for (const DateStyle style : {DateStyle{true, true}, DateStyle{false, false}}) {
                tests::expectLinksToMakeSense(datePair({1900, month, day}, style));
            }
        }
    }
}

}  // namespace
