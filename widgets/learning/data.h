// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <optional>
#include <vector>

#include "model/numerics/tensor.h"

// What is known of a run in which models learn side by side: values, without a display.
namespace widgets {

/// What was measured of a model after some updates of its weights.
struct LearningPoint {
    long update = 0;
    long pairs = 0;                 ///< learned from
    double seconds = 0;             ///< of training, pauses not counted
    double loss = 0;                ///< cross entropy per letter of held-out pairs, in nats
    double accuracy = 0;            ///< share of held-out pairs that are right
    std::optional<double> entropy;  ///< mean of the attention, in nats; none: no attention
    std::optional<double> aligned;  ///< its share where it should be; none: that is not known
};

/// How one model has learned: its points, by update.
struct LearningCurve {
    bool attends = true;
    std::vector<LearningPoint> points;
};

/// What the model with attention made of the example after some updates.
struct LearningPicture {
    long update = 0;
    model::Matrix weights;  ///< α [T, S], the end pieces included
    QString output;         ///< the translation
};

/// What the curves run along.
enum class LearningAxis { pairs, time };

/// A run. The models have their snapshots after the same numbers of updates.
struct LearningData {
    std::vector<LearningCurve> curves;
    std::vector<LearningPicture> pictures;  ///< by update, for some of the moments
    std::vector<long> moments;              ///< updates of which a snapshot is kept, ascending
    int sourceLetters = 0;                  ///< S of the pictures; 0: there will be none
    int shownRows = 0;                      ///< of each picture; 0: those of the latest
    long allPairs = 0;                      ///< at the end of the run
    double allSeconds = 0;                  ///< the same, as far as can be told

    bool empty() const { return curves.empty() || curves.front().points.empty(); }
    /// Where the run ends on an axis.
    double length(LearningAxis axis) const;
    /// Where an update is on an axis: that of the last point that is not after it.
    double place(long update, LearningAxis axis) const;
    /// The kept moment that is nearest to a place; −1: there is none.
    long momentNear(double place, LearningAxis axis) const;
    /// The kept moment `by` moments after one of them (before it, if negative), the first or last
    /// at most.
    long momentFrom(long update, int by) const;
};

/// Where a point is on an axis.
double placeOf(const LearningPoint &point, LearningAxis axis);

/// The last point that is not after an update; null: there is none.
const LearningPoint *pointAt(const LearningCurve &curve, long update);

/// Round numbers within [0, most], at most `count` of them after the first, which is 0: steps of 1,
/// 2 or 5 times a power of ten; none where `most` is not above 0.
std::vector<double> roundTicks(double most, int count);

/// A duration as "0:07", "12:30" or "1:02:30".
QString durationText(double seconds);

}  // namespace widgets
