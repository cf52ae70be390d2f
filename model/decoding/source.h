// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>
#include <vector>

#include "model/text/range.h"
#include "model/text/tokenizer.h"
#include "model/text/words.h"

namespace model {

/// What a model reads: S positions, one for each annotation, each with a label and a place. Text is
/// one kind of source: its positions are its pieces, the end piece last, and the place of each is a
/// range of its bytes. Who shows or measures a source asks for positions; only who works on the
/// text itself asks for its pieces.
class Source {
  public:
    Source() = default;
    /// A text as typed and its pieces, whose ranges refer to it.
    Source(std::string text, std::vector<Piece> pieces);

    int length() const { return static_cast<int>(pieces_.size()); }  ///< S
    bool empty() const { return pieces_.empty(); }
    const std::string &text() const { return text_; }
    std::span<const Piece> pieces() const { return pieces_; }

    /// A position as a label, translated into no language; see displayText().
    std::string label(int position) const { return displayText(at(position)); }
    /// Whether this is the end of the sequence, which stands for nothing in the source.
    bool isEnd(int position) const;
    /// The bytes of text() that a position stands for.
    Range place(int position) const { return at(position).range; }
    /// The row of the source embedding table that is looked up for a position.
    int token(int position) const { return at(position).id; }
    /// Neighbouring positions that a reader sees as one.
    std::vector<Word> words() const { return groupWords(pieces_, text_); }

    bool operator==(const Source &) const = default;

  private:
    const Piece &at(int position) const { return pieces_[static_cast<std::size_t>(position)]; }

    std::string text_;
    std::vector<Piece> pieces_;
};

}  // namespace model
