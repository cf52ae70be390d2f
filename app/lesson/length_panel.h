// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QWidget>

#include "app/lesson/length_plot.h"
#include "app/lesson/lengths.h"

namespace app {

/// The length laboratory: graded sentences, or the pairs of a file that is dropped on it, are
/// translated by both models, and what they are worth is plotted by length.
class LengthPanel : public QWidget {
    Q_OBJECT
  public:
    explicit LengthPanel(QWidget *parent);

    LengthMeasure *measure() { return &measure_; }
    LengthPlot *plot() const { return plot_; }
    QSize sizeHint() const override;

  signals:
    /// A point was picked: its sentence is to be shown, translated by the model of that key.
    void picked(const QString &sentence, const QString &model);

  protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

  private:
    void refresh();
    void describe();

    LengthMeasure measure_;
    LengthPlot *plot_;
    QPushButton *start_;
    QPushButton *cancel_;
    QPushButton *graded_;
    QProgressBar *progress_;
    QLabel *text_;
    QString trouble_;
};

}  // namespace app
