// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/evaluation/whole_words.h"

#include <algorithm>
#include <vector>

#include "model/text/runs.h"

namespace model::evaluation {

WholeWords countWholeWords(const Tokenizer &tokenizer, std::span<const std::string> sentences,
                           Language language) {
    WholeWords counted;
    for (const std::string &sentence : sentences) {
        const std::vector<Piece> pieces = tokenizer.encode(sentence, language);
        for (const Range &word : letterRuns(sentence)) {
            const auto touching =
                std::count_if(pieces.begin(), pieces.end(),
                              [&word](const Piece &piece) { return overlap(piece.range, word); });
            ++counted.words;
            counted.whole += touching == 1 ? 1 : 0;
        }
    }
    return counted;
}

}  // namespace model::evaluation
