// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <chrono>
#include <semaphore>
#include <stop_token>
#include <string>

#include "widgets/threads/worker.h"

/// Work for tests of the worker.
namespace support {

using widgets::Lane;
using widgets::Task;
using widgets::Worker;

inline constexpr int patience = 30000;  // milliseconds; sanitizer builds are slow
inline constexpr Lane::Rules everything{.keeps = Lane::Keeps::all};

/// Work that says when it has begun, and goes on when it is told to or asked to stop.
class Gate {
  public:
    /// Throws where it was asked to stop.
    void pass(const Task &task) {
        begun_.release();
        const std::stop_callback onStop(task.stop(), [this] { goOn_.release(); });
        goOn_.acquire();
        task.check();
    }
    bool waitUntilBegun() { return begun_.try_acquire_for(std::chrono::milliseconds(patience)); }
    bool wasBegun() { return begun_.try_acquire(); }
    void open() { goOn_.release(); }

  private:
    std::counting_semaphore<> begun_{0};
    std::counting_semaphore<> goOn_{0};
};

/// Work whose letters are heard here, in the order in which they come.
class Hearing {
  protected:
    std::string heard_;
    QStringList failures_;

    /// Work that has its letter heard here.
    Lane::Work saying(char letter) {
        return
            [this, letter](Task &) -> Lane::Result { return [this, letter] { heard_ += letter; }; };
    }
    /// The same, once the gate is open.
    Lane::Work passing(Gate &gate, char letter) {
        return [this, &gate, letter](Task &task) -> Lane::Result {
            gate.pass(task);
            return [this, letter] { heard_ += letter; };
        };
    }
    Lane::Listener listener() {
        return {.failed = [this](const QString &why) { failures_.append(why); }, .progressed = {}};
    }
};

}  // namespace support
