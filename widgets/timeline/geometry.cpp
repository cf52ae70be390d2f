// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/geometry.h"

#include <algorithm>
#include <cmath>

namespace widgets {

TimelineGeometry::TimelineGeometry(const QRectF &track, const Extent &extent,
                                   const Options &options)
    : track_(track), extent_(extent) {
    const double width = std::max(track.width(), 0.0);
    if (extent.source > 0)
        reading_ = extent.steps > 0 ? std::min(options.reading, width / 3) : width;
    if (extent.steps <= 0)
        return;
    const double rest = width - reading_;
    other_ = focused_ = rest / extent.steps;
    // Only the step in focus grows, so that the others move little when the focus goes on.
    if (options.focus >= 0 && options.focus < extent.steps && extent.steps > 1) {
        focus_ = options.focus;
        focused_ = std::max(focused_, std::min(options.focused, rest / 2));
        other_ = (rest - focused_) / (extent.steps - 1);
    }
}

double TimelineGeometry::stepLeft(int step) const {
    const double grown = step > focus_ ? focused_ - other_ : 0;  // without a focus they are equal
    return track_.left() + reading_ + step * other_ + grown;
}

double TimelineGeometry::stepWidth(int step) const {
    return step == focus_ ? focused_ : other_;
}

QRectF TimelineGeometry::reading() const {
    return {track_.left(), track_.top(), reading_, track_.height()};
}

QRectF TimelineGeometry::step(int step) const {
    if (step < 0 || step >= extent_.steps)
        return {};
    return {stepLeft(step), track_.top(), stepWidth(step), track_.height()};
}

QRectF TimelineGeometry::stage(int which, Stage stage) const {
    const QRectF whole = step(which);
    const int number = static_cast<int>(stage) - static_cast<int>(firstStage(extent_));
    if (number < 0)
        return {};
    const double width = whole.width() / wordStages(extent_);
    return {whole.left() + number * width, whole.top(), width, whole.height()};
}

double TimelineGeometry::x(double position) const {
    const double read = readingStages(extent_) * extent_.source;
    const double at = std::clamp(position, 0.0, static_cast<double>(momentCount(extent_)));
    if (at < read)
        return track_.left() + at / read * reading_;
    const int stages = wordStages(extent_);
    const int step = static_cast<int>((at - read) / stages);
    return stepLeft(step) + (at - read - stages * step) / stages * stepWidth(step);
}

int TimelineGeometry::stepAt(double x) const {
    if (other_ <= 0 || x < stepLeft(0) || x > track_.right())
        return -1;
    int step = static_cast<int>((x - stepLeft(0)) / other_);
    if (x >= stepLeft(focus_)) {
        const double after = x - stepLeft(focus_) - focused_;
        step = after < 0 ? focus_ : focus_ + 1 + static_cast<int>(after / other_);
    }
    return std::min(step, extent_.steps - 1);
}

double TimelineGeometry::position(double x) const {
    const double read = readingStages(extent_) * extent_.source;
    if (x <= track_.left())
        return 0;
    if (x >= track_.right())
        return momentCount(extent_);
    const int at = stepAt(x);
    if (at < 0)
        return reading_ > 0 ? std::min((x - track_.left()) / reading_, 1.0) * read : read;
    const double part = std::clamp((x - stepLeft(at)) / stepWidth(at), 0.0, 1.0);
    return read + wordStages(extent_) * (at + part);
}

}  // namespace widgets
