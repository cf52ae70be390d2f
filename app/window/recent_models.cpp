// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/recent_models.h"

#include <QDir>
#include <QFileInfo>
#include <QMap>

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

void RecentModels::addFile(const QString &file) {
    const QFileInfo info(file);
    const QString text = tr("%1 in %2", "a file and its folder")
                             .arg(info.fileName(), QDir::toNativeSeparators(info.path()));
    QAction *action = addAction(widgets::menuText(text));
    action->setData(file);
    connect(action, &QAction::triggered, session_, [this, file] { session_->openModel(file); });
}

void RecentModels::fill() {
    clear();
    const QStringList recent = settings::get(settings::recentModels);
    const QStringList tasks = settings::get(settings::recentTasks);
    QMap<model::Use, QStringList> files;  // that there still are
    for (qsizetype i = 0; i < recent.size(); ++i)
        if (QFileInfo(recent[i]).isFile())
            files[model::useOfTask(tasks.value(i).toStdString())].append(recent[i]);
    for (auto use = files.cbegin(); use != files.cend(); ++use) {
        if (files.size() > 1)
            addSection(widgets::useNames(use.key()).group);
        for (const QString &file : use.value())
            addFile(file);
    }
    if (files.isEmpty())
        addAction(tr("No model has been opened from a file yet."))->setEnabled(false);
}

}  // namespace app
