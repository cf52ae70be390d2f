// SPDX-License-Identifier: GPL-3.0-or-later
#include <span>

#include "model/decoding/translation.h"
#include "model/error.h"
#include "model/model.h"
#include "model/scenes/generator.h"
#include "model/scenes/picture.h"
#include "tests/fuzz/targets.h"
#include "tests/support/traces.h"

namespace fuzz {

namespace {

/// A model may compute what is no number; that ends with an error, too.
void translateBy(const std::shared_ptr<const model::Model> &model) {
    try {
        const bool sees = model->configuration().seesPictures();
        model::Translation translation(model, sees ? sceneTexts().front() : "a b, c!");
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
    for (const char *name :
         {"tiny", "tiny_bottleneck", "tiny_general", "tiny_dot", "tiny_query", "tiny_caption"}) {
        files.push_back(contentsOf(support::dataFile(std::string(name) + ".safetensors")));
    }
    return files;
}

void readSceneText(std::string_view bytes) {
    try {
        const model::scenes::Seen seen = model::scenes::pictureFromText(bytes);
        require(seen.picture.pixels.rows() == 64 * 64 && seen.picture.pixels.allFinite(),
                "a picture has all of its pixels");
        if (seen.scene) {
            require(model::scenes::sceneFromJson(model::scenes::toJson(*seen.scene)) == *seen.scene,
                    "a scene comes back from its text");
            require(model::scenes::visibleShares(*seen.scene).sum() <= 64 * 64 * 1.001F,
                    "no pixel shows more than itself");
        }
    } catch (const model::SentenceError &) {
    }
}

std::vector<std::string> sceneTexts() {
    using namespace model::scenes;
    std::vector<std::string> result;
    for (const Scene &scene : firstScenes(Part::combinations, 3)) {
        result.push_back(toJson(scene));
    }
    result.push_back(toJson(Scene()));
    result.push_back(toJson(draw(Scene())));
    return result;
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
