// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "model/scenes/caption.h"
#include "model/text/tokenizer.h"
#include "model/training/pair_source.h"
#include "model/training/training_options.h"
#include "model/training/vocabularies.h"

// Drawn scenes and what the grammar says of them, without end, for a model of pictures.
namespace model::training {

/// The name of the task, as in the metadata of a model.
inline constexpr const char *captionTask = "caption";

/// The language of captions. @throws Error if there is no grammar of it
const scenes::Wording &requireWording(const std::string &language);

/// The vocabularies of a model that captions scenes: the cells of a picture, and pieces learned
/// from captions. The same for the same language. @throws Error, as requireWording() does
Vocabularies captionVocabularies(const std::string &language);

/// A scene and a caption as piece ids. With `guided`, each piece of a word that speaks of shapes is
/// linked with the cells that show most of them.
EncodedPair encodeCaption(const scenes::Scene &scene, const std::string &caption,
                          const scenes::Wording &wording, const Tokenizer &target, bool guided);

/// Scenes with their captions, new ones in each epoch, none of them held out.
class CaptionPairs final : public PairSource {
  public:
    struct Options {
        std::string language = "en";
        std::uint64_t seed = 1;    ///< of what is drawn and said
        std::size_t perEpoch = 1;  ///< pairs
        bool guided = true;        ///< with links
        int threads = 1;           ///< change nothing but the time it takes
    };
    /// `vocabulary` is that of the target, serialized. @throws Error, as requireWording() does
    CaptionPairs(const Options &options, const std::string &vocabulary);

    std::vector<EncodedPair> encodeEpoch(int epoch) const override;
    std::uint64_t hash() const override;

  private:
    EncodedPair drawPair(std::uint64_t epoch, std::uint64_t i) const;

    Options options_;
    const scenes::Wording &wording_;
    Tokenizer target_;
};

/// How such a model is trained.
struct CaptionOptions {
    std::string language = "en";
    Configuration configuration;  ///< without its vocabularies
    long pairs = 400'000;         ///< that are learned from, rounded up to whole epochs
    int batch = 160;              ///< pieces of captions per batch, about
    double learningRate = 0.002;  ///< the highest
    double guidance = 1;  ///< weight of the guided-alignment loss; 0: attention finds its way
    /// Words of the caption that are not fed back, so that a form is told by what is seen and not
    /// by which colors it was seen in.
    double wordDropout = 0.1;
    std::uint64_t seed = 1;
    int threads = 2;  ///< change nothing but the time it takes
};

/// The sizes of such a model.
Configuration captionConfiguration();

/// For the Trainer, with checkpoints and scores left to the caller.
TrainingOptions captionTrainingOptions(const CaptionOptions &options);
/// What it learns from.
std::unique_ptr<const PairSource> captionPairs(const CaptionOptions &options,
                                               const Vocabularies &vocabularies);
/// What is known about it.
Model::Metadata captionMetadata(const CaptionOptions &options);

}  // namespace model::training
