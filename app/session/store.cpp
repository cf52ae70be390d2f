// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/store.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <utility>

#include "app/session/session_file.h"
#include "app/session/tensor_hash.h"
#include "model/decoding/translation.h"
#include "resources/built_in_models.h"
#include "widgets/text/error_text.h"

namespace app {
namespace {

using widgets::Lane;
using widgets::Task;

constexpr Lane::Rules openRules{.urgency = 1};
constexpr Lane::Rules saveRules{.keeps = Lane::Keeps::all};
constexpr Lane::Rules keepRules{.urgency = -1};

bool isBuiltIn(const QString &key) {
    return resources::findBuiltInModel(key.toStdString()) != nullptr;
}

/// Where the model of a session is: where it was, else beside the session, with which it may have
/// been moved.
QString placeOf(const QString &key, const QString &session) {
    if (isBuiltIn(key) || QFileInfo::exists(key))
        return key;
    const QString beside = QFileInfo(session).absoluteDir().filePath(QFileInfo(key).fileName());
    return QFileInfo::exists(beside) ? beside : key;
}

}  // namespace

SessionStore::SessionStore(Session *session, QObject *parent)
    : QObject(parent),
      session_(session),
      opens_(worker_, openRules),
      saves_(worker_, saveRules),
      kept_(worker_, keepRules) {}

void SessionStore::open(const QString &file) {
    Models models;
    for (const ModelEntry &entry : session_->models())
        if (entry.model)
            models[entry.key] = entry.model;
    opens_.request(
        [this, file, models](Task &task) -> Lane::Result {
            return [this, session = read(file, models, task.stop())] { emit opened(session); };
        },
        {.failed = [this, file](const QString &why) { emit openFailed(file, why); }});
}

std::shared_ptr<const OpenedSession> SessionStore::read(const QString &file, const Models &open,
                                                        const std::stop_token &stop) {
    const SessionReader reader(file);
    auto session = std::make_shared<OpenedSession>();
    session->file = QFileInfo(file).absoluteFilePath();
    const FoundModel found = find(reader.model(), file, open, stop);
    session->model = found.model;
    session->sameModel = found.same;
    session->content = reader.read(*session->model);
    session->content.model.key = found.key;
    // What is compared is mostly of the same model: the same object, so that its numbers can be.
    Models known = open;
    known[found.key] = found.model;
    readReference(reader, known, *session, stop);
    const QString &sentence = session->content.sentence;
    if (sentence.trimmed().isEmpty())
        return session;
    session->original = model::translate({session->model, sentence.toStdString()}, nullptr, stop);
    // Also of what is not in view: it will be.
    for (const History::Step &step : session->content.history.steps)
        for (const Branch &branch : step.branches.all)
            model::checkInterventions(branch.interventions, session->model->configuration(),
                                      session->original->sourceLength());
    const model::Interventions decided = session->content.history.branches().interventions();
    if (!decided.empty())
        session->edited = model::translate({session->model, sentence.toStdString(), decided},
                                           session->original, stop);
    return session;
}

SessionStore::FoundModel SessionStore::find(const SessionModel &saved, const QString &file,
                                            const Models &open, const std::stop_token &stop) {
    FoundModel found;
    found.key = placeOf(saved.key, file);
    const auto known = open.find(found.key);
    found.model = known != open.end() ? known->second : modelReader(found.key)(stop);
    const auto isSame = [&] { return hashOf(found.model, stop) == saved.hash; };
    found.same = isSame();
    if (!found.same && known != open.end() && !isBuiltIn(found.key)) {
        // The file may be another than when it was opened.
        found.model = modelReader(found.key)(stop);
        found.same = isSame();
    }
    return found;
}

/// What is broken is refused; without its model the rest of the session opens all the same.
void SessionStore::readReference(const SessionReader &reader, const Models &open,
                                 OpenedSession &session, const std::stop_token &stop) {
    SavedReference &saved = session.content.reference;
    if (saved.kind == ReferenceKind::none || saved.kind == ReferenceKind::beam)
        return;
    try {
        const FoundModel found = find(saved.model, session.file, open, stop);
        session.referenceModel = found.model;
        saved.model.key = found.key;
        // The hash is not known of one that was not read when it was saved.
        if (!found.same && !saved.model.hash.isEmpty())
            session.referenceTrouble = tr("The model %1, with which this session compares, is "
                                          "another than the one that it was saved with.")
                                           .arg(QFileInfo(found.key).fileName());
    } catch (const model::Cancelled &) {
        throw;
    } catch (const model::Error &error) {
        session.referenceTrouble =
            tr("What was compared with is missing: %1").arg(widgets::errorText(error.message()));
        saved = {};
        return;
    }
    if (saved.kind == ReferenceKind::model)
        return;
    saved.interventions = reader.readPinned(*session.referenceModel);
    session.pinned = model::translate(
        {session.referenceModel, saved.sentence.toStdString(), saved.interventions}, nullptr, stop);
}

QString SessionStore::hashOf(const std::shared_ptr<const model::Model> &model,
                             const std::stop_token &stop) {
    std::erase_if(hashes_, [](const auto &known) { return known.first.expired(); });
    QString &hash = hashes_[model];
    if (hash.isEmpty())
        hash = tensorHash(*model, stop);
    return hash;
}

void SessionStore::write(const QString &file, SavedSession content, const SavedModels &models,
                         const std::stop_token &stop) {
    content.model.hash = hashOf(models.own, stop);
    if (models.reference)
        content.reference.model.hash = hashOf(models.reference, stop);
    writeSession(content, file);
}

void SessionStore::save(const QString &file, SavedSession content, const SavedModels &models) {
    saves_.request(
        [this, file, content = std::move(content), models](Task &task) -> Lane::Result {
            write(file, content, models, task.stop());
            return [this, file] { emit saved(file); };
        },
        {.failed = [this, file](const QString &why) { emit saveFailed(file, why); }});
}

void SessionStore::keep(const QString &file, SavedSession content, const SavedModels &models) {
    kept_.request([this, file, content = std::move(content), models](Task &task) -> Lane::Result {
        write(file, content, models, task.stop());
        return [this, file] { emit kept(file); };
    });
}

}  // namespace app
