// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/states/geometry.h"
#include "widgets/drawing/text_measure.h"
#include "widgets/viewpoint/vectors.h"

#include <QTransform>
#include <algorithm>
#include <cmath>
#include <numbers>

namespace widgets {
namespace {

constexpr double smallestCell = 2;      // height of a unit in pixels
constexpr double widestColumn = 6;      // lines of text
constexpr double separateColumns = 8;   // pixels from which a gap stands between columns
constexpr double readableColumn = 0.8;  // lines of text from which turned words can be read
constexpr double labelShare = 0.36;     // of the height of a picture, at most
constexpr double mostLabelLines = 5.5;
constexpr double fewestStackedLines = 7;  // height of a picture, for them to be stacked
constexpr double fewestCurveLines = 20;   // the whole height, for the curve to be there
constexpr double fewestKeptLines = 11;    // the same for that of a unit that is kept
constexpr double lowestCurve = 3;         // lines; without words
constexpr double lowestWordedCurve = 5.2;
constexpr double highestCurve = 10;
constexpr double readablePicture = 8.5;  // lines that the curve leaves to the pictures, if it can
constexpr double barShare = 0.25;  // of the width of a picture, for its colour bar with numbers
constexpr double captionLines = 1.25;
// Columns may share pixels, so many of them one, in a picture that is so wide.
constexpr int mostSharedColumns = 4;
constexpr int narrowestCrowd = 60;

double radians(double degrees) {
    return degrees * std::numbers::pi / 180.0;
}

QPoint pixelOf(const QPointF &point) {
    return {static_cast<int>(std::floor(point.x())), static_cast<int>(std::floor(point.y()))};
}

double gapOf(const TextMeasure &measure) {
    return std::round(measure.height * 0.35);
}

double barRoom(const TextMeasure &measure) {
    return std::ceil(2.5 * gapOf(measure) + measure.height * 0.6 +
                     measure.width(QStringLiteral("−0.00")));
}

/// The same where there is no room for its numbers.
double narrowBarRoom(const TextMeasure &measure) {
    return std::ceil(gapOf(measure) + measure.height * 0.35) + 1;  // cells begin at whole pixels
}

/// The words above the cells: how they are turned and shortened, and the height they take.
double placeLabels(StatesPicture &picture, const QStringList &labels, double left, double width,
                   double most, const TextMeasure &measure) {
    const double line = measure.height;
    const double column = width / std::max(1, picture.columns);
    const bool level = std::all_of(labels.begin(), labels.end(), [&](const QString &label) {
        return measure.width(label) <= column - line * 0.3;
    });
    picture.angle = level ? 0 : column * std::sin(radians(60)) >= line * 0.96 ? 60 : 90;
    const double sine = std::sin(radians(picture.angle));
    const double cosine = std::cos(radians(picture.angle));
    if (picture.angle >= 90)
        picture.stride = std::max(1, static_cast<int>(std::ceil(line * 0.96 / column - 1e-9)));
    double height = line;
    for (int i = 0; i < picture.columns; ++i) {
        double longest = level ? column : (most - line * cosine) / sine;
        if (picture.angle == 60) {
            const double room = picture.block.right() - (left + (i + 0.5) * column);
            longest = std::min(longest, (room - line / 2 * sine) / cosine);
        }
        picture.labels.append(elided(labels.value(i), longest, measure));
        if (!level)
            height = std::max(height, measure.width(picture.labels.back()) * sine + line * cosine);
    }
    return std::ceil(height);
}

StatesPicture placePicture(const StatesPart &part, const QRectF &block, bool labelled,
                           const StatesInput &input) {
    const TextMeasure &measure = input.measure;
    const double line = measure.height;
    const double gap = gapOf(measure);
    StatesPicture picture;
    picture.strip = part.strip;
    picture.columns = static_cast<int>(part.labels.size());
    picture.block = block;
    picture.lineHeight = line;
    picture.title = QRectF(block.left(), block.top(), block.width(), std::ceil(line));
    const double most = std::min(block.height() * labelShare, mostLabelLines * line);
    const double cellsAtMost = block.height() - 2.5 * line;
    const int inView = unitCells(part.units, input.window, 1e9, 1).count;
    if (inView * line * 0.95 <= cellsAtMost)
        picture.unitWidth = std::ceil(measure.width(QString::number(part.units)) + gap);
    picture.barNumbers = barRoom(measure) <= barShare * block.width();
    const double right =
        block.right() - (picture.barNumbers ? barRoom(measure) : narrowBarRoom(measure));
    // The word of a column narrower than a line of text reaches beyond it.
    const double narrow = (right - block.left()) / std::max(1, picture.columns);
    const double left =
        block.left() + std::max(picture.unitWidth, std::ceil(std::max(0.0, line - narrow) / 2));
    // A picture alone has nothing beside it to leave room for.
    const double width = input.parts.size() == 1
                             ? right - left
                             : std::min(right - left, widestColumn * line * picture.columns);
    double top = picture.title.bottom() + std::round(gap / 2);
    if (labelled)
        top += placeLabels(picture, part.labels, left, width, std::max(most, line), measure) +
               std::round(gap / 2);
    picture.cells = QRect(static_cast<int>(std::ceil(left)), static_cast<int>(std::ceil(top)),
                          static_cast<int>(std::floor(width)),
                          static_cast<int>(std::floor(block.bottom() - std::ceil(top))));
    picture.bar =
        QRectF(picture.cells.left() + picture.cells.width() + gap, picture.cells.top(),
               std::round(line * (picture.barNumbers ? 0.6 : 0.35)), picture.cells.height());
    return picture;
}

/// Cells of pictures side by side begin and end level, so that a unit has the same place in each.
void level(std::vector<StatesPicture> &pictures) {
    int top = 0;
    for (const StatesPicture &picture : pictures)
        top = std::max(top, picture.cells.top());
    for (StatesPicture &picture : pictures) {
        picture.cells.setTop(top);
        picture.bar.setTop(top);
    }
}

bool usable(const StatesPicture &picture) {
    const int least =
        std::min(picture.columns, std::max(narrowestCrowd, picture.columns / mostSharedColumns));
    return picture.columns > 0 && picture.units.cells > 0 && picture.cells.width() >= least &&
           picture.cells.height() >= 4;
}

bool sideBySide(const StatesInput &input, const QRectF &area) {
    const auto count = static_cast<double>(input.parts.size());
    double columns = 0;
    for (const StatesPart &part : input.parts)
        columns += static_cast<double>(part.labels.size());
    const double line = input.measure.height;
    const double width = area.width() - count * (barRoom(input.measure) + line);
    return width / std::max(columns, 1.0) >= readableColumn * line ||
           area.height() / count < fewestStackedLines * line;
}

/// Blocks of the area, as wide as their columns ask for but none too narrow for its title.
std::vector<QRectF> blocksBesides(const StatesInput &input, const QRectF &area) {
    const double between = input.measure.height;
    const auto count = static_cast<double>(input.parts.size());
    const double room = area.width() - between * (count - 1);
    double columns = 0;
    for (const StatesPart &part : input.parts)
        columns += static_cast<double>(part.labels.size());
    std::vector<QRectF> blocks;
    double left = area.left();
    for (const StatesPart &part : input.parts) {
        const double share = static_cast<double>(part.labels.size()) / std::max(columns, 1.0);
        const double width = room * (0.4 / count + 0.6 * share);
        blocks.emplace_back(left, area.top(), width, area.height());
        left += width + between;
    }
    return blocks;
}

/// Blocks below each other; one without labels of its own needs less.
std::vector<QRectF> blocksBelow(const StatesInput &input, const QRectF &area) {
    const double between = std::round(input.measure.height * 0.4);
    const double labels = std::round(input.measure.height * 3);
    const auto count = static_cast<double>(input.parts.size());
    const auto shared = [&](std::size_t i) {
        return input.parts[i].strip == Vector::backwardState && i > 0;
    };
    double room = area.height() - between * (count - 1);
    for (std::size_t i = 0; i < input.parts.size(); ++i)
        room -= shared(i) ? 0 : labels;
    std::vector<QRectF> blocks;
    double top = area.top();
    for (std::size_t i = 0; i < input.parts.size(); ++i) {
        const double height = room / count + (shared(i) ? 0 : labels);
        blocks.emplace_back(area.left(), top, area.width(), height);
        top += height + between;
    }
    return blocks;
}

StatesCurve placeCurve(const QRectF &area, const TextMeasure &measure) {
    StatesCurve curve;
    const double line = measure.height;
    const double left = std::ceil(measure.width(QStringLiteral("−0.00")) + gapOf(measure));
    const bool worded = area.height() >= lowestWordedCurve * line;
    const double words = worded ? std::ceil(line) : 0;
    const double pad = line * (worded ? 0.6 : 0.25);
    curve.area = area;
    curve.title = QRectF(area.left(), area.top(), area.width(), std::ceil(line));
    curve.words = QRectF(area.left(), area.bottom() - words, area.width(), words);
    curve.plot = QRectF(QPointF(area.left() + left, curve.title.bottom() + pad),
                        QPointF(area.right() - line * 0.5, curve.words.top() - pad));
    return curve;
}

}  // namespace

QRect StatesPicture::column(int column) const {
    const int from = cells.left() + cells.width() * column / columns;
    const int to = cells.left() + cells.width() * (column + 1) / columns;
    const int gap = cells.width() >= separateColumns * columns ? 1 : 0;
    return {from, cells.top(), std::max(1, to - from - gap), cells.height()};
}

QRect StatesPicture::row(int cell) const {
    const int from = cells.top() + cells.height() * cell / units.cells;
    const int to = cells.top() + cells.height() * (cell + 1) / units.cells;
    return {cells.left(), from, cells.width(), to - from};
}

QRect StatesPicture::cell(int column, int cell) const {
    return this->column(column) & row(cell);
}

double StatesPicture::topOf(double row) const {
    return cells.top() + cells.height() * (row - units.first) / std::max(1, units.count);
}

int StatesPicture::columnAt(const QPointF &point) const {
    if (columns <= 0 || !cells.contains(pixelOf(point)))
        return -1;
    const int x = static_cast<int>(std::floor(point.x())) - cells.left();
    int column = std::clamp(x * columns / std::max(1, cells.width()), 0, columns - 1);
    // Whole-pixel columns: the division may be off by one.
    while (column + 1 < columns && this->column(column + 1).left() <= x + cells.left())
        ++column;
    return column;
}

int StatesPicture::cellAt(const QPointF &point) const {
    if (units.cells <= 0 || !cells.contains(pixelOf(point)))
        return -1;
    const int y = static_cast<int>(std::floor(point.y()));
    int cell = std::clamp((y - cells.top()) * units.cells / std::max(1, cells.height()), 0,
                          units.cells - 1);
    while (cell + 1 < units.cells && row(cell + 1).top() <= y)
        ++cell;
    return cell;
}

QPointF StatesPicture::labelAnchor(int column) const {
    const double half = lineHeight / 2 * std::cos(radians(angle));
    const QRect place = this->column(column);
    return {place.left() + place.width() / 2.0, cells.top() - std::round(lineHeight * 0.15) - half};
}

QPolygonF StatesPicture::labelShape(int column, double width) const {
    const QPointF anchor = labelAnchor(column);
    QTransform turn;
    turn.translate(anchor.x(), anchor.y());
    turn.rotate(-angle);
    const double left = angle > 0 ? 0 : -width / 2;
    return turn.map(QPolygonF(QRectF(left, -lineHeight / 2, width, lineHeight)));
}

int StatesPicture::labelAt(const QPointF &point) const {
    if (labels.isEmpty() || point.y() >= cells.top() || point.y() < title.bottom())
        return -1;
    // A turned label leans to the right of its column.
    const double rise = cells.top() - point.y();
    const double lean = angle == 60 ? rise / std::tan(radians(60)) : 0;
    const double x = point.x() - lean;
    if (x < cells.left() || x >= cells.left() + cells.width())
        return -1;
    return columnAt(QPointF(std::floor(x), cells.top()));
}

double StatesCurve::x(int column, int columns) const {
    return plot.left() + plot.width() * (column + 0.5) / std::max(1, columns);
}

double StatesCurve::y(double value, double low, double high) const {
    if (!(high > low) || !std::isfinite(value))
        return plot.bottom();
    const double share = std::clamp((value - low) / (high - low), 0.0, 1.0);
    return plot.bottom() - share * plot.height();
}

int StatesCurve::columnAt(const QPointF &point, int columns) const {
    if (columns <= 0 || !plot.contains(point))
        return -1;
    const double share = (point.x() - plot.left()) / plot.width();
    return std::clamp(static_cast<int>(share * columns), 0, columns - 1);
}

const StatesPicture *StatesLayout::picture(Vector strip) const {
    const auto found = std::find_if(pictures.begin(), pictures.end(),
                                    [&](const auto &picture) { return picture.strip == strip; });
    return found == pictures.end() ? nullptr : &*found;
}

StatesLayout layoutStates(const StatesInput &input) {
    const double line = input.measure.height;
    StatesLayout layout;
    QRectF area = input.area;
    if (input.parts.empty() || line <= 0 || area.width() < 2 * line || area.height() < 4 * line)
        return {};
    const double caption = input.captioned ? captionLines * line : 0;
    layout.caption = QRectF(area.left(), area.bottom() - caption, area.width(), caption);
    area.setBottom(layout.caption.top() - std::round(line * 0.2));
    const double whole = input.area.height();
    if (whole >= (input.keptUnit ? fewestKeptLines : fewestCurveLines) * line &&
        (input.keptUnit || input.curveHint)) {
        // The pictures can be read, and the curve has words, where there is height enough for it.
        const double wanted =
            std::clamp(whole * 0.26, lowestWordedCurve * line, highestCurve * line);
        const double left = area.height() - readablePicture * line;
        const double height =
            left >= lowestWordedCurve * line ? std::min(wanted, left) : lowestCurve * line;
        QRectF curve = area;
        curve.setTop(std::round(area.bottom() - height));
        layout.curve = placeCurve(curve, input.measure);
        area.setBottom(curve.top() - std::round(line * 0.4));
    }
    const bool besides = sideBySide(input, area);
    const auto blocks = besides ? blocksBesides(input, area) : blocksBelow(input, area);
    for (std::size_t i = 0; i < input.parts.size(); ++i) {
        const bool labelled = besides || i == 0 || input.parts[i].strip != Vector::backwardState;
        layout.pictures.push_back(placePicture(input.parts[i], blocks[i], labelled, input));
    }
    if (besides)
        level(layout.pictures);
    for (std::size_t i = 0; i < input.parts.size(); ++i) {
        StatesPicture &picture = layout.pictures[i];
        picture.units =
            unitCells(input.parts[i].units, input.window, picture.cells.height(), smallestCell);
    }
    const bool enough = std::all_of(layout.pictures.begin(), layout.pictures.end(), usable);
    return enough ? layout : StatesLayout{};
}

}  // namespace widgets
