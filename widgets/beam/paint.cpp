// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/beam/paint.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <cmath>

#include "widgets/drawing/label.h"
#include "widgets/text/numbers.h"
#include "widgets/text/piece_label.h"

namespace widgets {
namespace {

/// Whose tr() the texts here are.
struct PaintText {
    Q_DECLARE_TR_FUNCTIONS(widgets::BeamPaint)
};

constexpr double thickestEdge = 4;  // pixels, of probability 1
constexpr double thinnestEdge = 0.8;

QPainterPath curve(const QLineF &edge) {
    const double middle = (edge.x1() + edge.x2()) / 2;
    QPainterPath path(edge.p1());
    path.cubicTo({middle, edge.y1()}, {middle, edge.y2()}, edge.p2());
    return path;
}

/// Paints one tree.
class TreePainter {
  public:
    TreePainter(QPainter &painter, const BeamScene &scene, const Theme &theme)
        : painter_(painter), scene_(scene), theme_(theme), onPath_(scene.data.nodes.size()) {
        if (scene.marked >= 0)
            for (const int node : scene.data.pathTo(scene.marked))
                onPath_[static_cast<std::size_t>(node)] = true;
    }

    void edge(int node) {
        const BeamNode &each = nodeOf(node);
        const bool marked = onPath_[static_cast<std::size_t>(node)];
        const QColor colour = marked         ? theme_.emphasis
                              : each.current ? theme_.role(Role::target)
                              : each.pruned  ? theme_.outline
                                             : theme_.mutedText;
        const double width = thinnestEdge + (thickestEdge - thinnestEdge) * each.probability;
        painter_.setBrush(Qt::NoBrush);
        const bool before = each.reference && !each.current;
        painter_.setPen(theme_.pen(before && !marked ? theme_.role(Role::target) : colour, width,
                                   before ? Qt::DashLine : Qt::SolidLine, Qt::FlatCap));
        painter_.drawPath(curve(scene_.layout.edgeTo(scene_.data, node)));
    }

    void box(int node) {
        const BeamNode &each = nodeOf(node);
        const QRectF rect = scene_.layout.boxes[static_cast<std::size_t>(node)];
        const double corner = rect.height() * 0.25;
        const bool marked = onPath_[static_cast<std::size_t>(node)];
        const bool before = each.reference && !each.current;
        const bool pale = each.pruned && !before;
        const QColor line = marked ? theme_.emphasis
                            : pale ? theme_.outline
                                   : theme_.role(Role::target);
        painter_.setPen(theme_.pen(line, marked || each.current || before ? 1.5 : 1,
                                   before            ? Qt::DashLine
                                   : pale && !marked ? Qt::DotLine
                                                     : Qt::SolidLine));
        painter_.setBrush(each.current ? theme_.fill(Role::target) : theme_.surface);
        painter_.drawRoundedRect(rect, corner, corner);
        QFont used = scene_.font;
        used.setBold(each.current);
        // As in the translation: a word that is another than in the reference.
        used.setUnderline(scene_.data.compared && each.current && !each.reference);
        painter_.setFont(used);
        painter_.setPen(pale && !marked ? theme_.pending : theme_.text);
        drawLabel(painter_, rect, Qt::AlignCenter,
                  elidedLabel(used, each.label, rect.width() - rect.height() * 0.4));
        note(node);
        if (node == scene_.cursor) {
            painter_.setPen(theme_.pen(theme_.role(Role::source), 2));
            painter_.setBrush(Qt::NoBrush);
            painter_.drawRoundedRect(rect.adjusted(-3, -3, 3, 3), corner + 2, corner + 2);
        }
    }

  private:
    const BeamNode &nodeOf(int node) const {
        return scene_.data.nodes[static_cast<std::size_t>(node)];
    }
    void note(int node) {
        const QRectF rect = scene_.layout.notes[static_cast<std::size_t>(node)];
        if (rect.isNull())
            return;
        const BeamNode &each = nodeOf(node);
        QFont used = smallFont(scene_.font);
        used.setBold(each.place == 0);
        painter_.setFont(used);
        painter_.setPen(each.place >= 0 ? theme_.text : theme_.mutedText);
        drawLabel(painter_, rect, Qt::AlignLeft | Qt::AlignVCenter, scoreText(each));
    }

