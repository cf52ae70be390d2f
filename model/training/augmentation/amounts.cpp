// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/training/augmentation/amounts.h"

#include <array>
#include <string_view>

namespace model::training {

namespace {

/// 12500 → "12 500".
std::string grouped(long number, char between) {
    std::string text = std::to_string(number);
    for (std::size_t at = text.size(); at > 3; at -= 3) {
        text.insert(at - 3, 1, between);
    }
    return text;
}

struct Name {
    std::string_view french;
    std::string_view english;
};

constexpr std::array<Name, 7> weekdays{{{"lundi", "Monday"},
                                        {"mardi", "Tuesday"},
                                        {"mercredi", "Wednesday"},
                                        {"jeudi", "Thursday"},
                                        {"vendredi", "Friday"},
                                        {"samedi", "Saturday"},
                                        {"dimanche", "Sunday"}}};

constexpr std::array<Name, 12> months{{{"janvier", "January"},
                                       {"février", "February"},
                                       {"mars", "March"},
                                       {"avril", "April"},
                                       {"mai", "May"},
                                       {"juin", "June"},
                                       {"juillet", "July"},
                                       {"août", "August"},
                                       {"septembre", "September"},
                                       {"octobre", "October"},
                                       {"novembre", "November"},
                                       {"décembre", "December"}}};

Counterparts counterparts(const Name &name) {
    return {std::string(name.french), std::string(name.english)};
}

}  // namespace

long between(long least, long most, Random &random) {
    return least + static_cast<long>(random.below(static_cast<std::size_t>(most - least + 1)));
}

std::string padded(long number, std::size_t digits) {
    std::string text = std::to_string(number);
    return text.size() < digits ? std::string(digits - text.size(), '0') + text : text;
}

std::string_view frenchWeekday(int day) {
    return weekdays[static_cast<std::size_t>(day)].french;
}

std::string_view frenchMonth(int month) {
    return months[static_cast<std::size_t>(month - 1)].french;
}

Counterparts copied(std::string text) {
    return {text, text};
}

Counterparts wholeNumber(long least, long most, Random &random) {
    return copied(std::to_string(between(least, most, random)));
}

Counterparts largeNumber(Random &random) {
    static constexpr std::array<long, 4> limits{9999, 99999, 999999, 99999999};
    const std::size_t size = random.below(limits.size());
    const long number = between(size == 0 ? 1000 : limits[size - 1] + 1, limits[size], random);
    if (random.chance(0.15)) {
        return copied(std::to_string(number));
    }
    return {grouped(number, ' '), grouped(number, ',')};
}

Counterparts decimal(Random &random) {
    const std::string whole = std::to_string(between(0, random.chance(0.7) ? 20 : 999, random));
    const std::string part = random.chance(0.6) ? std::to_string(between(1, 9, random))
                                                : padded(between(1, 99, random), 2);
    return {whole + "," + part, whole + "." + part};
}

Counterparts percentage(Random &random) {
    const Counterparts number = random.chance(0.7) ? wholeNumber(1, 100, random) : decimal(random);
    return {number.french + (random.chance(0.7) ? " %" : "%"), number.english + "%"};
}

Counterparts price(Random &random) {
    static constexpr std::array<std::string_view, 5> signs{"€", "€", "€", "$", "£"};
    const std::string_view sign = random.oneOf(signs);
    Counterparts number = wholeNumber(1, random.chance(0.6) ? 99 : 999, random);
    if (random.chance(0.35)) {
        const std::string cents = padded(between(1, 99, random), 2);
        number = {number.french + "," + cents, number.english + "." + cents};
    } else if (random.chance(0.2)) {
        number = largeNumber(random);
    }
    const char *blank = random.chance(0.75) ? " " : "";
    return {number.french.append(blank).append(sign), std::string(sign) + number.english};
}

Counterparts measure(Random &random) {
    static constexpr std::array<std::string_view, 14> units{
        "km", "m", "cm", "mm", "kg", "g", "cl", "ml", "km/h", "°C", "°", "Go", "m²", "W"};
    const std::string_view unit = random.oneOf(units);
    const Counterparts number = random.chance(0.7)
                                    ? wholeNumber(1, random.chance(0.5) ? 99 : 999, random)
                                    : decimal(random);
    if (unit == "Go") {
        return {number.french + " Go", number.english + " GB"};
    }
    const std::string after = std::string(unit == "°" ? "" : " ").append(unit);
    return {number.french + after, number.english + after};
}

Counterparts timeOfDay(Random &random) {
    const std::string hour = std::to_string(between(0, 23, random));
    const long fives = 5 * between(1, 11, random);
    const std::string minute = padded(random.chance(0.7) ? fives : between(1, 59, random), 2);
    static constexpr std::array<std::string_view, 5> separators{" h ", " h ", "h", "h", ":"};
    const std::string_view separator = random.oneOf(separators);
    return {std::string(hour).append(separator).append(minute), hour + ":" + minute};
}

Counterparts fullHour(Random &random) {
    static constexpr std::array<std::string_view, 4> units{" h", "h", " heures", " heures"};
    constexpr long noon = 12;
    const long hour = between(2, 23, random);
    const std::string_view unit = random.oneOf(units);
    return {std::to_string(hour).append(unit),
            std::to_string(hour) + (hour > noon ? ":00" : " o'clock")};
}

Counterparts weekday(Random &random) {
    return counterparts(random.oneOf(weekdays));
}

Counterparts month(Random &random) {
    return counterparts(random.oneOf(months));
}

Counterparts dayOfMonth(Random &random) {
    const Counterparts name = month(random);
    const long day = between(1, 31, random);
    return {std::to_string(day) + (day == 1 ? "er " : " ") + name.french,
            name.english + " " + std::to_string(day)};
}

Counterparts date(Random &random) {
    const Counterparts day = dayOfMonth(random);
    const std::string year =
        std::to_string(between(random.chance(0.7) ? 1930 : 1200, 2040, random));
    return {day.french + " " + year, day.english + ", " + year};
}

Counterparts numericDate(Random &random) {
    const std::string day = padded(between(1, 31, random), 2);
    const std::string month = padded(between(1, 12, random), 2);
    const std::string year = std::to_string(between(1950, 2040, random));
    switch (random.below(4)) {
        case 0:
            return copied(year + "-" + month + "-" + day);
        case 1:
            return copied(day + "." + month + "." + year);
        case 2:
            return copied(day + "/" + month);
        default:
            return copied(day + "/" + month + "/" + year);
    }
}

}  // namespace model::training
