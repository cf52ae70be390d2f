// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "model/decoding/intervention.h"
#include "model/model.h"
#include "model/numerics/tensor.h"
#include "model/text/tokenizer.h"

namespace model {

/// The gates, candidate and state of a GRU: a row per position ([n, units]); one row for one step.
struct GruTrace {
    Matrix reset;      ///< r
    Matrix update;     ///< z
    Matrix candidate;  ///< n
    Matrix state;      ///< h
};

/// The way in which a source is read.
enum class Direction { leftToRight, rightToLeft };

/// One reading of the source by a recurrent network.
struct EncoderPass {
    Direction direction = Direction::leftToRight;
    GruTrace cells;  ///< →h_j or ←h_j, rows in source order [S, H]
};

/// Everything the encoder computed for a sentence of S pieces.
struct EncoderTrace {
    Matrix embeddings;                ///< x_j [S, E]
    std::vector<EncoderPass> passes;  ///< in the order in which they are made
    Matrix annotations;               ///< h_j: the states of all passes, [→h_j ; ←h_j] [S, 2H]
    Matrix keys;                      ///< W_k h_j + b_k [S, A]; empty for the bottleneck
    Row initial;                      ///< s_0 [D]
    /// W_c h_j: what each annotation, if it were the context, would add to the gates of a new state
    /// [S, 3D]; the bottleneck's only context [1, 3D]. A context's share is the sum of these by its
    /// weights, which spares each step the larger part of W_ih.
    Matrix contextGates;

    /// The cells of the pass in a direction; empty where there is none.
    const GruTrace &cells(Direction direction) const;
    const GruTrace &forward() const { return cells(Direction::leftToRight); }
    const GruTrace &backward() const { return cells(Direction::rightToLeft); }
};

/// A word the decoder could have chosen.
struct Candidate {
    int id = 0;
    float logProbability = 0;  ///< natural logarithm
    bool operator==(const Candidate &) const = default;
};

/// Everything the decoder computed of a prefix, the pieces y_1 … y_{i−1}, to go on with. It does
/// not hang on which piece is taken: that is a Choice, so that translations that part here share
/// it.
struct StepTrace {
    int previousId = 0;     ///< y_{i−1}: the piece fed back; special::begin at the first step
    Row previousEmbedding;  ///< its embedding [E]
    /// What the annotations are compared with: W_q [s_{i−1} ; y_{i−1}] [A] where the model's query
    /// is of the word, too, W_q s_{i−1} where not, s_{i−1} [D] for other scores than the additive;
    /// empty for the bottleneck.
    Row query;
    Row scores;     ///< e_ij [S]; empty for the bottleneck
    Row weights;    ///< α_ij [S], what the context was computed from; empty for the bottleneck
    Row context;    ///< c_i [2H]
    GruTrace cell;  ///< r, z, n and s_i, one row each [1, D]
    Row readout;    ///< t_i [E]
    /// The most probable pieces, most probable first (at most StepTrace::candidateCount).
    std::vector<Candidate> candidates;
    float entropy = 0;           ///< of the whole distribution p_i, in nats
    bool weightsForced = false;  ///< the weights are the user's, not the softmax's

    static constexpr int candidateCount = 32;
};

/// The piece that was taken after a step: the edge from its prefix to the next one.
struct Choice {
    Candidate candidate;
    int rank = 0;         ///< 0: the most probable piece was taken
    bool forced = false;  ///< the piece is the user's choice
    bool operator==(const Choice &) const = default;
};

/// Why a translation has no further step.
enum class Ending {
    running,   ///< it has: this is a snapshot of a translation under way
    endPiece,  ///< the end-of-sentence piece was produced
    length,    ///< 2S + 20 pieces were produced without it
};

/// A translation as a value: immutable, shared as std::shared_ptr<const Trace>. Snapshots of one
/// translation share the encoder's and the earlier steps' numbers.
struct Trace {
    std::shared_ptr<const Model> model;
    std::string sentence;       ///< as typed
    std::vector<Piece> source;  ///< S pieces, the end piece last; ranges in `sentence`
    std::shared_ptr<const EncoderTrace> encoder;
    std::vector<std::shared_ptr<const StepTrace>> steps;  ///< T
    std::vector<Choice> choices;                          ///< T, one after each step
    Interventions interventions;  ///< those of the steps; what else was decided, the model did
    std::vector<Piece> target;    ///< T pieces, one a step; ranges in `translation`
    std::string translation;
    Ending ending = Ending::running;

    int sourceLength() const { return static_cast<int>(source.size()); }
    int targetLength() const { return static_cast<int>(steps.size()); }
    bool hasAttention() const {
        return model->configuration().architecture == Architecture::attention;
    }
    const StepTrace &step(int i) const { return *steps[static_cast<std::size_t>(i)]; }
    const Choice &choice(int step) const { return choices[static_cast<std::size_t>(step)]; }
    /// The piece that was taken at a step, 0 ≤ step < T.
    const Candidate &chosen(int step) const { return choice(step).candidate; }
    /// Sum of the chosen pieces' log-probabilities (natural logarithm).
    double logProbability() const;
};

/// The alignment matrix: row i holds α_i [T, S]. Empty (0 × S) for the bottleneck.
Matrix alignment(const Trace &trace);

}  // namespace model
