// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline_player.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace widgets {
namespace {

constexpr double secondsAWordStage = 0.4;
constexpr double secondsAReadingStage = 0.15;
constexpr double longestReading = 6;  // seconds, so that long sentences come to their first word
constexpr int millisecondsAFrame = 16;

double secondsAStageOfReading(const Extent &extent) {
    return std::min(secondsAReadingStage,
                    longestReading / (readingStages * std::max(extent.source, 1)));
}

double steadySeconds() {
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

}  // namespace

double playingTime(double position, const Extent &extent) {
    const double read = readingStages * extent.source;
    const double at = std::clamp(position, 0.0, static_cast<double>(momentCount(extent)));
    return std::min(at, read) * secondsAStageOfReading(extent) +
           std::max(at - read, 0.0) * secondsAWordStage;
}

double playedTo(double seconds, const Extent &extent) {
    const double read = readingStages * extent.source;
    const double reading = read * secondsAStageOfReading(extent);
    const double at = seconds <= reading ? seconds / secondsAStageOfReading(extent)
                                         : read + (seconds - reading) / secondsAWordStage;
    return std::clamp(at, 0.0, static_cast<double>(momentCount(extent)));
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
}

void TimelinePlayer::play() {
    const Extent extent = viewpoint_->extent();
    if (playing() || momentCount(extent) == 0)
        return;
    if (position(viewpoint_->moment(), extent) >= momentCount(extent))
        viewpoint_->setMoment(momentAt(0, extent));
    anchor();
    timer_.start();
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
    if (playing()) {
        advance();
        anchor();
    }
    speed_ = speed;
}

void TimelinePlayer::advance() {
    if (!playing())
        return;
    const Extent extent = viewpoint_->extent();
    const double at = playedTo(startTime_ + (clock_() - startedAt_) * speed_, extent);
    moving_ = true;
    viewpoint_->setMoment(momentAt(at, extent));
    moving_ = false;
    if (at >= momentCount(extent))
        pause();
}

}  // namespace widgets
