// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <charconv>
#include <string>

namespace model {

/// The fewest digits that read back as the same number, in English notation: "0.1", "-1e-05".
template <class Number>
std::string shortestDigits(Number value) {
    std::array<char, 32> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    return {digits.data(), end};
}

/// The double that a float is in its shortest notation: 0.1, not 0.10000000149011612. Converted
/// back it is the same float.
inline double widened(float value) {
    const std::string digits = shortestDigits(value);
    double result = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), result);
    return result;
}

}  // namespace model
