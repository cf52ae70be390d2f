// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "model/numerics/random.h"

// What is written with digits, invented in both languages.
namespace model::training {

/// The same thing as it is written in French and in English.
struct Counterparts {
    std::string french;
    std::string english;
};

/// A whole number from `least` to `most`.
long between(long least, long most, Random &random);
/// With zeros before it, so that there are at least so many digits.
std::string padded(long number, std::size_t digits);
/// The French name of a day of the week: 0 is Monday.
std::string_view frenchWeekday(int day);
/// The French name of a month, 1 to 12.
std::string_view frenchMonth(int month);

Counterparts copied(std::string text);

/// A whole number from `least` to `most`, written alike.
Counterparts wholeNumber(long least, long most, Random &random);
/// "12 500" and "12,500".
Counterparts largeNumber(Random &random);
/// "3,75" and "3.75".
Counterparts decimal(Random &random);
/// "25 %" and "25%".
Counterparts percentage(Random &random);
/// "12,50 €" and "€12.50"; pounds and dollars, too.
Counterparts price(Random &random);
/// "70 kg" in both.
Counterparts measure(Random &random);

/// "17 h 45", "17h45" or "17:45", and "17:45".
Counterparts timeOfDay(Random &random);
/// "17 h" and "17:00", "8 heures" and "8 o'clock".
Counterparts fullHour(Random &random);
/// "lundi" and "Monday".
Counterparts weekday(Random &random);
/// "juillet" and "July".
Counterparts month(Random &random);
/// "14 juillet" and "July 14"; the first of a month is "1er mai".
Counterparts dayOfMonth(Random &random);
/// "14 juillet 1789" and "July 14, 1789".
Counterparts date(Random &random);
/// "14/07/1789" and the like in both.
Counterparts numericDate(Random &random);

}  // namespace model::training
