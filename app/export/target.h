// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QWidget;

namespace app {

/// Whether a file is to be written: asks before it replaces one. `title` is that of the question.
bool mayReplace(QWidget *parent, const QString &title, const QString &file);

}  // namespace app
