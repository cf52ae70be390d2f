// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/player.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <utility>

namespace widgets {
namespace {

constexpr double secondsAWordStage = 0.4;
constexpr double secondsAReadingStage = 0.15;
constexpr double longestReading = 6;  // seconds, so that long sentences come to their first word
constexpr int millisecondsAFrame = 16;
constexpr double restAfterAWord = 0.8;  // seconds, when it is looped
constexpr double rounding = 1e-9;       // of positions that come from times

double secondsAStageOfReading(const Extent &extent) {
    return std::min(secondsAReadingStage,
                    longestReading / (readingStages(extent) * std::max(extent.source, 1)));
}

double steadySeconds() {
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

}  // namespace

double playingTime(double position, const Extent &extent) {
    const double read = readingStages(extent) * extent.source;
    const double at = std::clamp(position, 0.0, static_cast<double>(momentCount(extent)));
    return std::min(at, read) * secondsAStageOfReading(extent) +
           std::max(at - read, 0.0) * secondsAWordStage;
}

double playedTo(double seconds, const Extent &extent) {
    const double read = readingStages(extent) * extent.source;
    const double reading = read * secondsAStageOfReading(extent);
    const double at = seconds <= reading ? seconds / secondsAStageOfReading(extent)
                                         : read + (seconds - reading) / secondsAWordStage;
    return std::clamp(at, 0.0, static_cast<double>(momentCount(extent)));
}

namespace {

/// Seconds that one round of a looped word takes.
double period(const Extent &extent) {
    return wordStages(extent) * secondsAWordStage + restAfterAWord;
}

/// Seconds into the round that is going on.
double withinRound(double seconds, const Extent &extent) {
    return std::fmod(std::max(seconds, 0.0), period(extent));
}

}  // namespace

double loopedTo(double seconds, const Extent &extent) {
    const double stages = wordStages(extent);
    return std::min(withinRound(seconds, extent) / secondsAWordStage, stages);
}

TimelinePlayer::TimelinePlayer(Viewpoint *viewpoint, QObject *parent)
    : TimelinePlayer(viewpoint, steadySeconds, parent) {}

TimelinePlayer::TimelinePlayer(Viewpoint *viewpoint, Clock clock, QObject *parent)
    : QObject(parent), viewpoint_(viewpoint), clock_(std::move(clock)) {
    timer_.setInterval(millisecondsAFrame);
    timer_.setTimerType(Qt::PreciseTimer);
    connect(&timer_, &QTimer::timeout, this, &TimelinePlayer::advance);
    // Scrubbed or given another trace while it plays, it goes on from there.
    const auto anchorAnew = [this] {
        if (playing() && !moving_)
            anchor();
    };
    connect(viewpoint, &Viewpoint::momentChanged, this, anchorAnew);
    connect(viewpoint, &Viewpoint::traceChanged, this, anchorAnew);
}

void TimelinePlayer::anchor() {
    const Extent extent = viewpoint_->extent();
    startedAt_ = clock_();
    startTime_ = playingTime(position(viewpoint_->moment(), extent), extent);
    const int step = loopedStep();
    if (step >= 0) {
        const Moment beginning = beginningOfStep(step, extent);
        startTime_ = std::max(startTime_ - playingTime(position(beginning, extent), extent), 0.0);
    }
    schedule();
}

double TimelinePlayer::secondsPlayed() const {
    return startTime_ + (clock_() - startedAt_) * speed_;
}

double TimelinePlayer::nextStageAfter(double seconds) const {
    const Extent extent = viewpoint_->extent();
    if (loopedStep() < 0)
        return playingTime(std::floor(playedTo(seconds, extent) + rounding) + 1, extent);
    const double within = withinRound(seconds, extent);
    const double next = std::floor(within / secondsAWordStage + rounding) + 1;
    const double end = next <= wordStages(extent) ? next * secondsAWordStage : period(extent);
    return seconds - within + end;
}

void TimelinePlayer::schedule() {
    if (!playing())
        return;
    int wait = millisecondsAFrame;
    if (reduced_) {
        const double seconds = secondsPlayed();
        const double left = (nextStageAfter(seconds) - seconds) / speed_;
        wait = std::max(1, static_cast<int>(std::ceil(left * 1000)));
    }
    // Setting it begins the interval anew, even if it is the same.
    if (reduced_ || timer_.interval() != wait)
        timer_.setInterval(wait);
}

int TimelinePlayer::loopedStep() const {
    const int steps = viewpoint_->extent().steps;
    return looping_ && steps > 0 ? std::clamp(viewpoint_->step(), 0, steps - 1) : -1;
}

Moment TimelinePlayer::momentAfter(double seconds) const {
    const Extent extent = viewpoint_->extent();
    const int step = loopedStep();
    if (step >= 0) {
        const double looped = loopedTo(seconds, extent);
        double at = looped;
        if (reduced_) {
            at = std::floor(looped + rounding);
            // Started between two stages, it waits there until the first of them is over.
            const Moment now = viewpoint_->moment();
            const double begun =
                position(now, extent) - position(beginningOfStep(step, extent), extent);
            if (now.step() == step && at < begun && begun < at + 1)
                return now;
        }
        // The position where the step begins is the end of the one before: a moment of that.
        const Moment beginning = beginningOfStep(step, extent);
        return at <= 0 ? beginning : momentAt(position(beginning, extent) + at, extent);
    }
    const double at = playedTo(seconds, extent);
    if (!reduced_)
        return momentAt(at, extent);
    const double whole = std::floor(at + rounding);
    // Started between two stages, it waits there until the first of them is over.
    return whole <= position(viewpoint_->moment(), extent) ? viewpoint_->moment()
                                                           : momentAt(whole, extent);
}

void TimelinePlayer::play() {
    const Extent extent = viewpoint_->extent();
    if (playing() || momentCount(extent) == 0)
        return;
    const int step = loopedStep();
    if (step >= 0 && viewpoint_->moment() == endOfStep(step, extent))
        viewpoint_->setMoment(beginningOfStep(step, extent));
    else if (step < 0 && position(viewpoint_->moment(), extent) >= momentCount(extent))
        viewpoint_->setMoment(momentAt(0, extent));
    timer_.start();
    anchor();
    emit playingChanged(true);
}

void TimelinePlayer::pause() {
    if (!playing())
        return;
    timer_.stop();
    emit playingChanged(false);
}

void TimelinePlayer::setPlaying(bool playing) {
    if (playing)
        play();
    else
        pause();
}

void TimelinePlayer::setSpeed(double speed) {
    advance();
    speed_ = speed;
    if (playing())
        anchor();
}

void TimelinePlayer::setLooping(bool looping) {
    if (std::exchange(looping_, looping) == looping)
        return;
    if (playing())
        anchor();
    emit loopingChanged(looping);
}

void TimelinePlayer::toggleLoop() {
    const bool goingOn = looping_ && playing();
    setLooping(!goingOn);
    setPlaying(!goingOn);
}

void TimelinePlayer::setReducedMotion(bool reduced) {
    reduced_ = reduced;
    schedule();
}

void TimelinePlayer::advance() {
    if (!playing())
        return;
    const Moment moment = momentAfter(secondsPlayed());
    moving_ = true;
    viewpoint_->setMoment(moment);
    moving_ = false;
    if (loopedStep() < 0 && moment == lastMoment(viewpoint_->extent()))
        pause();
    else
        schedule();
}

}  // namespace widgets
