// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <string>
#include <string_view>

namespace model {

/// attention: Bahdanau, Cho & Bengio (2015). bottleneck: the encoder-decoder it replaced, whose
/// context is the same fixed vector at every step (Cho et al. 2014). caption: the decoder of the
/// first, whose source is a picture seen through a convolutional encoder (Xu et al. 2015, "Show,
/// attend and tell", with soft attention).
enum class Architecture { attention, bottleneck, caption };

/// How the decoder state is compared with an annotation (Luong, Pham & Manning 2015,
/// section 3.1).
enum class Score { additive, general, dot };

std::string_view toString(Architecture architecture);
std::string_view toString(Score score);

/// What a model of pictures sees: a square of pixels, of which each cell of a grid becomes a source
/// position.
namespace picture {
inline constexpr int size = 64;                ///< pixels in each direction
inline constexpr int channels = 3;             ///< red, green, blue
inline constexpr int grid = 8;                 ///< cells in each direction
inline constexpr int positions = grid * grid;  ///< S
/// Convolutions before that of the annotations, each of which halves width and height.
inline constexpr int convolutions = 3;
static_assert(size >> convolutions == grid);
}  // namespace picture

/// The sizes and the kind of a model: all that is needed to lay out its tensors.
struct Configuration {
    Architecture architecture = Architecture::attention;
    Score score = Score::additive;
    bool bidirectional = true;  ///< false: the encoder reads left to right only, or sees a picture
    int sourceVocabulary = 0;   ///< Vs, pieces
    int targetVocabulary = 0;   ///< Vt, pieces
    int embedding = 256;        ///< E
    int encoder = 256;          ///< H, units per direction; of a picture, those of an annotation
    int decoder = 512;          ///< D
    int attention = 256;        ///< A
    bool tiedOutput = true;     ///< W_out is target.embedding
    /// The query of an additive score is made of y_{i−1} beside s_{i−1}: see StepTrace::query.
    bool queryOfWord = false;
    /// Features that the convolutions of a picture give, but for the last one, which gives the
    /// annotations. 0: the model reads text.
    std::array<int, picture::convolutions> features{};

    /// Whether it has attention. Where not, its context is the same at every step.
    bool attends() const { return architecture != Architecture::bottleneck; }
    bool seesPictures() const { return architecture == Architecture::caption; }
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
