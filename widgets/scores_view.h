// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "widgets/scores_part.h"

class QLabel;
class QScrollBar;

namespace model {
struct StepTrace;
}

namespace widgets {

class Viewpoint;

/// The scores e_ij of the step in view and the weights α_ij that became of them, a row per source
/// piece, side by side. Outlines stand for what the moment has not reached. Hovering or clicking a
/// row marks the source word for every view; with the keyboard, Up and Down do.
class ScoresView : public QWidget {
    Q_OBJECT
  public:
    /// The viewpoint must outlive the view.
    explicit ScoresView(Viewpoint *viewpoint, QWidget *parent = nullptr);

    ScoresPart *scores() const { return scores_; }
    ScoresPart *softmax() const { return softmax_; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

  protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;

  private:
    void buildParts();
    void applyTheme();
    void followTrace();
    void showStep();
    void followSelection();
    void showScores(const model::StepTrace &step, int index);
    void showSoftmax(const model::StepTrace &step, int index);
    void describe();
    void updateScrolling();
    void reveal(int row);
    void hover(int row);
    void press(int row);
    QString message() const;
    QString caption() const;

    Viewpoint *viewpoint_;
    QLabel *caption_ = nullptr;
    QLabel *message_ = nullptr;
    QWidget *body_ = nullptr;
    ScoresPart *scores_ = nullptr;
    ScoresPart *softmax_ = nullptr;
    QScrollBar *scrollBar_ = nullptr;
    QStringList labels_;      // of the trace's source pieces
    bool pointedAt_ = false;  // the pointer is on a row of this view
    ValueRange scoreRange_;   // of all steps, so that bars of different steps can be compared
};

}  // namespace widgets
