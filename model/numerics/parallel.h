// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <exception>
#include <thread>
#include <vector>

namespace model {

/// Calls work(0), …, work(threads − 1) concurrently, the first on this thread, and waits for all;
/// an exception that one of them throws is rethrown here.
template <class Work>
void parallel(int threads, const Work &work) {
    std::vector<std::exception_ptr> failures(static_cast<std::size_t>(threads));
    const auto guarded = [&](int index) {
        try {
            work(index);
        } catch (...) {
            failures[static_cast<std::size_t>(index)] = std::current_exception();
        }
    };
    {
        std::vector<std::jthread> others;
        for (int i = 1; i < threads; ++i) {
            others.emplace_back(guarded, i);
        }
        guarded(0);
    }
    for (const std::exception_ptr &failure : failures) {
        if (failure) {
            std::rethrow_exception(failure);
        }
    }
}

/// A parallel for: calls work(0), …, work(count − 1), dealt to the threads in turn.
template <class Work>
void deal(int threads, std::size_t count, const Work &work) {
    parallel(threads, [&](int thread) {
        for (auto i = static_cast<std::size_t>(thread); i < count;
             i += static_cast<std::size_t>(threads)) {
            work(i);
        }
    });
}

}  // namespace model
