// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace app {

/// A file of resources/lessons; empty: there is none of that name.
QByteArray lessonResource(const QString &name);

}  // namespace app
