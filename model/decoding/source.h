// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <span>
#include <string>
#include <vector>

#include "model/scenes/cells.h"
#include "model/scenes/picture.h"
#include "model/text/range.h"
#include "model/text/tokenizer.h"
#include "model/text/words.h"

namespace model {

/// What a model reads: S positions, one for each annotation, each with a label and a place. Text is
/// one kind of source: its positions are its pieces, the end piece last, and the place of each is a
/// range of its bytes. A picture is another: its positions are the cells of a grid, row after row.
/// Who shows or measures a source asks for positions; only who works on the text itself asks for
/// its pieces.
class Source {
  public:
    Source() = default;
    /// A text as typed and its pieces, whose ranges refer to it.
    Source(std::string text, std::vector<Piece> pieces);
    /// A picture, the text that it was given as, and one piece for each of its cells.
    Source(std::string text, std::vector<Piece> cells, scenes::Picture picture);

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
    /// What is seen; null where the source is text.
    const scenes::Picture *picture() const { return picture_.get(); }
    /// The part of the picture that a position stands for; all of it where there is no picture.
    scenes::Cell cell(int position) const;
    /// The row of the source embedding table that is looked up for a position.
    int token(int position) const { return at(position).id; }
    /// Neighbouring positions that a reader sees as one.
    std::vector<Word> words() const { return groupWords(pieces_, text_); }

    bool operator==(const Source &other) const;

  private:
    const Piece &at(int position) const { return pieces_[static_cast<std::size_t>(position)]; }

    std::string text_;
    std::vector<Piece> pieces_;
    std::shared_ptr<const scenes::Picture> picture_;
};

}  // namespace model
