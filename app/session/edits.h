// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QUndoStack>

#include "app/session/branches.h"
#include "app/session/session.h"

namespace app {

/// What the user has decided in place of the model: does what the views ask for, keeps it as
/// branches off the original, and undoes it. An edit of the original begins a branch, one of a
/// branch goes on with it. Gone with the sentence or the model that it was about.
class Edits : public QObject {
    Q_OBJECT
  public:
    /// Steps that can be undone.
    static constexpr int longestHistory = 100;

    explicit Edits(Session *session, QObject *parent = nullptr);

    const QUndoStack &stack() const { return *stack_; }
    const Branches &branches() const { return branches_; }
    /// How many edits the branch in view has, and the last of them in words.
    int count() const;
    QString last() const;
    /// All that can be undone and redone.
    History history() const;
    /// Takes the place of everything; for interventions that the session has already.
    void restore(const History &history);

  public slots:
    void undo() { stack_->undo(); }
    void redo() { stack_->redo(); }
    /// Goes back to the original; the branches stay.
    void startOver() { show(-1); }
    /// Shows a branch, or for −1 the original.
    void show(int branch);
    /// An empty name: it is called as its last edit.
    void rename(int branch, const QString &name);
    void remove(int branch);
    /// Begins a branch with all that another decides.
    void duplicate(int branch);

  signals:
    void changed();

  private:
    friend class Change;
    enum class Kind {
        edit,
        show,  ///< nothing but the branch in view is another
    };
    void push(const widgets::Edit &edit);
    void change(const QString &text, Branches after, Kind kind = Kind::edit, int gesture = 0);
    void apply(const Branches &branches);
    bool has(int branch) const;

    Session *session_;
    Branches branches_;
    bool restoring_ = false;
    /// A child: nothing is heard of it when it goes.
    QUndoStack *stack_ = new QUndoStack(this);
    int gesture_ = 0;  ///< of the last edit; 0: it was none
};

}  // namespace app
