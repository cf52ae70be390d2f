// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace model {

/// attention: Bahdanau, Cho & Bengio (2015). bottleneck: the encoder-decoder it replaced, whose
/// context is the same fixed vector at every step (Cho et al. 2014).
enum class Architecture { attention, bottleneck };

/// How the decoder state is compared with an annotation (Luong, Pham & Manning 2015,
/// section 3.1).
enum class Score { additive, general, dot };

std::string_view toString(Architecture architecture);
std::string_view toString(Score score);

/// The sizes and the kind of a model: all that is needed to lay out its tensors.
struct Configuration {
    Architecture architecture = Architecture::attention;
    Score score = Score::additive;
    bool bidirectional = true;  ///< false: the encoder reads left to right only
    int sourceVocabulary = 0;   ///< Vs, pieces
    int targetVocabulary = 0;   ///< Vt, pieces
    int embedding = 256;        ///< E
    int encoder = 256;          ///< H, units per direction
    int decoder = 512;          ///< D
    int attention = 256;        ///< A
    bool tiedOutput = true;     ///< W_out is target.embedding
    /// The query of an additive score is made of y_{i−1} beside s_{i−1}: see StepTrace::query.
    bool queryOfWord = false;

    /// Size of one annotation: 2H, or H where the encoder has one direction.
    int annotation() const { return bidirectional ? 2 * encoder : encoder; }
    /// Size of what the query of an additive score is made of: D, or D+E.
    int queryInput() const { return queryOfWord ? decoder + embedding : decoder; }

    bool operator==(const Configuration &) const = default;
};

/// Ids that every tokenizer shares.
namespace special {
inline constexpr int padding = 0;
inline constexpr int unknown = 1;
inline constexpr int begin = 2;
inline constexpr int end = 3;
}  // namespace special

}  // namespace model
