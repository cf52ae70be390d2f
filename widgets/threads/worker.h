// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <cstdint>
#include <functional>
#include <memory>
#include <stop_token>
#include <thread>
#include <utility>

#include "widgets/threads/mailbox.h"

namespace widgets {

/// A thread that does what is asked for on its lanes, one piece of work after the other. A thread
/// of its own: the global pool is what painting uses.
class Worker {
  public:
    Worker();
    /// Stops what is under way and waits for the thread. What has not begun is dropped, and lanes
    /// that are still there do nothing any more.
    ~Worker();
    Worker(const Worker &) = delete;
    Worker &operator=(const Worker &) = delete;

  private:
    friend class Lane;
    friend class Task;
    struct Request;
    class Loop;

    std::shared_ptr<Loop> loop_;
    std::jthread thread_;
};

/// What a piece of work knows of the request that it is done for. For the worker's thread only.
class Task {
  public:
    /// Asks to stop: nobody wants the result any more, or something more urgent has come.
    const std::stop_token &stop() const { return stop_; }
    /// @throws model::Cancelled if the work is asked to stop.
    void check() const;
    /// Says how much is done, from 0 to 1; never less than before. May be called often: the owner
    /// hears of the latest only.
    void progress(double done);
    /// Leaves what is to be run on the owner's thread already, such as a part of the result.
    void deliver(std::function<void()> letter);

  private:
    friend class Worker;
    Task(std::shared_ptr<Worker::Request> request, std::stop_token stop);

    std::shared_ptr<Worker::Request> request_;
    std::stop_token stop_;
};

/// Where one kind of work is asked for. Belongs to the thread that made it: there all functions are
/// called, and there, by its event loop, everything is delivered. What was cancelled or replaced is
/// never heard of again, even if its results are on their way already.
class Lane {
  public:
    enum class Keeps {
        newest,  ///< a request replaces the one that waits and stops the one under way
        all,     ///< each is done, one after the other
    };
    struct Rules {
        Keeps keeps = Keeps::newest;
        int urgency = 0;  ///< of all that waits for the worker, the most urgent is begun first
        /// Stopped for anything that is more urgent, and begun anew after it.
        bool interruptible = false;
    };
    /// What is run on the owner's thread in the end; may be null, and may destroy the lane.
    using Result = std::function<void()>;
    /// What is run on the worker's thread. Throws model::Cancelled if it stops before its end; what
    /// else it throws has failed. What it refers to has to live as long as the lane.
    using Work = std::function<Result(Task &)>;
    /// Who hears how a request fares, on the owner's thread.
    struct Listener {
        std::function<void(const QString &sentence)> failed = {};  ///< why, as one sentence
        std::function<void(double done)> progressed = {};          ///< 0 to 1, ascending
    };

    Lane(Worker &worker, const Rules &rules);
    /// Cancels, and waits for what is under way to stop.
    ~Lane();
    Lane(const Lane &) = delete;
    Lane &operator=(const Lane &) = delete;

    void request(Work work) { request(std::move(work), {}); }
    void request(Work work, Listener listener);
    /// Nothing that was asked for is wanted any more.
    void cancel();
    /// Something was asked for that has neither come nor been cancelled.
    bool busy() const { return open_ > 0; }
    /// Waits until all that was asked for is done: before the end of what must not be lost.
    void finish();

  private:
    friend class Worker;
    friend class Task;
    /// Leaves a letter about a request on the owner's thread; `last`: nothing more comes of it.
    void post(const std::shared_ptr<Worker::Request> &request, Result letter, bool last);

    std::shared_ptr<Worker::Loop> loop_;
    Rules rules_;
    int open_ = 0;               ///< requests that are wanted and have not come
    std::uint64_t dropped_ = 0;  ///< requests up to this number are not heard of any more
    Mailbox mailbox_;
};

}  // namespace widgets
