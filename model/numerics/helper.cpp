// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/numerics/helper.h"

#include <utility>

namespace model {
namespace {

thread_local Helper *helperOfThisThread = nullptr;

/// Polls for a change, and yields the processor if that takes long: other threads may be what it
/// waits for.
class Watch {
  public:
    void again() {
        if (++times_ % patience == 0) {
            std::this_thread::yield();
        }
#if defined(__x86_64__)
        __builtin_ia32_pause();
#endif
    }

  private:
    static constexpr unsigned patience = 256;  // some microseconds
    unsigned times_ = 0;
};

}  // namespace

Helper::Helper() : thread_([this] { run(); }) {}

Helper::~Helper() {
    ended_ = true;
    awake_ = true;
    awake_.notify_one();
    thread_.join();
}

Helper::Attending::Attending(Helper &helper) : helper_(helper) {
    if (std::thread::hardware_concurrency() < 2) {
        return;  // by polling, it would only keep other threads from working
    }
    helperOfThisThread = &helper;
    helper.awake_ = true;
    helper.awake_.notify_one();
}

Helper::Attending::~Attending() {
    helper_.awake_ = false;
    helperOfThisThread = nullptr;
}

void Helper::run() {
    Watch watch;
    while (true) {
        awake_.wait(false);
        if (ended_) {
            return;
        }
        State offered = State::offered;
        if (state_ != State::offered || !state_.compare_exchange_strong(offered, State::taken)) {
            watch.again();
            continue;
        }
        try {
            work();
        } catch (...) {
            failure_ = std::current_exception();
        }
        state_ = State::done;
    }
}

void Helper::work() {
    for (long index = next_++; index < work_.parts; index = next_++) {
        work_.part(work_.what, index);
    }
}

void Helper::shareWith(const Work &shared) {
    work_ = shared;
    next_ = 0;
    state_ = State::offered;
    std::exception_ptr failure;
    try {
        work();
    } catch (...) {
        failure = std::current_exception();
        next_ = shared.parts;
    }
    // The helper may not have started in time; if it did, it reads the work until it is done.
    State offered = State::offered;
    if (!state_.compare_exchange_strong(offered, State::none)) {
        for (Watch watch; state_ != State::done;) {
            watch.again();
        }
        const std::exception_ptr ofHelper = std::exchange(failure_, nullptr);
        failure = failure ? failure : ofHelper;
    }
    if (failure) {
        std::rethrow_exception(failure);
    }
}

const Helper *Helper::ofThisThread() {
    return helperOfThisThread;
}

void Helper::share(const Work &work) {
    if (Helper *helper = std::exchange(helperOfThisThread, nullptr)) {
        // What a part shares in turn stays on its own thread.
        struct Again {
            Helper *helper;
            ~Again() { helperOfThisThread = helper; }
        } const again{helper};
        helper->shareWith(work);
        return;
    }
    for (long index = 0; index < work.parts; ++index) {
        work.part(work.what, index);
    }
}

}  // namespace model
