// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>

#include "widgets/viewpoint/moment.h"

namespace widgets {

/// Where the timeline draws time: one segment for reading, then one for each step, side by side
/// and filling the track. All stages of a segment are equally wide. Pure; all in
/// logical pixels.
class TimelineGeometry {
  public:
    struct Options {
        double reading = 0;  ///< width wanted for the reading segment; at most a third of the track
        double focused = 0;  ///< the least width of the step in focus; at most half of the steps'
        int focus = -1;      ///< the step in focus; outside the extent: none
    };

    /// An extent without source has no reading segment; one without steps is all reading; an empty
    /// one has no segment at all. A track of no width puts everything at its left.
    TimelineGeometry(const QRectF &track, const Extent &extent, const Options &options);

    QRectF reading() const;
    /// The segment of a step; a null rectangle for a step that does not exist.
    QRectF step(int step) const;
    /// The part of the segment of a step that belongs to a stage of a word.
    QRectF stage(int step, Stage stage) const;

    /// Where a position (see widgets::position) lies; clamped to the track.
    double x(double position) const;
    /// The inverse; clamped to the extent. Grows with x.
    double position(double x) const;
    /// The step whose segment is at x; −1: the reading segment, or nothing.
    int stepAt(double x) const;

  private:
    double stepLeft(int step) const;
    double stepWidth(int step) const;

    QRectF track_;
    Extent extent_;
    int focus_ = -1;
    double reading_ = 0;  ///< widths
    double focused_ = 0;
    double other_ = 0;
};

}  // namespace widgets
