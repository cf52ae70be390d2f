// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPainterPath>
#include <QRectF>

#include "model/scenes/scene.h"

namespace widgets {

/// Where the parts of a scene lie in a square of a widget.
struct SceneGeometry {
    QRectF square;

    /// The largest square in the middle of a room.
    static SceneGeometry in(const QRectF &room);

    QPointF toView(const model::scenes::Point &point) const;
    model::scenes::Point toScene(const QPointF &position) const;
    /// What a shape covers, also outside of the square.
    QPainterPath outline(const model::scenes::Shape &shape) const;
    /// The square that holds a shape.
    QRectF bounds(const model::scenes::Shape &shape) const;
    /// The shape in front at a position; −1: none.
    int shapeAt(const model::scenes::Scene &scene, const QPointF &position) const;
    /// A cell of the grid that a model sees, by its position in the source.
    QRectF cellRect(int position) const;
    /// The position in the source of the cell there; −1: outside of the picture.
    int cellAt(const QPointF &position) const;
};

}  // namespace widgets
