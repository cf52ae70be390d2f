// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <charconv>
#include <cmath>
#include <optional>
#include <string_view>
#include <type_traits>

namespace model {

/// The number that the whole of a text is, in English notation: "12" and "2.5", but neither "12x"
/// nor " 12". Nothing where it is none, does not fit, or is infinite or NaN.
template <class Number>
std::optional<Number> parseNumber(std::string_view text) {
    Number number{};
    const char *end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, number);
    if (error != std::errc() || stop != end) {
        return {};
    }
    if constexpr (std::is_floating_point_v<Number>) {
        if (!std::isfinite(number)) {
            return {};
        }
    }
    return number;
}

}  // namespace model
