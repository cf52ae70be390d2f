// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMenu>
#include <QPointer>

class QLineEdit;

namespace app {

class SentenceField;

/// Undo, redo, cut, copy and paste, for the text in focus; where none has the focus, for the
/// sentence, whose context menu it is, too.
class EditMenu : public QMenu {
    Q_OBJECT
  public:
    EditMenu(SentenceField *sentence, QWidget *parent);

  private:
    QAction *add(const char *name, const QKeySequence &key, void (EditMenu::*act)());
    QLineEdit *line() const;
    /// For what only reads: a text that cannot be written has it, too.
    template <class Act>
    void read(Act act);
    void undo();
    void redo();
    void cut();
    void copy();
    void paste();
    void selectAll();
    /// Whether there is anything for each of them to do.
    void enableUseful();
    /// All of them, so that their keys work.
    void enableAll();

    SentenceField *sentence_;
    QPointer<QWidget> focused_;  ///< what had the focus before the bar of menus took it
    QAction *undo_ = nullptr;
    QAction *redo_ = nullptr;
    QAction *cut_ = nullptr;
    QAction *copy_ = nullptr;
    QAction *paste_ = nullptr;
    QAction *selectAll_ = nullptr;
};

}  // namespace app
