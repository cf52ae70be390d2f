// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <exception>
#include <thread>

// Work that two threads share although waking a thread would take longer than the work.
namespace model {

/// A second thread that takes part in the work of one thread.
class Helper {
  public:
    Helper();
    ~Helper();
    Helper(const Helper &) = delete;
    Helper &operator=(const Helper &) = delete;

    /// While it lives, the helper is awake, polls for work, and takes part in the work that the
    /// thread which made this shares. One at a time per helper and per thread.
    class Attending {
      public:
        explicit Attending(Helper &helper);
        ~Attending();
        Attending(const Attending &) = delete;
        Attending &operator=(const Attending &) = delete;

      private:
        Helper &helper_;
    };

    /// Work in parts, type-erased.
    struct Work {
        void (*part)(const void *what, long index) = nullptr;
        const void *what = nullptr;
        long parts = 0;
    };
    /// Does all parts, on this thread and that of its helper if it has one.
    static void share(const Work &work);
    /// The helper that attends to this thread, or null.
    static const Helper *ofThisThread();

  private:
    /// The state of the work that the owner offers to the helper.
    enum class State { none, offered, taken, done };

    void run();
    /// Does parts that have not been begun, until there are none left.
    void work();
    void shareWith(const Work &work);

    std::atomic<bool> awake_ = false;
    std::atomic<bool> ended_ = false;
    std::atomic<State> state_ = State::none;
    Work work_;  ///< written by the owner before it is offered
    std::atomic<long> next_ = 0;
    std::exception_ptr failure_;  ///< of the helper, to be read when it is done
    std::thread thread_;
};

/// A parallel for over at most two threads: calls work(0), …, work(parts − 1), each once, in no
/// particular order and perhaps two at a time; returns when all are done. Throws what one of them
/// threw; the others may then not be called.
template <class Work>
void shareOut(long parts, const Work &work) {
    Helper::share({[](const void *what, long index) { (*static_cast<const Work *>(what))(index); },
                   &work, parts});
}

}  // namespace model
