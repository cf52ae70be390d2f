// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <memory>
#include <optional>

#include "widgets/drawing/kept_image.h"
#include "widgets/states/paint.h"
#include "widgets/viewpoint/vectors.h"

namespace widgets {

class Viewpoint;

/// The pictures of the hidden states' panel: paints them, and turns pointer, wheel and keys into
/// hovering, selecting, jumping and zooming.
class StatesCanvas : public QWidget {
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

    /// The stretch of units in view.
    const UnitWindow &window() const { return window_; }
    void setWindow(const UnitWindow &window);

    /// For a figure: without hints, and painted for whatever size it is written in.
    void makeStill();

    /// Everything that is painted, as it stands.
    const StatesScene &scene() const { return scene_; }
    /// What the line below the pictures says.
    const QString &caption() const { return scene_.caption; }
    /// Where a unit of a layer at a position is drawn; null where it is left out.
    QRect cellRect(Vector strip, int column, int unit) const;

    void followTrace();
    void followMoment();
    void followSelection();

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

  signals:
    void windowChanged();

  protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

  private:
    /// What the images were painted for.
    struct CellsKey {
        std::shared_ptr<const model::Trace> trace;  // kept: an address alone may come again
        StatesQuantity quantity{};
        std::vector<StatesLayer> layers;
        UnitWindow window;
        bool keptUnit = false;
        QSize size;
        double ratio = 0;
        bool dark = false;
        QFont font;
        bool operator==(const CellsKey &) const = default;
    };
    struct TextKey {
        CellsKey cells;
        std::vector<StatesMarks> marks;
        StatesOrder order{};
        int words = 0;
        bool operator==(const TextKey &) const = default;
    };

    void build();
    void layOut();
    /// Where the order depends on the moment, or `anew`.
    void sortUnits(bool anew = false);
    bool unitIsKept() const;
    void mark();
    void describe();
    CellsKey cellsKey() const;
    TextKey textKey() const;
    /// Lets the images be painted by another thread until they are needed.
    void beginImages();
    int sortColumn(Vector strip) const;
    QString cellText(const StatesCell &cell) const;
    QString toolTipAt(const QPoint &position) const;
    std::optional<StatesCell> cellAt(const QPointF &point) const;
    Selection selectionOf(const StatesCell &cell) const;
    Selection selectionAt(const QPointF &point) const;
    void click(const Selection &selection);
    void startCursor();
    void moveCursor(int columns, int rows);
    void jumpCursor(bool end);
    void moveRow(int rows);
    void showCursor();
    bool clear();
    void zoom(double factor, double at);

    Viewpoint *viewpoint_;
    StatesScene scene_;
    Vector only_ = Vector::none;
    UnitWindow window_;
    bool keptUnit_ = false;
    bool still_ = false;
    std::optional<StatesCell> pointed_;
    KeptImage<CellsKey> cells_;
    KeptImage<TextKey> text_;
};

}  // namespace widgets
