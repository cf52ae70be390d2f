// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/reference.h"
#include "model/decoding/translation.h"

#include <algorithm>
#include <utility>

#include "model/decoding/search.h"
#include "widgets/text/language.h"
#include "widgets/text/piece_label.h"

namespace app {

using Kind = Reference::Choice::Kind;

Reference::Reference(Session *session, QObject *parent)
    : QObject(parent), session_(session), lane_(worker_, {}) {
    connect(session, &Session::sourceChanged, this, &Reference::follow);
    connect(session, &Session::stateChanged, this, &Reference::follow);
    connect(session->viewpoint(), &widgets::Viewpoint::traceChanged, this, &Reference::follow);
}

const ModelEntry *Reference::entry() const {
    const auto &models = session_->models();
    const auto found = std::ranges::find(models, choice_.model, &ModelEntry::key);
    return found == models.end() ? nullptr : &*found;
}

QString Reference::name() const {
    switch (choice_.kind) {
        case Kind::none:
            return {};
        case Kind::pinned:
            return pinnedName_.isEmpty()
                       ? widgets::quoted(
                             widgets::shortenedLabel(QString::fromStdString(pinned_->translation)))
                       : tr("the branch %1")
                             .arg(widgets::shortenedLabel(widgets::plainLabel(pinnedName_)));
        case Kind::model:
            return entry() ? entry()->title() : choice_.model;
        case Kind::beam:
            return tr("beam search, width %1").arg(beam);
    }
    return {};
}

void Reference::pin() {
    const auto &trace = session_->viewpoint()->trace();
    if (!trace || trace->ending == model::Ending::running)
        return;
    setPinned(trace, session_->modelKey());
    choose({Kind::pinned, {}});
}

void Reference::pinBranch(const std::shared_ptr<const model::Trace> &trace, const QString &name) {
    if (trace) {
        setPinned(trace, session_->modelKey(), name);
        return choose({Kind::pinned, {}});
    }
    clear();
    emit chosen();
}

void Reference::setPinned(std::shared_ptr<const model::Trace> trace, const QString &modelKey,
                          const QString &name) {
    pinned_ = std::move(trace);
    pinnedName_ = name;
    pinnedModel_ = modelKey;
}

SavedReference Reference::saved() const {
    SavedReference saved;
    saved.kind = choice_.kind;
    if (choice_.kind == Kind::model) {
        saved.model.key = choice_.model;
    } else if (choice_.kind == Kind::pinned) {
        saved.model.key = pinnedModel_;
        saved.sentence = QString::fromStdString(pinned_->source.text());
        saved.interventions = pinned_->interventions;
        saved.name = pinnedName_;
    }
    return saved;
}

std::shared_ptr<const model::Model> Reference::savedModel() const {
    if (choice_.kind == Kind::pinned)
        return pinned_->model;
    return choice_.kind == Kind::model && entry() ? entry()->model : nullptr;
}

void Reference::restore(const OpenedSession &opened) {
    const SavedReference &saved = opened.content.reference;
    if (saved.kind == Kind::model)
        session_->keepModel(saved.model.key, opened.referenceModel);
    if (saved.kind == Kind::pinned)
        setPinned(opened.pinned, saved.model.key, saved.name);
    take({saved.kind, saved.kind == Kind::model ? saved.model.key : QString()});
}

void Reference::compareWithModel(const QString &key) {
    choose({Kind::model, key});
}

void Reference::compareWithBeam() {
    choose({Kind::beam, {}});
}

void Reference::clear() {
    choose({});
}

void Reference::choose(const Choice &choice) {
    take(choice);
    if (choice_.kind != Kind::none)
        emit chosen();
}

void Reference::take(const Choice &choice) {
    choice_ = choice;
    if (choice_.kind != Kind::pinned)
        pinned_.reset();
    lane_.cancel();
    sentence_.clear();
    model_.reset();
    session_->viewpoint()->setReference(nullptr, {});
    follow();
    emit changed();
}

void Reference::follow() {
    if (choice_.kind == Kind::none)
        return;
    if (choice_.kind == Kind::pinned)
        return show(pinned_);
    const std::string sentence = session_->sentence().toStdString();
    const bool readsOther = choice_.kind == Kind::model && entry() &&
                            session_->currentModel() >= 0 && entry()->use() != session_->use();
    if (session_->sentence().trimmed().isEmpty() || readsOther) {
        lane_.cancel();
        sentence_.clear();
        return session_->viewpoint()->setReference(nullptr, name());
    }
    // By the model in use, where no other is meant.
    const auto model = choice_.kind == Kind::beam ? session_->model() : nullptr;
    if (sentence == sentence_ && (choice_.kind == Kind::model || model == model_))
        return;
    sentence_ = sentence;
    model_ = model;
    session_->viewpoint()->setReference(nullptr, name());  // it would be of another sentence
    request();
}

void Reference::request() {
    const Choice choice = choice_;
    const ModelEntry *known = entry();
    const auto model = choice.kind == Kind::beam ? model_ : known ? known->model : nullptr;
    if (choice.kind == Kind::beam && !model)
        return;
    lane_.request(
        [this, choice, model, sentence = sentence_](widgets::Task &task) -> widgets::Lane::Result {
            const auto read = model ? model : modelReader(choice.model)(task.stop());
            auto trace = choice.kind == Kind::beam
                             ? model::translate({read, sentence}, {.beam = beam}, task.stop())
                             : model::translate({read, sentence}, nullptr, task.stop());
            return [this, choice, read, trace = std::move(trace)] {
                if (choice.kind == Kind::model)
                    session_->keepModel(choice.model, read);
                show(trace);
                emit changed();
            };
        },
        {.failed = [this](const QString &why) {
            clear();
            emit failed(why);
        }});
}

void Reference::show(std::shared_ptr<const model::Trace> trace) {
    session_->viewpoint()->setReference(std::move(trace), name());
}

}  // namespace app
