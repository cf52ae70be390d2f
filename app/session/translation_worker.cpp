// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/translation_worker.h"

#include <utility>

#include "model/decoding/translation.h"

namespace app {
namespace {

using widgets::Lane;
using widgets::Task;

// What a user waits for comes first. A posterior takes T times as long as a translation.
constexpr Lane::Rules sentenceRules{.urgency = 2};
constexpr Lane::Rules loadRules{.keeps = Lane::Keeps::all, .urgency = 1};
constexpr Lane::Rules posteriorRules{.urgency = 0, .interruptible = true};

}  // namespace

TranslationWorker::TranslationWorker(QObject *parent, std::chrono::milliseconds snapshotEvery,
                                     Clock clock)
    : QObject(parent),
      snapshotEvery_(snapshotEvery),
      clock_(std::move(clock)),
      posteriors_(worker_, posteriorRules),
      loads_(worker_, loadRules),
      sentences_(worker_, sentenceRules) {}

void TranslationWorker::translate(std::shared_ptr<const model::Model> model, std::string sentence) {
    posteriors_.cancel();
    sentences_.request([this, model = std::move(model), sentence = std::move(sentence)](
                           Task &task) { return work(task, model, sentence); },
                       {.failed = [this](const QString &why) { emit failed(why); }});
}

void TranslationWorker::cancel() {
    posteriors_.cancel();
    sentences_.cancel();
}

void TranslationWorker::computePosterior(std::shared_ptr<const model::Trace> trace) {
    posteriors_.request(
        [this, trace = std::move(trace)](Task &task) -> Lane::Result {
            const model::Helper::Attending attending(helper_);
            auto posterior = std::make_shared<const model::Posterior>(
                model::posteriorAttention(*trace, task.stop()));
            return [this, trace, posterior = std::move(posterior)] {
                emit posteriorComputed(trace, posterior);
            };
        },
        {.failed = [this](const QString &why) { emit posteriorFailed(why); }});
}

void TranslationWorker::cancelPosterior() {
    posteriors_.cancel();
}

void TranslationWorker::load(const QString &key, ModelReader read) {
    loads_.request(
        [this, key, read = std::move(read)](Task &task) -> Lane::Result {
            return [this, key, model = read(task.stop())] { emit loaded(key, model); };
        },
        {.failed = [this, key](const QString &why) { emit loadFailed(key, why); }});
}

void TranslationWorker::readText(const QString &file) {
    loads_.request([this, file](Task &) -> Lane::Result {
        return [this, file, content = readTextFile(file)] { emit textRead(file, content); };
    });
}

Lane::Result TranslationWorker::work(Task &task, const std::shared_ptr<const model::Model> &model,
                                     const std::string &sentence) {
    const model::Helper::Attending attending(helper_);
    model::Translation translation(model, sentence, task.stop());
    if (draftModel_.lock() == model)
        translation.expect(draft_);
    auto last = clock_();
    while (!translation.finished()) {
        task.check();
        translation.step();
        const auto now = clock_();
        if (translation.finished() || now - last < snapshotEvery_)
            continue;
        last = now;
        task.deliver([this, trace = translation.trace()] { emit translated(trace); });
    }
    const auto whole = translation.trace();
    draft_.clear();
    for (const model::Choice &choice : whole->choices)
        draft_.push_back(choice.candidate.id);
    draftModel_ = model;
    return [this, whole] { emit translated(whole); };
}

}  // namespace app
