// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/job.h"

#include <new>
#include <utility>

namespace app {

void ExportJob::start(widgets::FigureJob job) {
    running_ = true;
    thread_ = std::jthread([this, job = std::move(job)] {
        QString why;
        try {
            job();
        } catch (const widgets::ExportError &error) {
            why = error.sentence();
        } catch (const std::bad_alloc &) {
            why = tr("There is not enough memory for this picture.");
        } catch (const std::exception &error) {
            why = QString::fromUtf8(error.what());
        }
        mailbox_.post([this, why] {
            running_ = false;
            emit finished(why);
        });
    });
}

}  // namespace app
