// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/scenes/scene.h"

// What can be done to a scene: each gives the scene that follows, or the same where it cannot be.
namespace widgets {

/// A shape moved by so much of the width of the picture; its middle stays in the picture.
model::scenes::Scene withShapeMoved(model::scenes::Scene scene, int shape, double dx, double dy);
/// A shape with another size, as near as a scene may have it.
model::scenes::Scene withShapeSized(model::scenes::Scene scene, int shape, double size);
model::scenes::Scene withShapeColored(model::scenes::Scene scene, int shape,
                                      model::scenes::Color color);
model::scenes::Scene withShapeFormed(model::scenes::Scene scene, int shape,
                                     model::scenes::Form form);
/// A shape moved to the front or to the back of all.
model::scenes::Scene withShapeInFront(model::scenes::Scene scene, int shape);
model::scenes::Scene withShapeAtBack(model::scenes::Scene scene, int shape);
model::scenes::Scene withoutShape(model::scenes::Scene scene, int shape);
/// One more shape of a form, in front, where there is most room, in a colour that is not there yet
/// if there is one.
model::scenes::Scene withShape(model::scenes::Scene scene, model::scenes::Form form);
/// Whether there may be one more.
bool hasRoomForShape(const model::scenes::Scene &scene);

/// What a new scene shows.
model::scenes::Scene exampleScene();

}  // namespace widgets
