// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QWidget;

namespace app {

/// Whether a figure is to be written to a file: asks before it replaces one. `title` is that of the
/// question. @throws widgets::ExportError where none can be written.
bool mayWrite(QWidget *parent, const QString &title, const QString &file);
/// The same of any file that can be written.
bool mayReplace(QWidget *parent, const QString &title, const QString &file);

}  // namespace app
