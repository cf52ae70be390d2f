// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "widgets/comparison/paint.h"

namespace widgets {

class Viewpoint;

/// Shows a comparison: its picture, its events, its keyboard cursor, which goes from row to row.
class ComparisonCanvas : public QWidget {
    Q_OBJECT
  public:
    /// The viewpoint must outlive the canvas.
    ComparisonCanvas(Viewpoint *viewpoint, QWidget *parent);

    const TranslationPair &comparison() const { return comparison_; }
    void setComparison(TranslationPair comparison);
    /// Shows what has been computed, and what is marked.
    void followViewpoint();
    const ComparisonLayout &layoutOfParts() const { return layout_; }
    /// How many steps have been computed at the moment.
    int computed() const;
    /// What stands in a row, or in a cell of it, as text.
    QString told(const ComparisonPlace &place) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

  signals:
    /// The place that the keyboard or the moment has come to.
    void reached(const QRect &place);

  protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

  private:
    void arrange();
    ComparisonScene scene() const;
    void moveCursor(int row);
    void speak();
    void goTo(int row);
    bool sameColumns() const { return comparison_.shown.columns == comparison_.reference.columns; }

    Viewpoint *viewpoint_;
    TranslationPair comparison_;
    ComparisonLayout layout_;
    int cursor_ = -1;
    int lastStep_ = -1;
};

}  // namespace widgets
