// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRect>
#include <QString>
#include <functional>

class QWidget;

namespace widgets {

/// What a painted matrix says of itself to a screen reader, which walks it cell by cell. Asked anew
/// whenever one wants to know.
struct SpokenTable {
    std::function<int()> rows;
    std::function<int()> columns;
    std::function<QString(int row)> rowName;
    std::function<QString(int column)> columnName;
    /// What stands in a cell, with what it means: "α of “chat” at step 3, “cat”: 0.8300".
    std::function<QString(int row, int column)> cell;
    /// Where it is drawn, in the coordinates of the widget.
    std::function<QRect(int row, int column)> place;
    /// The cell of the keyboard; −1: none.
    std::function<int()> currentRow;
    std::function<int()> currentColumn;
};

/// Makes a widget an accessible table. To be called once, before it is shown.
void giveTable(QWidget &widget, SpokenTable table);

/// Tells screen readers that the table has other rows, columns or cells now.
void tellTableChanged(QWidget &widget);

}  // namespace widgets
