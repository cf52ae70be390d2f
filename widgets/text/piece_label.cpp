// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/text/piece_label.h"

#include <QCoreApplication>
#include <string>

#include "model/configuration.h"
#include "model/text/words.h"

namespace widgets {
namespace {

constexpr int longestLabel = 200;  // characters

QString specialLabel(int id) {
    switch (id) {
        case model::special::padding:
            return QCoreApplication::translate("widgets::PieceLabel", "padding");
        case model::special::unknown:
            return QCoreApplication::translate("widgets::PieceLabel", "unknown");
        case model::special::begin:
            return QCoreApplication::translate("widgets::PieceLabel", "begin");
        default:
            return QCoreApplication::translate("widgets::PieceLabel", "end");
    }
}

}  // namespace

QString endLabel() {
    return QCoreApplication::translate("widgets::PieceLabel", "end");
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
    return plainLabel(QString::fromStdString(model::displayText(piece)));
}

QString vocabularyLabel(const model::Tokenizer &tokenizer, int id) {
    if (id <= model::special::end)
        return specialLabel(id);
    model::Piece piece;
    piece.id = id;
    piece.text = std::string(tokenizer.piece(id));
    piece.isByte = tokenizer.isByte(id);
    const QString label = pieceLabel(piece);
    // Both "▁red" and "red" are pieces: the one that goes on with a word says so.
    const bool goesOn = !piece.isByte && !piece.text.starts_with("\u2581") && !label.isEmpty() &&
                        label.front().isLetterOrNumber();
    return goesOn ? u'·' + label : label;
}

}  // namespace widgets
