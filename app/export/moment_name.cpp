// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/moment_name.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <stdexcept>

#include "widgets/figure/file.h"

namespace app {
namespace {

/// Whose tr() the texts here are.
struct MomentText {
    Q_DECLARE_TR_FUNCTIONS(app::MomentName)
};

}  // namespace

QStringList stageNames() {
    return {widgets::stageNames.begin(), widgets::stageNames.end()};
}

widgets::Moment momentNamed(const QString &name) {
    static const QRegularExpression form(QStringLiteral("^([1-9]\\d{0,5})\\.([a-z]+)$"));
    const QRegularExpressionMatch match = form.match(name);
    const qsizetype stage = stageNames().indexOf(match.captured(2));
    if (!match.hasMatch() || stage < 0)
        throw std::invalid_argument(name.toStdString());
    return {.stage = static_cast<widgets::Stage>(stage),
            .index = match.captured(1).toInt() - 1,
            .fraction = 1};
}

void checkMoment(const widgets::Moment &moment, const widgets::Extent &extent) {
    const int count = moment.reading() ? extent.source : extent.steps;
    if (moment.index >= count)
        throw widgets::ExportError(
            moment.reading() ? MomentText::tr("There is no source piece %1: the source has %2.")
                                   .arg(moment.index + 1)
                                   .arg(count)
                             : MomentText::tr("There is no step %1: the last is %2.")
                                   .arg(moment.index + 1)
                                   .arg(count));
    const bool passed = moment.stage == widgets::Stage::backward && extent.passes < 2;
    if (passed || (!moment.reading() && moment.stage < widgets::firstStage(extent)))
        throw widgets::ExportError(MomentText::tr("This model has no stage “%1”.")
                                       .arg(stageNames().at(static_cast<qsizetype>(moment.stage))));
}

}  // namespace app
