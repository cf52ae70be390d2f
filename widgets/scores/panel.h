// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/panel/options.h"
#include "widgets/panel/panel.h"
#include "widgets/scores/bars.h"
#include "widgets/scores/options.h"

class QLabel;
class QScrollBar;
class QSlider;

namespace model {
struct StepTrace;
struct Trace;
}  // namespace model

namespace widgets {

class AttentionHand;
class FixedVector;

/// The scores e_ij of the step in view and the weights α_ij that became of them, a row per source
/// piece, side by side. Outlines stand for what the moment has not reached. Hovering or clicking a
/// row marks the source word for every view; with the keyboard, Up and Down do. The bars of
/// the weights can be dragged, and + and − change that of the marked word. A slider asks what the
/// weights would be at another temperature of the softmax: seen here alone, and gone with
/// Escape, T or a double click on the slider. Where the view is low, rows take the place of what
/// other views say, too, and the sum stands beside the slider.
class ScoresPanel : public Panel {
    Q_OBJECT
  public:
    /// The viewpoint must outlive the view.
    explicit ScoresPanel(Viewpoint *viewpoint, QWidget *parent = nullptr);

    static QString title() { return tr("Scores and softmax"); }

    using Options = ScoresOptions;
    ScoresOptions options() const { return {.temperature = temperature_}; }
    QVariantMap storedOptions() const override { return widgets::storedOptions(options()); }
    void restoreOptions(const QVariantMap &options) override {
        setOptions(restoredOptions<ScoresOptions>(options));
    }

    ScoresBars *scores() const { return scores_; }
    ScoresBars *softmax() const { return softmax_; }

    /// τ of the softmax shown: 1 is that of the model.
    double temperature() const { return temperature_; }
    /// One row per source word: the word, e, exp(e − max), α, and the weight at another temperature
    /// if one is set. What has not been computed is empty. "scores": word, e, exp(e − max), α, and
    /// of another temperature τ and α at τ.
    std::vector<Table> tables() const override;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

  public slots:
    /// Clamped to the range of the slider.
    void setTemperature(double temperature);
    void setOptions(const widgets::ScoresOptions &options) { setTemperature(options.temperature); }

  protected:
    void refresh(Changes changes) override;
    void addMenuEntries(QMenu &menu, const QPoint &position) override;
    std::unique_ptr<Panel> still(Viewpoint *viewpoint) const override;
    QSize wholeSize() const override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

  private:
    void buildParts();
    QWidget *buildTemperature(QWidget *parent);
    void showTemperature();
    void showSum();
    void fitHeight();
    void nameExponentials(ScoresContent &content) const;
    QString whatIf() const;
    void applyTheme();
    void followTrace();
    void showStep();
    void followSelection();
    void showScores(const model::StepTrace &step, int index);
    void showSoftmax(const model::StepTrace &step, int index);
    void describe();
    QString spokenRow(int row) const;
    void updateScrolling();
    void reveal(int row);
    void revealStrongest();
    void hover(int row);
    void press(int row);
    void buildHand();
    /// Whether the weights of the step in view can be changed by hand.
    bool canChange() const;
    bool takeHold(int row);
    /// Changes the weight of the marked word; whether there is any.
    bool nudge(double share);
    QString emptyMessage() const;
    QString caption() const;

    FixedVector *fixed_ = nullptr;
    AttentionHand *hand_ = nullptr;
    bool dragging_ = false;
    int handRow_ = -1;  ///< whose weight the hand changes
    QLabel *caption_ = nullptr;
    ScoresBars *scores_ = nullptr;
    ScoresBars *softmax_ = nullptr;
    QScrollBar *scrollBar_ = nullptr;
    QSlider *slider_ = nullptr;
    QLabel *temperatureLabel_ = nullptr;
    QLabel *sum_ = nullptr;  // beside the slider, where the view is low
    QWidget *temperatureLine_ = nullptr;
    double temperature_ = 1;
    /// The trace of which labels and range are.
    std::shared_ptr<const model::Trace> followed_;
    bool still_ = false;  // for a figure: nothing to be moved
    bool low_ = false;    // there is height for few rows
    QStringList labels_;  // of the source pieces of the trace
    int shownStep_ = -1;
    int pointedAt_ = -1;     // the row of this view that the pointer is on
    int wheel_ = 0;          // eighths of a degree not yet turned into rows
    ValueRange scoreRange_;  // of all steps, so that bars of different steps can be compared
};

}  // namespace widgets
