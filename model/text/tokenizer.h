// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/text/normalize.h"
#include "model/text/range.h"

namespace sentencepiece {
class SentencePieceProcessor;
}

namespace model {

/// What a piece has in the place of the blank before it.
inline constexpr std::string_view spaceMark = "▁";

/// One subword unit of a sentence.
struct Piece {
    int id = 0;
    /// As in the vocabulary: "▁chat", "s", "<0xF0>", "</s>".
    std::string text;
    /// The part of the sentence it stands for, in bytes of what was typed (source) or of the
    /// finished translation (target); empty for the end piece. Byte pieces of one character share
    /// the range of that character.
    Range range;
    bool startsWord = false;  ///< "▁…", the end piece, and any where pieces are letters
    bool isByte = false;      ///< a byte-fallback piece

    bool operator==(const Piece &) const = default;
};

/// A SentencePiece model (Kudo & Richardson 2018). Immutable; safe to use from several threads.
class Tokenizer {
  public:
    /// @throws ModelFileError if the bytes are not a SentencePiece model with the ids of
    /// model::special. `name` ("tokenizer.source") goes into the message.
    Tokenizer(std::string_view serialized, std::string_view name);
    ~Tokenizer();
    Tokenizer(Tokenizer &&) noexcept;
    Tokenizer &operator=(Tokenizer &&) noexcept;

    int size() const;                      ///< pieces in the vocabulary
    std::string_view piece(int id) const;  ///< as in the vocabulary
    bool isByte(int id) const;
    bool hasLetterPieces() const {
        return hasLetterPieces_;
    }                                       ///< one per letter: letterTokenizer()
    const std::string &serialized() const;  ///< what it was made from

    /// Normalises and splits a sentence; no special pieces are added. Ranges refer to `sentence`.
    std::vector<Piece> encode(std::string_view sentence, Language language) const;
    /// Splits text that is already normalised; ids only (for corpora).
    std::vector<int> encodeNormalized(std::string_view normalized) const;
    /// The text of ids; padding, begin and end are left out, an unknown piece is ⁇, invalid byte
    /// sequences become U+FFFD.
    std::string decode(std::span<const int> ids) const;
    /// The pieces of ids, with ranges into decode(ids).
    std::vector<Piece> describe(std::span<const int> ids) const;

  private:
    std::unique_ptr<sentencepiece::SentencePieceProcessor> processor_;
    std::string serialized_;
    bool hasLetterPieces_;
};

/// What French and English keyboards type, and a few more letters and signs of Western Europe.
extern const std::string_view keyboardSigns;

/// How a tokenizer is made.
struct TokenizerTraining {
    int vocabulary = 8000;     ///< pieces, the special and the 256 byte pieces included
    double coverage = 0.9999;  ///< of characters; the rest falls back to bytes
    std::string required{};    ///< characters that have a piece though they be rare or absent
    /// Pieces, of the above, that are kept for frequent words that would be split (whole_words.h).
    int wholeWords = 0;
    int threads = 2;
    unsigned long seed = 1;
};

/// Trains a SentencePiece unigram model with byte fallback on normalised sentences and returns it
/// serialized, without any path in it. @throws CorpusError
std::string trainTokenizer(const std::vector<std::string> &sentences,
                           const TokenizerTraining &options);

/// Makes a SentencePiece model each of whose pieces is one of these letters (code points; a blank
/// is one, too), so that a text of them has one piece per letter. Serialized; the same for the same
/// letters. Any other letter is unknown to it. @throws CorpusError if there are none
std::string letterTokenizer(std::string_view letters);

/// Makes a SentencePiece model each of whose pieces is one of these words, no two of them the same,
/// with ids from special::end + 1 on in their order. Serialized. @throws CorpusError if there are
/// none
std::string wordTokenizer(std::span<const std::string> words);

}  // namespace model