    QPainter &painter_;
    const BeamScene &scene_;
    const Theme &theme_;
    std::vector<bool> onPath_;
};

}  // namespace

QString scoreText(const BeamNode &node) {
    const QString score = numberText(node.score, {});
    return node.place < 0 ? score
                          : PaintText::tr("%1. %2", "place of a translation, its score")
                                .arg(node.place + 1)
                                .arg(score);
}

void paintBeam(QPainter &painter, const BeamScene &scene, const Theme &theme,
               const QRectF &visible) {
    painter.setRenderHint(QPainter::Antialiasing);
    TreePainter tree(painter, scene, theme);
    const auto count = static_cast<int>(scene.data.nodes.size());
    const auto seen = [&](int node) {
        const QLineF edge = scene.layout.edgeTo(scene.data, node);
        const QRectF box = scene.layout.boxes[static_cast<std::size_t>(node)];
        const QRectF note = scene.layout.notes[static_cast<std::size_t>(node)];
        return box.united(QRectF(edge.p1(), edge.p2()).normalized())
            .united(note)
            .adjusted(-4, -4, 4, 4)
            .intersects(visible);
    };
    for (int node = 0; node < count; ++node)
        if (seen(node))
            tree.edge(node);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.role(Role::target));
    painter.drawEllipse(scene.layout.start);
    for (int node = 0; node < count; ++node)
        if (seen(node))
            tree.box(node);
}

QSizeF pathHeatmapSize(const BeamData &data, int node, const QFont &font) {
    const double line = QFontMetricsF(font).height();
    return {line * 6 + data.tree->beginning->sourceLength() * line * 1.5,
            line * 3 + static_cast<double>(data.pathTo(node).size()) * line};
}

void paintPathHeatmap(QPainter &painter, const BeamData &data, int node, const QFont &font,
                      const Theme &theme, const QRectF &area) {
    const model::Matrix weights = attentionOn(data, node);
    if (weights.size() == 0)
        return;
    painter.setFont(font);
    const double line = QFontMetricsF(font).height();
    const QRectF cells = area.adjusted(line * 5, line * 2, -line * 0.5, -line * 0.5);
    const double width = cells.width() / static_cast<double>(weights.cols());
    const double height = cells.height() / static_cast<double>(weights.rows());
    const std::vector<int> path = data.pathTo(node);
    for (long row = 0; row < weights.rows(); ++row) {
        const double y = cells.top() + static_cast<double>(row) * height;
        for (long column = 0; column < weights.cols(); ++column)
            painter.fillRect(
                QRectF(cells.left() + static_cast<double>(column) * width, y, width, height),
                theme.weight(static_cast<double>(weights(row, column))));
        if (height < line * 0.8 && row % 2 == 1)
            continue;
        painter.setPen(theme.role(Role::target));
        const int each = path[static_cast<std::size_t>(row)];
        drawLabel(painter, QRectF(area.left(), y, line * 4.7, height),
                  Qt::AlignRight | Qt::AlignVCenter,
                  elidedLabel(font, data.nodes[static_cast<std::size_t>(each)].label, line * 4.5));
    }
    painter.setPen(theme.role(Role::source));
    const QStringList words = labelsOf(data.tree->beginning->source);
    for (int column = 0; column < words.size(); ++column) {
        painter.save();
        painter.translate(cells.left() + (column + 0.5) * width, cells.top() - line * 0.2);
        painter.rotate(-30);
        drawLabel(painter, QRectF(0, -line / 2, line * 4, line), Qt::AlignLeft | Qt::AlignVCenter,
                  elidedLabel(font, words[column], line * 3));
        painter.restore();
    }
    painter.setPen(theme.pen(theme.outline, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(cells);
}

}  // namespace widgets
