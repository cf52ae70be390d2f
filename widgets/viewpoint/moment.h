// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <compare>

namespace model {
struct Trace;
}

// A moment of a translation: a pure value, without Qt. Views are pure functions of the trace, the
// moment and the selection, so that time can be played, scrubbed and reversed alike.
namespace widgets {

/// What happens within a moment. The first three are the reading of the encoder, the others the
/// stages of one output word.
enum class Stage { embed, forward, backward, score, softmax, context, state, word };

/// What files and options call the stages, in the order of time.
inline constexpr std::array<const char *, 8> stageNames{"embed",   "forward", "backward", "score",
                                                        "softmax", "context", "state",    "word"};

/// How long a trace is in time: S source pieces, T decoder steps; neither is negative.
struct Extent {
    int source = 0;
    int steps = 0;
    bool attends = true;  ///< false: the bottleneck, whose words have no score and no softmax
    int passes = 2;  ///< of the encoder: 2 forward and backward, 1 forward only, 0 of a picture
    bool operator==(const Extent &) const = default;
};

Extent extentOf(const model::Trace &trace);

/// The stages of reading: the embeddings and each of the encoder's passes.
constexpr int readingStages(const Extent &extent) {
    return 1 + extent.passes;
}

/// The first stage of a word, and how many it has: 5 from the score on, or 3 for the bottleneck,
/// from the context on.
constexpr Stage firstStage(const Extent &extent) {
    return extent.attends ? Stage::score : Stage::context;
}
constexpr int wordStages(const Extent &extent) {
    return static_cast<int>(Stage::word) - static_cast<int>(firstStage(extent)) + 1;
}

/// `index` is the source piece while reading (forward: left to right; backward: counted from the
/// last piece), else the decoder step. `fraction` in [0, 1] is how much of the stage is done.
/// Order: all embeddings, the passes that there are, forward and backward, then step by step.
struct Moment {
    Stage stage = Stage::embed;
    int index = 0;
    double fraction = 0;

    bool reading() const { return stage < Stage::score; }
    /// The decoder step, or −1 while reading.
    int step() const { return reading() ? -1 : index; }
    bool operator==(const Moment &) const = default;
};

/// Stages in the whole translation: 3 S + 5 T. The bottleneck has 3 T in place of 5 T, an encoder
/// that reads in one direction 2 S in place of 3 S.
int momentCount(const Extent &extent);
/// Position on one axis from 0 (nothing done) to momentCount (all done): whole part the stage,
/// fractional part how much of it. A stage that the extent lacks is where its step begins, or where
/// reading ends.
double position(const Moment &moment, const Extent &extent);
/// The inverse; positions outside are clamped. An empty extent gives Moment{}.
Moment momentAt(double position, const Extent &extent);
/// The end of the last stage: everything computed. Moment{} for an empty extent.
Moment lastMoment(const Extent &extent);
/// The end of the word of step i (i clamped): where a click on an output word leads.
Moment endOfStep(int step, const Extent &extent);
/// Where step i has begun and nothing of it is done.
Moment beginningOfStep(int step, const Extent &extent);
/// The end of reading, before the first score.
Moment endOfReading(const Extent &extent);
/// One stage on or back: the next or previous whole position; clamped.
Moment nextStage(const Moment &moment, const Extent &extent);
Moment previousStage(const Moment &moment, const Extent &extent);
/// One word on or back: ends of reading and of each step; clamped at the ends.
Moment nextWord(const Moment &moment, const Extent &extent);
Moment previousWord(const Moment &moment, const Extent &extent);
/// How much of `stage` at `index` has been computed at `moment`: 0 to 1. Of a picture, whose cells
/// are seen without passes, Stage::forward is the annotation of a cell.
double progress(const Moment &moment, const Extent &extent, Stage stage, int index);

}  // namespace widgets
