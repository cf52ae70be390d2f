// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "widgets/context/paint.h"
#include "widgets/drawing/scene_image.h"
#include "widgets/panel/unit_canvas.h"

namespace widgets {

/// The picture of the context panel: a row of units for each source word, which can be scrolled,
/// and one for their sum.
class ContextCanvas : public UnitCanvas {
    Q_OBJECT
  public:
    /// The viewpoint must outlive the canvas.
    ContextCanvas(Viewpoint *viewpoint, QWidget *parent);

    const ContextScene &scene() const override { return scene_; }
    /// How far the rows are scrolled, in pixels.
    void setScroll(double scroll);
    /// The height at which no row has to be scrolled to.
    int wholeHeight() const;
    /// Where a unit of a row is drawn; null where it is left out.
    QRectF cellRect(const UnitCell &cell) const;

    /// Reads trace or moment of the viewpoint anew.
    void followTrace();
    void followMoment();

    QSize sizeHint() const override;

  protected:
    void layOut() override;
    bool isEmpty() const override { return scene_.layout.empty(); }
    std::optional<UnitCell> cellAt(const QPointF &point) const override;
    const UnitCells &unitsOf(const UnitCell &) const override { return scene_.layout.units; }
    int mostUnits() const override { return scene_.data.units(); }
    std::optional<double> shareAt(const QPointF &point) const override;
    UnitCell startCell() const override;
    UnitCell moved(const UnitCell &cell, int positions) const override;
    UnitCell atLineEnd(const UnitCell &cell, bool last) const override;
    void reveal(const UnitCell &cell) override;
    bool scrollPositions(double notches) override;
    Selection selectionOf(const UnitCell &cell) const override;
    void pick(const Selection &selection) override;
    void mark() override;
    QString textOf(const UnitCell &cell) const override;
    QString textOfMarked() const override;
    QString hint() const override;
    QString emptyText() const override;
    void paintPicture(QPainter &painter, const Theme &theme, bool vectors) override;
    QRectF placeOf(const UnitPlace &unit) const override;
    bool isKnown(const UnitPlace &unit) const override;
    UnitScene &mutableScene() override { return scene_; }

  private:
    /// What the images were painted for.
    struct TermsKey {
        std::shared_ptr<const model::Trace> trace;  // kept: an address alone may come again
        int step = -1;
        UnitWindow window;
        double scroll = 0;
        bool difference = false;
        WidgetKey widget;
        bool operator==(const TermsKey &) const = default;
    };
    struct TextKey {
        TermsKey terms;
        int marked = -1;
        QString title;
        bool weights = false;
        bool done = false;
        bool operator==(const TextKey &) const = default;
    };

    TermsKey termsKey() const;
    TextKey textKey() const;
    /// Lets the images be painted by another thread until they are needed.
    void beginImages();
    void takeData(const model::Trace &trace, int step);
    QString textOfWord(int row) const;
    QString textOfUnit(const UnitCell &cell) const;
    std::optional<float> valueBefore(int unit) const;
    void revealRow(int row);
    /// Brings the row with the largest weight of a new step into view.
    void revealStrongest();
    void hoverAgain();

    ContextScene scene_;
    bool difference_ = false;  ///< from the original
    int step_ = -1;
    double scroll_ = 0;
    SceneImage<ContextScene, TextKey> text_;
    SceneImage<ContextScene, TermsKey> terms_;
};

}  // namespace widgets
