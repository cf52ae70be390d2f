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
    QStringList labels;
    for (int j = 0; j < source.length(); ++j)
        labels.append(positionLabel(source, j));
    return labels;
}

QStringList labelsOf(std::span<const model::Piece> pieces) {
    QStringList labels;
    for (const model::Piece &piece : pieces)
        labels.append(pieceLabel(piece));
    return labels;
}

QString pieceName(const model::Piece &piece) {
    return plainLabel(QString::fromStdString(model::displayText(piece)));
}

QString positionName(const model::Source &source, int position) {
    return plainLabel(QString::fromStdString(source.label(position)));
}

QStringList namesOf(const model::Source &source) {
    QStringList names;
    for (int j = 0; j < source.length(); ++j)
        names.append(positionName(source, j));
    return names;
}

QStringList namesOf(std::span<const model::Piece> pieces) {
    QStringList names;
    for (const model::Piece &piece : pieces)
        names.append(pieceName(piece));
    return names;
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
