// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/training/tasks/dates.h"

#include <array>

#include "model/training/augmentation/amounts.h"

namespace model::training {

namespace {

constexpr int firstYear = 1583;
constexpr int lastYear = 2199;

bool isLeapYear(int year) {
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

}  // namespace

int daysInMonth(int year, int month) {
    static constexpr std::array<int, 12> days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return days[static_cast<std::size_t>(month - 1)] + (month == 2 && isLeapYear(year) ? 1 : 0);
}

int weekdayOf(const Date &date) {
    // The days since 1 January of the year 1, which would have been a Monday.
    const int years = date.year - 1;
    int days = 365 * years + years / 4 - years / 100 + years / 400 + date.day - 1;
    for (int month = 1; month < date.month; ++month) {
        days += daysInMonth(date.year, month);
    }
    return days % 7;
}

TaskPair datePair(const Date &date, const DateStyle &style) {
    LetterText source;
    if (style.article) {
        source.append("le ");
    }
    if (style.weekday) {
        source.append(frenchWeekday(weekdayOf(date)));
        source.append(" ");
    }
    const LetterSpan day = source.append(std::to_string(date.day));
    source.append(date.day == 1 ? "er" : "");
    const LetterSpan afterDay = source.append(" ");
    const LetterSpan month = source.append(frenchMonth(date.month));
    const LetterSpan afterMonth = source.append(" ");
    const LetterSpan year = source.append(std::to_string(date.year));

    LetterText target;
    TaskPair pair;
    const auto linkAll = [&pair](LetterSpan letters, LetterSpan from) {
        for (int letter = letters.first; letter < letters.end; ++letter) {
            link(letter, from, pair.links);
        }
    };
    const LetterSpan writtenYear = target.append(std::to_string(date.year));
    for (int i = 0; writtenYear.first + i < writtenYear.end; ++i) {
        link(writtenYear.first + i, {year.first + i, year.first + i + 1}, pair.links);
    }
    linkAll(target.append("-"), afterMonth);
    linkAll(target.append(padded(date.month, 2)), month);
    linkAll(target.append("-"), afterDay);
    const LetterSpan writtenDay = target.append(padded(date.day, 2));
    const int units = day.end - 1;
    link(writtenDay.first, {day.first, day.first + 1}, pair.links);
    link(writtenDay.first + 1, {units, units + 1}, pair.links);
    pair.source = source.text();
    pair.target = target.text();
    return pair;
}

TaskPair drawDate(Random &random, int /*longest*/) {
    Date date;
    date.year = static_cast<int>(between(firstYear, lastYear, random));
    date.month = static_cast<int>(between(1, 12, random));
    date.day = static_cast<int>(between(1, daysInMonth(date.year, date.month), random));
    DateStyle style;
    style.article = random.chance(0.75);
    style.weekday = random.chance(0.75);
    return datePair(date, style);
}

}  // namespace model::training
