// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "model/model.h"
#include "model/training/augmentation/noise.h"
#include "model/training/corpus.h"
#include "model/training/expectations.h"
#include "model/training/update.h"
#include "model/training/vocabularies.h"

namespace model::training {

/// A whole training run. The vocabularies get as many pieces as `configuration` says, or fewer
/// where the corpus does not hold as many.
struct TrainingOptions {
    Configuration configuration;
    Updater::Options updater;
    BatchPlan plan;
    NoiseOptions noise;
    /// The model whose weights, vocabularies and configuration (in place of the above) the run
    /// begins with; none: weights drawn at random, vocabularies of the corpus.
    std::shared_ptr<const Model> start;
    /// The vocabularies of a run that begins with none; absent: those of the corpus are made.
    std::optional<Vocabularies> vocabularies;
    std::string precision = "float32";  ///< of matrix products, as the program has set them
    double inventedNames = 0;           ///< probability that a name becomes an invented one (Names)
    double inventedNumbers =
        0;  ///< … that a number, or a name of a list, becomes an invented number
    /// Guidance links the words of the target with the same words of the source, where there are
    /// such, in place of what the aligner links.
    bool guidedBySameWords = false;
    /// Probability that a pair is shown without its source, of which the end piece stays: so that
    /// the model is a language model of its targets, too (LanguageModel).
    double withoutSource = 0;
    double listsOfNames = 0;  ///< lists of invented names to be copied, per pair (Names)
    /// What teachers expect of the first pairs; null: nothing.
    std::shared_ptr<const CorpusExpectations> expectations;
    std::vector<SentencePair> patterns;  ///< French first, whatever the direction (Patterns)
    double patterned = 0;                ///< pairs by pattern, per pair
    /// The last so many pairs are back-translations (Sennrich, Haddow & Birch 2016), told apart by
    /// special::begin before their source (Caswell, Chelba & Grangier 2019).
    std::size_t backTranslated = 0;
    int epochs = 8;
    std::filesystem::path checkpoint;  ///< empty: none is written
    /// Go on from the checkpoint even if its corpus or options, but not its sizes, were others; its
    /// epoch begins again then, and the best development score is measured anew.
    bool adoptCheckpoint = false;
    double checkpointSeconds = 300;  ///< between two checkpoints
    double reportSeconds = 10;       ///< between two progress reports
    /// Identifies what the score is measured on: scores on different data cannot be compared.
    std::uint64_t scoredOn = 0;
    long scoreEvery = 0;  ///< updates between two development scores; 0: after every epoch only
};

}  // namespace model::training
