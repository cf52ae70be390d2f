// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <deque>
#include <memory>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "model/decoding/trace.h"

namespace model {

/// What a user decides instead of the model, for one step.
struct Intervention {
    std::optional<Row> weights;  ///< [S], used as they are in place of the softmax's
    std::optional<int> word;     ///< id of the piece to take
};

/// Source pieces, the end piece included, up to which a sentence is translated.
inline constexpr int maximumSourceLength = 512;
/// Pieces after which decoding stops without an end piece: 2S + 20.
inline constexpr int maximumTargetLength(int sourceLength) {
    return 2 * sourceLength + 20;
}

/// Runs the encoder. @throws Cancelled
EncoderTrace encode(const Model &model, const std::vector<Piece> &source,
                    const std::stop_token &stop = {});

/// One decoder step, as a pure function: everything that follows from the annotations, the state
/// s_{i−1} and the piece y_{i−1} of `previous` (null: the first step). The most probable piece is
/// chosen unless the intervention names another.
/// @throws Error if an intervention has the wrong shape or names no piece.
StepTrace decode(const Model &model, const EncoderTrace &encoder, const StepTrace *previous,
                 const Intervention &intervention = {});

/// The steps that decode() gives behind each of several others, such as the hypotheses of a beam:
/// the same numbers, but each weight is read once for all of them.
std::vector<StepTrace> decodeEach(const Model &model, const EncoderTrace &encoder,
                                  std::span<const StepTrace *const> previous);

/// Decoder steps along a draft of the next pieces: those that decode() gives one after another as
/// long as each chooses the piece that the draft has there, the last one that differs included, so
/// between 1 and draft.size() + 1. Not one number depends on the draft; several steps share one
/// product with the output weights, by far the largest.
/// @throws Error if the draft names no piece.
std::vector<StepTrace> decodeAlong(const Model &model, const EncoderTrace &encoder,
                                   const StepTrace *previous, std::span<const int> draft);

/// The step machine: begin(), then step() for each output piece; trace() at any time.
class Translation {
  public:
    /// Tokenizes and encodes. @throws SentenceError if nothing but blanks was typed or the sentence
    /// is longer than maximumSourceLength; Cancelled.
    Translation(std::shared_ptr<const Model> model, std::string_view sentence,
                const std::stop_token &stop = {});

    /// Names the pieces (of the target vocabulary) that the translation will probably consist of,
    /// such as those of a sentence that is nearly the same. Makes step() faster where they come;
    /// changes nothing else.
    void expect(std::vector<int> pieces);
    bool finished() const { return trace_.ending != Ending::running; }
    /// Produces the next piece. Does nothing once finished.
    void step(const Intervention &intervention = {});
    /// A snapshot: what has been computed so far. Costs a walk over the pieces, not the numbers.
    std::shared_ptr<const Trace> trace() const;

  private:
    void lookAhead();

    Trace trace_;
    std::vector<int> draft_;       ///< what is expected
    std::size_t drafted_ = 0;      ///< where in the draft the next piece is expected
    std::size_t stride_ = 4;       ///< pieces of the draft that are tried at a time
    std::deque<StepTrace> ahead_;  ///< steps that are computed but not yet taken
};

struct SearchOptions {
    int beam = 1;                ///< hypotheses kept, 1 to StepTrace::candidateCount; 1 is greedy
    double lengthPenalty = 0.6;  ///< α of Wu et al. (2016), section 7: score / ((5 + T) / 6)^α
};

/// The whole translation by greedy or beam search. @throws SentenceError, Cancelled
std::shared_ptr<const Trace> translate(std::shared_ptr<const Model> model,
                                       std::string_view sentence, const SearchOptions &options = {},
                                       const std::stop_token &stop = {});

/// All that the search ended with, best first: up to a beam of them, one for greedy search; the
/// first is what translate() gives. @throws SentenceError, Cancelled
std::vector<std::shared_ptr<const Trace>> hypotheses(std::shared_ptr<const Model> model,
                                                     std::string_view sentence,
                                                     const SearchOptions &options,
                                                     const std::stop_token &stop = {});

}  // namespace model
