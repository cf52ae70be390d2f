// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <qcustomplot.h>

#include <QHash>
#include <optional>

#include "widgets/heatmap_data.h"
#include "widgets/heatmap_geometry.h"

namespace widgets {

/// A cell by its row (target entry) and column (source entry).
struct HeatmapCell {
    int row = -1;
    int column = -1;
    bool operator==(const HeatmapCell &) const = default;
};

/// What is marked on top of the numbers; −1 and nullopt: nothing.
struct HeatmapMarks {
    int currentRow = -1;                ///< of the step in view: framed
    int row = -1;                       ///< hovered or selected
    int column = -1;                    ///< hovered or selected
    std::optional<HeatmapCell> cursor;  ///< of the keyboard
    /// How much of the last computed row is there, 0 to 1: its colours fade in.
    double fading = 1;
    bool operator==(const HeatmapMarks &) const = default;
};

/// Draws a HeatmapData; the one drawing of the heatmap, on screen and in figures. Cells are
/// rectangles of one colour each, which stay vectors in SVG and PDF. Colours follow the palette.
class HeatmapPlot : public QCustomPlot {
    Q_OBJECT
  public:
    explicit HeatmapPlot(QWidget *parent = nullptr);

    const HeatmapData &data() const { return data_; }
    void setData(HeatmapData data);
    const HeatmapMarks &marks() const { return marks_; }
    void setMarks(const HeatmapMarks &marks);

    /// Lays the plot out within `area` of the widget; as wide as the widget on every resize
    /// otherwise.
    void arrange(const QRect &area);
    const HeatmapLayout &layoutOfParts() const { return layout_; }
    /// How large labels are; valid while the plot lives and keeps its font.
    TextMeasure measure() const;

    /// Where a cell is drawn, in widget coordinates; null where there is none.
    QRectF cellRect(const HeatmapCell &cell) const;
    /// The cell under a point, computed or not.
    std::optional<HeatmapCell> cellAt(const QPointF &point) const;
    /// The column whose label stands above or the row whose label stands left of a point.
    int columnLabelAt(const QPointF &point) const;
    int rowLabelAt(const QPointF &point) const;

  protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

  private:
    void applyTheme();

    HeatmapData data_;
    HeatmapMarks marks_;
    HeatmapLayout layout_;
    /// Measuring is most of the time of a layout, and words come again with every step.
    mutable QHash<QString, double> textWidths_;
};

}  // namespace widgets
