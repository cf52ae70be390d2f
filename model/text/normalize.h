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

/// The language of a code such as "fr".
inline Language languageOf(std::string_view code) {
    return code == "fr" ? Language::french : Language::other;
}

/// Brings a text into the form the training text had:
/// - NFC; invalid UTF-8 becomes U+FFFD.
/// - Any run of spaces, tabs, newlines and control characters becomes one plain space; there is
///   none at the ends.
/// - Typographic apostrophes, quotes, primes and hyphens are ' " -, and … is ...; ligatures such as
///   U+FB01 and full-width letters are plain ones; the guillemets stay. U+2581, which tokenizers
///   use as a mark of their own, is _.
/// - HTML entities, as pasted pages have them, are the characters that they stand for.
/// - Characters without a shape are dropped (zero-width spaces and joiners, byte order marks, soft
///   hyphens, marks of direction), but for those that hold an emoji sequence together.
/// - In French, one space before ? ! ; : where a word ends, and inside « »; runs such as ?! stay
///   together, and what goes on behind the sign stays as it is: 10:30, std::string, https://, x!=y,
///   Yahoo!Mail, and (?) and :smile:, too.
/// - In French, a text all in capitals that has two words of two letters or one of five is in lower
///   case but for the first letter of each sentence; names lose their capital, too. SNCF and OUI
///   stay, and so do codes with digits (AF1280). The accented letters that caps lock leaves small
///   on a French keyboard do not count, nor does one small letter among eight capitals.
NormalizedText normalize(std::string_view text, Language language);

}  // namespace model
