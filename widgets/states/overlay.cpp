// SPDX-License-Identifier: GPL-3.0-or-later
// What moves in the hidden-states panel: marks, the cursor, the course of a unit.
#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <cmath>

#include "widgets/drawing/label.h"
#include "widgets/states/paint.h"
#include "widgets/text/language.h"
#include "widgets/text/numbers.h"

namespace widgets {
namespace {

void frame(QPainter &painter, const QRect &rect, const Theme &theme, const QColor &colour,
           int width) {
    painter.setPen(theme.pen(colour, width, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    painter.drawRect(rect.adjusted(-1, -1, 0, 0));
}

/// The marked unit: its row framed, or a line where it would be if it is left out.
void drawMarkedUnit(QPainter &painter, const StatesScene &scene, int layer, const Theme &theme) {
    const StatesPicture &picture = scene.layout.pictures[static_cast<std::size_t>(layer)];
    const int row = scene.layers[static_cast<std::size_t>(layer)].rowOf(
        scene.marks[static_cast<std::size_t>(layer)].unit);
    if (row < picture.units.first || row >= picture.units.first + picture.units.count)
        return;
    const int cell = picture.units.cell(row);
    const double y = cell >= 0 ? picture.row(cell).center().y() + 0.5 : picture.topOf(row);
    if (cell >= 0 && picture.row(cell).height() >= 5) {
        frame(painter, picture.row(cell), theme, theme.role(Role::state), 1);
    } else {
        painter.setPen(theme.pen(theme.role(Role::state), 1));
        painter.drawLine(QLineF(picture.cells.left(), y, picture.cells.right(), y));
    }
    // A pointer at the edge, which no colour of a cell hides.
    const double size = std::round(picture.lineHeight * 0.3);
    const double x = picture.cells.left() + picture.cells.width() + 1;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.role(Role::state));
    painter.drawPolygon(QPolygonF(
        {QPointF(x, y), QPointF(x + size, y - size * 0.8), QPointF(x + size, y + size * 0.8)}));
    painter.setBrush(Qt::NoBrush);
    painter.setRenderHint(QPainter::Antialiasing, false);
}

/// The column whose values order the units: a pointer below it.
void drawRuling(QPainter &painter, const StatesPicture &picture, int column, const Theme &theme) {
    const QRect place = picture.column(column);
    const double half = std::round(picture.lineHeight * 0.28);
    const double x = place.left() + place.width() / 2.0;
    const double top = place.bottom() + 1 - half;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme.pen(theme.surface, 1));
    painter.setBrush(theme.emphasis);
    painter.drawPolygon(QPolygonF({QPointF(x, top), QPointF(x + half, top + 1.4 * half),
                                   QPointF(x - half, top + 1.4 * half)}));
    painter.setBrush(Qt::NoBrush);
    painter.setRenderHint(QPainter::Antialiasing, false);
}

/// The course of a unit, ready to be drawn.
struct Course {
    const StatesScene &scene;
    int layer;
    int unit;
    int row;
    std::vector<float> values;
    double low;
    double high;

