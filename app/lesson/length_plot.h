// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <optional>

#include "app/lesson/lengths.h"

namespace app {

/// Quality by length: a point for each sentence and model, their means by length as lines, and,
/// dashed, what the model card has measured on many more sentences. A point can be pointed at and
/// picked; the arrows go from point to point.
class LengthPlot : public QWidget {
    Q_OBJECT
  public:
    /// One of the points.
    struct Point {
        int sentence = 0;
        LengthModel model = LengthModel::attention;
        bool operator==(const Point &) const = default;
    };

    /// The measure must outlive it.
    LengthPlot(const LengthMeasure *measure, QWidget *parent);

    /// Where a point lies; nothing while it is not measured.
    std::optional<QPointF> placeOf(const Point &point) const;
    const std::optional<Point> &marked() const { return marked_; }
    /// The results are others.
    void refresh();

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

  signals:
    void markedChanged();
    void picked(const app::LengthPlot::Point &point);

  protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

  private:
    void measureNumbers();
    QRectF area() const;
    int longest() const;  ///< words at the right edge
    QPointF at(double words, double quality) const;
    std::optional<Point> nearest(const QPointF &place) const;
    void mark(std::optional<Point> point);
    void move(int by);
    void paintAxes(QPainter &painter) const;
    void paintCurves(QPainter &painter, LengthModel model,
                     const std::vector<LengthMean> &means) const;
    void paintPoints(QPainter &painter, LengthModel model) const;
    void paintLegend(QPainter &painter) const;
    QColor colorOf(LengthModel model) const;

    const LengthMeasure *measure_;
    std::optional<Point> marked_;
    int left_ = 0;  ///< of the plot: as much as the numbers beside it take
};

}  // namespace app
