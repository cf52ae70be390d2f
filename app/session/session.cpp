// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/session.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <algorithm>
#include <filesystem>
#include <utility>

#include "app/session/session_file.h"
#include "model/error.h"
#include "model/file/safetensors.h"
#include "model/model.h"
#include "resources/built_in_models.h"

namespace app {
namespace {

constexpr int patienceMilliseconds = 150;

/// The names of the models that are built in, for translators to find.
[[maybe_unused]] constexpr const char *modelNames[] = {
    QT_TRANSLATE_NOOP("models", "attention"),
    QT_TRANSLATE_NOOP("models", "bottleneck"),
};

ModelEntry entryOf(const resources::BuiltInModel &builtIn) {
    ModelEntry entry;
    entry.key = QString::fromUtf8(builtIn.name.data(), qsizetype(builtIn.name.size()));
    entry.name = entry.key;
    try {
        const auto metadata = model::safetensors::Contents::parse(builtIn.bytes()).metadata();
        const auto text = [&](const char *field) {
            const auto found = metadata.find(field);
            return found == metadata.end() ? QString() : QString::fromStdString(found->second);
        };
        entry.sourceLanguage = text("source_language");
        entry.targetLanguage = text("target_language");
        entry.training = text("training");
    } catch (const model::Error &) {
        // Choosing it will say what is wrong.
    }
    return entry;
}

}  // namespace

QString ModelEntry::title() const {
    // One that is built in is called as one asks for it, whatever its file says: no two are called
    // alike.
    const QString called = folder.isEmpty()
                               ? QCoreApplication::translate("models", name.toUtf8().constData())
                               : Session::tr("%1 in %2").arg(name, folder);
    if (!task.isEmpty())
        return Session::tr("%1 · task “%2”").arg(called, task);
    if (sourceLanguage.isEmpty() || targetLanguage.isEmpty())
        return called;
    return Session::tr("%1 · %2 → %3").arg(called, sourceLanguage, targetLanguage);
}

TranslationWorker::ModelReader modelReader(const QString &key) {
    const std::string name = key.toStdString();
    const resources::BuiltInModel *builtIn =
        name.empty() ? &resources::builtInModels().front() : resources::findBuiltInModel(name);
    if (builtIn)
        return [builtIn](const std::stop_token &) {
            const QString name = QString::fromUtf8(builtIn->name.data(),
                                                   static_cast<qsizetype>(builtIn->name.size()));
            return model::readModel(builtIn->bytes(),
                                    Session::tr("the built-in model %1").arg(name).toStdString());
        };
    return [path = std::filesystem::path(name)](const std::stop_token &stop) {
        return model::readModel(path, stop);
    };
}

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
                emit modelFailed(why);
            });
}

std::shared_ptr<const model::Model> Session::model() const {
    return current_ < 0 ? nullptr : models_[static_cast<std::size_t>(current_)].model;
}

QString Session::modelTitle() const {
    return current_ < 0 ? QString() : models_[static_cast<std::size_t>(current_)].title();
}

bool Session::upToDate() const {
    const auto &trace = viewpoint_.trace();
    return trace && trace->ending != model::Ending::running && trace->model == model() &&
           trace->source.text() == sentence_.toStdString() &&
           (showsOriginal_ ||
            trace->interventions == interventions_.ofSteps(trace->targetLength()));
}

void Session::openBuiltInModels() {
    for (const resources::BuiltInModel &builtIn : resources::builtInModels())
        models_.push_back(entryOf(builtIn));
    emit modelsChanged();
    selectModel(0);
}

void Session::openModel(const QString &file) {
    if (resources::findBuiltInModel(file.toStdString()))
        return selectModel(find(file));
    await(QFileInfo(file).absoluteFilePath());
    worker_.load(wanted_, modelReader(wanted_));
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
            emit fileFailed(tr("“%1” is longer than a sentence can be.").arg(name));
            break;
        case TextFile::Kind::unreadable:
            emit fileFailed(tr("“%1” cannot be read.").arg(name));
            break;
    }
}

