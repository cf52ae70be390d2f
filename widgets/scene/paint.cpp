// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/scene/paint.h"

#include <QPainter>
#include <algorithm>
#include <cmath>

#include "model/configuration.h"

namespace widgets {

namespace scenes = model::scenes;

namespace {

constexpr int darkest = 215;  // of 255: what has no weight can still be made out

QColor qtColor(const scenes::Rgb &rgb) {
    return QColor::fromRgbF(rgb[0], rgb[1], rgb[2]);
}

void paintLight(QPainter &painter, const SceneGeometry &places, const model::Row &weights) {
    painter.setPen(Qt::NoPen);
    painter.setRenderHint(QPainter::Antialiasing, false);
    for (int cell = 0; cell < static_cast<int>(weights.size()); ++cell) {
        const double shade = 1 - lightOf(weights, cell);
        painter.fillRect(places.cellRect(cell),
                         QColor(0, 0, 0, static_cast<int>(std::lround(darkest * shade))));
    }
    painter.setRenderHint(QPainter::Antialiasing);
}

void paintGrid(QPainter &painter, const SceneGeometry &places, const Theme &theme) {
    painter.setPen(theme.pen(QColor(128, 128, 128, 110), 1));
    const QRectF &square = places.square;
    for (int line = 1; line < model::picture::grid; ++line) {
        const double at = line * square.width() / model::picture::grid;
        painter.drawLine(square.topLeft() + QPointF(at, 0), square.bottomLeft() + QPointF(at, 0));
        painter.drawLine(square.topLeft() + QPointF(0, at), square.topRight() + QPointF(0, at));
    }
}

/// A frame that is seen on any ground.
void paintFrame(QPainter &painter, const QRectF &rect, const Theme &theme, Qt::PenStyle style) {
    painter.setBrush(Qt::NoBrush);
    painter.setPen(theme.pen(Qt::black, 3));
    painter.drawRect(rect);
    painter.setPen(theme.pen(Qt::white, 1, style));
    painter.drawRect(rect);
}

}  // namespace

QColor colorOf(scenes::Color color) {
    return qtColor(scenes::rgb(color));
}

void paintScene(QPainter &painter, const SceneGeometry &places, const scenes::Scene &scene) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipRect(places.square, Qt::IntersectClip);
    painter.fillRect(places.square, qtColor(scenes::skyColor(scene.night)));
    for (const scenes::Shape &shape : scene.shapes)
        painter.fillPath(places.outline(shape), colorOf(shape.color));
    painter.restore();
}

QImage imageOf(const scenes::Picture &picture) {
    constexpr int side = model::picture::size;
    QImage image(side, side, QImage::Format_RGB32);
    for (int y = 0; y < side; ++y)
        for (int x = 0; x < side; ++x) {
            const auto pixel = picture.pixels.row(static_cast<long>(y) * side + x);
            const auto part = [&](int i) {
                return static_cast<int>(std::lround(std::clamp(pixel(i), 0.0F, 1.0F) * 255));
            };
            image.setPixel(x, y, qRgb(part(0), part(1), part(2)));
        }
    return image;
}

scenes::Picture pictureOf(const QImage &image) {
    constexpr int size = model::picture::size;
    const int side = std::min(image.width(), image.height());
    const QImage square =
        image.copy((image.width() - side) / 2, (image.height() - side) / 2, side, side)
            .convertToFormat(QImage::Format_ARGB32)
            .scaled(size, size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    QImage opaque(size, size, QImage::Format_RGB32);
    opaque.fill(Qt::white);  // behind what can be seen through
    QPainter(&opaque).drawImage(0, 0, square);
    scenes::Picture picture{model::Matrix(size * size, model::picture::channels)};
    for (int y = 0; y < size; ++y)
        for (int x = 0; x < size; ++x) {
            const QRgb pixel = opaque.pixel(x, y);
            picture.pixels.row(static_cast<long>(y) * size + x)
                << static_cast<float>(qRed(pixel)) / 255,
                static_cast<float>(qGreen(pixel)) / 255, static_cast<float>(qBlue(pixel)) / 255;
        }
    return picture;
}

double lightOf(const model::Row &weights, int cell) {
    const double largest = weights.size() > 0 ? static_cast<double>(weights.maxCoeff()) : 0;
    return largest > 0 ? static_cast<double>(weights(cell)) / largest : 0;
}

void paintSceneContent(QPainter &painter, const SceneGeometry &places, const SceneContent &content,
                       const Theme &theme) {
    if (content.empty() || places.square.isEmpty())
        return;
    painter.save();
    if (content.scene)
        paintScene(painter, places, *content.scene);
    else
        painter.drawImage(places.square, imageOf(*content.picture));
    if (content.weights.size() > 0)
        paintLight(painter, places, content.weights);
    if (content.grid)
        paintGrid(painter, places, theme);
    painter.setRenderHint(QPainter::Antialiasing);
    if (content.scene && content.selected >= 0)
        paintFrame(painter,
                   places.bounds(content.scene->shapes[static_cast<std::size_t>(content.selected)]),
                   theme, Qt::DashLine);
    if (content.marked >= 0)
        paintFrame(painter, places.cellRect(content.marked), theme, Qt::SolidLine);
    painter.setPen(theme.pen(theme.outline, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(places.square);
    painter.restore();
}

}  // namespace widgets
