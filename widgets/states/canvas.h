// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <vector>

#include "widgets/drawing/scene_image.h"
#include "widgets/panel/unit_canvas.h"
#include "widgets/states/paint.h"
#include "widgets/viewpoint/vectors.h"

namespace widgets {

/// The pictures of the hidden states panel, one for each layer, and the course of the marked unit.
class StatesCanvas : public UnitCanvas {
    Q_OBJECT
  public:
    /// The viewpoint must outlive the canvas.
    StatesCanvas(Viewpoint *viewpoint, QWidget *parent);

    /// What is shown: of the units, in which order, and which layers (Vector::none: all).
    StatesQuantity quantity() const { return scene_.quantity; }
    StatesOrder order() const { return scene_.order; }
    Vector only() const { return only_; }
    void setQuantity(StatesQuantity quantity);
    void setOrder(StatesOrder order);
    void setOnly(Vector only);

    const StatesScene &scene() const override { return scene_; }
    /// Where a unit of a layer is drawn, of a source piece or step; −1: of the initial state. Null
    /// where it is left out.
    QRect cellRect(Vector strip, int position, int unit) const;

    /// Reads trace or moment of the viewpoint anew.
    void followTrace();
    void followMoment();

    QSize sizeHint() const override;
    /// The least size from this one on, no wider, in which as many words are whole as can be.
    QSize sizeForWords(const QSize &least) const;

  protected:
    void layOut() override;
    bool isEmpty() const override { return scene_.layout.empty(); }
    std::optional<UnitCell> cellAt(const QPointF &point) const override;
    const UnitCells &unitsOf(const UnitCell &cell) const override { return pictureOf(cell).units; }
    int mostUnits() const override;
    std::optional<double> shareAt(const QPointF &point) const override;
    UnitCell startCell() const override;
    UnitCell moved(const UnitCell &cell, int positions) const override;
    UnitCell atLineEnd(const UnitCell &cell, bool last) const override;
    Selection selectionOf(const UnitCell &cell) const override;
    /// A cell, a word above the cells, or a position of the curve: the same unit at another time.
    Selection selectionAt(const QPointF &point) const override;
    void pick(const Selection &selection) override;
    void mark() override;
    QString textOf(const UnitCell &cell) const override;
    QString textOfMarked() const override;
    QString hint() const override;
    QString toolTipAt(const QPointF &point) const override;
    QString emptyText() const override;
    void paintPicture(QPainter &painter, const Theme &theme, bool vectors) override;
    QRectF placeOf(const UnitPlace &unit) const override;
    bool isKnown(const UnitPlace &unit) const override;
    UnitScene &mutableScene() override { return scene_; }

  private:
    /// A unit of a strip, as cellRect() counts.
    struct Place {
        Vector strip = Vector::none;
        int position = 0;
        int unit = 0;
    };
    /// The one that is a unit that can be held; nothing where that is not shown.
    std::optional<Place> stripOf(const UnitPlace &unit) const;
    /// What the images were painted for.
    struct CellsKey {
        std::shared_ptr<const model::Trace> trace;  // kept: an address alone may come again
        StatesQuantity quantity{};
        std::vector<StatesLayer> layers;
        UnitWindow window;
        bool keptUnit = false;
        WidgetKey widget;
        bool operator==(const CellsKey &) const = default;
    };
    struct TextKey {
        CellsKey cells;
        std::vector<StatesMarks> marks;
        StatesOrder order{};
        int words = 0;
        bool operator==(const TextKey &) const = default;
    };

    StatesInput inputAt(const QSize &size) const;
    void build();
    /// Where the order depends on the moment, or `anew`.
    void sortUnits(bool anew = false);
    bool unitIsKept() const;
    void markLayers();
    /// What is pointed at is its unit, wherever that is in the order by now.
    void pointAgain();
    CellsKey cellsKey() const;
    TextKey textKey() const;
    /// Lets the images be painted by another thread until they are needed.
    void beginImages();
    int sortColumn(Vector strip) const;
    const StatesPicture &pictureOf(const UnitCell &cell) const;
    std::optional<float> valueBefore(Vector strip, int column, int unit) const;

    StatesScene scene_;
    Vector only_ = Vector::none;
    bool keptUnit_ = false;
    bool difference_ = false;  ///< from the original
    SceneImage<StatesScene, TextKey> text_;
    SceneImage<StatesScene, CellsKey> cells_;
};

}  // namespace widgets
