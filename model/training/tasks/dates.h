// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/training/tasks/task.h"

// French dates.
namespace model::training {

/// A day of the Gregorian calendar.
struct Date {
    int year = 1;   ///< from 1
    int month = 1;  ///< from 1
    int day = 1;    ///< from 1
};

/// Every letter of French dates.
inline constexpr std::string_view dateLetters = " 0123456789abcdeéfhijlmnoprstuûv";

/// The days of a month, 1 to 12.
int daysInMonth(int year, int month);
/// The day of the week: 0 is Monday, 6 is Sunday.
int weekdayOf(const Date &date);

/// What of a date is said beside day, month and year.
struct DateStyle {
    bool article = true;  ///< "le"
    bool weekday = true;  ///< "mardi"
};

/// "le mardi 14 juillet 1789" and "1789-07-14"; the first of a month is "1er". A digit of the year
/// or of the day comes from the same digit, the month from the letters of its name, and a hyphen
/// from the blank between the parts that it separates.
TaskPair datePair(const Date &date, const DateStyle &style);

/// Days of the years 1583, the first whole one of this calendar, to 2199. There is no length.
TaskPair drawDate(Random &random, int longest);

}  // namespace model::training
