// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/tensor_hash.h"

#include <QCryptographicHash>

#include "model/error.h"
#include "model/numerics/digits.h"

namespace app {
namespace {

QByteArrayView bytesOf(const void *data, std::size_t size) {
    return {static_cast<const char *>(data), static_cast<qsizetype>(size)};
}

void add(QCryptographicHash &hash, const std::string &text) {
    hash.addData(bytesOf(text.data(), text.size()));
}

void add(QCryptographicHash &hash, const model::TensorLayout &layout,
         const model::WeightMatrix &matrix) {
    std::string head = layout.name + (matrix.halves() ? " F16" : " F32");
    for (const long size : layout.shape)
        head += ' ' + model::shortestDigits(size);
    add(hash, head + '\n');
    const auto width = static_cast<std::size_t>(matrix.cols());
    for (long row = 0; row < matrix.rows(); ++row) {
        const long first = row * matrix.stride();
        hash.addData(matrix.halves() ? bytesOf(matrix.halves() + first, width * sizeof(Eigen::half))
                                     : bytesOf(matrix.floats() + first, width * sizeof(float)));
    }
}

}  // namespace

QString tensorHash(const model::Model &model, const std::stop_token &stop) {
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const model::TensorLayout &layout : model.weights().tensors()) {
        if (stop.stop_requested())
            throw model::Cancelled();
        add(hash, layout, model.weights()[layout.tensor]);
    }
    for (const model::Tokenizer *tokenizer : {&model.source(), &model.target()})
        add(hash, "tokenizer " + model::shortestDigits(tokenizer->serialized().size()) + '\n' +
                      tokenizer->serialized());
    return QString::fromLatin1(hash.result().toHex());
}

}  // namespace app