    int columns() const { return static_cast<int>(values.size()); }
    bool known(int column) const { return scene.known(layer, column, row); }
    QPointF point(int column) const {
        const StatesCurve &curve = scene.layout.curve;
        return {curve.x(column, columns()),
                curve.y(static_cast<double>(values[static_cast<std::size_t>(column)]), low, high)};
    }
};

Course courseOf(const StatesScene &scene, int layer) {
    const StatesLayer &numbers = scene.layers[static_cast<std::size_t>(layer)];
    const int unit = scene.marks[static_cast<std::size_t>(layer)].unit;
    Course course{scene,
                  layer,
                  unit,
                  numbers.rowOf(unit),
                  statesCourse(*scene.trace, numbers.strip, scene.quantity, unit),
                  0,
                  1};
    if (isGate(scene.quantity))
        return course;
    // At the scale of the picture, unless this unit goes beyond it.
    course.high = numbers.limit;
    for (const float value : course.values)
        course.high = std::max(course.high, std::abs(static_cast<double>(value)));
    course.low = -course.high;
    return course;
}

void drawAxes(QPainter &painter, const Course &course, const Theme &theme) {
    const StatesCurve &curve = course.scene.layout.curve;
    painter.setFont(smallFont(course.scene.font));
    const double line = QFontMetricsF(painter.font()).height();
    const auto level = [&](double value, const QString &text, const QColor &colour) {
        const double y = std::round(curve.y(value, course.low, course.high)) + 0.5;
        painter.setPen(theme.pen(colour, 1));
        painter.drawLine(QLineF(curve.plot.left(), y, curve.plot.right(), y));
        painter.setPen(theme.mutedText);
        painter.drawText(QRectF(curve.area.left(), y - line / 2,
                                curve.plot.left() - curve.area.left() - line * 0.3, line),
                         Qt::AlignRight | Qt::AlignVCenter | Qt::TextDontClip, text);
    };
    const bool gate = course.low == 0;
    const bool room = curve.plot.height() >= 2.2 * line;
    const QString most = gate ? QStringLiteral("1") : numberText(course.high, {});
    if (room || gate)
        level(course.high, most, theme.outline);
    if (room && !gate)
        level(course.low, numberText(course.low, {}), theme.outline);
    level(0, QStringLiteral("0"), theme.mutedText);
}

void drawWords(QPainter &painter, const Course &course, const StatesMarks &marks,
               const Theme &theme) {
    const StatesCurve &curve = course.scene.layout.curve;
    if (curve.words.height() <= 0)
        return;
    const StatesLayer &numbers = course.scene.layers[static_cast<std::size_t>(course.layer)];
    painter.setFont(smallFont(course.scene.font));
    const QFontMetricsF metrics(painter.font());
    const double spacing = curve.plot.width() / std::max(1, course.columns());
    const int emphasis = marks.column >= 0 ? marks.column : marks.current;
    // Every word where each has room for some letters, else only the one that matters.
    const bool all = spacing >= 2.6 * metrics.height();
    for (int column = 0; column < course.columns(); ++column) {
        if (!all && column != emphasis)
            continue;
        const double room = all ? spacing - metrics.height() * 0.4 : metrics.height() * 12;
        const QString text = metrics.elidedText(numbers.labels.value(column), Qt::ElideRight, room);
        const double width = metrics.horizontalAdvance(text);
        const double left = std::clamp(curve.x(column, course.columns()) - width / 2,
                                       curve.area.left(), curve.area.right() - width);
        painter.setPen(column == emphasis
                           ? theme.role(course.scene.labelRole(numbers.strip, column))
                           : theme.mutedText);
        painter.drawText(QRectF(left, curve.words.top(), width, curve.words.height()),
                         Qt::AlignLeft | Qt::AlignVCenter | Qt::TextDontClip, text);
    }
}

void drawMoments(QPainter &painter, const Course &course, const StatesMarks &marks,
                 const Theme &theme) {
    const StatesCurve &curve = course.scene.layout.curve;
    const auto line = [&](int column, const QPen &pen) {
        if (column < 0 || column >= course.columns())
            return;
        const double x = std::round(curve.x(column, course.columns())) + 0.5;
        painter.setPen(pen);
        painter.drawLine(QLineF(x, curve.plot.top(), x, curve.plot.bottom()));
    };
    line(marks.current, theme.pen(theme.emphasis, 1));
    line(marks.column,
         theme.pen(theme.role(statesWordRole(
                       course.scene.layers[static_cast<std::size_t>(course.layer)].strip)),
                   1, Qt::DashLine));
}

void drawPoints(QPainter &painter, const Course &course, const StatesMarks &marks,
                const Theme &theme) {
    const StatesCurve &curve = course.scene.layout.curve;
    const double spacing = curve.plot.width() / std::max(1, course.columns());
    const double radius = (spacing >= 8 ? 2.5 : 1.5) * theme.lines;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme.pen(theme.role(Role::state), 1.5));
    for (int column = 0; column + 1 < course.columns(); ++column) {
        if (course.known(column) && course.known(column + 1))
            painter.drawLine(QLineF(course.point(column), course.point(column + 1)));
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.role(Role::state));
    for (int column = 0; column < course.columns(); ++column) {
        if (course.known(column))
            painter.drawEllipse(course.point(column), radius, radius);
    }
    painter.setBrush(Qt::NoBrush);
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setFont(smallFont(course.scene.font));
    const QFontMetricsF metrics(painter.font());
    const double widest = metrics.horizontalAdvance(QStringLiteral("−0.00"));
    const int emphasis = marks.column >= 0 ? marks.column : marks.current;
    for (int column = 0; column < course.columns(); ++column) {
        // In a low plot numbers above and below the points would hide the others.
        const bool room = spacing >= widest + 4 && curve.words.height() > 0;
        if (!course.known(column) || (!room && column != emphasis))
            continue;
        const double value = static_cast<double>(course.values[static_cast<std::size_t>(column)]);
        const QString text = statesNumber(course.scene.quantity, value, 2);
        const double width = metrics.horizontalAdvance(text);
        const QPointF at = course.point(column);
        const double left =
            std::clamp(at.x() - width / 2, curve.area.left(), curve.area.right() - width);
        const QRectF above(left, at.y() - metrics.height() - 1, width, metrics.height());
        const bool fits = above.top() >= curve.title.bottom() - metrics.height() * 0.15;
        const QRectF rect = fits ? above : above.translated(0, metrics.height() + 4);
        painter.fillRect(rect.adjusted(-1, 2, 1, -2), theme.surface);
        painter.setPen(column == emphasis ? theme.text : theme.mutedText);
        painter.drawText(rect, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextDontClip, text);
    }
}

}  // namespace

