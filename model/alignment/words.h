// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/text/normalize.h"
#include "model/text/range.h"

// Named after what it provides, since model::alignment() is the matrix of a trace.
namespace model::aligner {

/// The words of a normalised sentence (model/text/normalize.h) as byte ranges, in order, without
/// the blanks. Punctuation marks are words; a run of dots or dashes is one. What a word is depends
/// on characters that typing errors leave alone, so a disturbed copy of a sentence
/// (model/training/augmentation/noise.h) has the same words at the same places, but for dropped
/// final marks.
/// - French: a word ends after an apostrophe ("l'" "homme", but "aujourd'hui") and before a hyphen
///   ("avez" "-vous").
/// - Other languages: English clitics begin a word ("don" "'t", "he" "'s"); hyphens do not.
std::vector<Range> splitWords(std::string_view normalised, Language language);

/// What the statistics know a word by: its first four characters, in lower case and without
/// accents.
std::string wordKey(std::string_view word);

/// The keys of splitWords(), in the same order.
std::vector<std::string> wordKeys(std::string_view normalised, Language language);

}  // namespace model::aligner
