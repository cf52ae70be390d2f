// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace widgets {

/// A picture of pieces of a vocabulary. One of them is hovered: by the pointer, or by keys that
/// lead through a list of them. Its subclasses say which pieces these are, paint them and tell of
/// them.
class PieceCanvas : public QWidget {
    Q_OBJECT
  public:
    /// The piece under the pointer or the cursor, here or elsewhere; −1: none.
    void setHovered(int piece);
    int hovered() const { return hovered_; }

  signals:
    /// −1: none.
    void pieceHovered(int piece);
    void pieceClicked(int piece);

  protected:
    explicit PieceCanvas(QWidget *parent);

    /// The piece at a point, or −1.
    virtual int pieceAt(const QPointF &point) const = 0;
    /// How many pieces the keys lead through, and the one in a row.
    virtual int listed() const = 0;
    virtual int pieceIn(int row) const = 0;
    /// Whether Enter clicks on a piece that is hovered: one that is listed, unless others show,
    /// too.
    virtual bool canClick(int piece) const { return rowOf(piece) >= 0; }
    /// Says what is hovered.
    virtual void describe() = 0;
    /// The row of a piece, or −1.
    int rowOf(int piece) const;

    bool event(QEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

  private:
    void hover(int piece);

    int hovered_ = -1;
};

}  // namespace widgets
