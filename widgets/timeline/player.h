// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>
#include <functional>

#include "widgets/viewpoint/viewpoint.h"

namespace widgets {

/// Seconds that playing at speed 1 takes from the beginning to a position.
double playingTime(double position, const Extent &extent);
/// Where playing at speed 1 is after so many seconds from the beginning. The inverse; clamped.
double playedTo(double seconds, const Extent &extent);

/// How far the stages of one word have come (0 to wordStages) when they are played at speed 1 again
/// and again: so many seconds after they began. At the end they rest a while, so that the word is
/// seen.
double loopedTo(double seconds, const Extent &extent);

/// Moves the moment of a viewpoint on with time. What it shows depends on the time that has passed
/// and on nothing else, so a slow picture skips instead of lagging. Its timer runs only while it
/// plays, and with reduced motion wakes only where a stage ends.
class TimelinePlayer : public QObject {
    Q_OBJECT
  public:
    /// Seconds since any fixed point.
    using Clock = std::function<double()>;

    explicit TimelinePlayer(Viewpoint *viewpoint, QObject *parent = nullptr);
    /// With another clock.
    TimelinePlayer(Viewpoint *viewpoint, Clock clock, QObject *parent = nullptr);

    bool playing() const { return timer_.isActive(); }
    double speed() const { return speed_; }
    bool looping() const { return looping_; }
    bool reducedMotion() const { return reduced_; }

  public slots:
    /// From where the moment is; from the beginning where it is at the end. Nothing without a
    /// trace. Stops at the end by itself.
    void play();
    void pause();
    void setPlaying(bool playing);
    /// A factor of the usual pace, > 0.
    void setSpeed(double speed);
    /// Plays the stages of the word in view again and again (while reading: of the first word),
    /// instead of going on to the next. Takes effect while it plays, too.
    void setLooping(bool looping);
    /// Loops the word in view, or stops that if it is what is going on.
    void toggleLoop();
    /// Goes from the end of one stage to the end of the next, without what lies between.
    void setReducedMotion(bool reduced);
    /// Goes to where time has come; the timer calls it.
    void advance();

  signals:
    void playingChanged(bool playing);
    void loopingChanged(bool looping);

  private:
    void anchor();
    /// When the timer wakes next.
    void schedule();
    /// In playing time: now, and where the stage that is going on after so many seconds ends.
    double secondsPlayed() const;
    double nextStageAfter(double seconds) const;
    /// The step that is looped, or −1.
    int loopedStep() const;
    Moment momentAfter(double seconds) const;

    Viewpoint *viewpoint_;
    Clock clock_;
    QTimer timer_;
    double speed_ = 1;
    bool moving_ = false;
    bool looping_ = false;
    bool reduced_ = false;
    double startedAt_ = 0;  ///< seconds of the clock when the anchor was set
    double startTime_ = 0;  ///< playing time of the moment at which it was set
};

}  // namespace widgets
