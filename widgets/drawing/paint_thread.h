// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <condition_variable>
#include <deque>
#include <future>
#include <mutex>
#include <stop_token>
#include <thread>

namespace widgets {

/// Paints images one after another on a thread of its own, while the thread that will need them
/// does something else. It is one thread for long since Qt keeps what it knows of fonts for each.
class PaintThread {
  public:
    /// The program's; it ends before the application does.
    static PaintThread &shared();

    PaintThread();
    /// Waits for what is being painted; what has not begun is left out.
    ~PaintThread();

    /// What the work returns or throws.
    std::future<QImage> paint(std::packaged_task<QImage()> work);

  private:
    void run(const std::stop_token &stop);

    std::mutex mutex_;
    std::condition_variable_any wake_;
    std::deque<std::packaged_task<QImage()>> tasks_;  ///< guarded by mutex_
    std::jthread thread_;
};

}  // namespace widgets
