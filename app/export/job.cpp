// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/job.h"

#include <QTimer>
#include <utility>

namespace app {

void ExportJob::start(widgets::FigureJob job) {
    write([job = std::move(job)](const std::stop_token &) { job(); });
}

void ExportJob::start(const widgets::Figure &figure, const QString &file, double scale) {
    painting_ = std::make_unique<widgets::FigurePainting>(figure, file, scale);
    paintLater();
}

void ExportJob::cancel() {
    painting_.reset();
    lane_.cancel();
}

void ExportJob::paintLater() {
    QTimer::singleShot(0, this, &ExportJob::paintNext);
}

void ExportJob::paintNext() {
    if (!painting_)
        return;  // cancelled
    try {
        painting_->paintNext();
    } catch (const widgets::ExportError &error) {
        painting_.reset();
        emit finished(error.sentence());
        return;
    }
    const double done = painting_->done();
    if (done < 1)
        paintLater();
    else
        write(std::exchange(painting_, nullptr)->writing());
    emit progressed(done);
}

void ExportJob::write(widgets::FigurePainting::Writing writing) {
    lane_.request(
        [this, writing = std::move(writing)](widgets::Task &task) -> widgets::Lane::Result {
            writing(task.stop());
            return [this] { emit finished({}); };
        },
        {.failed = [this](const QString &why) { emit finished(why); }});
}

}  // namespace app
