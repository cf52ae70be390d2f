// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QUndoStack>

#include "app/session/session.h"

namespace app {

/// What the user has decided in place of the model, one edit after the other: does what the views
/// ask for, and undoes it. Gone with the sentence or the model that it was about.
class Edits : public QObject {
    Q_OBJECT
  public:
    explicit Edits(Session *session, QObject *parent = nullptr);
    /// Nothing is heard of the edits that go with it.
    ~Edits() override { stack_.disconnect(this); }

    const QUndoStack &stack() const { return stack_; }
    /// How many edits there are, and the last of them in words.
    int count() const { return stack_.index(); }
    QString last() const { return stack_.undoText(); }

  public slots:
    void undo() { stack_.undo(); }
    void redo() { stack_.redo(); }
    /// Undoes all of them.
    void startOver() { stack_.setIndex(0); }

  signals:
    void changed();

  private:
    void push(const widgets::Edit &edit);

    Session *session_;
    QUndoStack stack_;
    int gesture_ = 0;  ///< of the last edit; 0: it was none
};

}  // namespace app
