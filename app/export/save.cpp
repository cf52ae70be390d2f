// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/save.h"

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

namespace app {
namespace {

QString suffixOf(const QString &filter) {
    return filter.mid(filter.indexOf(QLatin1String("*.")) + 2).chopped(1);
}

/// Where another format is chosen, the dialog of Qt puts its suffix in the place of whatever
/// follows the last dot: here, of nothing but a suffix.
void keepName(QFileDialog &dialog, const QStringList &suffixes) {
    auto *name = dialog.findChild<QLineEdit *>(QStringLiteral("fileNameEdit"));
    QObject::connect(name, &QLineEdit::textEdited, &dialog,
                     [&dialog](const QString &typed) { dialog.setProperty("typed", typed); });
    QObject::connect(&dialog, &QFileDialog::filterSelected, name,
                     [&dialog, name, suffixes](const QString &filter) {
                         const QString typed = dialog.property("typed").toString();
                         const qsizetype end = QFileInfo(typed).suffix().size();
                         if (widgets::suffixAmong(suffixes, typed).isEmpty() &&
                             name->text() == typed.chopped(end) + suffixOf(filter))
                             name->setText(typed);
                     });
}

}  // namespace

QString askWhere(QWidget *parent, const Saving &saving) {
    const QString home = QStandardPaths::writableLocation(QStandardPaths::HomeLocation);
    const QDir folder(settings::remembered(settings::exportFolder).value_or(home));
    QFileDialog dialog(parent, saving.title, folder.path(), saving.filters);
    dialog.setObjectName(QStringLiteral("exportPanelDialog"));
    // The dialog of a desktop keeps the suffix when another format is chosen; and each asks whether
    // to replace the name as typed, before it gets its suffix.
    dialog.setOptions(QFileDialog::DontUseNativeDialog | QFileDialog::DontConfirmOverwrite);
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.selectFile(saving.name);
    keepName(dialog, saving.suffixes);
    while (dialog.exec() == QDialog::Accepted) {
        const QString file =
            saving.complete(dialog.selectedFiles().value(0), suffixOf(dialog.selectedNameFilter()));
        try {
            saving.check(file);
            if (mayReplace(parent, saving.title, file))
                return file;
        } catch (const widgets::ExportError &error) {
            warn(parent, saving.title, error.sentence());
        }
    }
    return {};
}

void write(QWidget *parent, const QString &title, const QString &file, widgets::FigureJob job,
           std::function<void(const QString &file)> done) {
    auto *writer = new ExportJob(parent);
    QObject::connect(writer, &ExportJob::finished, parent,
                     [writer, parent, title, file, done = std::move(done)](const QString &why) {
                         writer->deleteLater();
                         if (!why.isEmpty())
                             return warn(parent, title, why);
                         settings::set(settings::exportFolder, QFileInfo(file).absolutePath());
                         done(file);
                     });
    writer->start(std::move(job));
}

}  // namespace app
