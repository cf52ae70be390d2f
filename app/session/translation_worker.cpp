// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/translation_worker.h"

#include <utility>

namespace app {
namespace {

using widgets::Lane;
using widgets::Task;

// What a user waits for comes first.
constexpr Lane::Rules sentenceRules{.urgency = 1};
constexpr Lane::Rules loadRules{.keeps = Lane::Keeps::all};

}  // namespace

TranslationWorker::TranslationWorker(QObject *parent, std::chrono::milliseconds snapshotEvery,
                                     Clock clock)
    : QObject(parent),
      snapshotEvery_(snapshotEvery),
      clock_(std::move(clock)),
      loads_(worker_, loadRules),
      sentences_(worker_, sentenceRules) {}

void TranslationWorker::translate(model::TranslationRequest request) {
    sentences_.request(
        [this, request = std::move(request)](Task &task) { return work(task, request); },
        {.failed = [this](const QString &why) { emit failed(why); }});
}

void TranslationWorker::cancel() {
    sentences_.cancel();
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

Lane::Result TranslationWorker::work(Task &task, const model::TranslationRequest &request) {
    const model::Helper::Attending attending(helper_);
    model::Translation translation(request, last_.lock(), task.stop());
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
    last_ = whole;
    return [this, whole] { emit translated(whole); };
}

}  // namespace app
