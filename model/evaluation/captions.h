// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <memory>
#include <span>
#include <stop_token>

#include "model/decoding/trace.h"
#include "model/model.h"
#include "model/scenes/caption.h"

// How true captions of drawn scenes are, and where the attention looks for each word.
namespace model::evaluation {

/// The attention for the words of one role. A word of several pieces counts once, by the mean over
/// these.
struct AttentionOnThing {
    long words = 0;
    /// Σ over words of the share of the weight on the thing that is named. A cell counts by how
    /// many of its pixels show the thing, beside the cell that shows the most of it: 1 can be
    /// reached, by looking at that cell alone.
    double weight = 0;
    /// Σ of the share on cells any pixel of which shows it.
    double touching = 0;

    double meanWeight() const { return words > 0 ? weight / static_cast<double>(words) : 0; }
    double meanTouching() const { return words > 0 ? touching / static_cast<double>(words) : 0; }
};

/// The captions of some scenes.
struct CaptionFigures {
    int scenes = 0;
    int right = 0;       ///< everything below is so
    int wellFormed = 0;  ///< the grammar can read it
    int objects = 0;     ///< every shape that is named is there, in that form, color and size
    int complete = 0;    ///< every shape is named
    int relations = 0;   ///< every relation is true
    int skies = 0;       ///< what is said of the sky is true
    std::array<AttentionOnThing, scenes::roleCount> attention{};  ///< by scenes::Role

    const AttentionOnThing &of(scenes::Role role) const {
        return attention[static_cast<std::size_t>(role)];
    }
    double share(int count) const { return scenes > 0 ? static_cast<double>(count) / scenes : 0; }
    CaptionFigures &operator+=(const CaptionFigures &other);
};

/// The caption of one trace of a scene. What it says is read in the words of `wording`.
CaptionFigures figuresOf(const Trace &trace, const scenes::Scene &scene,
                         const scenes::Wording &wording);

/// Captions scenes, greedily, and judges what is said. The same for any number of threads.
/// @throws Error if the model describes no pictures, or in a language that has no grammar here;
/// Cancelled
CaptionFigures measureCaptions(const std::shared_ptr<const Model> &model,
                               std::span<const scenes::Scene> scenes, int threads,
                               const std::stop_token &stop = {});

}  // namespace model::evaluation
