// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/text/unfamiliar.h"

#include <utf8proc.h>

#include <algorithm>
#include <cstddef>
#include <vector>

#include "model/configuration.h"
#include "model/text/utf8.h"

namespace model {
namespace {

/// "anticonstitutionnellement" has 25 letters.
constexpr int longestWord = 30;
/// A shorter word may be split into single letters by chance: a name, an abbreviation.
constexpr int shortestSplit = 12;
/// A word that is split is one as long as its pieces have that many letters on average. Of 1,500
/// long words of French texts one had 1.33 ("Barkilphedro") and all others more; keys struck at
/// random have 1.0 to 1.25.
constexpr double leastLettersPerPiece = 1.3;

bool isLatin(std::int32_t c) {
    constexpr std::int32_t endOfExtendedB = 0x250;
    constexpr std::int32_t firstAdditional = 0x1E00;
    constexpr std::int32_t endOfAdditional = 0x1F00;
    constexpr std::int32_t firstLigature = 0xFB00;
    constexpr std::int32_t lastLigature = 0xFB06;
    constexpr std::int32_t firstFullWidth = 0xFF21;
    constexpr std::int32_t lastFullWidth = 0xFF5A;
    return c < endOfExtendedB || (c >= firstAdditional && c < endOfAdditional) ||
           (c >= firstLigature && c <= lastLigature) || (c >= firstFullWidth && c <= lastFullWidth);
}

enum class Kind { none, part, letter, foreignLetter, digit, sign };

Kind kindOf(std::int32_t c) {
    switch (utf8proc_category(c)) {
        case UTF8PROC_CATEGORY_LU:
        case UTF8PROC_CATEGORY_LL:
        case UTF8PROC_CATEGORY_LT:
        case UTF8PROC_CATEGORY_LM:
        case UTF8PROC_CATEGORY_LO:
            return isLatin(c) ? Kind::letter : Kind::foreignLetter;
        case UTF8PROC_CATEGORY_ND:
        case UTF8PROC_CATEGORY_NL:
        case UTF8PROC_CATEGORY_NO:
            return Kind::digit;
        case UTF8PROC_CATEGORY_SM:
        case UTF8PROC_CATEGORY_SC:
        case UTF8PROC_CATEGORY_SO:
        case UTF8PROC_CATEGORY_CO:
            return Kind::sign;
        case UTF8PROC_CATEGORY_MN:
        case UTF8PROC_CATEGORY_MC:
        case UTF8PROC_CATEGORY_ME:
        case UTF8PROC_CATEGORY_CF:
            return Kind::part;  // of the character before it: an accent, a joiner
        default:
            return Kind::none;  // punctuation, blanks
    }
}

bool isSymbol(std::int32_t c) {
    return utf8proc_category(c) == UTF8PROC_CATEGORY_SO;
}

/// For each byte of a text, which piece it belongs to; −1: none.
std::vector<int> piecesOfBytes(std::string_view text, std::span<const Piece> pieces) {
    std::vector<int> owners(text.size(), -1);
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        const auto begin = static_cast<std::size_t>(std::max(pieces[i].range.begin, 0));
        const auto end =
            std::min(static_cast<std::size_t>(std::max(pieces[i].range.end, 0)), text.size());
        for (std::size_t at = begin; at < end; ++at)
            owners[at] = static_cast<int>(i);
    }
    return owners;
}

/// Counts the characters of a text by how familiar they are.
class Judge {
  public:
    Judge(std::string_view text, std::span<const Piece> pieces)
        : pieces_(pieces), owners_(piecesOfBytes(text, pieces)) {
        for (const Character &character : charactersOf(text))
            add(character);
        endWord();
    }

    Unfamiliar verdict() const {
        const int unfamiliar = signs_ + foreign_ + shreds_;
        if (unfamiliar == 0 || unfamiliar < familiar_)
            return Unfamiliar::no;
        const int most = std::max({signs_, foreign_, shreds_});
        return most == foreign_  ? Unfamiliar::alphabet
               : most == shreds_ ? Unfamiliar::letters
                                 : Unfamiliar::signs;
    }

  private:
    void add(const Character &character) {
        const int piece = owners_[static_cast<std::size_t>(character.range.begin)];
        static const Piece none;
        const Piece &its = piece >= 0 ? pieces_[static_cast<std::size_t>(piece)] : none;
        const bool unknown = piece >= 0 && its.id == special::unknown;
        const bool spelled = its.isByte || unknown;
        const Kind kind = kindOf(character.codePoint);
        if (kind == Kind::part)
            return;
        if (kind == Kind::letter && !unknown) {
            ++letters_;
            // Where pieces are letters, each begins a word, and none is split.
            splits_ += piece != lastPiece_ && (splits_ == 0 || !its.startsWord) ? 1 : 0;
            lastPiece_ = piece;
            return;
        }
        endWord();
        if (kind == Kind::foreignLetter || kind == Kind::letter)
            ++foreign_;
        else if (kind == Kind::sign && (spelled || isSymbol(character.codePoint)))
            ++signs_;
        else if (kind != Kind::none)
            ++(spelled ? foreign_ : familiar_);
    }

    void endWord() {
        const bool split = letters_ >= shortestSplit && letters_ < leastLettersPerPiece * splits_;
        (letters_ > longestWord || split ? shreds_ : familiar_) += letters_;
        letters_ = 0;
        splits_ = 0;
        lastPiece_ = -1;
    }

    std::span<const Piece> pieces_;
    std::vector<int> owners_;
    int familiar_ = 0;
    int signs_ = 0;
    int foreign_ = 0;
    int shreds_ = 0;
    // Of the word that is being read:
    int letters_ = 0;
    int splits_ = 0;  ///< pieces
    int lastPiece_ = -1;
};

}  // namespace

Unfamiliar unfamiliarity(std::string_view text, std::span<const Piece> pieces) {
    return Judge(text, pieces).verdict();
}

}  // namespace model
