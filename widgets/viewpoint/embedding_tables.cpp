// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/viewpoint/embedding_tables.h"

#include <QCoreApplication>
#include <string>

#include "model/embeddings/neighbours.h"
#include "model/error.h"
#include "widgets/drawing/strip.h"
#include "widgets/text/piece_label.h"

namespace widgets {
namespace {

constexpr int betweenChecks = 256;  // pieces, between two looks at the stop token

}  // namespace

const model::WeightMatrix &embeddingTable(const model::Model &model, TableSide side) {
    return model.weights()[side == TableSide::source ? model::Tensor::sourceEmbedding
                                                     : model::Tensor::targetEmbedding];
}

const model::Tokenizer &tokenizerOf(const model::Model &model, TableSide side) {
    return side == TableSide::source ? model.source() : model.target();
}

QString searchKey(const QString &text) {
    QString key;
    const QString decomposed = text.normalized(QString::NormalizationForm_KD).toCaseFolded();
    key.reserve(decomposed.size());
    for (const QChar c : decomposed) {
        if (c == QChar(0x0153))
            key += QLatin1String("oe");
        else if (c == QChar(0x00e6))
            key += QLatin1String("ae");
        else if (!c.isMark() && c != u'·')
            key += c;
    }
    return key;
}

std::vector<int> matchingPieces(const PieceNames &names, const QString &text) {
    const QString wanted = searchKey(text.trimmed());
    std::vector<int> first;
    std::vector<int> later;
    for (int id = 0; const QString &key : names.keys) {
        const qsizetype at = key.indexOf(wanted);
        if (at == 0)
            first.push_back(id);
        else if (at > 0)
            later.push_back(id);
        ++id;
    }
    first.insert(first.end(), later.begin(), later.end());
    return first;
}

PieceNames pieceNames(const model::Model &model, TableSide side, const std::stop_token &stop) {
    const model::Tokenizer &tokenizer = tokenizerOf(model, side);
    PieceNames names;
    for (int id = 0; id < tokenizer.size(); ++id) {
        if (id % betweenChecks == 0 && stop.stop_requested())
            throw model::Cancelled();
        names.labels.push_back(vocabularyLabel(tokenizer, id));
        names.keys.push_back(searchKey(names.labels.back()));
    }
    const model::Matrix values = embeddingTable(model, side).matrix();
    names.limit = robustLimit({values.data(), static_cast<std::size_t>(values.size())});
    return names;
}

EmbeddingSpace embeddingSpace(const model::Model &model, TableSide side,
                              const std::stop_token &stop) {
    const model::WeightMatrix &table = embeddingTable(model, side);
    EmbeddingSpace space;
    space.norms = model::rowNorms(table);
    space.principal = model::principalComponents(table, stop);
    return space;
}

}  // namespace widgets
