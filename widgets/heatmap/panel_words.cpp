// SPDX-License-Identifier: GPL-3.0-or-later
// Words beside the heatmap that are changed in place.
#include <QKeyEvent>

#include "widgets/heatmap/panel.h"
#include "widgets/panel/source_editor.h"
#include "widgets/panel/word_prompt.h"
#include "widgets/viewpoint/viewpoint.h"

namespace widgets {

bool HeatmapPanel::changeWordAt(const QPointF &position) {
    if (const int row = plot_->rowLabelAt(position); row >= 0)
        return changeTargetWord(row);
    const int column = plot_->columnLabelAt(position);
    return column >= 0 && changeSourceWord(column);
}

bool HeatmapPanel::pressWordKey(const QKeyEvent &event) {
    if (event.key() != Qt::Key_F2 || !cursor_)
        return false;
    if (event.modifiers() & Qt::ShiftModifier)
        changeSourceWord(cursor_->column);
    else
        changeTargetWord(cursor_->row);
    return true;
}

bool HeatmapPanel::changeSourceWord(int column) {
    const HeatmapLayout &layout = plot_->layoutOfParts();
    const QRectF cell = plot_->cellRect({0, column});
    const double height = 1.6 * layout.lineHeight;
    const QRectF place(cell.left(), layout.cells.top() - height, cell.width(), height);
    return editSourceWord(*plot_, place.toAlignedRect(), *viewpoint(),
                          plot_->data().columns[static_cast<std::size_t>(column)].begin);
}

bool HeatmapPanel::changeTargetWord(int row) {
    const QRectF cell = plot_->cellRect({row, 0});
    const QRectF place(0, cell.top(), plot_->layoutOfParts().cells.left(), cell.height());
    return askForWord(*plot_, place.toAlignedRect(), *viewpoint(),
                      plot_->data().rows[static_cast<std::size_t>(row)].begin);
}

}  // namespace widgets
