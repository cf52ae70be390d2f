// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/scene/geometry.h"

#include <algorithm>
#include <cmath>

#include "model/configuration.h"
#include "model/scenes/cells.h"

namespace widgets {

namespace scenes = model::scenes;

SceneGeometry SceneGeometry::in(const QRectF &room) {
    const double side = std::max(0.0, std::min(room.width(), room.height()));
    QRectF square(0, 0, side, side);
    square.moveCenter(room.center());
    return {square};
}

QPointF SceneGeometry::toView(const scenes::Point &point) const {
    return square.topLeft() + QPointF(point.x, point.y) * square.width();
}

scenes::Point SceneGeometry::toScene(const QPointF &position) const {
    if (square.isEmpty())
        return {};
    const QPointF place = (position - square.topLeft()) / square.width();
    return {place.x(), place.y()};
}

QPainterPath SceneGeometry::outline(const scenes::Shape &shape) const {
    QPainterPath path;
    const auto corners = scenes::corners(shape);
    if (corners.empty()) {
        path.addEllipse(bounds(shape));
        return path;
    }
    QPolygonF polygon;
    for (const scenes::Point &corner : corners)
        polygon.append(toView(corner));
    path.addPolygon(polygon);
    path.closeSubpath();
    return path;
}

QRectF SceneGeometry::bounds(const scenes::Shape &shape) const {
    return {toView({shape.x - shape.size, shape.y - shape.size}),
            toView({shape.x + shape.size, shape.y + shape.size})};
}

int SceneGeometry::shapeAt(const scenes::Scene &scene, const QPointF &position) const {
    for (int i = static_cast<int>(scene.shapes.size()) - 1; i >= 0; --i)
        if (outline(scene.shapes[static_cast<std::size_t>(i)]).contains(position))
            return i;
    return -1;
}

QRectF SceneGeometry::cellRect(int position) const {
    const scenes::Cell cell = scenes::cellAt(position);
    return {toView({cell.x, cell.y}), toView({cell.x + cell.size, cell.y + cell.size})};
}

int SceneGeometry::cellAt(const QPointF &position) const {
    constexpr int side = model::picture::grid;
    const scenes::Point place = toScene(position);
    const auto index = [](double share) { return static_cast<int>(std::floor(share * side)); };
    const int column = index(place.x);
    const int row = index(place.y);
    const bool inside = !square.isEmpty() && column >= 0 && column < side && row >= 0 && row < side;
    return inside ? row * side + column : -1;
}

}  // namespace widgets
