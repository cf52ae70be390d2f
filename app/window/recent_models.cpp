// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/recent_models.h"

#include <QDir>
#include <QFileInfo>
#include <set>
#include <utility>

#include "app/settings/settings.h"
#include "widgets/text/menu_text.h"
#include "widgets/text/use_names.h"

namespace app {

RecentModels::RecentModels(Session *session, QWidget *parent) : QMenu(parent), session_(session) {
    setObjectName(QStringLiteral("recentModels"));
    connect(session, &Session::modelsChanged, this, &RecentModels::note);
    connect(this, &QMenu::aboutToShow, this, &RecentModels::fill);
}

void RecentModels::note() {
    const QString key = session_->modelKey();
    if (!QFileInfo(key).isAbsolute())
        return;  // none, or one that is built in
    // Another window may have opened more meanwhile.
    QStringList recent = settings::get(settings::recentModels);
    QStringList tasks = settings::get(settings::recentTasks);
    if (!recent.isEmpty() && recent.first() == key)
        return;
    tasks.resize(recent.size());
    if (const qsizetype at = recent.indexOf(key); at >= 0) {
        recent.removeAt(at);
        tasks.removeAt(at);
    }
    recent.prepend(key);
    tasks.prepend(session_->models()[static_cast<std::size_t>(session_->currentModel())].task);
    settings::set(settings::recentModels, recent.mid(0, most));
    settings::set(settings::recentTasks, tasks.mid(0, most));
}

/// The files that there still are, by what their models are for.
void RecentModels::addFiles(model::Use use, const QStringList &files, const QStringList &tasks,
                            bool titled) {
    bool any = false;
    for (qsizetype i = 0; i < files.size(); ++i) {
        const QFileInfo info(files[i]);
        if (model::useOfTask(tasks.value(i).toStdString()) != use || !info.isFile())
            continue;
        if (!std::exchange(any, true) && titled)
            addSection(widgets::useNames(use).group);
        const QString text = tr("%1 in %2", "a file and its folder")
                                 .arg(info.fileName(), QDir::toNativeSeparators(info.path()));
        QAction *action = addAction(widgets::menuText(text));
        action->setData(files[i]);
        connect(action, &QAction::triggered, session_,
                [this, file = files[i]] { session_->openModel(file); });
    }
}

void RecentModels::fill() {
    clear();
    const QStringList files = settings::get(settings::recentModels);
    const QStringList tasks = settings::get(settings::recentTasks);
    std::set<model::Use> uses;
    for (qsizetype i = 0; i < files.size(); ++i)
        if (QFileInfo(files[i]).isFile())
            uses.insert(model::useOfTask(tasks.value(i).toStdString()));
    for (const model::Use use : uses)
        addFiles(use, files, tasks, uses.size() > 1);
    if (isEmpty())
        addAction(tr("No model has been opened from a file yet."))->setEnabled(false);
}

}  // namespace app
