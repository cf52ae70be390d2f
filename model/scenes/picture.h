// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "model/configuration.h"
#include "model/numerics/random.h"
#include "model/numerics/tensor.h"
#include "model/scenes/scene.h"

namespace model {
class JsonValue;
}

namespace model::scenes {

/// The pixels of a picture, row after row: [64 · 64, 3], red, green and blue from 0 to 1.
struct Picture {
    Matrix pixels;

    bool operator==(const Picture &) const = default;
};

/// Draws a scene. The share of a pixel that a shape covers is that of 4 × 4 points in it.
Picture draw(const Scene &scene);
/// The same in colors that differ a little from their own, each shape and the sky in another way,
/// so that who learns from it does not learn a few colors by heart.
Picture drawInShades(const Scene &scene, Random shades);

/// How much of each pixel shows each shape: what is covered by others does not. [shapes, 64 · 64],
/// from 0 to 1.
Matrix visibleShares(const Scene &scene);
/// The same of each cell of the grid [shapes, 64].
Matrix cellShares(const Scene &scene);
/// How many pixels a shape covers of another, whichever of the two is in front.
double sharedPixels(const Shape &a, const Shape &b);
/// How many pixels a shape covers, as far as it is in the picture.
double pixelsOf(const Shape &shape);

/// What a picture as a text is, as its member "format" says.
inline constexpr std::string_view pictureFormat = "attention picture 1";

/// One line: the member "pixels" holds 64 · 64 · 3 bytes, red, green and blue from 0 to 255, row
/// after row, in base64 (RFC 4648, section 4).
std::string toJson(const Picture &picture);

/// A picture that was given as a text.
struct Seen {
    Picture picture;
    std::optional<Scene> scene;  ///< what it is a drawing of, where it is one of a scene
};
/// Reads what either toJson() writes. @throws SentenceError in one sentence that names the place of
/// what is not as it should be
Seen pictureFromText(std::string_view text);

/// Of a scene that has been parsed as JSON, without the format. @throws JsonError
Scene readScene(const JsonValue &top);

}  // namespace model::scenes
