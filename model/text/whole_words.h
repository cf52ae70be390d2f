// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace model {

/// Gives a SentencePiece unigram model pieces for the most frequent words of these sentences that
/// it splits, `count` of them if there are as many. It splits "reads" where "read" and "s" are
/// frequent enough, and never learns "Une" whole, since it takes for a candidate only what is
/// followed by two different letters somewhere. A word with a small first letter that is very
/// frequent is whole with a capital one, too, and the other way round.
std::string withWholeWords(std::string_view serialized, const std::vector<std::string> &sentences,
                           int count);

}  // namespace model
