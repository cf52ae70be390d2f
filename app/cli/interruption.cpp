// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/interruption.h"

#include <pthread.h>

#include <cstdio>
#include <ctime>

namespace cli {

Interruption::Interruption() {
    sigemptyset(&signals_);
    sigaddset(&signals_, SIGINT);
    sigaddset(&signals_, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &signals_, nullptr);
    watcher_ = std::jthread([this](const std::stop_token &ended) {
        const timespec wait{0, 200'000'000};
        while (!ended.stop_requested() && !requested_.stop_requested()) {
            if (sigtimedwait(&signals_, nullptr, &wait) > 0) {
                requested_.request_stop();
            }
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
