// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/branch_traces.h"
#include "model/decoding/translation.h"

#include <algorithm>

namespace app {

BranchTraces::BranchTraces(Session *session, QObject *parent)
    : QObject(parent), session_(session), lane_(worker_, {.keeps = widgets::Lane::Keeps::all}) {
    connect(session, &Session::sourceChanged, this, &BranchTraces::forget);
    connect(session->viewpoint(), &widgets::Viewpoint::traceChanged, this, [this] {
        if (session_->upToDate())
            keep(session_->viewpoint()->trace());
    });
}

BranchTraces::Known *BranchTraces::find(const model::Interventions &interventions) {
    const auto found = std::ranges::find(known_, interventions, &Known::interventions);
    return found == known_.end() ? nullptr : &*found;
}

std::shared_ptr<const model::Trace> BranchTraces::trace(const model::Interventions &interventions) {
    if (const Known *known = find(interventions))
        return known->trace;
    if (!session_->model() || session_->sentence().trimmed().isEmpty())
        return nullptr;
    // What is in view is known without being asked for, or will be.
    if (interventions == session_->interventions() && !session_->showsOriginal()) {
        if (!session_->upToDate() || !session_->viewpoint()->trace())
            return nullptr;
        keep(session_->viewpoint()->trace());
        return session_->viewpoint()->trace();
    }
    known_.push_back({interventions, nullptr});
    lane_.request(
        [this,
         request = model::TranslationRequest{session_->model(), session_->sentence().toStdString(),
                                             interventions},
         like = session_->viewpoint()->trace()](widgets::Task &task) -> widgets::Lane::Result {
            return [this, made = model::translate(request, like, task.stop())] {
                keep(made);
                emit came();
            };
        });
    return nullptr;
}

void BranchTraces::keep(const std::shared_ptr<const model::Trace> &trace) {
    if (Known *known = find(trace->interventions))
        known->trace = trace;
    else
        known_.push_back({trace->interventions, trace});
}

void BranchTraces::keepOnly(const Branches &branches) {
    std::erase_if(known_, [&](const Known &known) {
        return !known.interventions.empty() &&
               std::ranges::find(branches.all, known.interventions, &Branch::interventions) ==
                   branches.all.end();
    });
}

void BranchTraces::forget() {
    lane_.cancel();
    known_.clear();
}

}  // namespace app
