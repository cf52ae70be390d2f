// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/text/range.h"

namespace model {

/// The runs of letters of a text, as byte ranges: words in the plainest sense.
std::vector<Range> letterRuns(std::string_view text);
/// The runs of letters, marks on them and numbers.
std::vector<Range> wordRuns(std::string_view text);
/// The same as text, in lower case.
std::vector<std::string> wordsOf(std::string_view text);
/// The runs of the digits 0 to 9.
std::vector<Range> digitRuns(std::string_view text);

/// The numbers that are written in digits.
std::set<std::string, std::less<>> numbersOf(std::string_view text);

/// The text in a range.
std::string_view textIn(std::string_view text, Range range);

/// The text with some of its runs exchanged for others.
std::string exchanged(std::string_view text, std::span<const Range> runs,
                      const std::map<std::string, std::string, std::less<>> &others);

}  // namespace model
