// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractScrollArea>

#include "widgets/beam/paint.h"

namespace widgets {

/// The tree of a beam search, which can be scrolled. Tells which node is pointed at, or under the
/// keyboard cursor, and which is picked; the attention on its path is shown beside it.
class BeamCanvas : public QAbstractScrollArea {
    Q_OBJECT
  public:
    explicit BeamCanvas(QWidget *parent = nullptr);

    void setData(BeamData data);
    const BeamScene &scene() const { return scene_; }
    /// Where a node is drawn, in the coordinates of the viewport.
    QRectF nodeRect(int node) const;
    /// What the node that is marked is, in words; of none, how much there is.
    QString caption() const;
    /// Where the attention on the marked path is shown; null: nowhere.
    QRectF heatmapRect() const;
    /// The size at which there is nothing to scroll to.
    QSize wholeSize() const;

  signals:
    /// Another node is marked; −1: none.
    void marked(int node);
    void picked(int node);

  protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    bool event(QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

  private:
    QPointF offset() const;
    void layOut();
    void mark(int node);
    void moveCursor(BeamWay way);
    void startCursor();
    void reveal(int node);

    BeamScene scene_;
    int cursor_ = -1;
};

}  // namespace widgets
