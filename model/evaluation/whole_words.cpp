// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/evaluation/whole_words.h"

#include <algorithm>
#include <vector>

#include "model/text/utf8.h"

namespace model::evaluation {

namespace {

std::vector<Range> letterRuns(std::string_view text) {
    std::vector<Range> runs;
    bool inside = false;
    for (const Character &character : charactersOf(text)) {
        const bool letter = character.isValid && isLetter(character.codePoint);
        if (letter && inside) {
            runs.back().end = character.range.end;
        } else if (letter) {
            runs.push_back(character.range);
        }
        inside = letter;
    }
    return runs;
}

}  // namespace

WholeWords countWholeWords(const Tokenizer &tokenizer, std::span<const std::string> sentences,
                           Language language) {
    WholeWords counted;
    for (const std::string &sentence : sentences) {
        const std::vector<Piece> pieces = tokenizer.encode(sentence, language);
        for (const Range &word : letterRuns(sentence)) {
            const auto touching =
                std::count_if(pieces.begin(), pieces.end(), [&word](const Piece &piece) {
                    return piece.range.begin < word.end && word.begin < piece.range.end;
                });
            ++counted.words;
            counted.whole += touching == 1 ? 1 : 0;
        }
    }
    return counted;
}

}  // namespace model::evaluation
