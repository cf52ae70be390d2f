// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <future>

#include "widgets/threads/worker.h"

namespace widgets {

/// Paints images one after another on a thread of its own, while the thread that will need them
/// does something else. It is one thread for long since Qt keeps what it knows of fonts for each.
class PaintThread {
  public:
    /// That of the program; it ends before the application does.
    static PaintThread &shared();

    /// What the work returns or throws. At the end of the thread, what has not begun is left out.
    std::future<QImage> paint(std::packaged_task<QImage()> work);

  private:
    Worker worker_;
    Lane lane_{worker_, {.keeps = Lane::Keeps::all}};
};

}  // namespace widgets
