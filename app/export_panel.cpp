// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export_panel.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QSettings>
#include <QStandardPaths>

#include "widgets/figure_file.h"
#include "widgets/panel.h"

namespace app {
namespace {

constexpr double pngScale = 2;
const QString folderKey = QStringLiteral("export/folder");

QString tr(const char *text) {
    return QCoreApplication::translate("app::exportPanel", text);
}

}  // namespace

void exportPanel(widgets::Panel &panel, const QString &title) {
    QSettings settings;
    const QString home = QStandardPaths::writableLocation(QStandardPaths::HomeLocation);
    const QDir folder(settings.value(folderKey, home).toString());
    QFileDialog dialog(&panel, tr("Export %1").arg(title), folder.path(),
                       tr("PNG picture (*.png);;SVG drawing (*.svg);;PDF document (*.pdf)"));
    dialog.setObjectName(QStringLiteral("exportPanelDialog"));
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setDefaultSuffix(QStringLiteral("png"));
    dialog.selectFile(title.toLower().replace(u' ', u'-') + QStringLiteral(".png"));
    // The suffix follows the chosen format.
    QObject::connect(&dialog, &QFileDialog::filterSelected, &dialog, [&](const QString &filter) {
        const qsizetype from = filter.indexOf(QLatin1String("*.")) + 2;
        dialog.setDefaultSuffix(filter.mid(from).chopped(1));
    });
    if (dialog.exec() != QDialog::Accepted)
        return;
    const QString file = dialog.selectedFiles().value(0);
    try {
        widgets::writeFigure(widgets::figureOf(panel, title), file, pngScale);
        settings.setValue(folderKey, QFileInfo(file).absolutePath());
    } catch (const widgets::ExportError &error) {
        QMessageBox::warning(&panel, dialog.windowTitle(), error.sentence());
    }
}

}  // namespace app
