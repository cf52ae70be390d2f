// SPDX-License-Identifier: GPL-3.0-or-later
#include <span>

#include "model/decoding/translation.h"
#include "model/error.h"
#include "model/model.h"
#include "tests/fuzz/targets.h"
#include "tests/support/traces.h"

namespace fuzz {

namespace {

/// A model may compute what is no number; that ends with an error, too.
void translateBy(const std::shared_ptr<const model::Model> &model) {
    try {
        model::Translation translation(model, "a b, c!");
        for (int i = 0; i < 3; ++i) {
            translation.step();
        }
        require(translation.trace()->steps.size() <= 3, "no more steps than were taken");
    } catch (const model::Error &) {
    }
}

}  // namespace

void readModelFile(std::string_view bytes) {
    // A model keeps what it was read from.
    const std::string kept(bytes);
    try {
        translateBy(model::readModel(std::as_bytes(std::span(kept)), "file"));
    } catch (const model::ModelFileError &) {
    }
}

std::vector<std::string> modelFiles() {
    std::vector<std::string> files;
    for (const char *name : {"tiny", "tiny_bottleneck", "tiny_general", "tiny_dot", "tiny_query"}) {
        files.push_back(contentsOf(support::dataFile(std::string(name) + ".safetensors")));
    }
    return files;
}

void readTokenizerFile(std::string_view bytes) {
    try {
        const model::Tokenizer tokenizer(bytes, "tokenizer.source");
        const std::string text = "Il y a 3 chats, « là » !";
        std::vector<int> ids;
        for (const model::Piece &piece : tokenizer.encode(text, model::Language::french)) {
            require(piece.id >= 0 && piece.id < tokenizer.size(), "a piece is in the vocabulary");
            require(piece.range.begin <= piece.range.end &&
                        piece.range.end <= static_cast<int>(text.size()),
                    "a piece stands in the text");
            ids.push_back(piece.id);
        }
        tokenizer.decode(ids);
        tokenizer.describe(ids);
    } catch (const model::ModelFileError &) {
    }
}

std::vector<std::string> tokenizerFiles() {
    return {support::tinyModel()->source().serialized(),
            support::tinyModel()->target().serialized(),
            model::letterTokenizer(" abcdefghijklmnopqrstuvwxyz0123456789")};
}

}  // namespace fuzz
