// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <exception>
#include <thread>

// Work that two threads share although it is shorter than waking one of them takes.
namespace model {

/// A second thread for what one thread shares out.
class Helper {
  public:
    Helper();
    ~Helper();
    Helper(const Helper &) = delete;
    Helper &operator=(const Helper &) = delete;

    /// While it lives, the helper is awake, looks for work all the time, and takes part in what the
    /// thread that made this shares out. One at a time for each helper and for each thread.
    class Attending {
      public:
        explicit Attending(Helper &helper);
        ~Attending();
        Attending(const Attending &) = delete;
        Attending &operator=(const Attending &) = delete;

      private:
        Helper &helper_;
    };

    /// Work in parts, without knowing what it is.
    struct Work {
        void (*part)(const void *what, long index) = nullptr;
        const void *what = nullptr;
        long parts = 0;
    };
    /// Does all parts, on this thread and that of its helper if it has one.
    static void share(const Work &work);
    /// Who attends to this thread; null: nobody.
    static const Helper *ofThisThread();

  private:
    /// Where the work stands that the owner has for the helper.
    enum class State { none, offered, taken, done };

    void run();
    /// Does parts that nobody has begun until there are no more.
    void work();
    void shareWith(const Work &work);

    std::atomic<bool> awake_ = false;
    std::atomic<bool> ended_ = false;
    std::atomic<State> state_ = State::none;
    Work work_;  ///< written by the owner before it is offered
    std::atomic<long> next_ = 0;
    std::exception_ptr failure_;  ///< the helper's, to be read when it is done
    std::thread thread_;
};

/// Calls work(0), …, work(parts − 1), each once, in no certain order and perhaps two at a time;
/// returns when all are done. Throws what one of them threw; the others may then not be called.
template <class Work>
void shareOut(long parts, const Work &work) {
    Helper::share({[](const void *what, long index) { (*static_cast<const Work *>(what))(index); },
                   &work, parts});
}

}  // namespace model
