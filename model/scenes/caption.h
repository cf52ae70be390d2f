// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/numerics/random.h"
#include "model/numerics/tensor.h"
#include "model/scenes/scene.h"
#include "model/scenes/wording.h"
#include "model/text/range.h"

// Captions of scenes by a grammar, and back from a caption to what it says.
//
//     caption  = [sky ","] [there is] clause {"," and clause} ["," sky] "."
//     clause   = object | object relation object | object and object
//     object   = article [size] color form            (in French: article [size] form color)
namespace model::scenes {

/// Says something about every shape of a scene that the generator can draw, in words that vary:
/// from left to right or from top to bottom, but backwards after "There is". The same for the same
/// numbers of `random`, with any compiler.
std::string describe(const Scene &scene, const Wording &wording, Random &random);

/// A part of a caption, what it speaks of, and which of its mentions it speaks of: one for a color,
/// a form or a size, two for a relation, none for the sky.
struct Reference {
    Range range;  ///< bytes of the caption
    Role role = Role::other;
    std::vector<int> mentions;

    bool operator==(const Reference &) const = default;
};

/// That one of the mentioned shapes stands to another in this way.
struct Claim {
    int first = 0;
    Relation relation = Relation::above;
    int second = 0;

    bool operator==(const Claim &) const = default;
};

/// What a caption says.
struct Statement {
    std::vector<Mention> mentions;  ///< in the order of the caption
    std::vector<Claim> claims;
    std::optional<bool> night;  ///< nothing is said of the sky
    std::vector<Reference> references;
};

/// What a caption says; nothing where it is none of the grammar.
std::optional<Statement> parse(std::string_view caption, const Wording &wording);

/// Whether a relation is true: by the middles of the shapes, one of which is clearly (1/25 of the
/// width) higher, lower, to the left or to the right; in front of what it overlaps.
bool isTrue(Relation relation, const Scene &scene, std::size_t first, std::size_t second);

/// What is true of what a caption says about a scene.
struct Verdict {
    /// The shape that each mention speaks of, no two of the same; −1: there is none like that.
    std::vector<int> shapes;
    bool objects = false;    ///< every mention speaks of a shape of that form, color and size
    bool complete = false;   ///< every shape is mentioned
    bool relations = false;  ///< every relation is true
    bool sky = false;        ///< what is said of the sky is true, or nothing is

    bool right() const { return objects && complete && relations && sky; }
};
Verdict judge(const Statement &statement, const Scene &scene);

/// Where in a picture that stands which a part of a caption speaks of: for each cell how many of
/// its pixels show it, as a share of those of the cell that shows the most of it [64]. All 0 where
/// it speaks of nothing that is there. `shares` are the scene's cellShares().
Row shownCells(const Reference &reference, const Verdict &verdict, const Matrix &shares);

}  // namespace model::scenes
