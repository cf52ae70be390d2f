// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lesson/resource.h"

#include <QFile>

/// Resources of a static library have to be asked for, outside of any namespace.
static void initializeLessons() {
    Q_INIT_RESOURCE(lessons);
}

namespace app {

QByteArray lessonResource(const QString &name) {
    initializeLessons();
    QFile file(QStringLiteral(":/lessons/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

}  // namespace app
