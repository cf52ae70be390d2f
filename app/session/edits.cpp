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
          after_(edit.interventions),
          gesture_(edit.gesture) {}
    int id() const override { return gesture_ > 0 ? 1 : -1; }
    /// One gesture is one change.
    bool mergeWith(const QUndoCommand *other) override {
        const auto *next = static_cast<const Change *>(other);
        if (next->gesture_ != gesture_)
            return false;
        after_ = next->after_;
        setText(next->text());
        setObsolete(after_ == before_);
        return true;
    }
    void undo() override { session_->setInterventions(before_); }
    void redo() override { session_->setInterventions(after_); }

  private:
    Session *session_;
    model::Interventions before_;
    model::Interventions after_;
    int gesture_;
};

}  // namespace

Edits::Edits(Session *session, QObject *parent) : QObject(parent), session_(session) {
    connect(session->viewpoint(), &widgets::Viewpoint::asked, this, &Edits::push);
    connect(session, &Session::sourceChanged, &stack_, &QUndoStack::clear);
    connect(session, &Session::sourceChanged, this, [this] { gesture_ = 0; });
    connect(session, &Session::interventionsChanged, this, &Edits::changed);
    connect(&stack_, &QUndoStack::indexChanged, this, &Edits::changed);
}

void Edits::push(const widgets::Edit &edit) {
    // What is asked of a translation that is being replaced would be about other words; the rest
    // of a gesture is about those that it began with.
    const bool goesOn = edit.gesture > 0 && edit.gesture == gesture_;
    if (!(session_->upToDate() || goesOn) || edit.interventions == session_->interventions())
        return;
    gesture_ = edit.gesture;
    stack_.push(new Change(session_, edit));
}

}  // namespace app
