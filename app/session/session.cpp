// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/session.h"

#include <QFileInfo>
#include <chrono>
#include <utility>

#include "app/session/session_file.h"
#include "model/error.h"
#include "model/model.h"

namespace app {
namespace {

constexpr int patienceMilliseconds = 150;
/// Enough to paint every panel; less than between two keys.
constexpr std::chrono::milliseconds paintingTime(50);

}  // namespace

Session::Session(QObject *parent) : QObject(parent) {
    patience_.setSingleShot(true);
    patience_.setInterval(patienceMilliseconds);
    connect(&patience_, &QTimer::timeout, this, [this] { setState(State::busy); });
    readingPatience_.setSingleShot(true);
    readingPatience_.setInterval(patienceMilliseconds);
    connect(&readingPatience_, &QTimer::timeout, this, [this] {
        const int index = find(wanted_);
        setAwaited(index < 0 ? entryOfFile(wanted_).title()
                             : models_[static_cast<std::size_t>(index)].title());
    });
    connect(&worker_, &TranslationWorker::translated, this, &Session::show);
    connect(&worker_, &TranslationWorker::failed, this, [this](const QString &why) {
        patience_.stop();
        fail(why);
    });
    deriver_.setPatience(paintingTime);
    // Without its tables the embeddings panel shows what it has.
    connect(&deriver_, &widgets::Deriver::failed, this,
            [this](widgets::DerivedValue value, const QString &why) {
                if (value == widgets::DerivedValue::posterior)
                    emit posteriorFailed(why);
            });
    connect(&worker_, &TranslationWorker::textRead, this, &Session::takeFile);
    connect(&worker_, &TranslationWorker::loaded, this, &Session::keep);
    connect(&worker_, &TranslationWorker::loadFailed, this,
            [this](const QString &key, const QString &why) {
                if (const int index = find(key); index >= 0)
                    models_[static_cast<std::size_t>(index)].reading = false;
                if (wanted_ == key) {
                    setAwaited({});
                    if (current_ >= 0)
                        wanted_ = models_[static_cast<std::size_t>(current_)].key;
                }
                if (current_ < 0)
                    fail(why);
                emit modelsChanged();  // so that lists show the one in use again
                // One that was to be used in place of those that are built in: they are there.
                if (current_ < 0 && !models_.empty() && key != models_.front().key)
                    selectModel(0);
                emit modelFailed(why);
            });
}

bool Session::upToDate() const {
    const auto &trace = viewpoint_.trace();
    return trace && trace->ending != model::Ending::running && trace->model == model() &&
           trace->source.text() == sentence_.toStdString() &&
           (showsOriginal_ ||
            trace->interventions == interventions_.ofSteps(trace->targetLength()));
}

void Session::openFile(const QString &file) {
    if (file.endsWith(QLatin1String(".safetensors"), Qt::CaseInsensitive))
        openModel(file);
    else if (file.endsWith(u'.' + QLatin1String(sessionSuffix), Qt::CaseInsensitive))
        emit sessionFound(file);
    else
        worker_.readText(file);
}

void Session::takeFile(const QString &file, const TextFile &content) {
    const QString name = QFileInfo(file).fileName();
    switch (content.kind) {
        case TextFile::Kind::text:
            if (looksLikeSession(content.text))
                emit sessionFound(file);
            else
                emit sentenceRead(content.text);
            break;
        case TextFile::Kind::binary:
            openModel(file);  // which says so if it is none
            break;
        case TextFile::Kind::otherText:
            emit fileFailed(tr("“%1” is no text in UTF-8.").arg(name));
            break;
        case TextFile::Kind::tooLong:
            emit fileFailed(tr("“%1” is longer than a source can be.").arg(name));
            break;
        case TextFile::Kind::unreadable:
            emit fileFailed(tr("“%1” cannot be read.").arg(name));
            break;
    }
}

void Session::setSentence(const QString &sentence) {
    if (sentence == sentence_)
        return;
    sentence_ = sentence;
    beginAnew();
}

void Session::beginAnew() {
    fresh_ = true;
    forgetEdits();
    retranslate();
}

void Session::forgetEdits() {
    interventions_ = {};
    original_.reset();
    edited_.reset();
    showsOriginal_ = false;
    emit sourceChanged();
    emit interventionsChanged();
}

std::optional<OpenedSession> Session::snapshot() const {
    if (!upToDate() || !original_)
        return {};
    OpenedSession kept;
    kept.content.sentence = sentence_;
    kept.content.model.key = modelKey();
    kept.content.moment = viewpoint_.moment();
    kept.content.selection = viewpoint_.selected();
    kept.model = model();
    kept.original = original_;
    kept.edited = interventions_.empty() ? nullptr : edited_;
    return kept;
}

void Session::restore(const OpenedSession &opened) {
    wanted_ = opened.content.model.key;
    setAwaited({});
    current_ = enlist(wanted_, opened.model);
    emit modelsChanged();
    worker_.cancel();
    patience_.stop();
    sentence_ = opened.content.sentence;
    emit sourceChanged();
    interventions_ = opened.content.history.branches().interventions();
    original_ = opened.original;
    edited_ = opened.edited;
    showsOriginal_ = false;
    fresh_ = false;
    emit interventionsChanged();
    emit restarted();
    deriver_.expectTrace();
    viewpoint_.setTrace(edited_ ? edited_ : original_, false, edited_ ? original_ : nullptr);
    setState(original_ ? State::shown : State::empty);
    viewpoint_.setMoment(opened.content.moment);
    viewpoint_.setSelected(opened.content.selection);
}

void Session::setInterventions(const model::Interventions &interventions) {
    if (interventions == interventions_ && !showsOriginal_)
        return;
    interventions_ = interventions;
    showsOriginal_ = false;
    emit interventionsChanged();
    if (!interventions_.empty() || !original_)
        return retranslate();
    worker_.cancel();
    patience_.stop();
    show(original_);  // which is known
}

void Session::setShowsOriginal(bool shows) {
    if (shows == showsOriginal_ || !original_ || !edited_)
        return;
    showsOriginal_ = shows;
    viewpoint_.setTrace(shows ? original_ : edited_, true, shows ? nullptr : original_);
    emit interventionsChanged();
}

void Session::tellAnew() {
    if (state_ == State::failed)
        retranslate();  // which fails at once, for the same reason
}

void Session::retranslate() {
    if (current_ < 0)
        return;
    emit restarted();
    translate();
}

void Session::translate() {
    deriver_.expectTrace();
    if (sentence_.trimmed().isEmpty()) {
        worker_.cancel();
        patience_.stop();
        viewpoint_.setTrace(nullptr);
        setState(State::empty);
        return;
    }
    worker_.translate({model(), sentence_.toStdString(), interventions_});
    // Started anew by each key, so that fast typing does not flicker; the old picture stays.
    patience_.start();
}

void Session::show(const std::shared_ptr<const model::Trace> &trace) {
    const bool running = trace->ending == model::Ending::running;
    if (!running)
        patience_.stop();
    // A new translation is shown whole; while it grows it is followed unless the user went back.
    const bool keep = !fresh_ && !viewpoint_.followsEnd();
    fresh_ = false;
    const bool edited = !trace->interventions.empty();
    if (!running)
        (edited ? edited_ : original_) = trace;
    viewpoint_.setTrace(trace, keep, edited ? original_ : nullptr);
    setState(running ? State::busy : State::shown);
}

void Session::fail(const QString &why) {
    viewpoint_.setTrouble(why);
    setState(State::failed, why);
}

void Session::setState(State state, const QString &message) {
    if (state_ == state && message_ == message)
        return;
    state_ = state;
    message_ = message;
    emit stateChanged();
}

}  // namespace app
