// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <deque>
#include <functional>
#include <mutex>

namespace widgets {

/// What other threads leave to be run on the thread that the mailbox lives on, by its event loop,
/// one after the other.
class Mailbox : public QObject {
    Q_OBJECT
  public:
    explicit Mailbox(QObject *parent = nullptr);

    /// May be called from any thread.
    void post(std::function<void()> letter);

  signals:
    void posted();

  private:
    void deliver();

    // Not events with the letters in them: with a mutex of ours, the thread sanitizer sees their
    // way.
    std::mutex mutex_;
    std::deque<std::function<void()>> letters_;
};

}  // namespace widgets
