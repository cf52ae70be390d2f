// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/panel.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QStandardPaths>
#include <utility>

#include "app/export/job.h"
#include "app/message.h"
#include "app/settings/settings.h"
#include "widgets/figure/file.h"

namespace app {
namespace {

constexpr double pngScale = 2;

/// Whose tr() the texts here are.
struct Text {
    Q_DECLARE_TR_FUNCTIONS(app::ExportPanel)
};

}  // namespace

void exportFigure(widgets::View &view, const QString &title,
                  std::function<void(const QString &file)> done) {
    QWidget *parent = &view.widget();
    const QString home = QStandardPaths::writableLocation(QStandardPaths::HomeLocation);
    const QDir folder(settings::remembered(settings::exportFolder).value_or(home));
    QFileDialog dialog(parent, Text::tr("Export %1").arg(title), folder.path(),
                       Text::tr("PNG picture (*.png);;SVG drawing (*.svg);;PDF document (*.pdf)"));
    dialog.setObjectName(QStringLiteral("exportPanelDialog"));
    // The dialog of a desktop asks whether to replace the name as typed, before it gets its suffix,
    // and keeps the suffix when another format is chosen.
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
    const auto warn = [parent, name = dialog.windowTitle()](const QString &why) {
        app::warn(parent, name, why);
    };
    try {
        widgets::FigureJob painted = widgets::paintFigure(view.figure(title), file, pngScale);
        auto *job = new ExportJob(parent);
        QObject::connect(job, &ExportJob::finished, parent,
                         [job, warn, file, done = std::move(done)](const QString &why) {
                             job->deleteLater();
                             if (!why.isEmpty())
                                 return warn(why);
                             settings::set(settings::exportFolder, QFileInfo(file).absolutePath());
                             done(file);
                         });
        job->start(std::move(painted));
    } catch (const widgets::ExportError &error) {
        warn(error.sentence());
    }
}

}  // namespace app
