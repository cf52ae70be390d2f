// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QRectF>
#include <vector>

#include "widgets/beam/data.h"
#include "widgets/beam/geometry.h"
#include "widgets/drawing/theme.h"

class QPainter;

namespace widgets {

/// Everything that is painted of a tree, as it stands.
struct BeamScene {
    BeamData data;
    BeamLayout layout;
    int marked = -1;  ///< the node whose path is marked; −1: none
    int cursor = -1;  ///< of the keyboard; −1: none is shown
    QFont font;
};

/// The score at the end of a path: "1st −0.43" or, of one that was given up, its score alone.
QString scoreText(const BeamNode &node);

/// What of the tree lies in `visible`, in the coordinates of the layout.
void paintBeam(QPainter &painter, const BeamScene &scene, const Theme &theme,
               const QRectF &visible);

/// The attention on the path to a node in a rectangle: rows are its pieces, columns the source.
void paintPathHeatmap(QPainter &painter, const BeamData &data, int node, const QFont &font,
                      const Theme &theme, const QRectF &area);
/// How large it is at a size of text that can be read.
QSizeF pathHeatmapSize(const BeamData &data, int node, const QFont &font);

}  // namespace widgets
