// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/unrolled/lookup.h"

#include <QPainter>
#include <algorithm>
#include <cmath>

#include "model/model.h"
#include "widgets/drawing/label.h"
#include "widgets/text/language.h"
#include "widgets/unrolled/paint.h"
#include "widgets/unrolled/paint_brush.h"
#include "widgets/unrolled/text.h"
#include "widgets/viewpoint/vectors.h"

namespace widgets {
namespace {

constexpr double leastRow = 4;  // height
constexpr double largestRow = 8;
constexpr double fromEdge = 10;      // of what is in view
constexpr double beside = 8;         // between the table and its text
constexpr double shownAtRest = 0.2;  // of the stage, before the row leaves the table
constexpr double othersOpacity = 0.45;

/// How much of the table is to be seen: it goes when the reading of the sentence begins.
double tableOpacity(const Moment &moment) {
    if (moment.stage == Stage::embed)
        return 1;
    const bool leaving = moment.stage == Stage::forward && moment.index == 0;
    return leaving ? 1 - part(moment.fraction, 0, 0.5) : 0;
}

}  // namespace

QRectF LookupTable::row(int id) const {
    if (id < first || id >= first + rows)
        return {};
    const double height = rect.height() / rows;
    return {rect.left(), rect.top() + (id - first) * height, rect.width(), height - 1};
}

LookupTable lookupTable(const UnrolledGeometry &geometry, int source, int id,
                        const QRectF &visible) {
    LookupTable table;
    const QRectF lane = geometry.row(UnrolledRow::lookup);
    table.units = geometry.embedding(source).units;
    // As many as are easily seen, but the neighbours of the row in any case.
    const auto fitting = [&](double height) {
        return static_cast<int>((lane.height() - 2) / height);
    };
    const int rows = std::max(fitting(largestRow), std::min(fitting(leastRow), 3));
    table.rows = rows - (rows % 2 == 0 ? 1 : 0);
    table.first = id - table.rows / 2;
    const double room = visible.width() - 2 * fromEdge;
    const double wanted = std::max(11 * geometry.input().metrics.text, 2.0 * table.units.cells);
    if (table.rows < 1 || table.units.cells <= 0 || room < table.units.cells)
        return {};
    const double width = std::floor(std::min(wanted, room) / table.units.cells) * table.units.cells;
    const double height =
        std::min(std::floor((lane.height() - 2) / table.rows), largestRow) * table.rows;
    const double left = std::clamp(geometry.sourceX(source) - width / 2, visible.left() + fromEdge,
                                   visible.right() - fromEdge - width);
    table.rect = {std::floor(left), std::floor(lane.center().y() - height / 2), width, height};
    return table;
}

QRectF lookupLabel(const LookupTable &table, int id, double width, double height,
                   const QRectF &visible) {
    const double top = table.row(id).center().y() - height / 2;
    if (table.rect.right() + beside + width <= visible.right())
        return {table.rect.right() + beside, top, width, height};
    if (table.rect.left() - beside - width >= visible.left())
        return {table.rect.left() - beside - width, top, width, height};
    return {};
}

FlyingStrip flyingStrip(const QRectF &row, const QRectF &strip, double fraction) {
    const double t = part(fraction, shownAtRest, 1);
    const double e = t * t * (3 - 2 * t);
    const auto mix = [e](double a, double b) { return a + (b - a) * e; };
    return {row.center() + (strip.center() - row.center()) * e, mix(row.width(), strip.height()),
            mix(row.height(), strip.width()), 90 * e};
}

namespace {

void paintTable(QPainter &painter, const UnrolledScene &scene, const LookupTable &table, int id,
                int rows) {
    const double opacity = tableOpacity(scene.moment);
    // What comes from the tokens of the columns beside it goes behind it.
    painter.setOpacity(opacity);
    painter.fillRect(table.rect.adjusted(-3, -3, 3, 3), scene.theme.surface);
    const auto &embeddings = scene.content.trace->model->weights()[model::Tensor::sourceEmbedding];
    for (int row = std::max(table.first, 0); row < std::min(table.first + table.rows, rows);
         ++row) {
        painter.setOpacity(row == id ? opacity : othersOpacity * opacity);
        const model::Row values = embeddings.row(row);
        drawStrip(painter, {table.row(row), Qt::Horizontal, table.units},
                  {values.data(), static_cast<std::size_t>(values.size())},
                  scene.content.embeddingLimit, scene.theme);
    }
    painter.setOpacity(opacity);
    painter.setPen(scene.theme.pen(scene.theme.role(Role::source), 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(table.row(id).adjusted(-2, -2, 2, 2));
}

/// Which row of how many it is, beside the table: the first of the texts that has room.
void paintRowLabel(QPainter &painter, const UnrolledScene &scene, const LookupTable &table,
                   const QStringList &texts, int id) {
    const QFont font = boldened(smallFont(scene.font), true);
    for (const QString &text : texts) {
        const QRectF label = lookupLabel(table, id, labelWidth(font, text) + 4,
                                         scene.geometry.input().metrics.small, scene.visible);
        if (label.isEmpty())
            continue;
        painter.fillRect(label, scene.theme.surface);
        painter.setFont(font);
        painter.setPen(scene.theme.role(Role::source));
        drawLabel(painter, label, Qt::AlignCenter, text);
        return;
    }
}

/// The looked-up row on its way to its column.
void paintFlying(QPainter &painter, const UnrolledScene &scene, const LookupTable &table,
                 const QRectF &row, int source) {
    const double arrived = scene.moment.stage == Stage::embed ? scene.moment.fraction : 1;
    if (arrived <= shownAtRest || arrived >= 1)
        return;
    const FlyingStrip strip = flyingStrip(row, scene.geometry.embedding(source).rect, arrived);
    painter.translate(strip.center);
    painter.rotate(strip.angle);
    const QRectF rect(-strip.length / 2, -strip.thickness / 2, strip.length, strip.thickness);
    painter.fillRect(rect, scene.theme.surface);
    drawStrip(painter, {rect, Qt::Horizontal, table.units},
              scene.content.values(Vector::embedding, source), scene.content.embeddingLimit,
              scene.theme);
    painter.setPen(scene.theme.pen(scene.theme.role(Role::source), 1.2));
    painter.drawRect(rect.adjusted(-1, -1, 1, 1));
}

}  // namespace

void paintUnrolledLookup(QPainter &painter, const UnrolledScene &scene) {
    const UnrolledData &content = scene.content;
    if (!content.trace || tableOpacity(scene.moment) <= 0)
        return;
    const Extent extent = content.extent();
    const int source = scene.moment.stage == Stage::embed ? scene.moment.index : extent.source - 1;
    if (source < 0 || source >= extent.source)
        return;
    const auto rows =
        static_cast<int>(content.trace->model->weights()[model::Tensor::sourceEmbedding].rows());
    const int id = content.trace->source.token(source);
    const LookupTable table = lookupTable(scene.geometry, source, id, scene.visible);
    if (table.rect.isEmpty() || id >= rows)
        return;
    painter.save();
    paintTable(painter, scene, table, id, rows);
    const QString row = UnrolledText::tableRow(id, rows);
    paintRowLabel(painter, scene, table,
                  {QStringLiteral("%1 · %2").arg(quoted(content.source.value(source)), row), row,
                   QString::number(id)},
                  id);
    paintFlying(painter, scene, table, table.row(id), source);
    painter.restore();
}

}  // namespace widgets
