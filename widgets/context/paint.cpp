// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/context/paint.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "widgets/drawing/label.h"
#include "widgets/drawing/vector_paint.h"
#include "widgets/figure/text.h"
#include "widgets/panel/cursor_keys.h"
#include "widgets/text/numbers.h"

namespace widgets {
namespace {

/// Whose tr() the texts here are.
struct Text {
    Q_DECLARE_TR_FUNCTIONS(widgets::ContextPanel)
};

QRectF spanRect(const ContextSpan &span, const QRectF &row) {
    return {span.left, row.top(), span.width(), row.height()};
}

QRectF rowsArea(const ContextLayout &layout) {
    return {0, layout.rows.header, layout.distance.right + layout.lineHeight,
            layout.rows.viewHeight()};
}

/// Whose the context is: without attention it is what the encoder ended with.
Role roleOf(const ContextScene &scene) {
    return scene.data.attention ? Role::attention : Role::source;
}

bool visible(const ContextLayout &layout, int row) {
    return rowsArea(layout).intersects(layout.rowRect(row));
}

void drawBar(QPainter &painter, const ContextScene &scene, const Theme &theme) {
    const QRectF &bar = scene.layout.bar;
    QLinearGradient gradient(bar.topLeft(), bar.topRight());
    constexpr int stops = 10;
    for (int i = 0; i <= stops; ++i) {
        const double share = i / double{stops};
        gradient.setColorAt(share, theme.diverging((2 * share - 1) * scene.limit, scene.limit));
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(theme.pen(theme.outline, 1));
    painter.setBrush(gradient);
    painter.drawRect(bar.adjusted(0, 0, -1, -1));
    painter.setBrush(Qt::NoBrush);
    painter.setFont(smallFont(scene.font));
    painter.setPen(theme.mutedText);
    const double line = scene.layout.lineHeight;
    const QString most = numberText(scene.limit, {});
    painter.drawText(QRectF(bar.left() - line * 5, bar.center().y() - line / 2, line * 4.7, line),
                     Qt::AlignRight | Qt::AlignVCenter | Qt::TextDontClip,
                     numberText(-scene.limit, {}));
    painter.drawText(QRectF(bar.right() + line * 0.3, bar.center().y() - line / 2, line * 4, line),
                     Qt::AlignLeft | Qt::AlignVCenter | Qt::TextDontClip, most);
}

void drawHeadings(QPainter &painter, const ContextScene &scene, const Theme &theme) {
    const ContextLayout &layout = scene.layout;
    QFont bold = scene.font;
    bold.setBold(true);
    painter.setFont(bold);
    painter.setPen(theme.role(roleOf(scene)));
    painter.drawText(
        layout.title, Qt::AlignLeft | Qt::AlignVCenter,
        QFontMetricsF(bold).elidedText(scene.title, Qt::ElideRight, layout.title.width()));
    drawBar(painter, scene, theme);
    painter.setFont(smallFont(scene.font));
    const QFontMetricsF metrics(painter.font());
    const auto heading = [&](const ContextSpan &span, Qt::Alignment side, const QString &text) {
        painter.drawText(spanRect(span, layout.headings),
                         side | Qt::AlignVCenter | Qt::TextDontClip, text);
    };
    if (scene.data.attention)
        heading({layout.weightBar.left, layout.weightNumber.right}, Qt::AlignRight,
                QStringLiteral("αᵢⱼ"));
    const UnitCells &units = layout.units;
    const QString what = scene.data.attention ? Text::tr("αᵢⱼ hⱼ") : Text::tr("taken from hⱼ");
    const QString count =
        units.all() ? Text::tr("%1, %2 units").arg(what).arg(units.units)
                    : Text::tr("%1, %2 of %3 units").arg(what).arg(units.cells).arg(units.units);
    heading(layout.strip, Qt::AlignLeft,
            metrics.elidedText(count, Qt::ElideRight, layout.strip.width()));
    if (layout.cosine.width() <= 0)
        return;
    heading(layout.cosine, Qt::AlignRight, Text::tr("cos"));
    heading(layout.distance, Qt::AlignRight, QStringLiteral("‖c−h‖"));
}

void drawWeight(QPainter &painter, const ContextScene &scene, int row, const Theme &theme) {
    const ContextLayout &layout = scene.layout;
    const double weight = scene.data.rows[static_cast<std::size_t>(row)].weight;
    const QRectF place = layout.rowRect(row);
    if (!scene.data.attention) {
        painter.setPen(theme.role(Role::source));
        drawLabel(painter, spanRect({layout.weightBar.left, layout.weightNumber.right}, place),
                  Qt::AlignRight | Qt::AlignVCenter,
                  scene.data.rows[static_cast<std::size_t>(row)].taken);
        return;
    }
    if (layout.weightBar.width() > 0) {
        QRectF bar = spanRect(layout.weightBar, place);
        const double inset = std::round(place.height() * 0.24);
        bar.adjust(0, inset, 0, -inset);
        if (scene.weightsKnown) {
            bar.setWidth(std::max(theme.thickness(1), bar.width() * std::clamp(weight, 0.0, 1.0)));
            painter.fillRect(bar, theme.role(Role::attention));
        } else {
            painter.setPen(theme.pen(theme.pending, 1, Qt::DotLine));
            painter.drawRect(bar.adjusted(0, 0, -1, -1));
        }
    }
    if (!scene.weightsKnown)
        return;
    painter.setPen(scene.data.negligible(row) ? theme.mutedText : theme.text);
    drawLabel(painter, spanRect(layout.weightNumber, place), Qt::AlignRight | Qt::AlignVCenter,
              shareText(weight));
}

void drawRow(QPainter &painter, const ContextScene &scene, int row, const Theme &theme) {
    const ContextLayout &layout = scene.layout;
    const ContextRow &numbers = scene.data.rows[static_cast<std::size_t>(row)];
    const QRectF place = layout.rowRect(row);
    const bool marked = row == scene.marked;
    const bool faint = scene.data.negligible(row) && (scene.weightsKnown || !scene.data.attention);
    if (marked)
        painter.fillRect(spanRect({layout.word.left - 3, layout.word.right + 3}, place),
                         theme.fill(Role::source));
    QFont font = scene.font;
    font.setBold(marked);
    painter.setFont(font);
    painter.setPen(faint && !marked ? theme.mutedText : theme.role(Role::source));
    drawLabel(painter, spanRect(layout.word, place), Qt::AlignRight | Qt::AlignVCenter,
              elidedLabel(font, numbers.word, layout.word.width() + 0.5));
    painter.setFont(scene.font);
    drawWeight(painter, scene, row, theme);
    if (scene.done < 1 || layout.cosine.width() <= 0)
        return;
    painter.setPen(faint ? theme.mutedText : theme.text);
    drawLabel(painter, spanRect(layout.cosine, place), Qt::AlignRight | Qt::AlignVCenter,
              numberText(numbers.cosine, {}));
    drawLabel(painter, spanRect(layout.distance, place), Qt::AlignRight | Qt::AlignVCenter,
              numberText(numbers.distance, {}));
}

void drawSum(QPainter &painter, const ContextScene &scene, const Theme &theme) {
    const ContextLayout &layout = scene.layout;
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(theme.pen(theme.text, 1));
    painter.drawLine(
        QLineF(layout.word.left, layout.sum.top(), layout.distance.right, layout.sum.top()));
    QFont bold = scene.font;
    bold.setBold(true);
    painter.setFont(bold);
    painter.setPen(theme.role(roleOf(scene)));
    painter.drawText(spanRect(layout.word, layout.sum),
                     Qt::AlignRight | Qt::AlignVCenter | Qt::TextDontClip, scene.symbol);
    const std::vector<float> values = scene.values(scene.sumRow());
    if (values.empty())
        return;
    const double overlap = cellOverlap(painter);
    for (int cell = 0; cell < layout.units.cells; ++cell) {
        QRectF rect = layout.cellRect(layout.rows.count, cell);
        if (cell + 1 < layout.units.cells)
            rect.setWidth(rect.width() + overlap);
        const float value = values[static_cast<std::size_t>(layout.units.row(cell))];
        painter.fillRect(rect, theme.diverging(static_cast<double>(value), scene.limit));
    }
}

/// The part of the strip of a row whose cells show units from `from` on; null: none.
QRectF stripFrom(const ContextScene &scene, int row, double from) {
    const ContextLayout &layout = scene.layout;
    const int cells = layout.units.cellsBefore(from);
    if (cells >= layout.units.cells)
        return {};
    QRectF rect = layout.stripRect(row);
    rect.setLeft(layout.cellRect(row, cells).left());
    return rect;
}

void drawPending(QPainter &painter, const ContextScene &scene, const Theme &theme) {
    painter.setPen(theme.pen(theme.pending, 1, Qt::DotLine));
    painter.setBrush(Qt::NoBrush);
    for (int row = 0; row <= scene.sumRow(); ++row) {
        if (row < scene.sumRow() && (!visible(scene.layout, row) ||
                                     scene.data.rows[static_cast<std::size_t>(row)].term.empty()))
            continue;
        const QRectF rest = stripFrom(scene, row, scene.unitsKnown(row));
        if (rest.isNull())
            continue;
        painter.save();
        if (row < scene.sumRow())
            painter.setClipRect(rowsArea(scene.layout));
        painter.drawRect(rest.adjusted(0, 0, -1, -1));
        painter.restore();
    }
}

void drawMarkedUnit(QPainter &painter, const ContextScene &scene, const Theme &theme) {
    const ContextLayout &layout = scene.layout;
    const UnitCells &units = layout.units;
    if (scene.unit < units.first || scene.unit >= units.first + units.count)
        return;
    const int cell = units.cell(scene.unit);
    const int near = cell >= 0 ? cell : std::max(0, units.cellsBefore(scene.unit) - 1);
    const QRectF rect = layout.cellRect(layout.rows.count, near);
    const double x = std::floor(cell >= 0 ? rect.center().x() : rect.right());
    painter.setPen(theme.pen(theme.role(Role::state), 1));
    const double end =
        std::min(layout.rows.top(layout.rows.count), layout.rows.header + layout.rows.viewHeight());
    if (cell >= 0 && rect.width() >= 5) {
        painter.drawRect(QRectF(rect.left() - 1, layout.rows.header, rect.width() + 1,
                                end - layout.rows.header));
        painter.drawRect(rect.adjusted(-1, -1, 0, 0));
        return;
    }
    painter.drawLine(QLineF(x + 0.5, layout.rows.header, x + 0.5, end));
    painter.drawLine(QLineF(x + 0.5, layout.sum.top() + 1, x + 0.5, layout.sum.bottom()));
}

void drawCaption(QPainter &painter, const ContextScene &scene, const Theme &theme) {
    const QRectF &place = scene.layout.caption;
    const int lines = place.height() > 2 * scene.layout.lineHeight ? 2 : 1;
    painter.setFont(scene.font);
    painter.setPen(theme.mutedText);
    if (lines == 1 || QFontMetricsF(scene.font).horizontalAdvance(scene.caption) <= place.width())
        return painter.drawText(
            place, Qt::AlignLeft | Qt::AlignVCenter,
            QFontMetricsF(scene.font).elidedText(scene.caption, Qt::ElideRight, place.width()));
    FigureText text(scene.caption, scene.font, theme.mutedText, place.width(), lines);
    text.moveTo(place.topLeft() + QPointF(0, (place.height() - text.height()) / 2));
    text.draw(painter);
}

void drawCursor(QPainter &painter, const ContextScene &scene, const Theme &theme) {
    const ContextLayout &layout = scene.layout;
    const UnitCell &cursor = *scene.cursor;
    const int cell = layout.units.cell(cursor.place);
    if (cursor.position < scene.sumRow() && !layout.rows.wholeRowVisible(cursor.position))
        return;
    const QRectF rect = cell >= 0 ? layout.cellRect(cursor.position, cell).adjusted(-2, -2, 1, 1)
                                  : layout.rowRect(cursor.position).adjusted(-3, 1, 3, -2);
    painter.setPen(theme.pen(theme.surface, 4));
    painter.drawRect(rect);
    painter.setPen(theme.pen(theme.emphasis, 2));
    painter.drawRect(rect);
}

}  // namespace

double ContextScene::unitsKnown(int row) const {
    const double units = data.units();
    if (row >= sumRow())
        return done > 0 ? units : 0;
    return std::clamp(done * sumRow() - row, 0.0, 1.0) * units;
}

bool ContextScene::known(const UnitCell &cell) const {
    return cell.place >= 0 && cell.place < unitsKnown(cell.position);
}

std::vector<float> ContextScene::values(int row) const {
    if (row < sumRow())
        return data.rows[static_cast<std::size_t>(row)].term;
    return done > 0 ? data.sum(done >= 1 ? sumRow() : done * sumRow()) : std::vector<float>{};
}

void paintContextText(QPainter &painter, const ContextScene &scene, const Theme &theme) {
    drawHeadings(painter, scene, theme);
    painter.save();
    painter.setClipRect(rowsArea(scene.layout));
    for (int row = 0; row < scene.sumRow(); ++row) {
        if (visible(scene.layout, row))
            drawRow(painter, scene, row, theme);
    }
    painter.restore();
}

void paintContextTerms(QPainter &painter, const ContextScene &scene, const Theme &theme,
                       bool onlyKnown) {
    const ContextLayout &layout = scene.layout;
    const double overlap = cellOverlap(painter);
    for (int row = 0; row < scene.sumRow(); ++row) {
        const std::vector<float> &term = scene.data.rows[static_cast<std::size_t>(row)].term;
        if (term.empty() || !visible(layout, row))
            continue;
        for (int cell = 0; cell < layout.units.cells; ++cell) {
            const int unit = layout.units.row(cell);
            if (onlyKnown && !scene.known({row, unit}))
                break;
            QRectF rect = layout.cellRect(row, cell) & rowsArea(layout);
            if (cell + 1 < layout.units.cells)
                rect.setWidth(rect.width() + overlap);
            painter.fillRect(
                rect, theme.diverging(static_cast<double>(term[static_cast<std::size_t>(unit)]),
                                      scene.limit));
        }
    }
}

void clipToKnown(QPainter &painter, const ContextScene &scene) {
    const ContextLayout &layout = scene.layout;
    QRegion known;
    for (int row = 0; row < scene.sumRow(); ++row) {
        if (!visible(layout, row))
            continue;
        QRectF rect = layout.stripRect(row);
        const QRectF rest = stripFrom(scene, row, scene.unitsKnown(row));
        if (!rest.isNull())
            rect.setRight(rest.left());
        if (rect.width() > 0)
            known += rect.toAlignedRect();
    }
    painter.setClipRegion(known & rowsArea(layout).toAlignedRect());
}

void paintContextOverlay(QPainter &painter, const ContextScene &scene, const Theme &theme,
                         bool withCursor) {
    drawSum(painter, scene, theme);
    drawPending(painter, scene, theme);
    if (scene.unit >= 0)
        drawMarkedUnit(painter, scene, theme);
    if (withCursor && scene.cursor)
        drawCursor(painter, scene, theme);
    drawCaption(painter, scene, theme);
}

}  // namespace widgets
