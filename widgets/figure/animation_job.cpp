// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figure/animation_job.h"

#include <exception>
#include <utility>

#include "widgets/text/error_text.h"

namespace widgets {
namespace {

constexpr int mostWaiting = 3;  // frames that are painted and not yet written

}  // namespace

AnimationJob::AnimationJob(QObject *parent) : QObject(parent) {}

AnimationJob::~AnimationJob() {
    cancel();
}

void AnimationJob::start(const QString &file, int count, Paint paint) {
    file_ = file;
    count_ = count;
    paint_ = std::move(paint);
    painted_ = 0;
    written_ = 0;
    running_ = true;
    animation_ = std::make_shared<std::unique_ptr<AnimationFile>>();
    paintLater();
}

void AnimationJob::paintLater() {
    if (!std::exchange(waiting_, true))
        QMetaObject::invokeMethod(this, &AnimationJob::paintNext, Qt::QueuedConnection);
}

void AnimationJob::paintNext() {
    waiting_ = false;
    if (!running_)
        return;
    if (count_ < 1)
        return finish(tr("There is nothing to animate."));
    if (painted_ == count_ || painted_ - written_ >= mostWaiting)
        return;
    try {
        const Paint paint = paint_;  // what it runs may cancel
        AnimationFrame frame = paint(painted_);
        if (running_)
            addFrame(std::move(frame));
    } catch (...) {
        return finish(errorText(std::current_exception()));
    }
    if (running_)
        paintLater();
}

void AnimationJob::addFrame(AnimationFrame frame) {
    const bool last = ++painted_ == count_;
    lane_.request(
        [this, animation = animation_, file = file_, frame = std::move(frame),
         last](Task &) -> Lane::Result {
            if (!*animation)
                *animation = std::make_unique<AnimationFile>(file);
            (*animation)->add(frame);
            if (last)
                (*animation)->keep();
            return [this] { written(); };
        },
        {.failed = [this](const QString &why) { finish(why); }});
}

void AnimationJob::written() {
    ++written_;
    emit progressed(double(written_) / count_);
    if (written_ == count_)
        finish({});
    else
        paintLater();
}

void AnimationJob::finish(const QString &why) {
    cancel();
    emit finished(why);
}

void AnimationJob::cancel() {
    running_ = false;
    lane_.cancel();
    lane_.finish();
    animation_ = nullptr;  // and with it what is not kept
    paint_ = nullptr;
}

}  // namespace widgets
