// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <qcustomplot.h>

#include <QVector>

#include "widgets/drawing/theme.h"
#include "widgets/learning/data.h"
#include "widgets/learning/geometry.h"
#include "widgets/panel/screen_grip.h"

namespace widgets {

class LearningCursor;
class LearningStrip;

/// Draws a run: how many held-out pairs are right, the loss and the sharpness of the attention as
/// curves, below them along the same axis what the example's heatmap was, and a line through both
/// at the moment in view. Dragging, the wheel and the keys choose the moment. Colours follow the
/// palette.
class LearningPlot : public QCustomPlot {
    Q_OBJECT
  public:
    explicit LearningPlot(QWidget *parent = nullptr);

    const LearningData &data() const { return data_; }
    void setData(LearningData data);
    /// The update of the moment in view; −1: none.
    long moment() const { return moment_; }
    void setMoment(long update);
    LearningAxis axis() const { return axis_; }
    void setAxis(LearningAxis axis);

    /// The slots of the strip, in coordinates of the widget.
    std::vector<StripSlot> strip() const;
    /// Where the moment's line stands, from the left edge; −1: there is none.
    double cursorPlace() const;
    /// What is told of a moment: to screen readers, and in tool tips.
    QString telling(long update) const;
    /// A short text that says what is drawn, for figures.
    QString summary() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

  signals:
    /// The user wants to see a moment, of which a snapshot is kept.
    void momentChosen(long update);

  protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

  private:
    /// What is measured, in the order of the legend.
    enum class Quantity { accuracy, loss, entropy };
    struct Line {
        QCPGraph *graph;
        Quantity quantity;
        bool attends;
    };

    void build();
    void addLines();
    void fillLines();
    void applyTheme();
    void arrange();
    void setTicks();
    void tell();
    void choose(long update);
    QColor colorOf(Quantity quantity, const Theme &theme) const;
    QString nameOf(Quantity quantity) const;

    friend class LearningStrip;
    friend class LearningCursor;

    LearningData data_;
    long moment_ = -1;
    LearningAxis axis_ = LearningAxis::pairs;
    QCPAxisRect *curves_ = nullptr;
    QCPAxisRect *below_ = nullptr;  ///< where the strip is
    QCPLegend *key_ = nullptr;
    std::vector<Line> lines_;
    bool dragging_ = false;
    ScreenGrip grip_;
};

}  // namespace widgets
