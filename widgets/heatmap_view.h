// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QWidget>
#include <optional>

#include "widgets/heatmap_plot.h"

class QAction;
class QLabel;

namespace widgets {

class Viewpoint;

/// The alignment heatmap of the viewpoint's trace, up to its moment. Hovering shows the exact
/// weight and marks the word and the step for every view; a click leads to the end of a row's step.
/// With the keyboard, arrows move a cursor from cell to cell and Enter leads to its step.
class HeatmapView : public QWidget {
    Q_OBJECT
  public:
    /// The viewpoint must outlive the view.
    explicit HeatmapView(Viewpoint *viewpoint, QWidget *parent = nullptr);

    /// Pieces merged into words (the default), or every piece on its own.
    bool words() const { return words_; }
    HeatmapPlot *plot() const { return plot_; }
    /// What the view says in words: the cell pointed at, or the step's strongest weight.
    QString caption() const;
    /// The picture as it stands on the screen.
    QPixmap picture() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

  public slots:
    void setWords(bool words);
    void copyPicture() const;

  signals:
    void wordsChanged(bool words);
    /// The user wants the heatmap as a file.
    void exportRequested();

  protected:
    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void changeEvent(QEvent *event) override;

  private:
    void buildParts();
    void buildActions();
    void applyTheme();
    void followTrace();
    void followMoment();
    void followSelection();
    void showMarks();
    void showCaption();
    void showMessage();
    void hover(const QPointF &position);
    void press(const QPointF &position);
    void jumpToRow(int row);
    void moveCursor(int rows, int columns);
    QString cellText(const HeatmapCell &cell) const;
    QString toolTipAt(const QPoint &position) const;
    QString message() const;
    int computedSteps() const;

    Viewpoint *viewpoint_;
    HeatmapPlot *plot_ = nullptr;
    QLabel *message_ = nullptr;
    QLabel *caption_ = nullptr;
    QAction *wordsAction_ = nullptr;
    std::optional<HeatmapCell> pointed_;  // under the pointer
    std::optional<HeatmapCell> cursor_;   // of the keyboard, kept while the focus is elsewhere
    int shownSteps_ = -1;
    bool words_ = true;
};

}  // namespace widgets
