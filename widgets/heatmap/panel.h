// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMenu>
#include <algorithm>
#include <optional>

#include "widgets/heatmap/plot.h"
#include "widgets/panel/panel.h"
#include "widgets/panel/screen_grip.h"
#include "widgets/viewpoint/moment.h"

class QAction;
class QLabel;
class QPushButton;

namespace widgets {

class AttentionHand;
class FixedVector;

/// The alignment heatmap of the trace of the viewpoint, up to its moment: the attention, or the
/// posterior attention given the words that came. Hovering shows the exact weight and marks the
/// word and the step for every view; a click leads to the end of the step of a row. With the
/// keyboard, arrows move a cursor from cell to cell and Enter leads to its step. The wheel zooms
/// around the pointer, dragging pans, a double click shows the whole matrix again. While painting,
/// a drag along a row gives its cells attention instead.
class HeatmapPanel : public Panel {
    Q_OBJECT
  public:
    /// The viewpoint must outlive the view.
    explicit HeatmapPanel(Viewpoint *viewpoint, QWidget *parent = nullptr);

    static QString title() { return tr("Alignment heatmap"); }

    using Options = HeatmapOptions;
    const HeatmapOptions &options() const { return plot_->options(); }
    QVariantMap storedOptions() const override { return widgets::storedOptions(options()); }
    void restoreOptions(const QVariantMap &options) override {
        setOptions(restoredOptions<HeatmapOptions>(options));
    }
    HeatmapPlot *plot() const { return plot_; }
    /// What the view says in words: the cell or bar pointed at, or the strongest weight of the
    /// step.
    QString caption() const;
    /// The same for a screen reader: "α of “chat” at step 3, “cat”: 0.8300".
    QString spoken() const;
    /// The matrix computed so far, in reading order.
    /// As heatmapTable() has them.
    std::vector<Table> tables() const override;

    /// The whole translation, as large as its words need: see heatmapFigure().
    Figure figure(const QString &title) override;
    /// The same with the rows that are computed at the moment in view.
    Figure momentFigure(const QString &title) override;
    /// With smaller cells where that lets it be as wide as the page.
    std::vector<Figure> pageFigures(const QString &title, double width) override;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

  public slots:
    void setOptions(const widgets::HeatmapOptions &options);
    void showWhole();

  protected:
    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void refresh(Changes changes) override;
    QPixmap grabbed() override;
    void addMenuEntries(QMenu &menu, const QPoint &position) override;

  private:
    /// A press of the left button that may become a click or a drag.
    struct Press {
        QPointF at;
        HeatmapZoom zoom;
        bool dragged = false;
    };
    void buildParts();
    void giveTableToReaders();
    void buildActions();
    /// What is chosen here and can be chosen elsewhere, too.
    void followChoices();
    QAction *addToggle(const QString &name, bool HeatmapOptions::*member);
    void addColors();
    void showOptions();
    void followTrace();
    void followMatrix();
    void followPosterior();
    void followMoment();
    void applyTheme();
    void showMarks();
    void showCaption();
    QString emptyMessage() const;
    PiecePair pairOf(const HeatmapCell &cell) const;
    void hover(const QPointF &position);
    void hoverCell(const HeatmapCell &cell);
    void hoverCursor();
    void press(const QMouseEvent &event);
    void drag(const QPointF &position);
    void release(const QPointF &position);
    void click(const QPointF &position);
    void restoreWhole();
    /// Whether a word stands at a place, which can be changed there now.
    bool changeWordAt(const QPointF &position);
    bool pressWordKey(const QKeyEvent &event);
    bool changeSourceWord(int column);
    bool changeTargetWord(int row);
    void wheel(QWheelEvent &event);
    void zoomAt(const QPointF &position, double factor);
    void zoomAtCursor(double factor);
    void reveal(const HeatmapCell &cell);
    void jumpToRow(int row);
    void jumpToCursor();
    void moveCursor(int rows, int columns);
    bool pressZoomKey(const QKeyEvent &event);
    void buildPainting(QWidget *body);
    void setPainting(bool painting);
    bool canPaint() const;
    void fitPainting();
    /// Takes hold of the attention of a row.
    bool takeRow(int row);
    void paintCell(const HeatmapCell &cell, double share);
    bool paintWith(QEvent &event);
    bool paintKey(const QKeyEvent &event);
    QString paintingText() const;
    QString cellText(const HeatmapCell &cell) const;
    QString barText(const HeatmapBar &bar) const;
    QString effectText(const HeatmapBar &bar) const;
    /// The effect that a column of the table of readers stands for; −1: it is one of the source.
    int effectOf(int column) const {
        return std::max(column - static_cast<int>(plot_->data().columns.size()), -1);
    }
    QString toolTipAt(const QPoint &position) const;
    /// The translation that is shown: what is pointed at elsewhere, else that of the viewpoint.
    const model::Trace *shownTrace() const;
    /// The one whose matrix is shown: the posterior, or null for the attention.
    const model::Posterior *shownPosterior() const;
    /// The posterior is to be shown, and not known yet.
    bool awaitsPosterior() const;
    HeatmapData dataOf(const model::Trace &trace) const;
    /// The stage that computes a row.
    Stage rowStage() const;
    int computedSteps() const;
    /// Without a size, as large as its words need.
    Figure figureAfter(int steps, const QString &title, const QSize &size = {});

    HeatmapPlot *plot_ = nullptr;
    QLabel *caption_ = nullptr;
    QPushButton *button_ = nullptr;
    QPushButton *paintButton_ = nullptr;
    QAction *paint_ = nullptr;  ///< whether dragging paints
    AttentionHand *hand_ = nullptr;
    HeatmapCell painted_;    ///< the last cell that was given attention
    bool stroking_ = false;  ///< the pointer is painting
    ScreenGrip grip_;        ///< of the pointer on the plot
    HeatmapLayout gripped_;  ///< of the plot, when the pointer began to paint
    FixedVector *fixed_ = nullptr;
    QMenu *menu_ = nullptr;  // of the button; the context menu has its entries, too
    QAction *whole_ = nullptr;
    std::optional<HeatmapCell> pointed_;  // under the pointer
    HeatmapBar pointedBar_;               // under the pointer
    std::optional<HeatmapCell> cursor_;   // of the keyboard, kept while the focus is elsewhere
    std::optional<Press> press_;
    Moment beforeClick_;
    int shownSteps_ = -1;
    bool choosing_ = false;  ///< options are being set
};

}  // namespace widgets
