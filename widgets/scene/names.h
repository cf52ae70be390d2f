// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "model/scenes/scene.h"

// What the user calls the parts of a scene, in the language of the program.
namespace widgets {

QString formName(model::scenes::Form form);
QString colorName(model::scenes::Color color);
/// "red circle"
QString shapeName(const model::scenes::Shape &shape);
/// How many shapes, and what they are.
QString sceneDescription(const model::scenes::Scene &scene);

}  // namespace widgets
