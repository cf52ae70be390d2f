// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QWidget>

#include "app/session/branch_traces.h"
#include "app/session/edits.h"
#include "widgets/panel/quiet_list.h"

namespace app {

/// The branches side by side, the original first, each with its name and a small picture of its
/// attention. Hidden while there is only the original. What is current in it is in view; another
/// one can be compared with it.
class BranchesBar : public QWidget {
    Q_OBJECT
  public:
    BranchesBar(Session *session, Edits *edits, QWidget *parent);

    QListWidget *list() const { return list_; }
    /// What can be done with the branch in view, for a menu; their keys work wherever the focus is.
    const QList<QAction *> &actions() const { return actions_; }

  signals:
    /// What is in view is to be compared with a branch, of which this is the translation, and that
    /// is called so; with the original: null.
    void compareWanted(const std::shared_ptr<const model::Trace> &trace, const QString &name);

  protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

  private:
    void buildList();
    void buildActions();
    void buildCompare();
    void refresh();
    /// Fills the menu of what can be compared with what is in view.
    void offerOthers();
    void askWhichOther();
    void compareWith(int branch);
    void compareWithAwaited();
    void contextMenu(const QPoint &at);
    /// Goes to the branch so many places on, from the last to the original.
    void go(int by);
    void rename(int branch);
    void takeName(int branch, const QString &typed);
    QIcon picture(const model::Trace &trace);
    /// The branch that has the cursor; −1: the original.
    int current() const { return list_->currentRow() - 1; }

    Session *session_;
    Edits *edits_;
    BranchTraces traces_;
    widgets::QuietList<QListWidget> *list_ = nullptr;
    QList<QAction *> actions_;
    QMenu *others_ = nullptr;
    QPushButton *compare_ = nullptr;
    /// The branch that is to be compared as soon as its translation is known, wherever it stands by
    /// then; without interventions: none.
    Branch awaited_;
    /// By row, of which translation the picture is.
    std::vector<std::shared_ptr<const model::Trace>> pictured_;
};

}  // namespace app
