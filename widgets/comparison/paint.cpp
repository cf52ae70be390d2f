// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/comparison/paint.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "widgets/drawing/label.h"
#include "widgets/text/numbers.h"

namespace widgets {
namespace {

using Kind = ComparisonBlock::Kind;

constexpr double gridFrom = 7;            // pixels per cell: below, lines would hide the colours
constexpr double smallestNumber = 0.045;  // of two decimals; less says no more than a pale cell

/// Whose tr() the texts here are.
struct Text {
    Q_DECLARE_TR_FUNCTIONS(widgets::TranslationPair)
};

/// One block of a scene.
class BlockPainter {
  public:
    BlockPainter(QPainter &painter, const ComparisonScene &scene, const ComparisonBlock &block)
        : painter_(painter),
          scene_(scene),
          block_(block),
          side_(block.kind == Kind::reference ? scene.comparison->reference
                                              : scene.comparison->shown),
          computed_(std::min(scene.computed, block.rowCount)) {}

    void paint() {
        paintTitle();
        if (!values().size()) {
            paintAbsence();
        } else {
            paintScale();
            paintColumns();
            paintCells();
        }
        paintRows();
        paintPending();
        paintMarks();
    }

  private:
    bool differs() const { return block_.kind == Kind::difference; }
    const model::Matrix &values() const {
        return differs() ? scene_.comparison->difference : side_.weights;
    }
    QColor colorOf(double value) const {
        return differs() ? scene_.theme.diverging(value) : scene_.theme.weight(value);
    }
    QFont bold() const {
        QFont font = scene_.font;
        font.setBold(true);
        return font;
    }

    void paintTitle() {
        painter_.setFont(bold());
        painter_.setPen(scene_.theme.text);
        const QString title = differs() ? Text::tr("Difference") : side_.title;
        drawLabel(painter_, block_.title, Qt::AlignLeft | Qt::AlignVCenter,
                  elidedLabel(painter_.font(), title, block_.title.width()));
    }

    /// The colours from the least to the most, with both numbers.
    void paintScale() {
        const QString least = differs() ? signedNumber(-1, 0) : QStringLiteral("0");
        const QString most = differs() ? signedNumber(1, 0) : QStringLiteral("1");
        const QFont small = smallFont(scene_.font);
        painter_.setFont(small);
        painter_.setPen(scene_.theme.mutedText);
        const double left = labelWidth(small, least) + 3;
        const double right = labelWidth(small, most) + 3;
        drawLabel(painter_, block_.scale, Qt::AlignLeft | Qt::AlignVCenter, least);
        drawLabel(painter_, block_.scale, Qt::AlignRight | Qt::AlignVCenter, most);
        const double thick = block_.scale.height() * 0.4;
        const QRectF bar(block_.scale.left() + left, block_.scale.center().y() - thick / 2,
                         block_.scale.width() - left - right, thick);
        if (bar.width() < 4)
            return;
        QLinearGradient gradient(bar.topLeft(), bar.topRight());
        constexpr int stops = 10;
        for (int i = 0; i <= stops; ++i) {
            const double share = i / double{stops};
            gradient.setColorAt(share, colorOf(differs() ? 2 * share - 1 : share));
        }
        painter_.setPen(scene_.theme.pen(scene_.theme.outline, 1));
        painter_.setBrush(gradient);
        painter_.drawRect(bar);
    }

    void paintColumns() {
        const double width = block_.cells.width() / std::max(block_.columnCount, 1);
        const QFontMetricsF metrics(scene_.font);
        // As many as can be told apart, upright, each read from the bottom up.
        const int stride =
            std::max(1, static_cast<int>(std::ceil(metrics.height() * 0.95 / width)));
        for (int column = 0; column < block_.columnCount; ++column) {
            const bool marked = column == scene_.markedSource;
            if (column % stride != 0 && !marked)
                continue;
            painter_.save();
            painter_.translate(block_.cell(0, column).center().x(), block_.columns.bottom() - 2);
            painter_.rotate(-90);
            painter_.setFont(marked ? bold() : scene_.font);
            painter_.setPen(scene_.theme.role(Role::source));
            const double room = block_.columns.height() - 2;
            drawLabel(painter_, {0, -metrics.height() / 2, room, metrics.height()},
                      Qt::AlignLeft | Qt::AlignVCenter,
                      elidedLabel(painter_.font(), side_.columns[column], room));
            painter_.restore();
        }
    }

    void paintCells() {
        painter_.setRenderHint(QPainter::Antialiasing, false);
        for (int row = 0; row < computed_; ++row)
            for (int column = 0; column < block_.columnCount; ++column)
                // To whole pixels, so that there are no seams.
                painter_.fillRect(block_.cell(row, column).toAlignedRect(),
                                  colorOf(double(values()(row, column))));
        painter_.setPen(scene_.theme.pen(scene_.theme.outline, 1));
        painter_.setBrush(Qt::NoBrush);
        if (computed_ > 0) {
            const QRectF all = block_.cells.adjusted(
                0, 0, 0, block_.cell(computed_ - 1, 0).bottom() - block_.cells.bottom());
            const double width = all.width() / std::max(block_.columnCount, 1);
            for (int column = 1; width >= gridFrom && column < block_.columnCount; ++column) {
                const double x = std::round(block_.cell(0, column).left());
                painter_.drawLine(QLineF(x, all.top(), x, all.bottom()));
            }
            for (int row = 1; row < computed_; ++row) {
                const double y = std::round(block_.row(row).top());
                painter_.drawLine(QLineF(all.left(), y, all.right(), y));
            }
            painter_.drawRect(all.toAlignedRect());
        }
        painter_.setRenderHint(QPainter::Antialiasing, true);
        paintNumbers();
    }

