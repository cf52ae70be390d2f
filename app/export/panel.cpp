// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/panel.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QSettings>
#include <QStandardPaths>
#include <utility>

#include "app/export/job.h"
#include "app/message.h"
#include "widgets/figure/file.h"

namespace app {
namespace {

constexpr double pngScale = 2;
const QString folderKey = QStringLiteral("export/folder");

/// Whose tr() the texts here are.
struct Text {
    Q_DECLARE_TR_FUNCTIONS(app::ExportPanel)
};

}  // namespace

void exportFigure(QWidget &view, const QString &title,
                  const std::function<widgets::Figure()> &figure) {
    const QSettings settings;
    const QString home = QStandardPaths::writableLocation(QStandardPaths::HomeLocation);
    const QDir folder(settings.value(folderKey, home).toString());
    QFileDialog dialog(&view, Text::tr("Export %1").arg(title), folder.path(),
                       Text::tr("PNG picture (*.png);;SVG drawing (*.svg);;PDF document (*.pdf)"));
    dialog.setObjectName(QStringLiteral("exportPanelDialog"));
    // A desktop's own asks whether to replace the name as typed, before it gets its suffix, and
    // keeps the suffix when another format is chosen.
    dialog.setOption(QFileDialog::DontUseNativeDialog);
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
    const auto warn = [&view, name = dialog.windowTitle()](const QString &why) {
        app::warn(&view, name, why);
    };
    try {
        widgets::FigureJob painted = widgets::paintFigure(figure(), file, pngScale);
        auto *job = new ExportJob(&view);
        QObject::connect(job, &ExportJob::finished, &view, [job, warn, file](const QString &why) {
            job->deleteLater();
            if (why.isEmpty())
                QSettings().setValue(folderKey, QFileInfo(file).absolutePath());
            else
                warn(why);
        });
        job->start(std::move(painted));
    } catch (const widgets::ExportError &error) {
        warn(error.sentence());
    }
}

}  // namespace app
