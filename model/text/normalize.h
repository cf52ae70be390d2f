// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/text/range.h"

namespace model {

/// Normalised text that remembers where each of its bytes came from.
struct NormalizedText {
    std::string text;
    /// For each byte of text, the bytes of the original that it came from; a byte that was put in
    /// (the space before `?`) has an empty range at its place.
    std::vector<Range> origins;

    /// The bytes of the original that text[range] came from.
    Range original(Range range) const;
};

enum class Language { french, other };

/// Brings a text into the form the training text had: NFC; any kind or number of spaces, tabs,
/// newlines and control characters to one plain space, none at the ends; typographic apostrophes
/// and quotes to ' and "; … to ...; in French one space before ? ! ; : (runs such as ?! stay
/// together). Invalid UTF-8 becomes U+FFFD.
NormalizedText normalize(std::string_view text, Language language);

}  // namespace model
