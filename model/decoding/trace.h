// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "model/decoding/intervention.h"
#include "model/decoding/source.h"
#include "model/model.h"
#include "model/numerics/tensor.h"
#include "model/text/tokenizer.h"

namespace model {

/// The gates, candidate and state of a GRU: one row per position ([n, units]); one row for a step.
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

/// Everything that the encoder computed for a sentence of S pieces, or a picture of S cells.
struct EncoderTrace {
    Matrix embeddings;  ///< x_j [S, E]; of a cell of a picture, that of its place
    /// What each convolution but the last made of a picture, one row per cell, row after row: with
    /// picture::convolutions of them [32 · 32, C_1], [16 · 16, C_2], [8 · 8, C_3]. None for text.
    std::vector<Matrix> features;
    std::vector<EncoderPass> passes;  ///< in the order in which they are made; none for a picture
    /// h_j: the states of all passes, [→h_j ; ←h_j] [S, 2H], or the features of a picture [S, H].
    Matrix annotations;
    Matrix keys;  ///< W_k h_j + b_k [S, A]; empty for the bottleneck
    Row initial;  ///< s_0 [D]
    /// W_c h_j: what each annotation, if it were the context, would add to the gates of a new state
    /// [S, 3D]; for the bottleneck, that of its only context [1, 3D]. The share of a context is the
    /// sum of these by its weights, which spares each step the larger part of W_ih.
    Matrix contextGates;

    /// The cells of the pass in a direction; empty where there is none.
    const GruTrace &cells(Direction direction) const;
    const GruTrace &forward() const { return cells(Direction::leftToRight); }
    const GruTrace &backward() const { return cells(Direction::rightToLeft); }
};

/// [→h_S ; ←h_1] [2H]: what the encoder knows after having read everything in each direction; of a
/// picture, the mean of the annotations (Xu et al. 2015, section 3.1.2). The initial state is made
/// of it, and it is the context of the bottleneck. (Of the annotations, so that held units of these
/// count.)
Row sentenceSummary(const EncoderTrace &encoder);

/// A word that the decoder could have chosen.
struct Candidate {
    int id = 0;
    float logProbability = 0;  ///< natural logarithm
    bool operator==(const Candidate &) const = default;
};

/// Everything that the decoder computed for the step after a prefix, the pieces y_1 … y_{i−1}. It
/// does not depend on which piece is taken: that is a Choice, so that translations that diverge
/// here share it.
struct StepTrace {
    int previousId = 0;     ///< y_{i−1}: the piece fed back; special::begin at the first step
    Row previousEmbedding;  ///< its embedding [E]
    /// What the annotations are compared with: W_q [s_{i−1} ; y_{i−1}] [A] where the query of the
    /// model is made of the word, too, W_q s_{i−1} where it is not, s_{i−1} [D] for scores other
    /// than the additive; empty for the bottleneck.
    Row query;
    Row scores;     ///< e_ij [S]; empty for the bottleneck
    Row weights;    ///< α_ij [S], what the context was computed from; empty for the bottleneck
    Row context;    ///< c_i [2H], with the units that are held
    GruTrace cell;  ///< r, z, n and s_i (with the units that are held), one row each [1, D]
    Row readout;    ///< t_i [E]
    /// The most probable pieces, most probable first (at most StepTrace::candidateCount).
    std::vector<Candidate> candidates;
    float entropy = 0;  ///< of the whole distribution p_i, in nats
    /// The weights are not the softmax of the scores: the user pinned them, muted positions or set
    /// a temperature.
    bool weightsForced = false;

    static constexpr int candidateCount = 32;
};

/// The piece that was taken after a step: the edge from its prefix to the next one.
struct Choice {
    Candidate candidate;
    int rank = 0;         ///< 0: the most probable piece was taken
    bool forced = false;  ///< the piece was chosen by the user
    /// log p of the same piece where no source is shown: what an anti-language-model objective
    /// compared it with (SearchOptions::antiLanguageModel); absent where the search did not ask.
    std::optional<float> withoutSource = {};
    bool operator==(const Choice &) const = default;
};

/// Why a translation has no further step.
enum class Ending {
    running,   ///< it has: this is a snapshot of a translation under way
    endPiece,  ///< the end-of-sentence piece was produced
    length,    ///< 2S + 20 pieces were produced without it
};

/// A translation as a value: immutable, shared as std::shared_ptr<const Trace>. Snapshots of one
/// translation share the numbers of the encoder and of the earlier steps.
struct Trace {
    std::shared_ptr<const Model> model;
    Source source;  ///< S positions
    std::shared_ptr<const EncoderTrace> encoder;
    std::vector<std::shared_ptr<const StepTrace>> steps;  ///< T
    std::vector<Choice> choices;                          ///< T, one after each step
    /// What it was made with: those of the T steps, and what concerns no single step. The model
    /// decided everything else.
    Interventions interventions;
    std::vector<Piece> target;  ///< T pieces, one per step; ranges in `translation`
    std::string translation;
    Ending ending = Ending::running;

    int sourceLength() const { return source.length(); }
    int targetLength() const { return static_cast<int>(steps.size()); }
    bool hasAttention() const { return model->configuration().attends(); }
    const StepTrace &step(int i) const { return *steps[static_cast<std::size_t>(i)]; }
    const Choice &choice(int step) const { return choices[static_cast<std::size_t>(step)]; }
    /// The piece that was taken at a step, 0 ≤ step < T.
    const Candidate &chosen(int step) const { return choice(step).candidate; }
    /// Sum of the log-probabilities of the chosen pieces (natural logarithm).
    double logProbability() const;
};

/// The alignment matrix: row i holds α_i [T, S]. Empty (0 × S) for the bottleneck.
Matrix alignment(const Trace &trace);

}  // namespace model
