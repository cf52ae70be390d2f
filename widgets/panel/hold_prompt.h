// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QRect>
#include <memory>
#include <vector>

#include "widgets/panel/live_edit.h"
#include "widgets/threads/worker.h"
#include "widgets/viewpoint/unit_edit.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QMenu;
class QPushButton;

namespace widgets {

class NumberBox;

/// Asks at which value a unit is to be held: a number, or the value that it has at another word or
/// in another sentence. The translation follows while the number changes. Enter or a click
/// elsewhere keeps the last value, Escape takes everything back.
class HoldPrompt : public QFrame {
    Q_OBJECT
  public:
    HoldPrompt(QWidget *near, Viewpoint *viewpoint, const UnitPlace &unit);
    /// Waits until a sentence that is being translated has been given up.
    ~HoldPrompt() override = default;

    NumberBox *value() const { return value_; }
    QComboBox *words() const { return words_; }
    QLineEdit *sentence() const { return sentence_; }

  protected:
    void keyPressEvent(QKeyEvent *event) override;
    void hideEvent(QHideEvent *event) override;

  private:
    void buildParts(const QString &title);
    void wireParts();
    /// Begins the gesture, where it has not begun.
    bool begin();
    void hold(double value);
    void showWords(const model::Trace &trace);
    void readSentence();

    Viewpoint *viewpoint_;
    UnitPlace unit_;
    LiveEdit live_;
    NumberBox *value_ = nullptr;
    QComboBox *words_ = nullptr;
    QLineEdit *sentence_ = nullptr;
    QPushButton *zero_ = nullptr;
    QPushButton *release_ = nullptr;
    QLabel *trouble_ = nullptr;
    std::vector<UnitElsewhere> elsewhere_;
    Worker worker_;
    Lane sentences_;
};

/// Shows such a popup beside a place of a widget. Whether it can: there has to be a whole
/// translation.
bool askForValue(QWidget &near, const QRect &place, Viewpoint &viewpoint, const UnitPlace &unit);
/// The same about the unit that is selected, or pointed at.
bool askForMarkedValue(QWidget &near, Viewpoint &viewpoint);
/// Adds what can be done with that unit to a menu; nothing where there is none.
void addUnitEdits(QMenu &menu, QWidget &near, Viewpoint &viewpoint);

}  // namespace widgets
