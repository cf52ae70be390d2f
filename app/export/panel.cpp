// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/panel.h"

#include <QCoreApplication>
#include <utility>

#include "app/export/save.h"
#include "app/message.h"
#include "widgets/figure/file.h"
#include "widgets/text/table.h"

namespace app {
namespace {

constexpr double pngScale = 2;
const QString csvSuffix = QStringLiteral("csv");

/// Whose tr() the texts here are.
struct Text {
    Q_DECLARE_TR_FUNCTIONS(app::ExportPanel)
};

/// What may be written of a figure, and of the numbers beside it.
Saving savingOf(const QString &title, bool numbers) {
    QString filters = Text::tr("PNG picture (*.png);;SVG drawing (*.svg);;PDF document (*.pdf)");
    QStringList suffixes = widgets::figureSuffixes();
    if (numbers) {
        filters += QStringLiteral(";;") + Text::tr("CSV numbers (*.csv)");
        suffixes.append(csvSuffix);
    }
    return {.title = Text::tr("Export %1").arg(title),
            .filters = filters,
            .suffixes = suffixes,
            .name = title.toLower().replace(u' ', u'-') + QStringLiteral(".png"),
            .complete =
                [suffixes](const QString &typed, const QString &suffix) {
                    return widgets::figureFile(typed, suffix, suffixes);
                },
            .check = [suffixes](const QString &file) { widgets::checkOutputFile(file, suffixes); }};
}

/// Asks where to, and writes what `jobOf` makes for that file.
void save(QWidget &parent, const Saving &saving,
          const std::function<widgets::FigureJob(const QString &file)> &jobOf,
          std::function<void(const QString &file)> done) {
    const QString file = askWhere(&parent, saving);
    if (file.isEmpty())
        return;
    try {
        write(&parent, saving.title, file, jobOf(file), std::move(done));
    } catch (const widgets::ExportError &error) {
        warn(&parent, saving.title, error.sentence());
    }
}

}  // namespace

void exportFigure(widgets::View &view, const QString &title,
                  std::function<void(const QString &file)> done) {
    const auto jobOf = [&view, &title](const QString &file) -> widgets::FigureJob {
        if (widgets::suffixAmong({csvSuffix}, file).isEmpty())
            return widgets::paintFigure(view.figure(title), file, pngScale);
        return [file, bytes = widgets::csv(view.tables()).toUtf8()] {
            widgets::saveFile(file, bytes);
        };
    };
    save(view.widget(), savingOf(title, !view.tables().empty()), jobOf, std::move(done));
}

void exportFigure(QWidget &parent, const widgets::Figure &figure, const QString &title,
                  std::function<void(const QString &file)> done) {
    const auto jobOf = [&figure](const QString &file) {
        return widgets::paintFigure(figure, file, pngScale);
    };
    save(parent, savingOf(title, false), jobOf, std::move(done));
}

}  // namespace app
