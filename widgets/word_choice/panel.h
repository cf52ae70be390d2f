// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/panel/options.h"
#include "widgets/panel/panel.h"
#include "widgets/viewpoint/selection.h"
#include "widgets/word_choice/bars.h"
#include "widgets/word_choice/options.h"

class QTableWidget;
class QToolButton;

namespace widgets {

/// The most probable words of the step in view with their probabilities, the chosen one marked, the
/// runner-up, and the entropy of the whole distribution in bits. Outlines until the moment reaches
/// the word. The one that is pointed at is marked; with the keyboard, Up, Down, Home and End move a
/// cursor through them; a double click or Enter takes that word in place of the chosen one. On
/// request a table of every step below, in which a click on a row leads to its step.
class WordChoicePanel : public Panel {
    Q_OBJECT
  public:
    /// The viewpoint must outlive the view.
    explicit WordChoicePanel(Viewpoint *viewpoint, QWidget *parent = nullptr);

    static QString title() { return tr("Word choice"); }

    using Options = WordChoiceOptions;
    WordChoiceOptions options() const { return {.stepsShown = stepsShown()}; }
    QVariantMap storedOptions() const override { return widgets::storedOptions(options()); }
    void restoreOptions(const QVariantMap &options) override {
        setOptions(restoredOptions<WordChoiceOptions>(options));
    }

    /// As many as there is room for, most probable first; the chosen one is always among them.
    const std::vector<WordChoice> &choices() const { return bars_->content().choices; }
    /// The line on top, e.g. "step 7, entropy 1.24 bits".
    const QString &caption() const { return bars_->content().caption; }
    /// The line below it, e.g. "instead of “red”: runner-up “scarlet”, 12%".
    const QString &runnerUp() const { return bars_->content().runnerUp; }
    WordChoiceBars *bars() const { return bars_; }
    bool stepsShown() const;
    /// Rank, piece, probability and log-probability of the candidates of the step, as many as the
    /// trace has; where the table of every step is shown, that, too, after an empty line. The
    /// candidates of the step in view, once it has been decided, and the steps if they are shown:
    /// as choiceTable() and stepsTable() have them.
    std::vector<Table> tables() const override;

  public slots:
    void setStepsShown(bool shown);
    void setOptions(const widgets::WordChoiceOptions &options) {
        setStepsShown(options.stepsShown);
    }

  protected:
    void refresh(Changes changes) override;
    void addMenuEntries(QMenu &menu, const QPoint &position) override;
    std::unique_ptr<Panel> still(Viewpoint *viewpoint) const override;
    QSize wholeSize() const override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

  private:
    void buildSteps(QWidget *parent);
    void buildButton();
    void showButton();
    void copyStep() const;
    void showStep();
    void fillSteps();
    void markSteps();
    void jumpTo(int step);
    bool moveCursor(int key);
    void takeWord(int row);
    void askWord();
    void describe();
    /// Lets the other views know of the candidate at the pointer or the cursor.
    void tell();
    double stepProgress() const;
    QString emptyMessage() const;

    WordChoiceBars *bars_ = nullptr;
    QTableWidget *steps_ = nullptr;
    QToolButton *button_ = nullptr;
    int cursor_ = -1;   // row of the keyboard cursor, shown while the view has the focus
    int pointed_ = -1;  // row under the pointer, shown instead
    Selection told_;    // what the other views know of that
    int still_ = 0;     // for a figure: so many rows, and nothing to press
};

}  // namespace widgets
