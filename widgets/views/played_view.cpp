// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/played_view.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>

#include "widgets/drawing/theme.h"
#include "widgets/timeline/player.h"

namespace widgets {
namespace {

constexpr int restAtTheEnd = 2000;  // milliseconds, so that the whole is seen
constexpr int mostMeasured = 12;    // moments, each of which takes as long as a frame
constexpr double millisecondsPerSecond = 1000;

/// Seconds that the translation is played for.
double playedFor(const Extent &extent, const Playing &playing) {
    return playingTime(momentCount(extent), extent) / playing.speed;
}

/// When a frame begins, in milliseconds.
long beginningOf(int frame, const Playing &playing) {
    return std::lround(frame * millisecondsPerSecond / playing.framesPerSecond);
}

}  // namespace

int frameCount(const Extent &extent, const Playing &playing) {
    if (momentCount(extent) == 0)
        return 0;
    const double between = playedFor(extent, playing) * playing.framesPerSecond;
    return static_cast<int>(std::ceil(between)) + 1;
}

double playedSeconds(const Extent &extent, const Playing &playing) {
    const int frames = frameCount(extent, playing);
    if (frames == 0)
        return 0;
    return (double(beginningOf(frames - 1, playing)) + restAtTheEnd) / millisecondsPerSecond;
}

PlayedView::PlayedView(const Viewpoint &seen, const ViewKind &kind, const QVariantMap &options,
                       const QPalette &palette, const Playing &playing)
    : palette_(palette), playing_(playing) {
    viewpoint_.showLike(seen);
    view_ = kind.make(&viewpoint_, options);
    view_->widget().setPalette(palette);
    showOffScreen(*view_, playing.size);
    if (!view_->message().isEmpty())
        throw ExportError(view_->message());
    if (frames() == 0)
        throw ExportError(
            QCoreApplication::translate("widgets::Animation", "There is nothing to animate."));
    size_ = largestFigure();
}

int PlayedView::frames() const {
    return frameCount(viewpoint_.extent(), playing_);
}

QSize PlayedView::frameSize() const {
    return {static_cast<int>(std::lround(size_.width() * playing_.scale)),
            static_cast<int>(std::lround(size_.height() * playing_.scale))};
}

QSize PlayedView::largestFigure() {
    const Extent extent = viewpoint_.extent();
    const int steps = extent.steps;
    const int measured = std::min(steps, mostMeasured);
    QSize largest;
    for (int i = 0; i <= measured; ++i) {
        const int step = measured == 0 ? 0 : i * steps / measured - 1;
        viewpoint_.setMoment(step < 0 ? endOfReading(extent) : endOfStep(step, extent));
        largest = largest.expandedTo(view_->momentFigure({}).size);
    }
    return largest;
}

AnimationFrame PlayedView::frame(int index) {
    const Extent extent = viewpoint_.extent();
    const bool last = index == frames() - 1;
    const double seconds = double(index) / playing_.framesPerSecond * playing_.speed;
    viewpoint_.setMoment(last ? lastMoment(extent) : momentAt(playedTo(seconds, extent), extent));
    const Figure figure = view_->momentFigure({});
    QImage image(frameSize(), QImage::Format_RGB32);
    if (image.isNull())
        throw ExportError(QCoreApplication::translate(
            "widgets::Animation", "There is not enough memory for the animation."));
    image.fill(Theme::of(palette_).surface);
    paintInto(image, figure, playing_.scale);
    const long until = beginningOf(index + 1, playing_);
    return {image, last ? restAtTheEnd : static_cast<int>(until - beginningOf(index, playing_))};
}

}  // namespace widgets
