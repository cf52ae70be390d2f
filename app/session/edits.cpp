// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/edits.h"

#include <QUndoCommand>
#include <utility>

#include "widgets/text/language.h"

namespace app {

/// From some branches to others.
class Change : public QUndoCommand {
  public:
    using Kind = Edits::Kind;
    Change(Edits *edits, const QString &text, Branches before, Branches after, Kind kind,
           int gesture = 0)
        : QUndoCommand(text),
          edits_(edits),
          before_(std::move(before)),
          after_(std::move(after)),
          kind_(kind),
          gesture_(gesture) {}
    void undo() override { edits_->apply(before_); }
    void redo() override { edits_->apply(after_); }
    const Branches &before() const { return before_; }
    const Branches &after() const { return after_; }

    int id() const override {
        return kind_ == Kind::edit && gesture_ == 0 ? -1 : static_cast<int>(kind_);
    }
    /// Going from branch to branch to look at them is one step to be undone; so is one gesture.
    bool mergeWith(const QUndoCommand *later) override {
        const auto *next = static_cast<const Change *>(later);
        if (next->gesture_ != gesture_)
            return false;
        after_ = next->after_;
        setText(later->text());
        setObsolete(before_ == after_);
        return true;
    }

  private:
    Edits *edits_;
    Branches before_;
    Branches after_;
    Kind kind_;
    int gesture_;
};

Edits::Edits(Session *session, QObject *parent) : QObject(parent), session_(session) {
    stack_->setUndoLimit(longestHistory);
    connect(session->viewpoint(), &widgets::Viewpoint::asked, this, &Edits::push);
    connect(session, &Session::sourceChanged, this, [this] {
        branches_ = {};
        gesture_ = 0;
        stack_->clear();
    });
    connect(session, &Session::interventionsChanged, this, &Edits::changed);
    connect(stack_, &QUndoStack::indexChanged, this, &Edits::changed);
}

int Edits::count() const {
    return branches_.inView() ? static_cast<int>(branches_.inView()->edits.size()) : 0;
}

QString Edits::last() const {
    return count() > 0 ? branches_.inView()->edits.last() : QString();
}

bool Edits::has(int branch) const {
    return branch >= 0 && branch < static_cast<int>(branches_.all.size());
}

void Edits::push(const widgets::Edit &edit) {
    // What is asked of a translation that is being replaced would be about other words; the rest
    // of a gesture is about those that it began with.
    const bool goesOn = edit.gesture > 0 && edit.gesture == gesture_;
    if (!(session_->upToDate() || goesOn) ||
        (!session_->showsOriginal() && edit.interventions == session_->interventions()))
        return;
    gesture_ = edit.gesture;
    Branches after = branches_;
    if (session_->showsOriginal() || after.current < 0) {
        if (edit.interventions.empty())
            return;
        after.current = static_cast<int>(after.all.size());
        after.all.push_back({{}, {edit.text}, edit.interventions});
    } else if (edit.interventions.empty()) {
        // Nothing is left that would be otherwise than in the original.
        after.all.erase(after.all.begin() + after.current);
        after.current = -1;
    } else {
        Branch &branch = after.all[static_cast<std::size_t>(after.current)];
        branch.interventions = edit.interventions;
        if (goesOn)
            branch.edits.removeLast();  // in place of what the gesture has done so far
        branch.edits.append(edit.text);
    }
    change(edit.text, std::move(after), Kind::edit, edit.gesture);
}

void Edits::change(const QString &text, Branches after, Kind kind, int gesture) {
    if (after != branches_)
        stack_->push(new Change(this, text, branches_, std::move(after), kind, gesture));
}

void Edits::apply(const Branches &branches) {
    if (restoring_)
        return;
    branches_ = branches;
    session_->setInterventions(branches_.interventions());
}

void Edits::show(int branch) {
    if (branch >= 0 && !has(branch))
        return;
    if (branch == branches_.current)
        return session_->setShowsOriginal(false);
    Branches after = branches_;
    after.current = std::max(branch, -1);
    const QString text =
        after.inView() ? tr("show the branch %1").arg(widgets::quoted(after.inView()->title()))
                       : tr("back to the original");
    change(text, std::move(after), Kind::show);
}

void Edits::rename(int branch, const QString &name) {
    if (!has(branch))
        return;
    Branches after = branches_;
    Branch &renamed = after.all[static_cast<std::size_t>(branch)];
    renamed.name = name.simplified();
    const QString text = tr("call a branch %1").arg(widgets::quoted(renamed.title()));
    change(text, std::move(after));
}

void Edits::remove(int branch) {
    if (!has(branch))
        return;
    Branches after = branches_;
    const auto place = after.all.begin() + branch;
    const QString text = tr("delete the branch %1").arg(widgets::quoted(place->title()));
    after.all.erase(place);
    if (after.current == branch)
        after.current = -1;
    else if (after.current > branch)
        --after.current;
    change(text, std::move(after));
}

void Edits::duplicate(int branch) {
    if (!has(branch))
        return;
    Branches after = branches_;
    Branch copy = after.all[static_cast<std::size_t>(branch)];
    const QString title = copy.title();
    copy.name = tr("%1 (copy)").arg(title);
    after.current = branch + 1;
    after.all.insert(after.all.begin() + after.current, std::move(copy));
    change(tr("copy the branch %1").arg(widgets::quoted(title)), std::move(after));
}

History Edits::history() const {
    History history;
    history.at = stack_->index();
    for (int i = 0; i < stack_->count(); ++i) {
        const auto *done = static_cast<const Change *>(stack_->command(i));
        if (i == 0)
            history.steps.front().branches = done->before();
        history.steps.push_back({done->text(), done->after()});
    }
    if (stack_->count() == 0)
        history.steps.front().branches = branches_;
    return history;
}

void Edits::restore(const History &history) {
    restoring_ = true;
    stack_->clear();
    for (std::size_t i = 1; i < history.steps.size(); ++i)
        // None of them is merged with the one before.
        stack_->push(new Change(this, history.steps[i].text, history.steps[i - 1].branches,
                                history.steps[i].branches, Kind::edit));
    stack_->setIndex(history.at);
    restoring_ = false;
    apply(history.branches());
    emit changed();
}

}  // namespace app
