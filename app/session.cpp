// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session.h"

#include <filesystem>

#include "model/model.h"
#include "resources/embedded_models.h"

namespace app {
namespace {

constexpr int patienceMilliseconds = 150;

}  // namespace

Session::Session(QObject *parent) : QObject(parent) {
    patience_.setSingleShot(true);
    patience_.setInterval(patienceMilliseconds);
    connect(&patience_, &QTimer::timeout, this, [this] { setState(State::busy); });
    connect(&worker_, &TranslationWorker::translated, this, &Session::show);
    connect(&worker_, &TranslationWorker::failed, this, [this](const QString &why) {
        patience_.stop();
        viewpoint_.setTrace(nullptr);
        setState(State::failed, why);
    });
    connect(&worker_, &TranslationWorker::loaded, this,
            [this](const std::shared_ptr<const model::Model> &model) {
                models_.push_back(model);
                selectModel(static_cast<int>(models_.size()) - 1);
            });
    connect(&worker_, &TranslationWorker::loadFailed, this, [this](const QString &why) {
        if (models_.empty())
            setState(State::failed, why);
        emit modelFailed(why);
    });
}

void Session::openEmbeddedModel() {
    worker_.load([] { return model::readModel(resources::attentionModel(), "built-in model"); });
}

void Session::openModel(const QString &file) {
    worker_.load(
        [path = std::filesystem::path(file.toStdString())] { return model::readModel(path); });
}

void Session::selectModel(int index) {
    if (index < 0 || index >= static_cast<int>(models_.size()) || index == current_)
        return;
    current_ = index;
    emit modelsChanged();
    retranslate();
}

void Session::setSentence(const QString &sentence) {
    if (sentence == sentence_)
        return;
    sentence_ = sentence;
    retranslate();
}

void Session::retranslate() {
    if (current_ < 0)
        return;
    fresh_ = true;
    emit restarted();
    if (sentence_.trimmed().isEmpty()) {
        worker_.cancel();
        patience_.stop();
        viewpoint_.setTrace(nullptr);
        setState(State::empty);
        return;
    }
    worker_.translate(models_[static_cast<std::size_t>(current_)], sentence_.toStdString());
    // Started anew by each key, so that fast typing does not flicker; the old picture stays.
    patience_.start();
}

void Session::show(const std::shared_ptr<const model::Trace> &trace) {
    const bool running = trace->ending == model::Ending::running;
    if (!running)
        patience_.stop();
    // A new translation is shown whole; while it grows it is followed unless somebody went back.
    const bool atEnd = viewpoint_.moment() == lastMoment(viewpoint_.extent());
    const bool keep = !fresh_ && !atEnd;
    fresh_ = false;
    viewpoint_.setTrace(trace, keep);
    setState(running ? State::busy : State::shown);
}

void Session::setState(State state, const QString &message) {
    if (state_ == state && message_ == message)
        return;
    state_ = state;
    message_ = message;
    emit stateChanged();
}

QString modelTitle(const model::Model &model) {
    const std::string &name = model.metadata("name");
    QString languages =
        Session::tr("%1 → %2").arg(QString::fromStdString(model.metadata("source_language")),
                                   QString::fromStdString(model.metadata("target_language")));
    if (name.empty())
        return languages;
    return Session::tr("%1 · %2").arg(QString::fromStdString(name), languages);
}

}  // namespace app
