// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/evaluation/segments.h"

#include <algorithm>
#include <array>

#include "model/error.h"
#include "model/text/utf8.h"

namespace model::evaluation {

void checkSegments(std::span<const std::string> hypotheses,
                   std::span<const References> references) {
    if (hypotheses.size() != references.size()) {
        throw Error("Got %1 translations to score, expected %2, one for each set of references.",
                    hypotheses.size(), references.size());
    }
    const auto empty = std::find_if(references.begin(), references.end(),
                                    [](const References &r) { return r.empty(); });
    if (empty != references.end()) {
        throw Error("Sentence %1 has no reference, expected one or more.",
                    empty - references.begin() + 1);
    }
}

std::string referenceCount(std::span<const References> references) {
    const auto first = references.empty() ? 0 : references.front().size();
    const bool same = std::all_of(references.begin(), references.end(),
                                  [first](const References &r) { return r.size() == first; });
    return same ? std::to_string(first) : "var";
}

std::vector<std::string_view> characters(std::string_view text) {
    std::vector<std::string_view> result;
    result.reserve(text.size());
    for (const Character &character : charactersOf(text)) {
        const auto begin = static_cast<std::size_t>(character.range.begin);
        const auto end = static_cast<std::size_t>(character.range.end);
        result.push_back(text.substr(begin, end - begin));
    }
    return result;
}

bool isSpace(std::string_view character) {
    if (character.size() == 1) {
        const char c = character[0];
        return c == ' ' || (c >= '\x09' && c <= '\x0d') || (c >= '\x1c' && c <= '\x1f');
    }
    constexpr std::array<std::string_view, 19> spaces{
        "\u0085", "\u00a0", "\u1680", "\u2000", "\u2001", "\u2002", "\u2003",
        "\u2004", "\u2005", "\u2006", "\u2007", "\u2008", "\u2009", "\u200a",
        "\u2028", "\u2029", "\u202f", "\u205f", "\u3000"};
    return std::find(spaces.begin(), spaces.end(), character) != spaces.end();
}

}  // namespace model::evaluation
