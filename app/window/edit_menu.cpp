// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/edit_menu.h"

#include <QApplication>
#include <QLineEdit>
#include <QMenuBar>
#include <QMimeData>
#include <QTextEdit>

#include "app/window/sentence_field.h"
#include "widgets/text/language.h"

namespace app {

EditMenu::EditMenu(SentenceField *sentence, QWidget *parent)
    : QMenu(parent), sentence_(sentence), focused_(sentence) {
    setObjectName("editMenu");
    undo_ = add("undo", Qt::CTRL | Qt::Key_Z, &EditMenu::undo);
    redo_ = add("redo", Qt::CTRL | Qt::SHIFT | Qt::Key_Z, &EditMenu::redo);
    addSeparator();
    cut_ = add("cut", QKeySequence::Cut, &EditMenu::cut);
    copy_ = add("copy", QKeySequence::Copy, &EditMenu::copy);
    paste_ = add("paste", QKeySequence::Paste, &EditMenu::paste);
    selectAll_ = add("selectAll", QKeySequence::SelectAll, &EditMenu::selectAll);
    // Each view does with these keys what it can; here they are only shown.
    for (QAction *action : {cut_, copy_, paste_, selectAll_})
        action->setShortcutContext(Qt::WidgetShortcut);
    widgets::inEveryLanguage(*this, [this] {
        setTitle(tr("&Edit"));
        undo_->setText(tr("&Undo"));
        redo_->setText(tr("&Redo"));
        cut_->setText(tr("Cu&t"));
        copy_->setText(tr("&Copy"));
        paste_->setText(tr("&Paste"));
        selectAll_->setText(tr("Select &all"));
    });
    connect(qApp, &QApplication::focusChanged, this, [this](const QWidget *, QWidget *now) {
        if (now && !qobject_cast<QMenuBar *>(now))
            focused_ = now;
    });
    // In place of that of Qt, which would paste otherwise.
    sentence_->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(sentence_, &QWidget::customContextMenuRequested, this,
            [this](const QPoint &at) { popup(sentence_->mapToGlobal(at)); });
    connect(this, &QMenu::aboutToShow, this, &EditMenu::enableUseful);
    connect(this, &QMenu::aboutToHide, this, &EditMenu::enableAll, Qt::QueuedConnection);
}

QAction *EditMenu::add(const char *name, const QKeySequence &key, void (EditMenu::*act)()) {
    QAction *action = addAction(QString());
    action->setObjectName(QLatin1String(name));
    action->setShortcut(key);
    connect(action, &QAction::triggered, this, act);
    return action;
}

QLineEdit *EditMenu::line() const {
    auto *focused = qobject_cast<QLineEdit *>(focused_.data());
    return focused ? focused : sentence_;
}

void EditMenu::undo() {
    line()->undo();
}

void EditMenu::redo() {
    line()->redo();
}

void EditMenu::cut() {
    line()->cut();
}

template <class Act>
void EditMenu::read(Act act) {
    if (auto *text = qobject_cast<QTextEdit *>(focused_.data()))
        act(*text);
    else
        act(*line());
}

void EditMenu::copy() {
    read([](auto &text) { text.copy(); });
}

void EditMenu::paste() {
    if (line() == sentence_)
        sentence_->pasteText();
    else
        line()->paste();
}

void EditMenu::selectAll() {
    read([](auto &text) { text.selectAll(); });
}

void EditMenu::enableUseful() {
    const QMimeData *data = QGuiApplication::clipboard()->mimeData();
    const auto *text = qobject_cast<const QTextEdit *>(focused_.data());
    undo_->setEnabled(line()->isUndoAvailable());
    redo_->setEnabled(line()->isRedoAvailable());
    cut_->setEnabled(!text && line()->hasSelectedText());
    copy_->setEnabled(text ? text->textCursor().hasSelection() : line()->hasSelectedText());
    paste_->setEnabled(!text && data && !textIn(*data).isEmpty());
    selectAll_->setEnabled(text || !line()->text().isEmpty());
}

void EditMenu::enableAll() {
    for (QAction *action : {undo_, redo_, cut_, copy_, paste_, selectAll_})
        action->setEnabled(true);
}

}  // namespace app
