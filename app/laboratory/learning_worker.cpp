// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/laboratory/learning_worker.h"

#include <algorithm>
#include <utility>

namespace app {

using model::training::Experiment;
using widgets::Lane;
using widgets::Task;

double RunClock::seconds() {
    const auto now = now_();
    sum_ += std::clamp<std::chrono::duration<double>>(now - std::exchange(last_, now),
                                                      std::chrono::seconds(0), longestLap);
    return sum_.count();
}

struct LearningWorker::Run {
    std::vector<std::unique_ptr<Experiment>> experiments;
    std::vector<Experiment *> all;
    RunClock clock;

    Run(const LaboratorySetup &setup, const model::training::Task &task, RunClock::Now now)
        : clock(std::move(now)) {
        for (const auto &options : experimentsOf(setup)) {
            experiments.push_back(std::make_unique<Experiment>(options, task));
            all.push_back(experiments.back().get());
        }
    }
};

LearningWorker::LearningWorker(QObject *parent, RunClock::Now now)
    : QObject(parent), now_(std::move(now)), lane_(worker_, {.keeps = Lane::Keeps::all}) {}

LearningWorker::~LearningWorker() {
    rest();
}

void LearningWorker::begin(const LaboratorySetup &setup, int batches) {
    lane_.request(
        [this, setup, batches, stop = newRest()](Task &task) -> Lane::Result {
            const model::training::Task what = taskOf(setup);
            run_ = std::make_unique<Run>(setup, what, now_);
            LearningBeginning beginning{setup, what.example, run_->all.front()->allPairs(), {}};
            for (const Experiment *experiment : run_->all)
                beginning.snapshots.push_back(experiment->latest());
            task.deliver([this, beginning] { emit begun(beginning); });
            return [this, finished = work(task, batches, stop)] { emit rested(finished); };
        },
        {.failed = [this](const QString &why) { emit failed(why); }});
}

void LearningWorker::goOn(int batches) {
    lane_.request(
        [this, batches, stop = newRest()](Task &task) -> Lane::Result {
            return [this, finished = work(task, batches, stop)] { emit rested(finished); };
        },
        {.failed = [this](const QString &why) { emit failed(why); }});
}

std::stop_token LearningWorker::newRest() {
    rest_ = std::stop_source();
    return rest_.get_token();
}

void LearningWorker::rest() {
    rest_.request_stop();
}

void LearningWorker::take(Task &task, std::size_t learner) {
    LearnedSnapshot learned{learner, run_->all[learner]->latest(), run_->clock.seconds()};
    task.deliver([this, learned = std::move(learned)] { emit this->learned(learned); });
}

bool LearningWorker::work(Task &task, int batches, const std::stop_token &stop) {
    // Either of the two ends it: the user, or that nobody is there any more.
    std::stop_source both;
    const auto end = [&both] { both.request_stop(); };
    const std::stop_callback resting(stop, end);
    const std::stop_callback leaving(task.stop(), end);
    run_->clock.go();
    const auto taken = [&](const Experiment &experiment, const auto &) {
        take(task, static_cast<std::size_t>(std::ranges::find(run_->all, &experiment) -
                                            run_->all.begin()));
    };
    bool finished = false;
    if (batches == 0)
        finished = model::training::runByTurns(run_->all, taken, both.get_token());
    for (int i = 0; i < batches && !both.stop_requested(); ++i)
        for (Experiment *experiment : run_->all)
            experiment->advance(taken);
    task.check();
    for (std::size_t i = 0; i < run_->all.size(); ++i)
        if (run_->all[i]->latest()->progress.update != run_->all[i]->update()) {
            run_->all[i]->takeSnapshot(task.stop());
            take(task, i);
        }
    return finished || std::ranges::all_of(run_->all, &Experiment::finished);
}

}  // namespace app
