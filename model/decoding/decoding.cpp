// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/decoding/decoding.h"

#include <string>
#include <utility>
#include <vector>

#include "model/decoding/encoder.h"
#include "model/error.h"
#include "model/scenes/cells.h"
#include "model/scenes/picture.h"

namespace model {
namespace {

/// More bytes than the pieces of the longest sentence can stand for; checked first, so that a
/// pasted book is refused at once.
constexpr std::size_t maximumSentenceBytes = std::size_t{1} << 16;

/// What a text stands for to a model of pictures.
Source pictureSource(std::string_view text) {
    scenes::Seen seen = scenes::pictureFromText(text);
    return {std::string(text), scenes::cellPieces(), std::move(seen.picture)};
}

Source tokenize(const Model &model, std::string_view sentence) {
    if (sentence.size() > maximumSentenceBytes) {
        throw SentenceError(
            "The sentence is too long to translate: it has %1 bytes, and at most %2 are read.",
            sentence.size(), maximumSentenceBytes);
    }
    if (model.configuration().seesPictures()) {
        return pictureSource(sentence);
    }
    std::vector<Piece> pieces = model.source().encode(sentence, model.sourceLanguage());
    if (pieces.empty()) {
        throw SentenceError("There is nothing to translate: the sentence is empty.");
    }
    if (static_cast<int>(pieces.size()) >= maximumSourceLength) {
        throw SentenceError(
            "The sentence is too long to translate: it has %1 word pieces, and at most %2 are "
            "read.",
            pieces.size(), maximumSourceLength - 1);
    }
    Piece end;
    end.id = special::end;
    end.text = model.source().piece(special::end);
    end.startsWord = true;
    const int size = static_cast<int>(sentence.size());
    end.range = {size, size};
    pieces.push_back(std::move(end));
    return {std::string(sentence), std::move(pieces)};
}

}  // namespace

Trace beginTrace(std::shared_ptr<const Model> model, std::string_view sentence,
                 const Interventions &interventions, const std::stop_token &stop) {
    Trace trace;
    trace.source = tokenize(*model, sentence);
    checkInterventions(interventions, model->configuration(), trace.source.length());
    trace.encoder = std::make_shared<const EncoderTrace>(
        hold(*model, encode(*model, trace.source, stop), interventions));
    trace.interventions = interventions.ofSteps(0);
    trace.model = std::move(model);
    return trace;
}

Ending endingAfter(int piece, int length, int sourceLength) {
    if (length > 0 && piece == special::end) {
        return Ending::endPiece;
    }
    return length >= maximumTargetLength(sourceLength) ? Ending::length : Ending::running;
}

void describeTarget(Trace &trace) {
    std::vector<int> ids;
    ids.reserve(trace.choices.size());
    for (const Choice &choice : trace.choices) {
        ids.push_back(choice.candidate.id);
    }
    trace.target = trace.model->target().describe(ids);
    trace.translation = trace.model->target().decode(ids);
}

}  // namespace model
