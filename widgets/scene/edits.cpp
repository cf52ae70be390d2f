// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/scene/edits.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace widgets {

namespace scenes = model::scenes;

namespace {

bool has(const scenes::Scene &scene, int shape) {
    return shape >= 0 && shape < static_cast<int>(scene.shapes.size());
}

scenes::Shape &at(scenes::Scene &scene, int shape) {
    return scene.shapes[static_cast<std::size_t>(shape)];
}

/// How far a place is from the edge of the nearest shape.
double roomAround(const scenes::Scene &scene, double x, double y) {
    double room = 1;
    for (const scenes::Shape &shape : scene.shapes)
        room = std::min(room, std::hypot(shape.x - x, shape.y - y) - shape.size);
    return room;
}

scenes::Color unusedColor(const scenes::Scene &scene) {
    for (int color = 0; color < scenes::colorCount; ++color)
        if (std::ranges::count(scene.shapes, static_cast<scenes::Color>(color),
                               &scenes::Shape::color) == 0)
            return static_cast<scenes::Color>(color);
    return scenes::Color::red;
}

}  // namespace

scenes::Scene withShapeMoved(scenes::Scene scene, int shape, double dx, double dy) {
    if (has(scene, shape)) {
        scenes::Shape &moved = at(scene, shape);
        moved.x = std::clamp(moved.x + dx, 0.0, 1.0);
        moved.y = std::clamp(moved.y + dy, 0.0, 1.0);
    }
    return scene;
}

scenes::Scene withShapeSized(scenes::Scene scene, int shape, double size) {
    if (has(scene, shape))
        at(scene, shape).size = std::clamp(size, scenes::leastSize, scenes::greatestSize);
    return scene;
}

scenes::Scene withShapeColored(scenes::Scene scene, int shape, scenes::Color color) {
    if (has(scene, shape))
        at(scene, shape).color = color;
    return scene;
}

scenes::Scene withShapeFormed(scenes::Scene scene, int shape, scenes::Form form) {
    if (has(scene, shape))
        at(scene, shape).form = form;
    return scene;
}

scenes::Scene withShapeInFront(scenes::Scene scene, int shape) {
    if (has(scene, shape))
        std::rotate(scene.shapes.begin() + shape, scene.shapes.begin() + shape + 1,
                    scene.shapes.end());
    return scene;
}

scenes::Scene withShapeAtBack(scenes::Scene scene, int shape) {
    if (has(scene, shape))
        std::rotate(scene.shapes.begin(), scene.shapes.begin() + shape,
                    scene.shapes.begin() + shape + 1);
    return scene;
}

scenes::Scene withoutShape(scenes::Scene scene, int shape) {
    if (has(scene, shape))
        scene.shapes.erase(scene.shapes.begin() + shape);
    return scene;
}

scenes::Scene withShape(scenes::Scene scene, scenes::Form form) {
    if (!hasRoomForShape(scene))
        return scene;
    scenes::Shape added{.form = form, .color = unusedColor(scene)};
    double best = -1;
    constexpr int places = 9;
    for (int row = 1; row < places; ++row)
        for (int column = 1; column < places; ++column) {
            const double x = static_cast<double>(column) / places;
            const double y = static_cast<double>(row) / places;
            if (const double room = roomAround(scene, x, y); room > best) {
                best = room;
                added.x = x;
                added.y = y;
            }
        }
    scene.shapes.push_back(added);
    return scene;
}

bool hasRoomForShape(const scenes::Scene &scene) {
    return scene.shapes.size() < scenes::mostShapes;
}

scenes::Scene exampleScene() {
    return {.shapes = {{.form = scenes::Form::square,
                        .color = scenes::Color::blue,
                        .size = 0.17,
                        .x = 0.5,
                        .y = 0.7},
                       {.form = scenes::Form::circle,
                        .color = scenes::Color::red,
                        .size = 0.1,
                        .x = 0.5,
                        .y = 0.25}}};
}

}  // namespace widgets
