// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/target.h"

#include <QCoreApplication>
#include <QFileInfo>

#include "app/message.h"

namespace app {
namespace {

/// Whose tr() the texts here are.
struct TargetText {
    Q_DECLARE_TR_FUNCTIONS(app::ExportTarget)
};

}  // namespace

bool mayReplace(QWidget *parent, const QString &title, const QString &file) {
    const QFileInfo info(file);
    return !info.exists() ||
           confirm(parent, title,
                   TargetText::tr("“%1” exists already. Replace it?").arg(info.fileName()));
}

}  // namespace app
