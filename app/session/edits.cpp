// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/edits.h"

#include <QUndoCommand>
#include <utility>

namespace app {
namespace {

/// From some interventions to others.
class Change : public QUndoCommand {
  public:
    Change(Session *session, const widgets::Edit &edit)
        : QUndoCommand(edit.text),
          session_(session),
          before_(session->interventions()),
          after_(edit.interventions) {}
    void undo() override { session_->setInterventions(before_); }
    void redo() override { session_->setInterventions(after_); }

  private:
    Session *session_;
    model::Interventions before_;
    model::Interventions after_;
};

}  // namespace

Edits::Edits(Session *session, QObject *parent) : QObject(parent), session_(session) {
    connect(session->viewpoint(), &widgets::Viewpoint::asked, this, &Edits::push);
    connect(session, &Session::sourceChanged, &stack_, &QUndoStack::clear);
    connect(session, &Session::interventionsChanged, this, &Edits::changed);
    connect(&stack_, &QUndoStack::indexChanged, this, &Edits::changed);
}

void Edits::push(const widgets::Edit &edit) {
    // What is asked of a translation that is being replaced would be about other words.
    if (session_->upToDate() && edit.interventions != session_->interventions())
        stack_.push(new Change(session_, edit));
}

}  // namespace app
