// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/numbers.h"

#include <QCoreApplication>
#include <utility>

#include "app/export/save.h"
#include "model/trace_file/trace_file.h"
#include "widgets/figure/file.h"
#include "widgets/text/error_text.h"
#include "widgets/text/use_names.h"

namespace app {
namespace {

/// Whose tr() the texts here are.
struct NumbersText {
    Q_DECLARE_TR_FUNCTIONS(app::ExportNumbers)
};

QStringList suffixes() {
    QStringList list;
    for (const std::string_view suffix : model::traceSuffixes())
        list.append(QString::fromLatin1(suffix.data(), qsizetype(suffix.size())));
    return list;
}
QString fileNameOf(const model::Trace &trace) {
    return widgets::useNames(model::useOf(*trace.model)).target.toLower();
}
/// @throws widgets::ExportError
void check(const QString &file) {
    try {
        model::checkTraceFile(widgets::pathOf(file));
    } catch (const model::TraceFileError &error) {
        throw widgets::ExportError(widgets::errorText(error.message()));
    }
}

}  // namespace

void exportNumbers(QWidget *parent, std::shared_ptr<const model::Trace> trace,
                   std::function<void(const QString &file)> done) {
    const Saving saving{.title = NumbersText::tr("Export numbers"),
                        .filters = NumbersText::tr(
                            "NumPy arrays (*.npz);;JSON (*.json);;Safetensors (*.safetensors)"),
                        .suffixes = suffixes(),
                        .name = fileNameOf(*trace) + QStringLiteral(".npz"),
                        .complete =
                            [](const QString &typed, const QString &suffix) {
                                return widgets::completedFile(typed, suffix, suffixes());
                            },
                        .check = check};
    const QString file = askWhere(parent, saving);
    if (file.isEmpty())
        return;
    write(
        parent, saving.title, file,
        [trace = std::move(trace), file] { model::writeTrace(*trace, widgets::pathOf(file)); },
        std::move(done));
}

}  // namespace app
