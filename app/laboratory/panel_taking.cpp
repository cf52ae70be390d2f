// SPDX-License-Identifier: GPL-3.0-or-later
// What can be taken away of a run.
#include <QFileDialog>
#include <utility>

#include "app/export/save.h"
#include "app/laboratory/animation.h"
#include "app/laboratory/panel.h"
#include "app/message.h"
#include "model/error.h"
#include "model/file/safetensors.h"
#include "model/model.h"
#include "widgets/drawing/theme.h"
#include "widgets/figure/animation_job.h"
#include "widgets/figure/file.h"
#include "widgets/learning/figure.h"
#include "widgets/text/error_text.h"

namespace app {
namespace {
/// @throws widgets::ExportError
void checkModelFile(const QString &file) {
    try {
        model::safetensors::checkWritable(widgets::pathOf(file));
    } catch (const model::Error &error) {
        throw widgets::ExportError(widgets::errorText(error.message()));
    }
}

/// A folder of frames where the format has no suffix.
QString animationName(const QString &typed, const QString &suffix) {
    const QStringList suffixes = widgets::animationSuffixes();
    if (suffixes.contains(suffix) || !widgets::suffixAmong(suffixes, typed).isEmpty())
        return widgets::completedFile(typed, suffix, suffixes);
    return widgets::completedFile(typed, {}, suffixes) + u'/';
}

}  // namespace

void LaboratoryPanel::onExportRequested(const QObject *context, Hear hear) {
    connect(this, &LaboratoryPanel::exportRequested, context, std::move(hear));
}

widgets::Figure LaboratoryPanel::figure(const QString &title) {
    return widgets::learningFigure(laboratory_->data(), title,
                                   {.axis = plot_->axis(),
                                    .moment = laboratory_->shown(),
                                    .size = plot_->size().expandedTo(plot_->sizeHint()),
                                    .font = plot_->font(),
                                    .dark = widgets::Theme::of(palette()).dark});
}

void LaboratoryPanel::chooseFile() {
    const QString file = QFileDialog::getOpenFileName(
        this, tr("Open pairs"), {},
        tr("Pairs, one per line: source, tab, target (*.tsv *.txt);;All files (*)"));
    if (!file.isEmpty())
        form_->setFile(file);
}

void LaboratoryPanel::saveModel() {
    const auto model = laboratory_->model();
    if (!model)
        return;
    const QStringList suffixes{QStringLiteral("safetensors")};
    const Saving saving{
        .title = tr("Save model"),
        .filters = tr("Models (*.safetensors)"),
        .suffixes = suffixes,
        .name = QString::fromStdString(laboratory_->setup().task) + QStringLiteral(".safetensors"),
        .complete =
            [suffixes](const QString &typed, const QString &suffix) {
                return widgets::completedFile(typed, suffix, suffixes);
            },
        .check = checkModelFile};
    const QString file = askWhere(this, saving);
    if (file.isEmpty())
        return;
    app::write(
        this, saving.title, file,
        [model, file] { model::writeModel(*model, widgets::pathOf(file), model::Precision::f16); },
        [this](const QString &written) {
            laboratory_->noteSaved();
            emit saved(written);
        });
}

void LaboratoryPanel::exportAnimation() {
    const Saving saving{
        .title = tr("Export animation"),
        .filters = tr("GIF (*.gif);;Animated WebP (*.webp);;Folder of PNG pictures (*)"),
        .suffixes = widgets::animationSuffixes(),
        .name = tr("learning") + QStringLiteral(".gif"),
        .complete = animationName,
        .check = widgets::checkAnimationFile};
    const QString file = askWhere(this, saving);
    if (file.isEmpty())
        return;
    const auto animation = std::make_shared<const LearningAnimation>(
        laboratory_->data(), laboratory_->attendingModels(), laboratory_->example(),
        LearningAnimation::Options{.axis = plot_->axis(),
                                   .font = plot_->font(),
                                   .dark = widgets::Theme::of(palette()).dark});
    auto *job = new widgets::AnimationJob(this);
    connect(job, &widgets::AnimationJob::finished, this,
            [this, job, file, title = saving.title](const QString &why) {
                job->deleteLater();
                if (why.isEmpty())
                    emit saved(file);
                else
                    warn(this, title, why);
            });
    try {
        job->start(file, animation->frames(), [animation](int i) { return animation->frame(i); });
    } catch (const widgets::ExportError &error) {
        job->deleteLater();
        warn(this, saving.title, error.sentence());
    }
}

}  // namespace app
