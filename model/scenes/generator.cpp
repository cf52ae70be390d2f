// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scenes/generator.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>

#include "model/scenes/picture.h"

namespace model::scenes {
namespace {

constexpr std::array<Combination, 3> heldOut{
    {{Form::star, Color::purple}, {Form::cross, Color::green}, {Form::triangle, Color::orange}}};
enum Stream : std::uint64_t { choiceStream = 41, sceneStream = 42 };

/// Of a thousand scenes, how many have at most one, two and three shapes; the others have four.
using ShapeCounts = std::array<std::size_t, 3>;
constexpr ShapeCounts upTo{180, 560, 850};
/// The same where they are learned from: what is hard comes more often.
constexpr ShapeCounts learnedUpTo{100, 400, 700};
/// There, how often a shape has the color or the form of another, so that the two are told apart by
/// where they stand.
constexpr double alike = 0.5;
/// In thousandths of the width: small, neither small nor large, and large shapes.
struct Sizes {
    std::size_t least, most;
};
constexpr std::array<Sizes, 3> sizes{{{68, 92}, {102, 124}, {140, 185}}};
/// The share of a shape that is seen, at least.
constexpr float leastSeen = 0.75F;
/// In the direction in which shapes are told, between the middles of two neighbours.
constexpr double leastBetween = 0.1;
/// How much farther they are spread in that direction than in the other, at least.
constexpr double leastFarther = 0.05;

bool isHeldOut(const Combination &combination) {
    return std::ranges::find(heldOut, combination) != heldOut.end();
}

Combination combinationOf(const Shape &shape) {
    return {shape.form, shape.color};
}

/// A number of thousandths, from `least` to `most`.
double thousandths(Random &random, std::size_t least, std::size_t most) {
    return static_cast<double>(least + random.below(most - least + 1)) / 1000;
}

/// Somewhere within the picture, sometimes over the edge of the shape before it.
void place(Random &random, const Scene &scene, Shape &shape) {
    const auto margin = static_cast<std::size_t>(shape.size * 1000 + 0.5);
    const auto anywhere = [&] { return thousandths(random, margin, 1000 - margin); };
    shape.x = anywhere();
    shape.y = anywhere();
    if (scene.shapes.empty() || !random.chance(0.2)) {
        return;
    }
    const Shape &before = scene.shapes.back();
    const double reach = shape.size + before.size;
    const auto near = [&](double centre) {
        const double far = std::round((centre + (random.uniform() * 2 - 1) * reach) * 1000) / 1000;
        return std::clamp(far, shape.size, 1 - shape.size);
    };
    shape.x = near(before.x);
    shape.y = near(before.y);
}

Shape drawShape(Random &random, const Scene &scene, Part part) {
    Shape shape;
    const auto isTaken = [&] {
        return std::ranges::any_of(scene.shapes, [&](const Shape &other) {
            return combinationOf(other) == combinationOf(shape);
        });
    };
    do {
        shape.form = static_cast<Form>(random.below(formCount));
        shape.color = static_cast<Color>(random.below(colorCount));
        if (part == Part::learned && !scene.shapes.empty() && random.chance(alike)) {
            const Shape &other = random.oneOf(scene.shapes);
            if (random.chance(0.5)) {
                shape.form = other.form;
            } else {
                shape.color = other.color;
            }
        }
    } while (isTaken() || (part != Part::combinations && isHeldOut(combinationOf(shape))));
    const Sizes &range = random.oneOf(sizes);
    shape.size = thousandths(random, range.least, range.most);
    place(random, scene, shape);
    return shape;
}

/// Whether the squares that hold two shapes share anything.
bool mayOverlap(const Shape &a, const Shape &b) {
    const double reach = a.size + b.size;
    return std::abs(a.x - b.x) < reach && std::abs(a.y - b.y) < reach;
}

/// Whether enough is seen of each shape although the last one was added.
bool areSeen(const Scene &scene) {
    const Shape &last = scene.shapes.back();
    const auto covered = std::ranges::count_if(
        scene.shapes, [&last](const Shape &shape) { return mayOverlap(shape, last); });
    if (covered == 1) {
        return true;  // it may cover nothing but itself
    }
    const Matrix shares = visibleShares(scene);
    for (long k = 0; k < shares.rows(); ++k) {
        const double whole = pixelsOf(scene.shapes[static_cast<std::size_t>(k)]);
        if (shares.row(k).sum() < leastSeen * static_cast<float>(whole)) {
            return false;
        }
    }
    return true;
}

/// Whether it is plain in which direction the shapes are told, and which comes before which in it.
bool areInOrder(const Scene &scene) {
    if (scene.shapes.size() < 2) {
        return true;
    }
    if (std::abs(extent(scene, &Shape::x) - extent(scene, &Shape::y)) < leastFarther) {
        return false;
    }
    double Shape::*const along = mainDirection(scene);
    std::vector<double> places;
    for (const Shape &shape : scene.shapes) {
        places.push_back(shape.*along);
    }
    std::ranges::sort(places);
    return std::ranges::adjacent_find(
               places, [](double a, double b) { return b - a < leastBetween; }) == places.end();
}

Scene drawShapes(Random &random, Part part, std::size_t count) {
    Scene scene;
    while (scene.shapes.size() < count) {
        scene.shapes.push_back(drawShape(random, scene, part));
        if (!areSeen(scene)) {
            scene.shapes.pop_back();
        }
    }
    return scene;
}

Scene drawAny(Random &random, Part part) {
    const std::size_t kind = random.below(1000);
    const ShapeCounts &counts = part == Part::learned ? learnedUpTo : upTo;
    const auto count = static_cast<std::size_t>(
        1 + std::ranges::count_if(counts, [kind](std::size_t most) { return kind >= most; }));
    const bool night = random.chance(0.5);
    Scene scene;
    do {
        scene = drawShapes(random, part, count);
    } while (!areInOrder(scene));
    scene.night = night;
    return scene;
}

/// Whether a scene belongs to a part.
bool isOf(const Scene &scene, Part part) {
    if (part == Part::combinations) {
        return std::ranges::any_of(
            scene.shapes, [](const Shape &shape) { return isHeldOut(combinationOf(shape)); });
    }
    return isHeldOut(scene) == (part == Part::heldOut);
}

}  // namespace

std::span<const Combination> heldOutCombinations() {
    return heldOut;
}

bool isHeldOut(const Scene &scene) {
    return Random{choiceStream, hashOf(scene)}.below(8) == 0;
}

Scene drawScene(Random &random, Part part) {
    Scene scene = drawAny(random, part);
    while (!isOf(scene, part)) {
        scene = drawAny(random, part);
    }
    return scene;
}

std::vector<Scene> firstScenes(Part part, std::size_t count, std::size_t skipped) {
    std::vector<Scene> scenes(count);
    for (std::size_t i = 0; i < count; ++i) {
        Random random{sceneStream, static_cast<std::uint64_t>(part), skipped + i};
        scenes[i] = drawScene(random, part);
    }
    return scenes;
}

}  // namespace model::scenes
