// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

// Drawn scenes: a few shapes in front of a background, as values. Who draws one, on a screen or for
// a model, takes the geometry and the colours from here.
namespace model::scenes {

enum class Form { circle, square, triangle, star, cross };
inline constexpr int formCount = 5;
enum class Color { red, green, blue, yellow, orange, purple, pink, brown, gray };
inline constexpr int colorCount = 9;

/// As in the file of a scene: "circle", "red".
std::string_view toString(Form form);
std::string_view toString(Color color);

/// Red, green and blue, each from 0 to 1.
using Rgb = std::array<float, 3>;
Rgb rgb(Color color);
/// The color of the background.
Rgb skyColor(bool night);

/// One shape. Places and sizes are in widths of the picture, from its upper left corner.
struct Shape {
    Form form = Form::circle;
    Color color = Color::red;
    double size = 0.12;  ///< half of the width of the square that holds it
    double x = 0.5;      ///< its middle
    double y = 0.5;

    bool operator==(const Shape &) const = default;
};

/// A square picture, width and height 1.
struct Scene {
    bool night = false;
    std::vector<Shape> shapes;  ///< in the order in which they are drawn: the last one is in front

    bool operator==(const Scene &) const = default;
};

/// How far apart the middles of the first and the last shape are in one direction. Of one shape or
/// more.
double extent(const Scene &scene, double Shape::*along);
/// That of x and y in which the shapes of a scene are farther apart, in which they are told.
double Shape::*mainDirection(const Scene &scene);

/// What a scene may have.
inline constexpr std::size_t mostShapes = 8;
inline constexpr double leastSize = 0.02;
inline constexpr double greatestSize = 0.5;

struct Point {
    double x = 0;
    double y = 0;
};
/// The corners of a form whose middle is 0 and whose size is 1, y downwards; none for the circle,
/// whose radius is 1.
std::vector<Point> corners(Form form);
/// The corners of a shape where it stands.
std::vector<Point> corners(const Shape &shape);

/// What a picture as a text is, as its member "format" says.
inline constexpr std::string_view sceneFormat = "attention scene 1";

/// One line, which reads back as the same scene to the last bit.
std::string toJson(const Scene &scene);
/// @throws SentenceError in one sentence that names the place of what is not as it should be
Scene sceneFromJson(std::string_view text);

/// Distinguishes scenes; the same with any compiler.
std::uint64_t hashOf(const Scene &scene);

}  // namespace model::scenes