void Session::await(const QString &key) {
    wanted_ = key;
    setAwaited({});
    readingPatience_.start();
}

void Session::setAwaited(const QString &title) {
    readingPatience_.stop();
    if (std::exchange(awaited_, title) != title)
        emit awaitedModelChanged();
}

void Session::selectModel(int index) {
    if (index < 0 || index >= static_cast<int>(models_.size()))
        return;
    ModelEntry &entry = models_[static_cast<std::size_t>(index)];
    await(entry.key);
    if (entry.model)
        use(index);
    else if (!std::exchange(entry.reading, true))
        worker_.load(entry.key, modelReader(entry.key));
}

void Session::offerModel(const QString &key, const QString &name,
                         const std::shared_ptr<const model::Model> &model) {
    int index = find(key);
    if (index < 0) {
        index = static_cast<int>(models_.size());
        models_.emplace_back().key = key;
    }
    ModelEntry &entry = models_[static_cast<std::size_t>(index)];
    const bool isAnother = std::exchange(entry.model, model) != model;
    entry.name = name;
    entry.training = QString::fromStdString(model->metadata("training"));
    emit modelsChanged();
    if (index != current_ || !isAnother)
        return;
    forgetEdits();
    translate();
}

void Session::withdrawModel(const QString &key) {
    const int index = find(key);
    if (index < 0)
        return;
    models_.erase(models_.begin() + index);
    const bool wasUsed = index == current_;
    if (wasUsed)
        current_ = -1;
    else if (current_ > index)
        --current_;
    emit modelsChanged();
    if (wasUsed)
        selectModel(0);
}

ModelEntry Session::entryOfFile(const QString &file) const {
    const QFileInfo info(file);
    ModelEntry entry;
    entry.key = file;
    entry.name = info.fileName();
    const auto hasItsName = [&](const ModelEntry &other) {
        return other.name == entry.name && other.folder.isEmpty();
    };
    if (std::ranges::any_of(models_, hasItsName))
        entry.folder = info.absolutePath();
    return entry;
}

int Session::find(const QString &key) const {
    const auto found = std::ranges::find(models_, key, &ModelEntry::key);
    return found == models_.end() ? -1 : static_cast<int>(found - models_.begin());
}

int Session::enlist(const QString &key, const std::shared_ptr<const model::Model> &model) {
    int index = find(key);
    if (index < 0) {
        index = static_cast<int>(models_.size());
        models_.push_back(entryOfFile(key));
    }
    ModelEntry &entry = models_[static_cast<std::size_t>(index)];
    entry.training = QString::fromStdString(model->metadata("training"));
    entry.sourceLanguage = QString::fromStdString(model->metadata("source_language"));
    entry.targetLanguage = QString::fromStdString(model->metadata("target_language"));
    entry.task = QString::fromStdString(model->metadata("task"));
    entry.model = model;
    entry.reading = false;
    return index;
}

void Session::keepModel(const QString &key, const std::shared_ptr<const model::Model> &model) {
    if (const int index = find(key); index >= 0 && models_[static_cast<std::size_t>(index)].model)
        return;  // the one that is in use may be in view
    enlist(key, model);
    emit modelsChanged();
}

void Session::keep(const QString &key, const std::shared_ptr<const model::Model> &model) {
    const int index = enlist(key, model);
    if (index == current_)
        current_ = -1;  // read anew: what is shown belongs to the old one
    if (wanted_ == key || current_ < 0)
        use(index);
    else
        emit modelsChanged();
}

void Session::use(int index) {
    if (wanted_ == models_[static_cast<std::size_t>(index)].key)
        setAwaited({});
    if (index == current_)
        return;
    current_ = index;
    emit modelsChanged();
    beginAnew();
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
    const bool atEnd = viewpoint_.moment() == lastMoment(viewpoint_.extent());
    const bool keep = !fresh_ && !atEnd;
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
