// SPDX-License-Identifier: GPL-3.0-or-later
// The menu that chooses what the translation in view is compared with.
#include <QAction>
#include <QMenuBar>

#include "app/message.h"
#include "app/session/reference.h"
#include "app/window/branches_bar.h"
#include "app/window/dock.h"
#include "app/window/header.h"
#include "app/window/main_window.h"
#include "widgets/text/language.h"

namespace app {

void MainWindow::addComparedModels(QMenu &menu) {
    menu.clear();
    for (const ModelEntry &entry : session_->models()) {
        if (entry.use() != session_->use())
            continue;  // it reads something else
        QAction *action = menu.addAction(entry.title());
        action->setObjectName(QStringLiteral("compareWith ") + entry.key);
        action->setData(entry.key);
        action->setCheckable(true);
        action->setChecked(reference_->choice() ==
                           Reference::Choice{Reference::Choice::Kind::model, entry.key});
        connect(action, &QAction::triggered, this,
                [this, key = entry.key] { reference_->compareWithModel(key); });
    }
}

void MainWindow::buildCompareMenu() {
    using Kind = Reference::Choice::Kind;
    QMenu *compare = menuBar()->addMenu(QString());
    const auto add = [&](const char *name, void (Reference::*act)()) {
        QAction *action = compare->addAction(QString(), reference_, act);
        action->setObjectName(QLatin1String(name));
        return action;
    };
    QAction *pin = add("pinReference", &Reference::pin);
    pin->setShortcut(Qt::CTRL | Qt::Key_R);
    QMenu *models = compare->addMenu(QString());
    models->setObjectName("compareModels");
    QAction *beam = add("compareBeam", &Reference::compareWithBeam);
    beam->setCheckable(true);
    compare->addSeparator();
    QAction *none = add("clearReference", &Reference::clear);
    const auto update = [this, pin, models, beam, none] {
        addComparedModels(*models);
        pin->setEnabled(session_->viewpoint()->trace() != nullptr);
        beam->setChecked(reference_->choice().kind == Kind::beam);
        none->setEnabled(reference_->choice().kind != Kind::none);
    };
    widgets::inEveryLanguage(*this, [compare, pin, models, beam, none, update] {
        compare->setTitle(tr("Com&pare"));
        pin->setText(tr("&Pin what is in view as the reference"));
        models->setTitle(tr("With another &model"));
        beam->setText(tr("With &beam search"));
        none->setText(tr("With the &original only"));
        update();
    });
    connect(session_, &Session::modelsChanged, this, update);
    connect(session_->viewpoint(), &widgets::Viewpoint::traceChanged, this,
            [this, pin] { pin->setEnabled(session_->viewpoint()->trace() != nullptr); });
    // Later: an entry of the menu may have asked for it.
    connect(reference_, &Reference::changed, this, update, Qt::QueuedConnection);
    connect(header_->branches(), &BranchesBar::compareWanted, reference_, &Reference::pinBranch);
    connect(reference_, &Reference::chosen, this,
            [this] { stage_->bringToFront(dockName(QStringLiteral("comparison"))); });
    connect(reference_, &Reference::failed, this,
            [this](const QString &why) { warn(this, tr("Compare"), why); });
}

}  // namespace app
