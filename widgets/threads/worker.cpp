// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/threads/worker.h"

#include <algorithm>
#include <condition_variable>
#include <exception>
#include <iterator>
#include <mutex>
#include <utility>
#include <vector>

#include "model/error.h"
#include "widgets/text/error_text.h"

namespace widgets {
struct Worker::Request {
    Lane *lane = nullptr;      ///< lives as long as the request waits or is under way
    Lane::Rules rules;         ///< the lane's
    std::uint64_t number = 0;  ///< how many were made before it, on any lane, and itself
    Lane::Work work;
    Lane::Listener listener;
    // Guarded by the loop's mutex:
    std::stop_source stop{std::nostopstate};  ///< of the latest time it was begun
    bool cancelled = false;
    double done = 0;
    bool telling = false;  ///< a letter with `done` is on its way
};

/// What a worker, its thread and its lanes share. It outlives the worker for lanes that are
/// destroyed after it.
class Worker::Loop {
  public:
    using RequestPtr = std::shared_ptr<Request>;

    /// The thread's function.
    void run(const std::stop_token &stop);
    /// Takes nothing more, and stops what is under way.
    void close();
    /// Returns whether it is taken.
    bool add(const RequestPtr &request);
    void cancel(const Lane *lane);
    /// Waits until nothing of the lane is under way; nor waits, if `all`.
    void waitFor(const Lane *lane, bool all);
    std::uint64_t nextNumber();
    std::mutex &mutex() { return mutex_; }

  private:
    /// Waits for something to do; null: the worker ends.
    RequestPtr next(const std::stop_token &stop);
    /// The most urgent one that waits, the oldest of those. Under mutex_.
    RequestPtr takeFirst();
    void work(const RequestPtr &request);
    /// Ends what was stopped; it waits again if it was only interrupted.
    void putBack(const RequestPtr &request);
    /// What is to be thrown away, and to be stopped, without the mutex: both may run anything.
    struct Leaving {
        std::vector<RequestPtr> waiting;
        std::vector<std::stop_source> underWay;

        void stop() {
            for (std::stop_source &source : underWay)
                source.request_stop();
        }
    };
    /// Takes out what waits on a lane, and what is under way of it. Under mutex_.
    void remove(const Lane *lane, Leaving &leaving);

