// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <chrono>
#include <functional>
#include <memory>
#include <stop_token>
#include <vector>

#include "app/laboratory/setup.h"
#include "widgets/threads/worker.h"

namespace app {

/// How long something has been going on, without the time in which it rested, and without what the
/// computer slept: a lap that is longer than any that is real counts no more than that.
class RunClock {
  public:
    using Now = std::function<std::chrono::steady_clock::time_point()>;
    static constexpr std::chrono::seconds longestLap{30};

    explicit RunClock(Now now = std::chrono::steady_clock::now) : now_(std::move(now)) {}
    /// Goes on after a rest.
    void go() { last_ = now_(); }
    /// Seconds until now.
    double seconds();

  private:
    Now now_;
    std::chrono::steady_clock::time_point last_;
    std::chrono::duration<double> sum_{0};
};

/// A snapshot of one of the models that learn.
struct LearnedSnapshot {
    std::size_t learner = 0;  ///< its index among the models of the run
    std::shared_ptr<const model::training::Snapshot> snapshot;
    double seconds = 0;  ///< of the run, until then
};

/// What a run begins with.
struct LearningBeginning {
    LaboratorySetup setup;
    std::string example;  ///< a source text of the task
    long allPairs = 0;    ///< that will have been learned from at the end
    /// Of models that have learned nothing, one for each.
    std::vector<std::shared_ptr<const model::training::Snapshot>> snapshots;
};

/// Lets models learn on a worker's thread, batch by batch and by turns. All functions are called,
/// and all signals come, on the thread that this lives on; nothing waits.
class LearningWorker : public QObject {
    Q_OBJECT
  public:
    explicit LearningWorker(QObject *parent = nullptr,
                            RunClock::Now now = std::chrono::steady_clock::now);
    /// Stops after the batch under way and waits for the thread.
    ~LearningWorker() override;

    /// Begins a run in place of the one before, which stays where this is refused. `batches`: after
    /// how many it rests; 0: at the end.
    void begin(const LaboratorySetup &setup, int batches = 0);
    /// Goes on with the run.
    void goOn(int batches = 0);
    /// Rests after the batch under way, with snapshots of what was learned until then.
    void rest();
    /// Whether anything is under way.
    bool busy() const { return lane_.busy(); }

  signals:
    void begun(const app::LearningBeginning &beginning);
    void learned(const app::LearnedSnapshot &snapshot);
    /// It rests, or all pairs have been learned from.
    void rested(bool finished);
    /// It was refused to begin, or what was being learned has no bounds any more; one sentence.
    void failed(const QString &why);

  private:
    struct Run;
    /// On the worker's thread.
    bool work(widgets::Task &task, int batches, const std::stop_token &stop);
    void take(widgets::Task &task, std::size_t learner);
    std::stop_token newRest();

    RunClock::Now now_;
    std::stop_source rest_{std::nostopstate};  ///< of what was asked for last
    std::unique_ptr<Run> run_;                 ///< of the worker's thread
    widgets::Worker worker_;
    widgets::Lane lane_;  // what it does uses all of the above
};

}  // namespace app
