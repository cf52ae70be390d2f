// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/text/words.h"

#include <utf8proc.h>

#include <algorithm>

#include "model/configuration.h"
#include "model/text/runs.h"
#include "model/text/utf8.h"

namespace model {
namespace {

constexpr std::string_view visibleSpace = "␣";

bool isPunctuation(utf8proc_int32_t codePoint) {
    const auto category = utf8proc_category(codePoint);
    return category >= UTF8PROC_CATEGORY_PC && category <= UTF8PROC_CATEGORY_PO;
}

/// A piece that holds nothing but punctuation, except for the signs that tie parts of a word.
bool isClosing(const Piece &piece) {
    std::string_view text = piece.text;
    if (text.starts_with(spaceMark)) {
        text.remove_prefix(spaceMark.size());
    }
    if (piece.isByte || text == "'" || text == "-") {
        return false;
    }
    const auto characters = charactersOf(text);
    return std::all_of(characters.begin(), characters.end(), [](const Character &character) {
        return character.isValid && isPunctuation(character.codePoint);
    });
}

/// The part of a text that a range holds, without the blanks at its ends.
Range withoutBlanks(std::string_view text, Range range) {
    const auto characters = charactersOf(text.substr(
        static_cast<std::size_t>(range.begin), static_cast<std::size_t>(range.end - range.begin)));
    const auto blank = [](const Character &character) { return isSpace(character.codePoint); };
    const auto first = std::find_if_not(characters.begin(), characters.end(), blank);
    if (first == characters.end()) {
        return {range.end, range.end};
    }
    const auto last = std::find_if_not(characters.rbegin(), characters.rend(), blank);
    return {range.begin + first->range.begin, range.begin + last->range.end};
}

/// The label and the range of a word, from its pieces.
Word makeWord(std::span<const Piece> pieces, int first, int end, std::string_view text) {
    Word word;
    word.firstPiece = first;
    word.pieceCount = end - first;
    const Piece &front = pieces[static_cast<std::size_t>(first)];
    word.range = front.range;
    for (int i = first; i < end; ++i) {
        const Range range = pieces[static_cast<std::size_t>(i)].range;
        word.range.begin = std::min(word.range.begin, range.begin);
        word.range.end = std::max(word.range.end, range.end);
    }
    if (word.range.begin >= 0 && word.range.end <= static_cast<int>(text.size())) {
        word.range = withoutBlanks(text, word.range);
        word.text = textIn(text, word.range);
    }
    if (word.text.empty()) {
        for (int i = first; i < end; ++i) {
            word.text += displayText(pieces[static_cast<std::size_t>(i)]);
        }
    }
    return word;
}

}  // namespace

std::vector<Word> groupWords(std::span<const Piece> pieces, std::string_view text) {
    std::vector<Word> words;
    const int count = static_cast<int>(pieces.size());
    const auto piece = [&pieces](int i) -> const Piece & {
        return pieces[static_cast<std::size_t>(i)];
    };
    for (int first = 0; first < count;) {
        int end = first + 1;
        if (piece(first).id != special::end) {
            while (end < count && !piece(end).startsWord) {
                ++end;
            }
        }
        int closing = end;
        while (closing > first && isClosing(piece(closing - 1))) {
            --closing;
        }
        if (closing == first) {
            closing = end;  // punctuation on its own
        }
        words.push_back(makeWord(pieces, first, closing, text));
        if (closing < end) {
            words.push_back(makeWord(pieces, closing, end, text));
        }
        first = end;
    }
    return words;
}

int wordOf(std::span<const Word> words, int piece) {
    const auto found = std::find_if(words.begin(), words.end(),
                                    [piece](const Word &word) { return word.contains(piece); });
    return found == words.end() ? -1 : static_cast<int>(found - words.begin());
}

Matrix mergeAlignment(const Matrix &alignment, std::span<const Word> source,
                      std::span<const Word> target) {
    Matrix result(static_cast<long>(target.size()), static_cast<long>(source.size()));
    for (long i = 0; i < result.rows(); ++i) {
        const Word &row = target[static_cast<std::size_t>(i)];
        for (long j = 0; j < result.cols(); ++j) {
            const Word &column = source[static_cast<std::size_t>(j)];
            result(i, j) =
                alignment
                    .block(row.firstPiece, column.firstPiece, row.pieceCount, column.pieceCount)
                    .sum() /
                static_cast<float>(row.pieceCount);
        }
    }
    return result;
}

std::string displayText(const Piece &piece) {
    if (piece.id == special::end) {
        return "end";
    }
    if (piece.isByte && piece.text.size() == 6) {
        return piece.text.substr(1, 4);
    }
    std::string text;
    std::string_view rest = piece.text;
    while (!rest.empty()) {
        if (rest.starts_with(spaceMark)) {
            // The mark at the start is the space before the word; one inside is a space.
            text += text.empty() ? "" : " ";
            rest.remove_prefix(spaceMark.size());
        } else {
            text += rest.front();
            rest.remove_prefix(1);
        }
    }
    return text.empty() ? std::string(visibleSpace) : text;
}

}  // namespace model
