// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/text/piece_label.h"

#include <QCoreApplication>
#include <string>

#include "model/configuration.h"
#include "model/text/words.h"

namespace widgets {
namespace {

constexpr int longestLabel = 200;  // characters

/// The name of a special piece, to be translated where it is a label.
const char *specialName(int id) {
    switch (id) {
        case model::special::padding:
            return QT_TRANSLATE_NOOP("widgets::PieceLabel", "padding");
        case model::special::unknown:
            return QT_TRANSLATE_NOOP("widgets::PieceLabel", "unknown");
        case model::special::begin:
            return QT_TRANSLATE_NOOP("widgets::PieceLabel", "begin");
        default:
            return QT_TRANSLATE_NOOP("widgets::PieceLabel", "end");
    }
}

QString specialLabel(int id) {
    return QCoreApplication::translate("widgets::PieceLabel", specialName(id));
}

QStringList ofEach(const model::Source &source, QString (*write)(const model::Source &, int)) {
    QStringList texts;
    for (int position = 0; position < source.length(); ++position)
        texts.append(write(source, position));
    return texts;
}

QStringList ofEach(std::span<const model::Piece> pieces, QString (*write)(const model::Piece &)) {
    QStringList texts;
    for (const model::Piece &piece : pieces)
        texts.append(write(piece));
    return texts;
}

}  // namespace

QString shortenedLabel(const QString &label) {
    return label.size() > 24 ? label.left(22) + u'…' : label;
}

QString endLabel() {
    return specialLabel(model::special::end);
}

QString plainLabel(QString text) {
    for (QChar &c : text)
        if (c.category() == QChar::Other_Control || c.category() == QChar::Separator_Line ||
            c.category() == QChar::Separator_Paragraph)
            c = u' ';
    text = text.simplified();
    return text.size() > longestLabel ? text.left(longestLabel) + u'…' : text;
}

QString pieceLabel(const model::Piece &piece) {
    if (piece.id == model::special::end)
        return endLabel();
    return pieceName(piece);
}

QString positionLabel(const model::Source &source, int position) {
    return source.isEnd(position) ? endLabel() : positionName(source, position);
}

QStringList labelsOf(const model::Source &source) {
    return ofEach(source, positionLabel);
}

QStringList labelsOf(std::span<const model::Piece> pieces) {
    return ofEach(pieces, pieceLabel);
}

QString pieceName(const model::Piece &piece) {
    return plainLabel(QString::fromStdString(model::displayText(piece)));
}

QString positionName(const model::Source &source, int position) {
    return plainLabel(QString::fromStdString(source.label(position)));
}

QStringList namesOf(const model::Source &source) {
    return ofEach(source, positionName);
}

QStringList namesOf(std::span<const model::Piece> pieces) {
    return ofEach(pieces, pieceName);
}

QString vocabularyLabel(const model::Tokenizer &tokenizer, int id) {
    return id <= model::special::end ? specialLabel(id) : vocabularyName(tokenizer, id);
}

QString vocabularyName(const model::Tokenizer &tokenizer, int id) {
    if (id <= model::special::end)
        return QLatin1String(specialName(id));
    model::Piece piece;
    piece.id = id;
    piece.text = std::string(tokenizer.piece(id));
    piece.isByte = tokenizer.isByte(id);
    const QString label = pieceName(piece);
    // Both "▁red" and "red" are pieces: the one that goes on with a word says so.
    const bool goesOn = !piece.isByte && !piece.text.starts_with("\u2581") && !label.isEmpty() &&
                        label.front().isLetterOrNumber();
    return goesOn ? u'·' + label : label;
}

}  // namespace widgets
