// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

#include "model/text/range.h"

namespace model {

/// The sentences of a French text, such as a pasted page, as ranges of bytes without the blanks
/// around them; what holds no letter or digit ("* * *") is left out.
/// - A sentence ends after . ! ? … or several of them, with the quotes and brackets that close
///   behind them (« … ! »), where a blank follows and what comes then does not go on in lower case.
/// - It does not end after abbreviations that something follows (M. Dupont, p. ex., av. J.-C.),
///   after initials, nor after the number of a list item (1. Ouvrez). Decimals and addresses have
///   no blank behind the dot.
/// - An empty line ends a sentence, and so does the end of a line, unless the line is so long that
///   it was wrapped, ends with a comma, or the next goes on in lower case.
std::vector<Range> splitSentences(std::string_view text);

}  // namespace model
