// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>
#include <QTimer>
#include <functional>

/// Calls `act` with each dialog of the given kind that opens while it lives.
template <class Dialog>
class WhenOpened {
  public:
    explicit WhenOpened(std::function<void(Dialog *)> act) {
        QObject::connect(&timer_, &QTimer::timeout, &timer_, [act] {
            if (auto *dialog = qobject_cast<Dialog *>(QApplication::activeModalWidget()))
                act(dialog);
        });
        timer_.start(10);
    }

  private:
    QTimer timer_;
};
