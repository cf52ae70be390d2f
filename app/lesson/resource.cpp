// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lesson/resource.h"

#include <QFile>

#include "app/resources.h"

namespace app {

QByteArray lessonResource(const QString &name) {
    initializeResources();
    QFile file(QStringLiteral(":/lessons/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

}  // namespace app
