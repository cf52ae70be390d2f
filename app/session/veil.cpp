// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/veil.h"

#include <algorithm>
#include <ranges>
#include <string>
#include <utility>

namespace app {
namespace {

using widgets::Moment;

const std::string unknownWord = "?";

/// The first step whose word is not chosen at the moment; T where there is none.
int firstUnknown(const model::Trace &trace, const Moment &moment) {
    const widgets::Extent extent = widgets::extentOf(trace);
    int step = 0;
    while (step < trace.targetLength() &&
           widgets::progress(moment, extent, widgets::Stage::word, step) >= 1)
        ++step;
    return step;
}

}  // namespace

std::shared_ptr<const model::Trace> veiled(const std::shared_ptr<const model::Trace> &trace,
                                           const Moment &moment) {
    const int unknown = firstUnknown(*trace, moment);
    if (unknown == trace->targetLength())
        return trace;
    auto shown = std::make_shared<model::Trace>(*trace);
    const auto steps = static_cast<std::size_t>(unknown) + 1;
    shown->steps.resize(steps);
    shown->choices.resize(steps);
    shown->target.resize(steps);
    shown->ending = model::Ending::running;
    model::Piece &word = shown->target.back();
    // The pieces before it keep their places in the text.
    int end = 0;
    for (const model::Piece &piece : shown->target | std::views::take(unknown))
        end = std::max(end, piece.range.end);
    shown->translation.resize(static_cast<std::size_t>(end));
    if (end++ > 0)
        shown->translation += ' ';
    else
        end = 0;
    shown->translation += unknownWord;
    word = {.id = model::special::unknown,
            .text = std::string(model::spaceMark) + unknownWord,
            .range = {end, static_cast<int>(shown->translation.size())},
            .startsWord = true};
    return shown;
}

Veil::Veil(widgets::Viewpoint *viewpoint, QObject *parent)
    : QObject(parent), viewpoint_(viewpoint) {
    connect(viewpoint, &widgets::Viewpoint::traceChanged, this, &Veil::takeTrace);
    connect(viewpoint, &widgets::Viewpoint::momentChanged, this, &Veil::cover);
}

const std::shared_ptr<const model::Trace> &Veil::whole() const {
    return whole_ ? whole_ : viewpoint_->trace();
}

void Veil::setDrawn(bool drawn) {
    if (drawn == drawn_)
        return;
    drawn_ = drawn;
    emit drawnChanged(drawn);
    if (drawn) {
        takeTrace();
    } else if (const auto whole = std::exchange(whole_, nullptr)) {
        shown_.reset();
        viewpoint_->setTrace(whole, true, viewpoint_->original());
    }
}

void Veil::takeTrace() {
    if (!drawn_ || covering_ || (shown_ && viewpoint_->trace() == shown_))
        return;
    whole_ = viewpoint_->trace();
    shown_ = whole_;
    cover();
}

void Veil::cover() {
    if (!drawn_ || covering_ || !whole_)
        return;
    const auto shown = veiled(whole_, viewpoint_->moment());
    if (shown->steps.size() == shown_->steps.size() && shown->ending == shown_->ending)
        return;
    shown_ = shown;
    covering_ = true;
    viewpoint_->setTrace(shown, true, viewpoint_->original());
    covering_ = false;
}

}  // namespace app
