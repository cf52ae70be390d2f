// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QWidget;

// Messages whose text may hold names out of files: what looks like HTML is shown as it is.
namespace app {

/// Says one sentence, and waits until it was read.
void warn(QWidget *parent, const QString &title, const QString &sentence);
/// Whether the answer is yes; Enter alone is no.
bool confirm(QWidget *parent, const QString &title, const QString &question);

}  // namespace app
