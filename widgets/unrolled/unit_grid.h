// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QToolButton>
#include <QWidget>
#include <span>

#include "widgets/panel/unit_drag.h"
#include "widgets/unrolled/data.h"
#include "widgets/viewpoint/vectors.h"
#include "widgets/viewpoint/viewpoint.h"

namespace widgets {

/// A strip unfolded: every unit of one vector as a cell, row by row, with its number where that
/// fits. Covers a part of the view it belongs to. Points and picks through the viewpoint; arrows,
/// Home and End move the unit that is pointed at, Enter picks it, Escape or the button closes.
/// Dragging a cell up or down holds its unit at another value.
class UnitGrid : public QWidget {
    Q_OBJECT
  public:
    /// Hidden until showStrip().
    explicit UnitGrid(Viewpoint *viewpoint, QWidget *parent);

    /// Unfolds the strip of source piece or step `index`.
    void showStrip(const UnrolledData &content, Vector strip, int index);
    /// The same strip of another content; closes where it has none and none is to come.
    void setContent(const UnrolledData &content);
    /// Closes.
    void fold();
    /// Asks at which value the marked unit is to be held. Whether it can.
    bool holdMarked();

    Vector strip() const { return strip_; }
    int index() const { return index_; }
    int units() const { return static_cast<int>(values().size()); }
    /// Where a unit stands, and which one is at a point (−1: none).
    QRectF cell(int unit) const;
    int unitAt(const QPointF &point) const;
    /// What the line below the cells says: the unit that is pointed at or picked, and its value.
    QString line() const;

  signals:
    /// It is closed, and the keyboard was its.
    void closed();

  protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

  private:
    std::span<const float> values() const { return content_.values(strip_, index_); }
    bool computed() const;
    double limit() const;
    /// The cells lie row by row; where the first one lies.
    struct Layout {
        int columns = 1;
        QRectF first;
        QRectF cell(int unit) const {
            const int row = unit / columns;
            return first.translated(unit % columns * first.width(), row * first.height());
        }
    };
    Layout layout() const;
    int columns() const { return layout().columns; }
    QFont titleFont() const;
    Selection selection(int unit) const;
    /// The unit that a selection marks here, or −1.
    int unitOf(const Selection &selection) const;
    int markedUnit() const;
    void paintCells(QPainter &painter) const;

    Viewpoint *viewpoint_;
    UnrolledData content_;
    Vector strip_ = Vector::none;
    int index_ = -1;
    QToolButton *close_;
    UnitDrag drag_;
};

}  // namespace widgets
