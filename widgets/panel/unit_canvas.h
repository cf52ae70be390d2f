// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <optional>

#include "widgets/drawing/unit_window.h"
#include "widgets/panel/unit_drag.h"
#include "widgets/panel/unit_scene.h"
#include "widgets/viewpoint/selection.h"
#include "widgets/viewpoint/unit_edit.h"

namespace widgets {

class Viewpoint;
struct Theme;

/// A picture of vectors, with their units along one axis and positions (words, steps) along the
/// other. Knows the stretch of units in view, what is pointed at and where the keyboard cursor
/// is, and turns pointer, wheel and keys into hovering, selecting, scrolling and zooming. Dragging
/// a cell up or down holds its unit at another value. Its subclasses say where cells lie, what is
/// painted, what is told and which selection a cell makes.
class UnitCanvas : public QWidget {
    Q_OBJECT
  public:
    /// Everything that is painted, as it stands.
    virtual const UnitScene &scene() const = 0;
    /// What the line at the bottom says.
    const QString &caption() const { return scene().caption; }
    /// The stretch of units in view.
    const UnitWindow &window() const { return window_; }
    void setWindow(const UnitWindow &window);
    /// For a figure: without hints, and painted for whatever size it is written in.
    void makeStill() { still_ = true; }
    /// Reads the selection of the viewpoint anew.
    void followSelection();

    QSize minimumSizeHint() const override;

  signals:
    /// What is in view, of the units or the positions, may be something else now.
    void viewChanged();

  protected:
    /// The viewpoint must outlive the canvas. `unitsAxis` is the way that units follow one another.
    UnitCanvas(Viewpoint *viewpoint, Qt::Orientation unitsAxis, QWidget *parent);

    // Where things lie

    /// Computes the layout anew.
    virtual void layOut() = 0;
    /// There is no cell: for want of numbers, or of room.
    virtual bool isEmpty() const = 0;
    virtual std::optional<UnitCell> cellAt(const QPointF &point) const = 0;
    /// The units that are drawn of the vector of a cell.
    virtual const UnitCells &unitsOf(const UnitCell &cell) const = 0;
    /// Of the longest vector.
    virtual int mostUnits() const = 0;
    /// Where a point lies in the window of units, from 0 to 1; nothing where the wheel does
    /// nothing.
    virtual std::optional<double> shareAt(const QPointF &point) const = 0;

    // The cursor; the picture is not empty

    /// Where it begins.
    virtual UnitCell startCell() const = 0;
    /// Where it gets to by some positions.
    virtual UnitCell moved(const UnitCell &cell, int positions) const = 0;
    /// The first cell of its line, or the last one.
    virtual UnitCell atLineEnd(const UnitCell &cell, bool last) const = 0;
    /// Scrolls to it.
    virtual void reveal(const UnitCell &) {}
    /// The wheel over positions that can be scrolled: whether these can.
    virtual bool scrollPositions(double) { return false; }

    // What a place means

    virtual Selection selectionOf(const UnitCell &cell) const = 0;
    /// Of its cell, unless places outside the cells mean something, too.
    virtual Selection selectionAt(const QPointF &point) const;
    /// It has been clicked on.
    virtual void pick(const Selection &selection) = 0;
    /// Reads what the viewpoint has marked.
    virtual void mark() = 0;

    // What is told

    virtual QString textOf(const UnitCell &cell) const = 0;
    /// Where nothing is pointed at: of what is marked.
    virtual QString textOfMarked() const = 0;
    /// Where there is nothing else to tell.
    virtual QString hint() const = 0;
    /// Of its cell, unless places outside the cells have one, too.
    virtual QString toolTipAt(const QPointF &point) const;
    /// In place of an empty picture.
    virtual QString emptyText() const = 0;

    /// `vectors`: not by way of images, on a surface that is filled already.
    virtual void paintPicture(QPainter &painter, const Theme &theme, bool vectors) = 0;
    /// Where a unit is drawn; null where it is not.
    virtual QRectF placeOf(const UnitPlace &) const { return {}; }
    /// Whether the moment has come to a unit that is drawn.
    virtual bool isKnown(const UnitPlace &) const { return false; }

    virtual UnitScene &mutableScene() = 0;
    Viewpoint *viewpoint() const { return viewpoint_; }
    bool still() const { return still_; }
    /// The cell under the pointer.
    const std::optional<UnitCell> &pointed() const { return pointed_; }
    void setPointed(const std::optional<UnitCell> &cell) { pointed_ = cell; }
    /// Writes the caption, and says it.
    void tell();

    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

  private:
    /// Hovers what lies at a point.
    Selection point(const QPointF &at);
    void zoom(double factor, double at);
    void startCursor();
    void moveCursor(int key);
    void moveAlongUnits(UnitCell &cursor, int cells);
    void showCursor();
    bool clear();
    /// The unit that keys are about: that of the cursor, else the selected one.
    Selection markedUnit() const;
    void holdMarked();
    void paintHeld(QPainter &painter, const Theme &theme) const;

    Viewpoint *viewpoint_;
    Qt::Orientation unitsAxis_;
    UnitWindow window_;
    bool still_ = false;
    std::optional<UnitCell> pointed_;
    UnitDrag drag_;
};

}  // namespace widgets
