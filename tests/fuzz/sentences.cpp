// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/text/sentences.h"
#include "model/decoding/intervention_json.h"
#include "model/error.h"
#include "model/model.h"
#include "model/text/normalize.h"
#include "model/text/unfamiliar.h"
#include "model/text/words.h"
#include "tests/fuzz/targets.h"
#include "tests/support/traces.h"

namespace fuzz {

namespace {

bool liesIn(model::Range range, std::string_view text) {
    return range.begin >= 0 && range.begin <= range.end &&
           range.end <= static_cast<int>(text.size());
}

void readSentence(std::string_view text, model::Language language) {
    const model::NormalizedText normal = model::normalize(text, language);
    require(normal.origins.size() == normal.text.size(), "every byte comes from somewhere");
    for (const model::Range range : normal.origins) {
        require(liesIn(range, text), "what it comes from stands in the text");
    }
    const model::Tokenizer &tokenizer = support::tinyModel()->source();
    const std::vector<model::Piece> pieces = tokenizer.encode(text, language);
    std::vector<int> ids;
    for (const model::Piece &piece : pieces) {
        require(liesIn(piece.range, text), "a piece stands in the text");
        ids.push_back(piece.id);
    }
    int next = 0;
    for (const model::Word &word : model::groupWords(pieces, text)) {
        require(word.firstPiece == next, "every piece belongs to one word");
        next += word.pieceCount;
    }
    require(next == static_cast<int>(pieces.size()), "every piece belongs to a word");
    model::unfamiliarity(text, pieces);
    const std::string decoded = tokenizer.decode(ids);
    for (const model::Piece &piece : tokenizer.describe(ids)) {
        require(liesIn(piece.range, decoded), "a piece stands in the translation");
    }
}

}  // namespace

void readText(std::string_view bytes) {
    readSentence(bytes, model::Language::french);
    readSentence(bytes, model::Language::other);
    int end = 0;
    for (const model::Range range : model::splitSentences(bytes)) {
        require(liesIn(range, bytes) && range.begin >= end && !range.empty(),
                "sentences follow one another");
        end = range.end;
    }
}

std::vector<std::string> texts() {
    return {"Comment allez-vous ?",
            "« L’œuvre » coûte 1 234,50 € — voir https://exemple.fr/a?b=c et M. Dupont.",
            "e\xCC\x81te\xCC\x81 \xF0\x9F\x98\x80\xE2\x80\x8D\xF0\x9F\x92\xBB &amp; \xFF\xFE",
            "1. Ouvrez la porte.\n2. Entrez !\n\nQue\tdire… ?"};
}

void readInterventionText(std::string_view bytes) {
    const auto &model = *support::tinyModel();
    try {
        const model::Interventions read = model::interventionsFromJson(bytes, model, "text");
        const std::string written = model::interventionsToJson(read);
        require(model::interventionsFromJson(written, model, "text") == read,
                "what is written is read back");
    } catch (const model::InterventionError &) {
    }
}

std::vector<std::string> interventionTexts() {
    return {
        R"({"format": "attention interventions 1", "every_step": {"temperature": 0.5},
            "steps": [{"step": 0, "attention": "uniform", "muted": [3]},
                      {"step": 2, "attention": {"position": 4}, "state": [{"unit": 1, "value": 0}]},
                      {"step": 5, "words": "a b"}],
            "annotations": [{"position": 1, "unit": 3, "value": 0.25}],
            "initial_state": [{"unit": 2, "value": -1}]})",
        R"({"format": "attention interventions 1",
            "every_step": {"attention": "previous", "context": [{"unit": 0, "value": 1e-3}]},
            "steps": [{"step": 1, "attention": {"weights": [0.5, 0.25, 0.25]}, "pieces": [4, 5]},
                      {"step": 3, "attention": "posterior"}]})"};
}

}  // namespace fuzz
