// SPDX-License-Identifier: GPL-3.0-or-later
// The models of a session: which can be chosen, which is in use, which is being read.
#include <QCoreApplication>
#include <QFileInfo>
#include <algorithm>
#include <filesystem>
#include <map>
#include <mutex>
#include <string_view>
#include <utility>

#include "app/session/session.h"
#include "app/settings/language.h"
#include "model/error.h"
#include "model/file/safetensors.h"
#include "model/model.h"
#include "resources/built_in_models.h"
#include "widgets/text/use_names.h"

namespace app {
namespace {

/// The names of the models that are built in, for translators to find.
[[maybe_unused]] constexpr const char *modelNames[] = {
    QT_TRANSLATE_NOOP("models", "attention"), QT_TRANSLATE_NOOP("models", "bottleneck"),
    QT_TRANSLATE_NOOP("models", "summary"),   QT_TRANSLATE_NOOP("models", "dialogue"),
    QT_TRANSLATE_NOOP("models", "caption"),
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
        entry.task = text("task");
        entry.training = text("training");
    } catch (const model::Error &) {
        // Choosing it will say what is wrong.
    }
    return entry;
}

/// A model that is built in: read once for all who use it at a time.
std::shared_ptr<const model::Model> shared(const resources::BuiltInModel &builtIn) {
    static std::mutex mutex;
    static std::map<std::string_view, std::weak_ptr<const model::Model>> inUse;
    const std::scoped_lock lock(mutex);
    std::weak_ptr<const model::Model> &known = inUse[builtIn.name];
    if (auto model = known.lock())
        return model;
    const QString name =
        QString::fromUtf8(builtIn.name.data(), static_cast<qsizetype>(builtIn.name.size()));
    auto model = model::readModel(builtIn.bytes(),
                                  Session::tr("the built-in model %1").arg(name).toStdString());
    known = model;
    return model;
}

}  // namespace

model::Use ModelEntry::use() const {
    return model ? model::useOf(*model) : model::useOfTask(task.toStdString());
}

QString ModelEntry::title() const {
    // One that is built in is called as one asks for it, whatever its file says: no two of the same
    // languages are called alike.
    const bool isBuiltIn = resources::findBuiltInModel(key.toStdString()) != nullptr;
    const QByteArray word = (isBuiltIn ? name.section(u'-', 0, 0) : name).toUtf8();
    QString called = folder.isEmpty() ? QCoreApplication::translate("models", word.constData())
                                      : Session::tr("%1 in %2").arg(name, folder);
    const model::Use what = use();
    if (what == model::Use::exercise)
        return task.isEmpty() ? called : Session::tr("%1 · task “%2”").arg(called, task);
    if (what != model::Use::translation && !isBuiltIn)
        called = Session::tr("%1 · %2", "a file, what it is for")
                     .arg(called, widgets::useNames(what).kind);
    if (sourceLanguage.isEmpty() || targetLanguage.isEmpty())
        return called;
    if (sourceLanguage == targetLanguage)
        return Session::tr("%1 · %2", "a model, its language").arg(called, sourceLanguage);
    const QString from = what == model::Use::caption ? Session::tr("picture") : sourceLanguage;
    return Session::tr("%1 · %2 → %3").arg(called, from, targetLanguage);
}

QString builtInModelFor(model::Use use) {
    for (const resources::BuiltInModel &builtIn : resources::builtInModels())
        if (const ModelEntry entry = entryOf(builtIn); entry.use() == use)
            return entry.key;
    return {};
}

TranslationWorker::ModelReader modelReader(const QString &key) {
    const std::string name = key.toStdString();
    const resources::BuiltInModel *builtIn =
        name.empty() ? &resources::builtInModels().front() : resources::findBuiltInModel(name);
    if (builtIn)
        return [builtIn](const std::stop_token &) { return shared(*builtIn); };
    return [path = std::filesystem::path(name)](const std::stop_token &stop) {
        return model::readModel(path, stop);
    };
}

std::shared_ptr<const model::Model> Session::model() const {
    return current_ < 0 ? nullptr : models_[static_cast<std::size_t>(current_)].model;
}

QString Session::modelTitle() const {
    return current_ < 0 ? QString() : models_[static_cast<std::size_t>(current_)].title();
}

model::Use Session::use() const {
    return current_ < 0 ? model::Use::translation
                        : models_[static_cast<std::size_t>(current_)].use();
}

QString Session::modelKey() const {
    return current_ < 0 ? QString() : models_[static_cast<std::size_t>(current_)].key;
}

void Session::openBuiltInModels(const QString &wanted) {
    for (const resources::BuiltInModel &builtIn : resources::builtInModels())
        models_.push_back(entryOf(builtIn));
    emit modelsChanged();
    if (wanted.isEmpty())
        selectModel(0);
    else
        openModel(wanted);
}

void Session::openModel(const QString &file) {
    if (resources::findBuiltInModel(file.toStdString()))
        return selectModel(find(file));
    await(QFileInfo(file).absoluteFilePath());
    worker_.load(wanted_, modelReader(wanted_));
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

int Session::find(model::Use use) const {
    if (current_ >= 0 && models_[static_cast<std::size_t>(current_)].use() == use)
        return current_;
    const QString language = languageInUse();
    auto found = std::ranges::find_if(models_, [&](const ModelEntry &entry) {
        return entry.use() == use && entry.targetLanguage == language;
    });
    if (found == models_.end())
        found = std::ranges::find(models_, use, &ModelEntry::use);
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

}  // namespace app
