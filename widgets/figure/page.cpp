// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figure/page.h"

#include <qcustomplot.h>

#include <QFontMetricsF>
#include <algorithm>
#include <cmath>
#include <memory>
#include <utility>

#include "widgets/figure/text.h"

namespace widgets {
namespace {

constexpr int manyLines = 100;

/// a, b, …, z, aa, ab, …
QString letterOf(std::size_t index) {
    QString letters;
    for (std::size_t rest = index + 1; rest > 0; rest = (rest - 1) / 26)
        letters.prepend(QChar(char16_t(u'a' + (rest - 1) % 26)));
    return letters;
}

QFont boldOf(QFont font) {
    font.setBold(true);
    return font;
}

/// Where the figures of a page lie.
struct Grid {
    std::vector<QPoint> places;
    QSize size;
    int letterHeight = 0;  ///< above each figure; 0: there are no letters
};

Grid gridOf(const std::vector<Figure> &figures, const PageLook &look) {
    const QFontMetricsF metrics(boldOf(look.font));
    const int gap = static_cast<int>(std::ceil(metrics.height()));
    const auto columns = std::clamp<std::size_t>(std::size_t(std::max(look.columns, 1)), 1,
                                                 std::max<std::size_t>(figures.size(), 1));
    std::vector<int> widths(columns);
    std::vector<int> heights((figures.size() + columns - 1) / columns);
    for (std::size_t i = 0; i < figures.size(); ++i) {
        widths[i % columns] = std::max(widths[i % columns], figures[i].size.width());
        heights[i / columns] = std::max(heights[i / columns], figures[i].size.height());
    }
    Grid grid;
    grid.letterHeight =
        figures.size() > 1 ? static_cast<int>(std::ceil(metrics.height() * 1.2)) : 0;
    int y = 0;
    for (std::size_t row = 0; row < heights.size(); ++row) {
        int x = 0;
        for (std::size_t column = 0; column < columns; ++column) {
            if (row * columns + column < figures.size())
                grid.places.emplace_back(x, y);
            x += widths[column] + (column + 1 < columns ? gap : 0);
        }
        y += grid.letterHeight + heights[row] + (row + 1 < heights.size() ? gap : 0);
        grid.size.setWidth(x);
    }
    grid.size.setHeight(y);
    return grid;
}

/// Paints a figure as if its corner were elsewhere.
void paintAt(QCPPainter &painter, const Figure &figure, const QPoint &place) {
    painter.save();
    painter.translate(place);
    figure.paint(painter);
    painter.restore();
}

void paintGround(QCPPainter &painter, const QSize &size, const QColor &ground) {
    if (ground.isValid())
        painter.fillRect(QRect({}, size), ground);
}

}  // namespace

Figure page(std::vector<Figure> figures, const PageLook &look) {
    const Grid grid = gridOf(figures, look);
    Figure whole;
    whole.size = grid.size;
    for (const Figure &figure : figures)
        for (const QColor &ground : figure.grounds)
            if (!whole.grounds.contains(ground))
                whole.grounds.append(ground);
    if (!figures.empty()) {
        whole.title = figures.front().title;
        whole.description = figures.front().description;
    }
    whole.paint = [figures = std::move(figures), grid, look](QCPPainter &painter) {
        paintGround(painter, grid.size, look.ground);
        for (std::size_t i = 0; i < figures.size(); ++i) {
            paintAt(painter, figures[i], grid.places[i] + QPoint(0, grid.letterHeight));
            if (grid.letterHeight == 0)
                continue;
            painter.setFont(boldOf(look.font));
            painter.setPen(look.text);
            painter.drawText(grid.places[i] + QPointF(0, QFontMetricsF(boldOf(look.font)).ascent()),
                             letterOf(i));
        }
    };
    return whole;
}

Figure titled(Figure figure, const std::vector<TitleLine> &lines, const PageLook &look) {
    const QFont bold = boldOf(look.font);
    const double pad = QFontMetricsF(bold).height() * 0.5;
    const double width = std::max(figure.size.width() - 2 * pad, 1.0);
    std::vector<FigureText> texts;
    double y = pad;
    for (const TitleLine &line : lines) {
        texts.emplace_back(line.text, bold, line.color, width, manyLines);
        texts.back().moveTo({pad, y});
        y += texts.back().height();
    }
    const int above = static_cast<int>(std::ceil(y + pad));
    Figure whole = figure;
    whole.size.rheight() += above;
    whole.paint = [figure = std::move(figure), texts = std::move(texts), above, size = whole.size,
                   ground = look.ground](QCPPainter &painter) {
        paintGround(painter, size, ground);
        paintAt(painter, figure, {0, above});
        for (const FigureText &text : texts)
            text.draw(painter);
    };
    return whole;
}

}  // namespace widgets