    std::mutex mutex_;
    std::condition_variable_any wake_;
    std::condition_variable_any ended_;  ///< what was under way has ended
    std::vector<RequestPtr> waiting_;    ///< this and all below: guarded by mutex_
    RequestPtr underWay_;
    std::uint64_t numbers_ = 0;
    bool closed_ = false;
};

void Worker::Loop::run(const std::stop_token &stop) {
    while (const RequestPtr request = next(stop))
        work(request);
}

Worker::Loop::RequestPtr Worker::Loop::next(const std::stop_token &stop) {
    std::unique_lock lock(mutex_);
    if (!wake_.wait(lock, stop, [this] { return !waiting_.empty(); }) || closed_)
        return nullptr;
    underWay_ = takeFirst();
    underWay_->stop = std::stop_source();
    return underWay_;
}

Worker::Loop::RequestPtr Worker::Loop::takeFirst() {
    const auto first = std::ranges::min_element(waiting_, {}, [](const RequestPtr &request) {
        return std::pair(-request->rules.urgency, request->number);
    });
    RequestPtr request = std::move(*first);
    waiting_.erase(first);
    return request;
}

void Worker::Loop::work(const RequestPtr &request) {
    Lane::Result result;
    try {
        Task task(request, request->stop.get_token());
        result = request->work(task);
    } catch (const model::Cancelled &) {
        if (request->stop.stop_requested())
            return putBack(request);
    } catch (...) {
        result = [request, why = errorText(std::current_exception())] {
            if (request->listener.failed)
                request->listener.failed(why);
        };
    }
    request->work = nullptr;  // and with it what it holds
    request->lane->post(request, std::move(result), true);
    const std::scoped_lock lock(mutex_);
    underWay_ = nullptr;
    ended_.notify_all();
}

void Worker::Loop::putBack(const RequestPtr &request) {
    const std::scoped_lock lock(mutex_);
    underWay_ = nullptr;
    if (!request->cancelled && !closed_)
        waiting_.push_back(request);
    ended_.notify_all();
}

void Worker::Loop::close() {
    Leaving leaving;
    {
        const std::scoped_lock lock(mutex_);
        closed_ = true;
        leaving.waiting.swap(waiting_);
        if (underWay_)
            leaving.underWay.push_back(underWay_->stop);
        ended_.notify_all();
    }
    leaving.stop();
}

void Worker::Loop::remove(const Lane *lane, Leaving &leaving) {
    const auto others =
        std::stable_partition(waiting_.begin(), waiting_.end(),
                              [&](const RequestPtr &request) { return request->lane != lane; });
    std::move(others, waiting_.end(), std::back_inserter(leaving.waiting));
    waiting_.erase(others, waiting_.end());
    if (underWay_ && underWay_->lane == lane) {
        underWay_->cancelled = true;
        leaving.underWay.push_back(underWay_->stop);
    }
}

bool Worker::Loop::add(const RequestPtr &request) {
    Leaving leaving;
    {
        const std::scoped_lock lock(mutex_);
        if (closed_)
            return false;
        if (request->rules.keeps == Lane::Keeps::newest)
            remove(request->lane, leaving);
        if (underWay_ && underWay_->rules.interruptible &&
            underWay_->rules.urgency < request->rules.urgency)
            leaving.underWay.push_back(underWay_->stop);
        waiting_.push_back(request);
    }
    leaving.stop();
    wake_.notify_one();
    return true;
}

void Worker::Loop::cancel(const Lane *lane) {
    Leaving leaving;
    {
        const std::scoped_lock lock(mutex_);
        remove(lane, leaving);
    }
    leaving.stop();
}

void Worker::Loop::waitFor(const Lane *lane, bool all) {
    std::unique_lock lock(mutex_);
    const auto isOfLane = [&](const RequestPtr &request) { return request->lane == lane; };
    ended_.wait(lock, [&] {
        return !(underWay_ && isOfLane(underWay_)) &&
               !(all && std::ranges::any_of(waiting_, isOfLane));
    });
}

std::uint64_t Worker::Loop::nextNumber() {
    const std::scoped_lock lock(mutex_);
    return ++numbers_;
}

Worker::Worker()
    : loop_(std::make_shared<Loop>()),
      thread_([loop = loop_](const std::stop_token &stop) { loop->run(stop); }) {}

Worker::~Worker() {
    loop_->close();
    thread_.request_stop();
    thread_.join();
}

Task::Task(std::shared_ptr<Worker::Request> request, std::stop_token stop)
    : request_(std::move(request)), stop_(std::move(stop)) {}

void Task::check() const {
    if (stop_.stop_requested())
        throw model::Cancelled();
}

void Task::progress(double done) {
    if (!request_->listener.progressed)
        return;
    const std::shared_ptr<Worker::Loop> loop = request_->lane->loop_;
    {
        const std::scoped_lock lock(loop->mutex());
        if (!(done > request_->done))
            return;
        request_->done = std::min(done, 1.0);
        if (std::exchange(request_->telling, true))
            return;
    }
    deliver([loop, request = request_] {
        std::unique_lock lock(loop->mutex());
        request->telling = false;
        const double latest = request->done;
        lock.unlock();
        request->listener.progressed(latest);
    });
}

void Task::deliver(std::function<void()> letter) {
    request_->lane->post(request_, std::move(letter), false);
}

Lane::Lane(Worker &worker, const Rules &rules) : loop_(worker.loop_), rules_(rules) {}

Lane::~Lane() {
    loop_->cancel(this);
    loop_->waitFor(this, false);
}

void Lane::request(Work work, Listener listener) {
    auto request = std::make_shared<Worker::Request>();
    request->lane = this;
    request->rules = rules_;
    request->number = loop_->nextNumber();
    request->work = std::move(work);
    request->listener = std::move(listener);
    if (rules_.keeps == Keeps::newest) {
        dropped_ = request->number - 1;
        open_ = 0;
    }
    if (loop_->add(request))
        ++open_;
}

void Lane::cancel() {
    dropped_ = loop_->nextNumber();
    open_ = 0;
    loop_->cancel(this);
}

void Lane::finish() {
    loop_->waitFor(this, true);
}

void Lane::post(const std::shared_ptr<Worker::Request> &request, Result letter, bool last) {
    mailbox_.post([this, request, letter = std::move(letter), last] {
        if (request->number <= dropped_)
            return;
        if (last)
            --open_;
        if (letter)
            letter();  // may destroy the lane
    });
}

}  // namespace widgets
