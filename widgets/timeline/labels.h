// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>
#include <vector>

#include "widgets/timeline/geometry.h"

// What is written on a timeline whose steps are too narrow for their words. Pure.
namespace widgets {

/// A word of the translation.
struct TimelineWord {
    int begin = 0;     ///< its first step
    int end = 0;       ///< one past its last
    double width = 0;  ///< that it takes when written
    int letters = 0;
};

/// A word that is written, across more boxes than its own.
struct TimelineLabel {
    int word = 0;
    QRectF rect;
};

/// Whether words that take these widths are to be spread: fewer than two thirds have room in the
/// box of their step, whose width is `box`.
bool crowded(const std::vector<double> &widths, double box);

/// Words spread evenly along the steps. The steps are dealt out in runs of as many as a usual word
/// takes; of the words that begin in a run, and have room in it, the one of most letters is
/// written, as near to its own box as the run allows. Short ones are not worth it. A run ends at
/// the step in focus, which has its own label, and goes on after it.
std::vector<TimelineLabel> spreadLabels(const TimelineGeometry &places,
                                        const std::vector<TimelineWord> &words, int steps,
                                        int focus, double gap);

}  // namespace widgets
