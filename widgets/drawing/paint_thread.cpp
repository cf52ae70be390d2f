// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/drawing/paint_thread.h"

#include <QCoreApplication>
#include <memory>
#include <utility>

namespace widgets {

PaintThread &PaintThread::shared() {
    static std::unique_ptr<PaintThread> thread;
    if (!thread) {
        thread = std::make_unique<PaintThread>();
        qAddPostRoutine([] { thread.reset(); });
    }
    return *thread;
}

std::future<QImage> PaintThread::paint(std::packaged_task<QImage()> work) {
    std::future<QImage> image = work.get_future();
    lane_.request([work = std::make_shared<std::packaged_task<QImage()>>(std::move(work))](Task &) {
        (*work)();
        return nullptr;
    });
    return image;
}

}  // namespace widgets
