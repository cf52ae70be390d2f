// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/panel.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QLineEdit>
#include <QStandardPaths>
#include <utility>

#include "app/export/job.h"
#include "app/export/target.h"
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

QString suffixOf(const QString &filter) {
    return filter.mid(filter.indexOf(QLatin1String("*.")) + 2).chopped(1);
}

/// Where another format is chosen, the dialog of Qt puts its suffix in the place of whatever
/// follows the last dot: here, of nothing but a suffix.
void keepName(QFileDialog &dialog) {
    auto *name = dialog.findChild<QLineEdit *>(QStringLiteral("fileNameEdit"));
    QObject::connect(name, &QLineEdit::textEdited, &dialog,
                     [&dialog](const QString &typed) { dialog.setProperty("typed", typed); });
    QObject::connect(&dialog, &QFileDialog::filterSelected, name,
                     [&dialog, name](const QString &filter) {
                         const QString typed = dialog.property("typed").toString();
                         const qsizetype end = QFileInfo(typed).suffix().size();
                         if (widgets::figureSuffix(typed).isEmpty() &&
                             name->text() == typed.chopped(end) + suffixOf(filter))
                             name->setText(typed);
                     });
}

/// Asks for a file until one is chosen that can be written; empty: the user has given up.
QString chosenFile(QFileDialog &dialog) {
    while (dialog.exec() == QDialog::Accepted) {
        const QString file = widgets::figureFile(dialog.selectedFiles().value(0),
                                                 suffixOf(dialog.selectedNameFilter()));
        try {
            if (mayWrite(dialog.parentWidget(), dialog.windowTitle(), file))
                return file;
        } catch (const widgets::ExportError &error) {
            warn(dialog.parentWidget(), dialog.windowTitle(), error.sentence());
        }
    }
    return {};
}

}  // namespace

void exportFigure(widgets::View &view, const QString &title,
                  std::function<void(const QString &file)> done) {
    QWidget *parent = &view.widget();
    const QString home = QStandardPaths::writableLocation(QStandardPaths::HomeLocation);
    const QDir folder(settings::remembered(settings::exportFolder).value_or(home));
    QFileDialog dialog(parent, Text::tr("Export %1").arg(title), folder.path(),
                       Text::tr("PNG picture (*.png);;SVG drawing (*.svg);;PDF document (*.pdf)"));
    dialog.setObjectName(QStringLiteral("exportPanelDialog"));
    // The dialog of a desktop keeps the suffix when another format is chosen; and each asks whether
    // to replace the name as typed, before it gets its suffix.
    dialog.setOptions(QFileDialog::DontUseNativeDialog | QFileDialog::DontConfirmOverwrite);
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.selectFile(title.toLower().replace(u' ', u'-') + QStringLiteral(".png"));
    keepName(dialog);
    const QString file = chosenFile(dialog);
    if (file.isEmpty())
        return;
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
