// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/beam/geometry.h"

#include <algorithm>
#include <cmath>

namespace widgets {
namespace {

constexpr double widestLabel = 9;  // lines of text
constexpr double lineStep = 1.7;   // from the middle of a path's end to the next
constexpr double columnGap = 1.4;  // between columns, for the edges
constexpr double margin = 0.5;

/// Gives each node a line: the ends of paths one after the other, the others that of their first
/// child, so that what is most probable stays on one line.
class Lines {
  public:
    explicit Lines(const BeamData &data)
        : line_(data.nodes.size(), -1), children_(data.nodes.size()) {
        for (std::size_t i = 0; i < data.nodes.size(); ++i) {
            const int parent = data.nodes[i].parent;
            (parent < 0 ? roots_ : children_[static_cast<std::size_t>(parent)])
                .push_back(static_cast<int>(i));
        }
        for (const int root : roots_)
            place(root);
    }
    int of(std::size_t node) const { return line_[node]; }
    int count() const { return count_; }
    bool isEnd(std::size_t node) const { return children_[node].empty(); }

  private:
    int place(int node) {
        const auto &children = children_[static_cast<std::size_t>(node)];
        int first = -1;
        for (const int child : children) {
            const int line = place(child);
            first = first < 0 ? line : first;
        }
        return line_[static_cast<std::size_t>(node)] = first < 0 ? count_++ : first;
    }

    std::vector<int> line_;
    std::vector<std::vector<int>> children_;
    std::vector<int> roots_;
    int count_ = 0;
};

}  // namespace

std::optional<int> BeamLayout::nodeAt(const QPointF &point) const {
    for (std::size_t i = 0; i < boxes.size(); ++i)
        if (boxes[i].contains(point) || notes[i].contains(point))
            return static_cast<int>(i);
    return {};
}

QLineF BeamLayout::edgeTo(const BeamData &data, int node) const {
    const int parent = data.nodes[static_cast<std::size_t>(node)].parent;
    const QRectF from = parent < 0 ? start : boxes[static_cast<std::size_t>(parent)];
    const QRectF to = boxes[static_cast<std::size_t>(node)];
    return {QPointF(from.right(), from.center().y()), QPointF(to.left(), to.center().y())};
}

BeamLayout layoutBeam(const BeamData &data, const TextMeasure &measure, double noteWidth) {
    BeamLayout layout;
    if (data.empty())
        return layout;
    const double line = measure.height;
    const Lines lines(data);
    std::vector<double> widths(static_cast<std::size_t>(data.depth), 0);
    for (const BeamNode &node : data.nodes) {
        double &width = widths[static_cast<std::size_t>(node.depth)];
        width = std::max(width, std::min(measure.width(node.label), widestLabel * line) + line);
    }
    std::vector<double> lefts;
    double x = margin * line;
    layout.start = QRectF(x, margin * line + 0.35 * line, 0.5 * line, 0.5 * line);
    x += 0.5 * line + columnGap * line;
    for (const double width : widths) {
        lefts.push_back(x);
        x += width + columnGap * line;
    }
    const double height = 1.3 * line;
    for (std::size_t i = 0; i < data.nodes.size(); ++i) {
        const auto depth = static_cast<std::size_t>(data.nodes[i].depth);
        const QRectF box(lefts[depth], margin * line + lines.of(i) * lineStep * line, widths[depth],
                         height);
        layout.boxes.push_back(box);
        layout.notes.push_back(lines.isEnd(i)
                                   ? QRectF(box.right() + 0.4 * line, box.top(), noteWidth, height)
                                   : QRectF());
    }
    layout.start.moveCenter(QPointF(layout.start.center().x(), layout.boxes[0].center().y()));
    layout.size = QSizeF(x - columnGap * line + 0.8 * line + noteWidth,
                         2 * margin * line + lines.count() * lineStep * line);
    return layout;
}

int neighbourOf(const BeamData &data, const BeamLayout &layout, int node, BeamWay way) {
    const BeamNode &from = data.nodes[static_cast<std::size_t>(node)];
    if (way == BeamWay::parent)
        return from.parent < 0 ? node : from.parent;
    if (way == BeamWay::child) {
        const std::vector<int> children = data.childrenOf(node);
        return children.empty() ? node : children.front();
    }
    int found = node;
    double nearest = layout.size.height();
    for (int i = 0; i < static_cast<int>(data.nodes.size()); ++i) {
        const double gap = layout.boxes[static_cast<std::size_t>(i)].top() -
                           layout.boxes[static_cast<std::size_t>(node)].top();
        const double distance = way == BeamWay::below ? gap : -gap;
        if (data.nodes[static_cast<std::size_t>(i)].depth == from.depth && distance > 0 &&
            distance < nearest) {
            nearest = distance;
            found = i;
        }
    }
    return found;
}

}  // namespace widgets
