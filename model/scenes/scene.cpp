// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scenes/scene.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <span>

#include "model/error.h"
#include "model/file/json_value.h"
#include "model/numerics/digits.h"
#include "model/numerics/random.h"
#include "model/scenes/picture.h"

namespace model::scenes {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::array<std::string_view, formCount> formNames{"circle", "square", "triangle", "star",
                                                            "cross"};
constexpr std::array<std::string_view, colorCount> colorNames{
    "red", "green", "blue", "yellow", "orange", "purple", "pink", "brown", "gray"};
constexpr std::array<std::string_view, 2> skyNames{"day", "night"};

/// The place of a text in a list of those that are allowed.
template <std::size_t count>
std::size_t oneOf(const JsonValue &value, const std::array<std::string_view, count> &names) {
    const auto found = value.isText() ? std::ranges::find(names, value.text()) : names.end();
    if (found == names.end()) {
        std::string expected;
        for (const std::string_view name : names) {
            expected += expected.empty() ? "" : ", ";
            expected += name;
        }
        value.refuse(Message("one of these: %1", expected));
    }
    return static_cast<std::size_t>(found - names.begin());
}

double within(const JsonValue &value, double least, double most) {
    const double number = value.real();
    if (!(number >= least && number <= most)) {
        value.refuse(
            Message("a number from %1 to %2", shortestDigits(least), shortestDigits(most)));
    }
    return number;
}

Shape readShape(const JsonValue &value) {
    static constexpr std::array<std::string_view, 5> members{"form", "color", "size", "x", "y"};
    value.checkObject(members);
    Shape shape;
    shape.form = static_cast<Form>(oneOf(value.at("form"), formNames));
    shape.color = static_cast<Color>(oneOf(value.at("color"), colorNames));
    shape.size = within(value.at("size"), leastSize, greatestSize);
    shape.x = within(value.at("x"), 0, 1);
    shape.y = within(value.at("y"), 0, 1);
    return shape;
}

}  // namespace

std::string_view toString(Form form) {
    return formNames[static_cast<std::size_t>(form)];
}

std::string_view toString(Color color) {
    return colorNames[static_cast<std::size_t>(color)];
}

Rgb rgb(Color color) {
    static constexpr std::array<Rgb, colorCount> colors{{{0.85F, 0.13F, 0.15F},
                                                         {0.15F, 0.62F, 0.25F},
                                                         {0.13F, 0.33F, 0.85F},
                                                         {0.97F, 0.85F, 0.13F},
                                                         {0.96F, 0.50F, 0.08F},
                                                         {0.56F, 0.20F, 0.72F},
                                                         {0.98F, 0.60F, 0.76F},
                                                         {0.46F, 0.28F, 0.14F},
                                                         {0.55F, 0.56F, 0.57F}}};
    return colors[static_cast<std::size_t>(color)];
}

Rgb skyColor(bool night) {
    return night ? Rgb{0.07F, 0.08F, 0.18F} : Rgb{0.84F, 0.92F, 0.98F};
}

std::vector<Point> corners(Form form) {
    switch (form) {
        case Form::circle:
            return {};
        case Form::square:
            return {{-0.88, -0.88}, {0.88, -0.88}, {0.88, 0.88}, {-0.88, 0.88}};
        case Form::triangle:
            return {{0, -0.95}, {1, 0.8}, {-1, 0.8}};
        case Form::star:
            // Every tenth of a turn, at the distances 1 and 0.42 by turns.
            return {{0, -1},           {0.2469, -0.3398}, {0.9511, -0.3090},
                    {0.3994, 0.1298},  {0.5878, 0.8090},  {0, 0.42},
                    {-0.5878, 0.8090}, {-0.3994, 0.1298}, {-0.9511, -0.3090},
                    {-0.2469, -0.3398}};
        case Form::cross:
            break;
    }
    constexpr double arm = 0.32;
    return {{-arm, -1}, {arm, -1}, {arm, -arm}, {1, -arm}, {1, arm},   {arm, arm},
            {arm, 1},   {-arm, 1}, {-arm, arm}, {-1, arm}, {-1, -arm}, {-arm, -arm}};
}

double extent(const Scene &scene, double Shape::*along) {
    const auto [least, most] = std::ranges::minmax(scene.shapes, {}, along);
    return most.*along - least.*along;
}

double Shape::*mainDirection(const Scene &scene) {
    return extent(scene, &Shape::x) >= extent(scene, &Shape::y) ? &Shape::x : &Shape::y;
}

std::vector<Point> corners(const Shape &shape) {
    std::vector<Point> points = corners(shape.form);
    for (Point &point : points) {
        point = {shape.x + shape.size * point.x, shape.y + shape.size * point.y};
    }
    return points;
}

std::string toJson(const Scene &scene) {
    Json json{{"format", sceneFormat}, {"sky", skyNames[scene.night ? 1 : 0]}};
    json["shapes"] = Json::array();
    for (const Shape &shape : scene.shapes) {
        json["shapes"].push_back({{"form", toString(shape.form)},
                                  {"color", toString(shape.color)},
                                  {"size", shape.size},
                                  {"x", shape.x},
                                  {"y", shape.y}});
    }
    return json.dump();
}

Scene readScene(const JsonValue &top) {
    static constexpr std::array<std::string_view, 3> members{"format", "sky", "shapes"};
    top.checkObject(members);
    Scene scene;
    scene.night = oneOf(top.at("sky"), skyNames) == 1;
    const auto shapes = top.at("shapes").elements();
    if (shapes.size() > mostShapes) {
        top.at("shapes").refuse(Message("at most %1 shapes", mostShapes));
    }
    std::ranges::transform(shapes, std::back_inserter(scene.shapes), readShape);
    return scene;
}

Scene sceneFromJson(std::string_view text) {
    const Seen seen = pictureFromText(text);
    if (!seen.scene) {
        throw SentenceError("The scene cannot be read: got a picture, expected shapes.");
    }
    return *seen.scene;
}

std::uint64_t hashOf(const Scene &scene) {
    std::uint64_t hash = Random{scene.night ? 1U : 0U}.next();
    const auto whole = [](double number) {
        return static_cast<std::uint64_t>(number * 1e6 + 0.5);  // none is below 0
    };
    for (const Shape &shape : scene.shapes) {
        hash = Random{hash,
                      static_cast<std::uint64_t>(shape.form),
                      static_cast<std::uint64_t>(shape.color),
                      whole(shape.size),
                      whole(shape.x),
                      whole(shape.y)}
                   .next();
    }
    return hash;
}

}  // namespace model::scenes
