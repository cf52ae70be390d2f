// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/job.h"

#include <utility>

namespace app {

void ExportJob::start(widgets::FigureJob job) {
    lane_.request(
        [this, job = std::move(job)](widgets::Task &) -> widgets::Lane::Result {
            job();
            return [this] { emit finished({}); };
        },
        {.failed = [this](const QString &why) { emit finished(why); }});
}

}  // namespace app
