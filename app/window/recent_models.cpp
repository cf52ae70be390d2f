// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/recent_models.h"

#include <QDir>
#include <QFileInfo>

#include "app/settings/settings.h"
#include "widgets/text/menu_text.h"

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
    if (!recent.isEmpty() && recent.first() == key)
        return;
    recent.removeAll(key);
    recent.prepend(key);
    settings::set(settings::recentModels, recent.mid(0, most));
}

void RecentModels::fill() {
    clear();
    for (const QString &file : settings::get(settings::recentModels)) {
        const QFileInfo info(file);
        if (!info.isFile())
            continue;
        const QString text = tr("%1 in %2", "a file and its folder")
                                 .arg(info.fileName(), QDir::toNativeSeparators(info.path()));
        QAction *action = addAction(widgets::menuText(text));
        action->setData(file);
        connect(action, &QAction::triggered, session_, [this, file] { session_->openModel(file); });
    }
    if (isEmpty())
        addAction(tr("No model has been opened from a file yet."))->setEnabled(false);
}

}  // namespace app
