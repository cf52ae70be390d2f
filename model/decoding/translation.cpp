// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/decoding/translation.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

#include "model/decoding/decoding.h"
#include "model/error.h"

namespace model {
namespace {

/// More bytes than the pieces of the longest sentence can stand for; looked at first, so that a
/// pasted book is refused at once.
constexpr std::size_t maximumSentenceBytes = std::size_t{1} << 16;

/// Pieces of a draft that are tried at once: more after each success, since what was computed
/// behind a piece that does not come is lost.
constexpr std::size_t shortestStride = 2;
constexpr std::size_t longestStride = 16;
/// Pieces of a draft among which it is taken up again after another piece came.
constexpr std::size_t farthestReturn = 4;

std::string tooLong(const std::string &got, const std::string &most) {
    return "The sentence is too long to translate: it has " + got + ", and at most " + most +
           " are read.";
}

std::vector<Piece> tokenize(const Model &model, std::string_view sentence) {
    if (sentence.size() > maximumSentenceBytes) {
        throw SentenceError(tooLong(std::to_string(sentence.size()) + " bytes",
                                    std::to_string(maximumSentenceBytes)));
    }
    const Language language =
        model.metadata("source_language") == "fr" ? Language::french : Language::other;
    std::vector<Piece> pieces = model.source().encode(sentence, language);
    if (pieces.empty()) {
        throw SentenceError("There is nothing to translate: the sentence is empty.");
    }
    if (static_cast<int>(pieces.size()) >= maximumSourceLength) {
        throw SentenceError(tooLong(std::to_string(pieces.size()) + " word pieces",
                                    std::to_string(maximumSourceLength - 1)));
    }
    Piece end;
    end.id = special::end;
    end.text = model.source().piece(special::end);
    end.startsWord = true;
    const int size = static_cast<int>(sentence.size());
    end.range = {size, size};
    pieces.push_back(std::move(end));
    return pieces;
}

}  // namespace

Trace beginTrace(std::shared_ptr<const Model> model, std::string_view sentence,
                 const std::stop_token &stop) {
    Trace trace;
    trace.sentence = sentence;
    trace.source = tokenize(*model, sentence);
    trace.encoder = std::make_shared<const EncoderTrace>(encode(*model, trace.source, stop));
    trace.model = std::move(model);
    return trace;
}

Ending endingAfter(const Trace &trace) {
    if (!trace.steps.empty() && trace.steps.back()->chosen.id == special::end) {
        return Ending::endPiece;
    }
    return trace.targetLength() >= maximumTargetLength(trace.sourceLength()) ? Ending::length
                                                                             : Ending::running;
}

void describeTarget(Trace &trace) {
    std::vector<int> ids;
    ids.reserve(trace.steps.size());
    for (const auto &step : trace.steps) {
        ids.push_back(step->chosen.id);
    }
    trace.target = trace.model->target().describe(ids);
    trace.translation = trace.model->target().decode(ids);
}

Translation::Translation(std::shared_ptr<const Model> model, std::string_view sentence,
                         const std::stop_token &stop)
    : trace_(beginTrace(std::move(model), sentence, stop)) {}

void Translation::expect(std::vector<int> pieces) {
    draft_ = std::move(pieces);
    // The end may come after a draft's last piece, but nothing comes after the end.
    draft_.erase(std::find(draft_.begin(), draft_.end(), special::end), draft_.end());
    drafted_ = 0;
    ahead_.clear();
}

void Translation::lookAhead() {
    const auto rest = std::span(draft_).subspan(std::min(drafted_, draft_.size()));
    const auto tried = rest.first(std::min(rest.size(), stride_));
    const StepTrace *previous = trace_.steps.empty() ? nullptr : trace_.steps.back().get();
    auto steps = decodeAlong(*trace_.model, *trace_.encoder, previous, tried);

    // A few pieces may have come or gone: the draft is taken up behind the last piece, if it is
    // near, and otherwise a piece has become another.
    const auto next = rest.subspan(steps.size() - 1)
                          .first(std::min(rest.size() - (steps.size() - 1), farthestReturn));
    const auto found = std::find(next.begin(), next.end(), steps.back().chosen.id);
    drafted_ +=
        steps.size() + static_cast<std::size_t>(found == next.end() ? 0 : found - next.begin());
    stride_ = steps.size() > tried.size() ? std::min(2 * stride_, longestStride) : shortestStride;
    ahead_.assign(std::make_move_iterator(steps.begin()), std::make_move_iterator(steps.end()));
}

void Translation::step(const Intervention &intervention) {
    if (finished()) {
        return;
    }
    if (intervention.weights || intervention.word) {
        const StepTrace *previous = trace_.steps.empty() ? nullptr : trace_.steps.back().get();
        ahead_.assign(1, decode(*trace_.model, *trace_.encoder, previous, intervention));
        draft_.clear();  // what was expected was not expected of this
    } else if (ahead_.empty()) {
        lookAhead();
    }
    trace_.steps.push_back(std::make_shared<const StepTrace>(std::move(ahead_.front())));
    ahead_.pop_front();
    trace_.ending = endingAfter(trace_);
}

std::shared_ptr<const Trace> Translation::trace() const {
    auto snapshot = std::make_shared<Trace>(trace_);
    describeTarget(*snapshot);
    return snapshot;
}

}  // namespace model
