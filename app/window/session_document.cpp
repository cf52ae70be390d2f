// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/session_document.h"

#include <QApplication>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <utility>

#include "app/export/save.h"
#include "app/message.h"
#include "app/session/reference.h"
#include "app/session/session_file.h"
#include "app/settings/settings.h"
#include "app/window/dock.h"
#include "app/window/header.h"
#include "app/window/notice.h"
#include "app/window/recovery_bar.h"
#include "model/file/output_file.h"
#include "widgets/figure/file.h"
#include "widgets/panel/view.h"
#include "widgets/text/error_text.h"
#include "widgets/text/language.h"

namespace app {
namespace {

/// The most that is lost when the program ends unexpectedly.
constexpr int keepMilliseconds = 1500;

QString fileName(const QString &file) {
    return QFileInfo(file).fileName();
}

/// @throws widgets::ExportError
void checkPlace(const QString &file) {
    try {
        model::checkOutput(widgets::pathOf(file));
    } catch (const model::OutputError &error) {
        throw widgets::ExportError(SessionDocument::tr("The session “%1” cannot be saved: %2.")
                                       .arg(fileName(file), widgets::errorText(error.message())));
    }
}

}  // namespace

SessionDocument::SessionDocument(QMainWindow *window, const Parts &parts)
    : QObject(window), window_(window), parts_(parts), store_(parts.session) {
    setObjectName(QStringLiteral("sessionDocument"));
    recovery_ = parts.header->recovery();
    keepTimer_.setSingleShot(true);
    keepTimer_.setInterval(keepMilliseconds);
    buildActions();
    follow();
    widgets::inEveryLanguage(*window, [this] { showTitle(); });
}

SessionDocument::~SessionDocument() = default;

void SessionDocument::buildActions() {
    const auto add = [this](const char *name, const QKeySequence &key,
                            void (SessionDocument::*act)()) {
        auto *action = new QAction(this);
        action->setObjectName(QLatin1String(name));
        action->setShortcut(key);
        connect(action, &QAction::triggered, this, act);
        actions_.append(action);
    };
    add("openSession", Qt::CTRL | Qt::SHIFT | Qt::Key_O, &SessionDocument::chooseAndOpen);
    add("saveSession", QKeySequence::Save, &SessionDocument::save);
    add("saveSessionAs", Qt::CTRL | Qt::SHIFT | Qt::Key_S, &SessionDocument::saveAs);
    widgets::inEveryLanguage(*window_, [this] {
        actions_[0]->setText(tr("Open sess&ion…"));
        actions_[1]->setText(tr("&Save session"));
        actions_[2]->setText(tr("Save session &as…"));
    });
}

void SessionDocument::follow() {
    connect(parts_.session, &Session::sessionFound, this, &SessionDocument::open);
    connect(&store_, &SessionStore::opened, this,
            [this](const std::shared_ptr<const OpenedSession> &opened) { show(*opened); });
    connect(&store_, &SessionStore::openFailed, this, &SessionDocument::refuse);
    connect(&store_, &SessionStore::saved, this, &SessionDocument::noteSaved);
    connect(&store_, &SessionStore::saveFailed, this,
            [this](const QString &, const QString &sentence) {
                closing_ = false;
                then_ = {};
                warn(window_, tr("Save session"), sentence);
            });
    const auto changed = [this] {
        const Session::State state = parts_.session->state();
        if (!begun_ && (state == Session::State::shown || state == Session::State::empty)) {
            begun_ = true;
            setUnchanged();
        }
        actions_[1]->setEnabled(parts_.session->model() != nullptr);
        actions_[2]->setEnabled(parts_.session->model() != nullptr);
        showTitle();
        keepSoon();
    };
    connect(parts_.session, &Session::stateChanged, this, changed);
    connect(parts_.session, &Session::sourceChanged, this, changed);
    connect(parts_.header->edits(), &Edits::changed, this, changed);
    connect(parts_.reference, &Reference::changed, this, &SessionDocument::keepSoon);
    changed();
    connect(&keepTimer_, &QTimer::timeout, this, &SessionDocument::keepNow);
    connect(recovery_, &RecoveryBar::reopenRequested, this, [this] { open(kept_->left()); });
    connect(recovery_, &RecoveryBar::discardRequested, this, [this] {
        kept_->discard();
        recovery_->hide();
    });
}

SavedSession SessionDocument::content() const {
    SavedSession content;
    const Session &session = *parts_.session;
    content.sentence = session.sentence();
    content.model.key = session.modelKey();
    content.history = parts_.header->edits()->history();
    content.reference = parts_.reference->saved();
    content.moment = parts_.session->viewpoint()->moment();
    content.selection = parts_.session->viewpoint()->selected();
    content.selection.row = {};
    content.layout = parts_.stage->state();
    for (auto view = parts_.views.begin(); view != parts_.views.end(); ++view)
        if (const QVariantMap options = (*view)->storedOptions(); !options.isEmpty())
            content.views[view.key()] = options;
    return content;
}

bool SessionDocument::modified() const {
    const Session &session = *parts_.session;
    return begun_ && !(unchanged_ && unchanged_->holds(session.sentence(), session.modelKey(),
                                                       parts_.header->edits()->branches().all));
}

bool SessionDocument::hasBranches() const {
    return !parts_.header->edits()->branches().all.empty();
}

void SessionDocument::setUnchanged() {
    unchanged_ = content();
}

void SessionDocument::showTitle() {
    const QString program = QApplication::applicationDisplayName();
    window_->setWindowTitle(file_.isEmpty() ? program
                                            : tr("%1[*] — %2").arg(fileName(file_), program));
    window_->setWindowModified(!file_.isEmpty() && modified());
}

void SessionDocument::chooseAndOpen() {
    const QString file = QFileDialog::getOpenFileName(window_, tr("Open session"),
                                                      settings::get(settings::exportFolder),
                                                      tr("Sessions (*.attention);;All files (*)"));
    if (!file.isEmpty())
        open(file);
}

void SessionDocument::open(const QString &file) {
    if (modified() && (!file_.isEmpty() || hasBranches())) {
        switch (ask()) {
            case Answer::save:
                then_ = [this, file] { store_.open(file); };
                return save();
            case Answer::cancel:
                return;
            case Answer::discard:
                break;
        }
    }
    store_.open(file);
}

void SessionDocument::show(const OpenedSession &opened) {
    parts_.session->restore(opened);
    parts_.header->edits()->restore(opened.content.history);
    parts_.reference->restore(opened);
    begun_ = true;
    parts_.header->sentence()->setSentence(opened.content.sentence);
    for (auto view = opened.content.views.begin(); view != opened.content.views.end(); ++view)
        if (widgets::View *known = parts_.views.value(view.key()))
            known->restoreOptions(*view);
    parts_.stage->takeState(opened.content.layout);
    if (kept_ && opened.file == QFileInfo(kept_->left()).absoluteFilePath()) {
        kept_->adopt();
        recovery_->hide();
        file_.clear();
        unchanged_.reset();
    } else {
        file_ = opened.file;
        setUnchanged();
        settings::set(settings::exportFolder, QFileInfo(file_).absolutePath());
    }
    showTitle();
    keepSoon();
    if (!opened.sameModel)
        warn(window_, tr("Open session"),
             tr("The model %1 is another than the one that this session was saved with, so that "
                "the numbers are others.")
                 .arg(parts_.session->modelTitle()));
    if (!opened.referenceTrouble.isEmpty())
        warn(window_, tr("Open session"), opened.referenceTrouble);
}

void SessionDocument::refuse(const QString &, const QString &sentence) {
    warn(window_, tr("Open session"), sentence);
}

void SessionDocument::save() {
    if (file_.isEmpty())
        saveAs();
    else
        saveTo(file_);
}

void SessionDocument::saveAs() {
    if (!parts_.session->model())
        return;
    const QStringList suffixes{QLatin1String(sessionSuffix)};
    const Saving saving{
        .title = tr("Save session"),
        .filters = tr("Sessions (*.attention)"),
        .suffixes = suffixes,
        .name = file_.isEmpty() ? tr("session") + u'.' + suffixes.first() : fileName(file_),
        .complete =
            [suffixes](const QString &typed, const QString &suffix) {
                return widgets::completedFile(typed, suffix, suffixes);
            },
        .check = checkPlace};
    const QString file = askWhere(window_, saving);
    if (!file.isEmpty())
        return saveTo(file);
    closing_ = false;
    then_ = {};
}

void SessionDocument::saveTo(const QString &file) {
    if (!parts_.session->model())
        return;
    saving_ = content();
    store_.save(file, saving_, models());
}

SessionStore::SavedModels SessionDocument::models() const {
    return {parts_.session->model(), parts_.reference->savedModel()};
}

void SessionDocument::noteSaved(const QString &file) {
    file_ = QFileInfo(file).absoluteFilePath();
    unchanged_ = saving_;
    settings::set(settings::exportFolder, QFileInfo(file_).absolutePath());
    showTitle();
    keepSoon();
    parts_.notice->tell(tr("Saved as %1.").arg(QDir::toNativeSeparators(file_)));
    if (std::exchange(closing_, false))
        window_->close();
    else if (const auto then = std::exchange(then_, {}))
        then();
}

SessionDocument::Answer SessionDocument::ask() {
    QMessageBox box(QMessageBox::Question, tr("Save session"),
                    file_.isEmpty()
                        ? tr("What you decided is not saved. Save it as a session?")
                        : tr("The session “%1” has changes that are not saved. Save them?")
                              .arg(fileName(file_)),
                    QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, window_);
    box.setTextFormat(Qt::PlainText);
    box.setDefaultButton(QMessageBox::Save);
    switch (box.exec()) {
        case QMessageBox::Save:
            return Answer::save;
        case QMessageBox::Discard:
            return Answer::discard;
        default:
            return Answer::cancel;
    }
}

bool SessionDocument::mayClose() {
    if (closing_)
        return false;
    if (file_.isEmpty() || !modified())
        return true;
    switch (ask()) {
        case Answer::save:
            closing_ = true;
            save();
            return false;
        case Answer::cancel:
            return false;
        case Answer::discard:
            setUnchanged();  // by the will of the user
            return true;
    }
    return true;
}

void SessionDocument::keepIn(const QString &folder) {
    kept_.emplace(folder);
    connect(&store_, &SessionStore::kept, this, [this](const QString &file) {
        // It came too late: meanwhile all is saved.
        if (file == kept_->file() && !modified())
            kept_->clear();
    });
    if (!kept_->left().isEmpty())
        recovery_->offer();
}

void SessionDocument::keepSoon() {
    if (kept_ && !keepTimer_.isActive())
        keepTimer_.start();
}

void SessionDocument::keepNow() {
    if (!kept_ || kept_->file().isEmpty() || !parts_.session->model())
        return;
    if (modified())
        return store_.keep(kept_->file(), content(), models());
    store_.stopKeeping();
    kept_->clear();
}

void SessionDocument::close() {
    keepTimer_.stop();
    store_.finish();
    if (!kept_)
        return;
    // Branches that no file has are offered at the next start; a sentence is in the history.
    if (modified() && file_.isEmpty() && hasBranches()) {
        keepNow();
        store_.finishKeeping();
    } else {
        store_.stopKeeping();
        kept_->clear();
    }
}

}  // namespace app
