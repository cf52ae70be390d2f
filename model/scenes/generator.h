// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

#include "model/numerics/random.h"
#include "model/scenes/scene.h"

// Scenes drawn at random: as many as are wanted, the same for the same numbers with any compiler.
namespace model::scenes {

/// A form in a color.
struct Combination {
    Form form;
    Color color;
    bool operator==(const Combination &) const = default;
};
/// Those that no scene to be learned from shows, so that it can be seen whether form and color are
/// understood apart from each other.
std::span<const Combination> heldOutCombinations();

/// Which scenes are drawn.
enum class Part {
    learned,       ///< without the combinations that are held out; more of what is hard: many
                   ///< shapes, and some that are alike in color or form
    heldOut,       ///< without these combinations; none of these scenes is ever learned from
    combinations,  ///< each shows one of the combinations that are held out, or more
};

/// One to four shapes, no two of the same form and color; of each at least three quarters are seen,
/// and which comes before which in their main direction is plain.
Scene drawScene(Random &random, Part part);

/// Whether a scene is never learned from, so that what a model says about it is no memory: one in
/// eight.
bool isHeldOut(const Scene &scene);

/// The first scenes of a part, always the same; those after the first `skipped` of it.
std::vector<Scene> firstScenes(Part part, std::size_t count, std::size_t skipped = 0);
/// Of the scenes that are held out so many are for choosing among models, and for no measurement.
inline constexpr std::size_t developmentScenes = 1'000'000;

}  // namespace model::scenes
