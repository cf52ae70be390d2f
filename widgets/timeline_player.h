// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>
#include <functional>

#include "widgets/viewpoint.h"

namespace widgets {

/// Seconds that playing at speed 1 takes from the beginning to a position.
double playingTime(double position, const Extent &extent);
/// Where playing at speed 1 is after so many seconds from the beginning. The inverse; clamped.
double playedTo(double seconds, const Extent &extent);

/// Moves a viewpoint's moment on with time. What it shows depends on the time that has passed and
/// on nothing else, so a slow picture skips instead of lagging. Its timer runs only while it plays.
class TimelinePlayer : public QObject {
    Q_OBJECT
  public:
    /// Seconds since any fixed point.
    using Clock = std::function<double()>;

    explicit TimelinePlayer(Viewpoint *viewpoint, QObject *parent = nullptr);
    /// With a clock of one's own.
    TimelinePlayer(Viewpoint *viewpoint, Clock clock, QObject *parent = nullptr);

    bool playing() const { return timer_.isActive(); }
    double speed() const { return speed_; }

  public slots:
    /// From where the moment is; from the beginning where it is at the end. Nothing without a
    /// trace. Stops at the end by itself.
    void play();
    void pause();
    void setPlaying(bool playing);
    /// A factor of the usual pace, > 0.
    void setSpeed(double speed);
    /// Goes to where time has come; the timer calls it.
    void advance();

  signals:
    void playingChanged(bool playing);

  private:
    void anchor();

    Viewpoint *viewpoint_;
    Clock clock_;
    QTimer timer_;
    double speed_ = 1;
    bool moving_ = false;
    double startedAt_ = 0;  ///< the clock's seconds when the anchor was set
    double startTime_ = 0;  ///< playingTime of the moment at which it was set
};

}  // namespace widgets
