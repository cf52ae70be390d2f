// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <memory>
#include <optional>

#include "model/numerics/tensor.h"
#include "model/scenes/picture.h"
#include "widgets/drawing/theme.h"
#include "widgets/scene/geometry.h"

class QPainter;

namespace widgets {

/// What of a picture is shown, and how.
struct SceneContent {
    std::optional<model::scenes::Scene> scene;  ///< drawn with smooth edges where there is one,
    std::shared_ptr<const model::scenes::Picture> picture;  ///< else pixel by pixel
    model::Row weights;  ///< α_ij [64] of a step, shown as light; empty: all is lit
    int selected = -1;   ///< shape that is edited
    int marked = -1;     ///< cell that is marked in every view
    bool grid = false;   ///< whether the cells are told apart by lines

    bool empty() const { return !scene && !picture; }
};

QColor colorOf(model::scenes::Color color);
/// The background and the shapes of a scene.
void paintScene(QPainter &painter, const SceneGeometry &places, const model::scenes::Scene &scene);
/// The pixels of a picture.
QImage imageOf(const model::scenes::Picture &picture);
/// The largest square in the middle of an image, as a model sees it.
model::scenes::Picture pictureOf(const QImage &image);
/// How much light a cell has, from 0 to 1: its weight as a share of the largest.
double lightOf(const model::Row &weights, int cell);
/// All of it: cells are as dark as their weights are small, never shaded into each other.
void paintSceneContent(QPainter &painter, const SceneGeometry &places, const SceneContent &content,
                       const Theme &theme);

}  // namespace widgets