    void paintNumbers() {
        const QFont small = smallFont(scene_.font);
        const auto text = [this](double value) {
            return numberText(value, {.decimals = 2,
                                      .sign = differs() ? NumberSign::always : NumberSign::negative,
                                      .leadingZero = false});
        };
        const double needed = labelWidth(small, text(differs() ? -0.88 : 0.88)) + 2;
        if (block_.cells.width() < needed * block_.columnCount)
            return;
        painter_.setFont(small);
        for (int row = 0; row < computed_; ++row)
            for (int column = 0; column < block_.columnCount; ++column) {
                const double value = double(values()(row, column));
                if (std::abs(value) < smallestNumber)
                    continue;
                painter_.setPen(textOn(colorOf(value)));
                drawLabel(painter_, block_.cell(row, column), Qt::AlignCenter, text(value));
            }
    }

    void paintAbsence() {
        painter_.setFont(scene_.font);
        painter_.setPen(scene_.theme.mutedText);
        painter_.drawText(block_.cells.adjusted(3, 0, -3, 0), Qt::AlignCenter | Qt::TextWordWrap,
                          withoutAttention());
    }

    void paintRows() {
        for (int row = 0; row < block_.rowCount; ++row) {
            const auto index = static_cast<std::size_t>(row);
            const bool strong = row == scene_.current || row == scene_.markedStep;
            const QRectF line = block_.row(row);
            const bool pending = row >= computed_;
            const QRectF place(line.left(), line.top(), block_.labels.width() - 4, line.height());
            painter_.setFont(strong ? bold() : scene_.font);
            const QString text =
                elidedLabel(painter_.font(), side_.rows[row], block_.labels.width() - 4);
            painter_.setPen(pending ? scene_.theme.pending : scene_.theme.role(Role::target));
            drawLabel(painter_, place, Qt::AlignRight | Qt::AlignVCenter, text);
            if (!differs() && !pending && index < side_.others.size() && side_.others[index]) {
                const double width = labelWidth(painter_.font(), text);
                const double y =
                    std::round(place.center().y() + QFontMetricsF(painter_.font()).height() / 2);
                painter_.setPen(scene_.theme.pen(scene_.theme.role(Role::attention), 2));
                painter_.drawLine(QLineF(place.right() - width, y, place.right(), y));
            }
            if (!differs() && !pending && index < side_.probabilities.size())
                paintProbability(line, side_.probabilities[index]);
        }
    }

    void paintProbability(const QRectF &line, double probability) {
        const QRectF room(block_.bars.left(), line.top(), block_.bars.width(), line.height());
        const QRectF bar(room.left(), room.top() + room.height() * 0.2,
                         std::max(1.0, room.width() * probability), room.height() * 0.6);
        painter_.fillRect(bar, scene_.theme.fill(Role::target));
        painter_.setFont(smallFont(scene_.font));
        painter_.setPen(scene_.theme.text);
        drawLabel(painter_, room.adjusted(2, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                  percentage(probability));
    }

    void paintPending() {
        if (computed_ >= block_.rowCount)
            return;
        painter_.setRenderHint(QPainter::Antialiasing, false);
        painter_.setPen(scene_.theme.pen(scene_.theme.pending, 1, Qt::DashLine));
        painter_.setBrush(Qt::NoBrush);
        QRectF rest = block_.cells;
        rest.setTop(block_.row(computed_).top());
        if (values().size())
            painter_.drawRect(rest.toAlignedRect().adjusted(0, 1, 0, 0));
        painter_.setRenderHint(QPainter::Antialiasing, true);
    }

    void paintMarks() {
        painter_.setBrush(Qt::NoBrush);
        const auto frame = [&](int row, const QColor &color, double thick) {
            if (row < 0 || row >= block_.rowCount)
                return;
            painter_.setPen(scene_.theme.pen(color, thick));
            painter_.drawRect(block_.row(row).adjusted(1, 0.5, 0, -0.5));
        };
        frame(scene_.current, scene_.theme.emphasis, 1);
        if (scene_.markedStep != scene_.current)
            frame(scene_.markedStep, scene_.theme.role(Role::target), 1);
        frame(scene_.cursor, scene_.theme.emphasis, 3);
        const int column = scene_.markedSource;
        if (column >= 0 && column < block_.columnCount && values().size()) {
            const QRectF all =
                block_.cell(0, column).united(block_.cell(block_.rowCount - 1, column));
            painter_.setPen(scene_.theme.pen(scene_.theme.role(Role::source), 1));
            painter_.drawRect(all);
        }
    }

    QPainter &painter_;
    const ComparisonScene &scene_;
    const ComparisonBlock &block_;
    const ComparisonSide &side_;
    int computed_;
};

}  // namespace

QString withoutAttention() {
    return Text::tr("no attention: one fixed vector for every word");
}

void paintComparison(QPainter &painter, const ComparisonScene &scene) {
    painter.setRenderHint(QPainter::Antialiasing);
    for (const ComparisonBlock &block : scene.layout.blocks)
        BlockPainter(painter, scene, block).paint();
}

}  // namespace widgets
