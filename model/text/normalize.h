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

/// Brings a text into the form the training text had:
/// - NFC; invalid UTF-8 becomes U+FFFD.
/// - Any kind and number of spaces, tabs, newlines and control characters is one plain space, and
///   none at the ends.
/// - Typographic apostrophes, quotes, primes and hyphens are ' " -, and … is ...; the guillemets
///   stay. U+2581, which tokenizers use as a mark of their own, is _.
/// - Characters without a shape vanish (zero-width spaces and joiners, byte order marks, soft
///   hyphens, marks of direction), but for those that hold an emoji sequence together.
/// - In French, one space before ? ! ; : and inside « »; runs such as ?! stay together, and 10:30,
///   std::string, https:// and (?) stay as they are.
/// - In French, a text without a lower-case letter that has two words of two capitals or one of
///   five becomes lower case but for the first letter of each sentence; names lose their capital,
///   too. SNCF and OUI stay.
NormalizedText normalize(std::string_view text, Language language);

}  // namespace model
