// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <span>

#include "model/decoding/source.h"
#include "model/text/tokenizer.h"

// How the positions of a source, the pieces of a translation and those of a vocabulary are written.
namespace widgets {

/// How a piece is written in the views: as model::displayText, the end piece translated; never a
/// control character.
QString pieceLabel(const model::Piece &piece);
/// The same of a position of a source.
QString positionLabel(const model::Source &source, int position);
/// Those of all positions, of all pieces.
QStringList labelsOf(const model::Source &source);
QStringList labelsOf(std::span<const model::Piece> pieces);

/// The same of a text: on one line, without control characters, not endless.
QString plainLabel(QString text);
/// A label that has to leave room for a sentence around it: no more than its first 22 characters.
QString shortenedLabel(const QString &label);
/// What is written for the end-of-sentence piece.
QString endLabel();

/// How a piece of the vocabulary is written: "chat", "·s" where it goes on with a word, "begin".
QString vocabularyLabel(const model::Tokenizer &tokenizer, int id);

/// The same for tables that are taken away: never translated.
QString pieceName(const model::Piece &piece);
QString positionName(const model::Source &source, int position);
QStringList namesOf(const model::Source &source);
QStringList namesOf(std::span<const model::Piece> pieces);
QString vocabularyName(const model::Tokenizer &tokenizer, int id);

}  // namespace widgets
