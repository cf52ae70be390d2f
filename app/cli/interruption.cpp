// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/interruption.h"

#include <atomic>
#include <chrono>
#include <csignal>
#include <cstdio>

namespace cli {
namespace {

/// What a signal's handler may write.
std::atomic<bool> interrupted = false;
static_assert(std::atomic<bool>::is_always_lock_free);

}  // namespace

Interruption::Interruption() {
    for (const int signal : {SIGINT, SIGTERM}) {
        std::signal(signal, [](int) { interrupted = true; });
    }
    watcher_ = std::jthread([this](const std::stop_token &ended) {
        while (!ended.stop_requested() && !interrupted) {
            std::this_thread::sleep_for(std::chrono::milliseconds(200));
        }
        if (interrupted) {
            requested_.request_stop();
        }
    });
}

std::string duration(double seconds) {
    const long whole = static_cast<long>(seconds);
    char text[32];
    std::snprintf(text, sizeof text, "%ld:%02ld:%02ld", whole / 3600, whole / 60 % 60, whole % 60);
    return text;
}

}  // namespace cli
