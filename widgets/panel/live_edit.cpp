// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panel/live_edit.h"

#include <utility>

#include "widgets/viewpoint/viewpoint.h"

namespace widgets {

LiveEdit::LiveEdit(Viewpoint *viewpoint, QObject *parent) : QObject(parent), viewpoint_(viewpoint) {
    connect(viewpoint, &Viewpoint::traceChanged, this, &LiveEdit::followTrace);
}

bool LiveEdit::begin(int firstStep, int count) {
    end();
    const auto &trace = viewpoint_->trace();
    if (!trace || trace->ending == model::Ending::running)
        return false;
    base_ = trace;
    asked_ = trace->interventions;
    gesture_ = newGesture();
    const int step = viewpoint_->step();
    holdsMoment_ = step >= firstStep && step < firstStep + count;
    if (holdsMoment_)
        viewpoint_->holdMoment(true);
    return true;
}

void LiveEdit::want(const Edit &edit) {
    if (!active())
        return;
    wanted_ = edit;
    // What was asked for already is not answered once more.
    ahead_ = edit.interventions != asked_;
    if (ahead_ && !waiting_)
        ask();
}

void LiveEdit::ask() {
    Edit edit = wanted_;
    edit.gesture = gesture_;
    ahead_ = false;
    waiting_ = true;
    asked_ = edit.interventions;
    viewpoint_->ask(edit);
}

void LiveEdit::end() {
    if (!active())
        return;
    if (ahead_)
        ask();
    drop();
}

void LiveEdit::putBack() {
    if (!active())
        return;
    wanted_.interventions = base_->interventions;
    ahead_ = asked_ != wanted_.interventions;
    end();
}

void LiveEdit::drop() {
    base_.reset();
    waiting_ = false;
    ahead_ = false;
    // The answer to what was asked for last may still be to come: the moment stays for it, too.
    const auto &trace = viewpoint_->trace();
    if (!trace || trace->interventions == asked_.ofSteps(trace->targetLength()))
        releaseMoment();
    emit ended();
}

void LiveEdit::releaseMoment() {
    if (std::exchange(holdsMoment_, false))
        viewpoint_->holdMoment(false);
}

void LiveEdit::followTrace() {
    const auto &trace = viewpoint_->trace();
    const bool running = trace && trace->ending == model::Ending::running;
    if (!active()) {
        if (!running)
            releaseMoment();
        return;
    }
    if (!trace || trace->model != base_->model || trace->source != base_->source)
        return drop();
    if (running)
        return;
    // What was asked for elsewhere, such as to undo this, is not to be overwritten.
    if (trace->interventions != asked_.ofSteps(trace->targetLength()))
        return drop();
    waiting_ = false;
    if (ahead_)
        ask();
}

}  // namespace widgets
