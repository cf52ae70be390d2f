// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/laboratory/laboratory.h"

#include <algorithm>
#include <utility>

namespace app {

using model::Architecture;

Laboratory::Laboratory(Session *session, QObject *parent, RunClock::Now now)
    : QObject(parent), session_(session), worker_(nullptr, std::move(now)) {
    connect(&worker_, &LearningWorker::begun, this, &Laboratory::takeBeginning);
    connect(&worker_, &LearningWorker::learned, this, &Laboratory::take);
    connect(&worker_, &LearningWorker::rested, this, &Laboratory::rest);
    connect(&worker_, &LearningWorker::failed, this, &Laboratory::fail);
    connect(&pictures_, &ExamplePictures::changed, this, &Laboratory::updatePictures);
    connect(session, &Session::sourceChanged, this, &Laboratory::followSession);
    connect(session, &Session::interventionsChanged, this, &Laboratory::followSession);
}

long Laboratory::shown() const {
    return pinned_ ? *pinned_ : data_.moments.empty() ? -1 : data_.moments.back();
}

std::optional<double> Laboratory::remaining() const {
    if (data_.empty() || state_ == State::ended)
        return {};
    const widgets::LearningPoint &last = data_.curves.back().points.back();
    return last.pairs > 0 ? std::optional(data_.allSeconds - last.seconds) : std::nullopt;
}

std::shared_ptr<const model::Model> Laboratory::model() const {
    const auto snapshot = kept_.at(used().value_or(0), shown());
    return snapshot ? snapshot->model : nullptr;
}

ExamplePictures::Models Laboratory::attendingModels() const {
    const bool attends = !data_.curves.empty() && data_.curves.front().attends;
    return attends ? kept_.modelsOf(0) : ExamplePictures::Models();
}

void Laboratory::setState(State state) {
    state_ = state;
    emit changed();
}

void Laboratory::start(const LaboratorySetup &setup) {
    trouble_.clear();
    goesOn_ = true;
    worker_.rest();
    worker_.begin(setup);
    setState(State::starting);
}

void Laboratory::pause() {
    if (state_ != State::running)
        return;
    goesOn_ = false;
    worker_.rest();
    setState(State::paused);
}

void Laboratory::resume() {
    if (state_ != State::paused)
        return;
    goesOn_ = true;
    worker_.goOn();
    setState(State::running);
}

void Laboratory::step(const LaboratorySetup &setup) {
    if (state_ == State::starting)
        return;
    trouble_.clear();
    goesOn_ = false;
    worker_.rest();
    if (state_ == State::running || state_ == State::paused) {
        worker_.goOn(1);
        return setState(State::paused);
    }
    worker_.begin(setup, 1);
    setState(State::starting);
}

void Laboratory::stop() {
    if (state_ != State::running && state_ != State::paused)
        return;
    worker_.rest();
    expectEnd();
    setState(State::ended);
}

void Laboratory::takeBeginning(const LearningBeginning &beginning) {
    const bool isAnotherTask = data_.empty() || !setup_.isSameTask(beginning.setup);
    if (isAnotherTask)
        example_ = QString::fromStdString(beginning.example);
    else if (used())
        example_ = session_->sentence();
    setup_ = beginning.setup;
    data_ = {};
    data_.allPairs = beginning.allPairs;
    kept_.clear();
    pinned_.reset();
    unsaved_ = false;
    for (const auto &snapshot : beginning.snapshots) {
        data_.curves.emplace_back().attends =
            snapshot->model->configuration().architecture == Architecture::attention;
        add({data_.curves.size() - 1, snapshot, 0});
    }
    setState(goesOn_ ? State::running : State::paused);
    if (looksOn_)
        enter();
    else
        offer();
    // Of a run before, in which more models learned.
    for (const bool attends : {true, false})
        if (std::ranges::find(data_.curves, attends, &widgets::LearningCurve::attends) ==
            data_.curves.end())
            session_->withdrawModel(keyOf(attends));
}

void Laboratory::add(const LearnedSnapshot &learned) {
    const model::training::Progress &progress = learned.snapshot->progress;
    const model::training::HeldOutFigures &heldOut = learned.snapshot->heldOut;
    widgets::LearningCurve &curve = data_.curves[learned.learner];
    curve.points.push_back({progress.update, progress.pairs, learned.seconds, heldOut.loss,
                            heldOut.accuracy, heldOut.entropy, heldOut.aligned});
    kept_.add(learned.learner, learned.snapshot, shown());
    data_.moments = kept_.moments();
    if (progress.pairs > 0)
        data_.allSeconds = learned.seconds * static_cast<double>(data_.allPairs) /
                           static_cast<double>(progress.pairs);
    if (curve.attends)
        pictures_.setModels(kept_.modelsOf(learned.learner));
}

void Laboratory::take(const LearnedSnapshot &learned) {
    if (learned.learner >= data_.curves.size())
        return;
    unsaved_ = true;
    add(learned);
    if (state_ == State::ended)
        expectEnd();  // the last of a run that was stopped
    if (!pinned_)
        offer();
    emit changed();
}

void Laboratory::rest(bool finished) {
    if (worker_.busy() || state_ == State::ended)
        return;  // it goes on already, or another run begins
    if (finished)
        expectEnd();
    setState(finished ? State::ended : State::paused);
}

void Laboratory::fail(const QString &why) {
    trouble_ = why;
    if (!data_.empty())
        expectEnd();
    setState(data_.empty() ? State::empty : State::ended);
}

void Laboratory::expectEnd() {
    const widgets::LearningPoint &last = data_.curves.back().points.back();
    data_.allPairs = last.pairs;
    data_.allSeconds = last.seconds;
}

QString Laboratory::keyOf(bool attends) {
    return attends ? QStringLiteral("laboratory attention")
                   : QStringLiteral("laboratory bottleneck");
}

QString Laboratory::titleOf(bool attends) const {
    const QString task = taskName(setup_.task);
    return attends ? tr("Laboratory: %1, attention").arg(task)
                   : tr("Laboratory: %1, bottleneck").arg(task);
}

std::optional<std::size_t> Laboratory::used() const {
    for (std::size_t i = 0; i < data_.curves.size(); ++i)
        if (session_->modelKey() == keyOf(data_.curves[i].attends))
            return i;
    return {};
}

void Laboratory::offer() {
    for (std::size_t i = 0; i < data_.curves.size(); ++i)
        if (const auto snapshot = kept_.at(i, shown()))
            session_->offerModel(keyOf(data_.curves[i].attends), titleOf(data_.curves[i].attends),
                                 snapshot->model);
}

void Laboratory::show(long update) {
    if (data_.moments.empty())
        return;
    const bool isLatest = update >= data_.moments.back();
    pinned_ = isLatest ? std::nullopt : std::optional(update);
    offer();
    if (!used())
        enter();
    emit changed();
}

void Laboratory::enter() {
    looksOn_ = true;
    if (data_.empty())
        return;
    if (const QString model = session_->modelKey(); model != keyOf(true) && model != keyOf(false))
        before_ = {model, session_->sentence()};
    offer();
    emit sentenceWanted(example_);
    if (!used())
        session_->selectModel(session_->find(keyOf(data_.curves.front().attends)));
    followSession();
}

void Laboratory::leave() {
    looksOn_ = false;
    pause();
    if (state_ == State::starting) {
        goesOn_ = false;
        worker_.rest();
    }
    const std::optional<Before> before = std::exchange(before_, std::nullopt);
    if (!before || !used())
        return;  // the user has gone on to another model already
    example_ = session_->sentence();
    emit sentenceWanted(before->sentence);
    session_->selectModel(session_->find(before->model));
}

void Laboratory::followSession() {
    if (!used())
        return;
    pictures_.setExample(session_->sentence());
    // What is decided about a translation would be gone with the next snapshot.
    if (session_->interventions().empty() || pinned_)
        return;
    pinned_ = shown();
    emit changed();
}

void Laboratory::updatePictures() {
    data_.pictures = pictures_.pictures();
    const bool attends = !data_.curves.empty() && data_.curves.front().attends;
    const auto &pictures = data_.pictures;
    data_.sourceLetters = !attends            ? 0
                          : !pictures.empty() ? static_cast<int>(pictures.back().weights.cols())
                                              : static_cast<int>(pictures_.example().size());
    emit changed();
}

void Laboratory::tellAnew() {
    offer();
    emit changed();
}

}  // namespace app
