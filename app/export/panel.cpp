// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/panel.h"

#include <QCoreApplication>
#include <utility>

#include "app/export/save.h"
#include "app/message.h"
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
    const Saving saving{
        .title = Text::tr("Export %1").arg(title),
        .filters = Text::tr("PNG picture (*.png);;SVG drawing (*.svg);;PDF document (*.pdf)"),
        .suffixes = widgets::figureSuffixes(),
        .name = title.toLower().replace(u' ', u'-') + QStringLiteral(".png"),
        .complete = widgets::figureFile,
        .check = widgets::checkFigureFile};
    const QString file = askWhere(parent, saving);
    if (file.isEmpty())
        return;
    try {
        write(parent, saving.title, file, widgets::paintFigure(view.figure(title), file, pngScale),
              std::move(done));
    } catch (const widgets::ExportError &error) {
        warn(parent, saving.title, error.sentence());
    }
}

}  // namespace app
