// SPDX-License-Identifier: GPL-3.0-or-later
// The word choice under keys and in its menu.
#include <QKeyEvent>
#include <QMenu>

#include "widgets/drawing/focus_ring.h"
#include "widgets/panel/cursor_keys.h"
#include "widgets/panel/list_cursor.h"
#include "widgets/panel/word_prompt.h"
#include "widgets/text/menu_text.h"
#include "widgets/viewpoint/edit.h"
#include "widgets/viewpoint/viewpoint.h"
#include "widgets/word_choice/panel.h"

namespace widgets {

void WordChoicePanel::addMenuEntries(QMenu &menu, const QPoint &) {
    QAction *steps = menu.addAction(tr("Table of every &step"));
    steps->setObjectName(QStringLiteral("wordChoiceStepsShown"));
    steps->setCheckable(true);
    steps->setChecked(stepsShown());
    connect(steps, &QAction::toggled, this, &WordChoicePanel::setStepsShown);
    const auto &trace = viewpoint()->trace();
    const int step = viewpoint()->step();
    if (!message().isEmpty() || !trace || stepProgress() < 1)
        return;
    const int row = bars_->content().cursor;
    if (row >= 0) {
        const WordChoice &choice = choices()[static_cast<std::size_t>(row)];
        const QString word = menuText(choice.label);
        QAction *take =
            menu.addAction(tr("Take “%1” here").arg(word), this, [this, row] { takeWord(row); });
        take->setObjectName(QStringLiteral("takeWord"));
        take->setEnabled(choice.id != trace->chosen(step).id);
    }
    QAction *another = menu.addAction(tr("Another word here…"), this, &WordChoicePanel::askWord);
    another->setObjectName(QStringLiteral("anotherWord"));
    QAction *leave = menu.addAction(tr("Leave this word to the model"), this, [this, trace, step] {
        viewpoint()->ask(leaveToModel(*trace, step));
    });
    leave->setObjectName(QStringLiteral("leaveToModel"));
    leave->setEnabled(trace->interventions.steps.contains(step));
}

/// Asks for the translation that goes on from a candidate.
void WordChoicePanel::takeWord(int row) {
    const auto &trace = viewpoint()->trace();
    const int step = viewpoint()->step();
    if (!trace || step < 0 || stepProgress() < 1 || row < 0 ||
        row >= static_cast<int>(choices().size()))
        return;
    const int piece = choices()[static_cast<std::size_t>(row)].id;
    if (piece != trace->chosen(step).id)
        viewpoint()->ask(widgets::takeWord(*trace, step, piece));
}

void WordChoicePanel::askWord() {
    if (message().isEmpty() && stepProgress() >= 1)
        askForWord(*bars_, bars_->rect().intersected(QRect(0, 0, bars_->width(), 1)), *viewpoint(),
                   viewpoint()->step());
}

bool WordChoicePanel::moveCursor(int key) {
    const int count = static_cast<int>(choices().size());
    if (count == 0 || stepProgress() < 1)
        return false;
    if (const auto to = movedInList(key, cursor_, count))
        cursor_ = *to;
    else if (key == Qt::Key_Escape && cursor_ >= 0)
        cursor_ = -1;
    else
        return false;
    showStep();
    return true;
}

bool WordChoicePanel::event(QEvent *event) {
    // Left and right still belong to the timeline: the rows have nothing beside them.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (isCursorKey(*key, cursor_ >= 0) && key->key() != Qt::Key_Left &&
            key->key() != Qt::Key_Right) {
            event->accept();
            return true;
        }
    }
    return Panel::event(event);
}

void WordChoicePanel::keyPressEvent(QKeyEvent *event) {
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->modifiers() & ~Qt::KeypadModifier)
        return Panel::keyPressEvent(event);
    if (enter && cursor_ >= 0)
        return takeWord(cursor_);
    if (event->key() == Qt::Key_F2)
        return askWord();
    if (!moveCursor(event->key()))
        Panel::keyPressEvent(event);
}

void WordChoicePanel::focusInEvent(QFocusEvent *event) {
    Panel::focusInEvent(event);
    showStep();
    update();
}

void WordChoicePanel::focusOutEvent(QFocusEvent *event) {
    Panel::focusOutEvent(event);
    showStep();
    update();
}

}  // namespace widgets
