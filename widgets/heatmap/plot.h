// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <qcustomplot.h>

#include <QHash>
#include <optional>
#include <utility>

#include "widgets/drawing/text_measure.h"
#include "widgets/heatmap/data.h"
#include "widgets/heatmap/geometry.h"
#include "widgets/heatmap/options.h"

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

/// The bar in a margin under a point; −1: none of the kind.
struct HeatmapBar {
    int row = -1;     ///< whose entropy
    int column = -1;  ///< whose coverage
    int effect = -1;  ///< model::OtherAttention whose effect on `row`; −1: its entropy
    bool operator==(const HeatmapBar &) const = default;
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
    const HeatmapOptions &options() const { return options_; }
    /// Colours, orders and margins; whose words the data are is for the caller to see to.
    void setOptions(const HeatmapOptions &options);
    const HeatmapZoom &zoom() const { return zoom_; }
    void setZoom(const HeatmapZoom &zoom);
    /// The colour of a weight.
    QColor colorOf(double weight) const;
    /// Whether cells show by how much weights differ from those of the original.
    bool showsDifference() const;
    /// What a computed cell shows, and its colour.
    double cellValue(int row, int column) const;
    QColor cellColor(double value) const;

    /// Lays the plot out within `area` of the widget; as wide as the widget on every resize
    /// otherwise.
    void arrange(const QRect &area);
    const HeatmapLayout &layoutOfParts() const { return layout_; }
    /// What it was laid out in, and how.
    const QRect &arrangedArea() const { return area_; }
    HeatmapArrangement arrangement() const;
    /// How large text is in the font of the plot; valid while the plot lives and keeps its font.
    TextMeasure measure() const { return labelSizes().front(); }
    /// The sizes that labels may have: that of the plot and smaller ones; valid as long.
    TextSizes labelSizes() const;
    /// The size that they have.
    TextMeasure labelMeasure() const;
    QFont labelFont(bool bold) const;
    /// How weights are written into cells, and in which font.
    CellNumbers numbers() const;
    QFont numberFont(const CellNumbers &numbers) const;

    /// Where a cell is drawn, in widget coordinates, though it may be out of view; null where there
    /// is none.
    QRectF cellRect(const HeatmapCell &cell) const;
    /// The cell under a point, computed or not.
    std::optional<HeatmapCell> cellAt(const QPointF &point) const;
    /// The column whose label stands above or the row whose label stands left of a point.
    int columnLabelAt(const QPointF &point) const;
    int rowLabelAt(const QPointF &point) const;
    /// The bar in a margin: what it is filled with, and whose band a point is in.
    QRectF entropyBar(int row) const;
    QRectF coverageBar(int column) const;
    /// The cell of an effect, by model::OtherAttention, on a row.
    QRectF effectCell(int row, int effect) const;
    /// What is drawn in it: the effect or, where the heatmap shows a difference, by how much it is
    /// more than in the reference.
    double effectValue(int row, int effect) const;
    QColor effectColor(int row, int effect) const;
    /// What the effect is in the reference; nothing where that is not known, or the same as far as
    /// it is told.
    std::optional<double> effectBefore(int row, int effect) const;
    /// Where that is shown in the cell; null: it is not shown there.
    QRectF effectMark(int row, int effect) const;
    HeatmapBar marginAt(const QPointF &point) const;
    /// The maximum entropy of a row in bits, and what a full bar of coverage stands for.
    double mostEntropy() const;
    double mostCoverage() const;

  protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

  private:
    void applyTheme();
    /// Whether the cells of effects show by how much these differ.
    bool comparesEffects() const;
    TextMeasure measureIn(const QFont &font) const;

    HeatmapData data_;
    HeatmapMarks marks_;
    HeatmapOptions options_;
    HeatmapZoom zoom_;
    QRect area_;
    HeatmapLayout layout_;
    /// Measuring is most of the time of a layout, and words come again with every step.
    mutable QHash<std::pair<QString, int>, double> textWidths_;  ///< by text and pixels
    mutable QHash<std::pair<QString, int>, double> inkHeights_;  ///< the same
};

}  // namespace widgets