int statesCurveLayer(const StatesScene &scene) {
    for (std::size_t i = 0; i < scene.marks.size(); ++i) {
        if (scene.marks[i].unit >= 0)
            return static_cast<int>(i);
    }
    return -1;
}

void paintStatesCurve(QPainter &painter, const StatesScene &scene, const Theme &theme) {
    const StatesCurve &curve = scene.layout.curve;
    if (curve.area.isNull())
        return;
    const int layer = statesCurveLayer(scene);
    const QFontMetricsF metrics(scene.font);
    painter.setFont(scene.font);
    if (layer < 0) {
        painter.setPen(theme.mutedText);
        painter.drawText(
            curve.area, Qt::AlignCenter | Qt::TextWordWrap,
            StatesText::tr(
                "The course of a unit over time: point at a cell, or click to keep its unit."));
        return;
    }
    const Course course = courseOf(scene, layer);
    const StatesMarks &marks = scene.marks[static_cast<std::size_t>(layer)];
    const StatesLayer &numbers = scene.layers[static_cast<std::size_t>(layer)];
    const QString title =
        StatesText::tr("unit %1 of %2 over time").arg(course.unit + 1).arg(numbers.units);
    painter.setPen(theme.role(Role::state));
    painter.drawText(
        curve.title, Qt::AlignLeft | Qt::AlignVCenter,
        metrics.elidedText(joined({statesSymbol(numbers.strip, scene.quantity, -1), title}),
                           Qt::ElideRight, curve.title.width()));
    painter.setRenderHint(QPainter::Antialiasing, false);
    drawAxes(painter, course, theme);
    drawMoments(painter, course, marks, theme);
    drawPoints(painter, course, marks, theme);
    drawWords(painter, course, marks, theme);
}

void paintStatesMarks(QPainter &painter, const StatesScene &scene, const Theme &theme,
                      bool withCursor) {
    painter.setBrush(Qt::NoBrush);
    painter.setRenderHint(QPainter::Antialiasing, false);
    for (int layer = 0; layer < static_cast<int>(scene.layers.size()); ++layer) {
        const StatesPicture &picture = scene.layout.pictures[static_cast<std::size_t>(layer)];
        const StatesMarks &marks = scene.marks[static_cast<std::size_t>(layer)];
        if (marks.unit >= 0)
            drawMarkedUnit(painter, scene, layer, theme);
        if (marks.current >= 0 && marks.current < picture.columns)
            frame(painter, picture.column(marks.current), theme, theme.emphasis, 1);
        if (marks.column >= 0 && marks.column < picture.columns)
            frame(painter, picture.column(marks.column), theme,
                  theme.role(statesWordRole(picture.strip)), 2);
        if (marks.ruling >= 0 && marks.ruling < picture.columns)
            drawRuling(painter, picture, marks.ruling, theme);
        if (!withCursor || !scene.cursor || scene.cursor->strip != picture.strip)
            continue;
        const int cell = picture.units.cell(scene.cursor->place);
        if (cell < 0)
            continue;
        const QRect rect = picture.cell(scene.cursor->position, cell);
        frame(painter, rect.adjusted(-1, -1, 1, 1), theme, theme.surface, 3);
        frame(painter, rect.adjusted(-1, -1, 1, 1), theme, theme.emphasis, 2);
    }
    painter.setFont(scene.font);
    painter.setPen(theme.mutedText);
    const QRectF &place = scene.layout.caption;
    painter.drawText(
        place, Qt::AlignLeft | Qt::AlignVCenter,
        QFontMetricsF(scene.font).elidedText(scene.caption, Qt::ElideRight, place.width()));
}

}  // namespace widgets
