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

PaintThread::PaintThread() : thread_([this](const std::stop_token &stop) { run(stop); }) {}

PaintThread::~PaintThread() {
    thread_.request_stop();
    thread_.join();
}

std::future<QImage> PaintThread::paint(std::packaged_task<QImage()> work) {
    std::future<QImage> image = work.get_future();
    {
        const std::scoped_lock lock(mutex_);
        tasks_.push_back(std::move(work));
    }
    wake_.notify_one();
    return image;
}

void PaintThread::run(const std::stop_token &stop) {
    while (true) {
        std::packaged_task<QImage()> task;
        {
            std::unique_lock lock(mutex_);
            if (!wake_.wait(lock, stop, [this] { return !tasks_.empty(); }) ||
                stop.stop_requested())
                return;
            task = std::move(tasks_.front());
            tasks_.pop_front();
        }
        task();
    }
}

}  // namespace widgets
