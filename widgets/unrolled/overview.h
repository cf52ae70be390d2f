// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "widgets/panel/screen_grip.h"
#include "widgets/unrolled/geometry.h"
#include "widgets/viewpoint/moment.h"

namespace widgets {

/// A band with a small map of the whole unrolled picture with a frame around what is in view. The
/// frame can be dragged; a click moves it there.
class UnrolledOverview : public QWidget {
    Q_OBJECT
  public:
    explicit UnrolledOverview(QWidget *parent);

    /// The whole, what of it is in view (content coordinates), and the moment.
    void setPicture(const UnrolledGeometry &places, const QRectF &visible, const Moment &moment,
                    const Extent &extent);
    /// Between the coordinates of the picture and those of the map.
    QPointF toMap(const QPointF &content) const;
    QPointF toContent(const QPointF &map) const;

  signals:
    /// What is to be in the middle of the view.
    void moved(const QPointF &content);

  protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

  private:
    QRectF toMap(const QRectF &content) const;
    void paintColumns(QPainter &painter) const;

    UnrolledGeometry places_;
    QRectF visible_;
    Moment moment_;
    Extent extent_;
    ScreenGrip grip_;
    QPointF gripped_;  ///< from the middle of the frame to where it was taken hold of
};

}  // namespace widgets
