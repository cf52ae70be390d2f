// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <map>
#include <memory>

#include "app/session/saved_session.h"
#include "app/session/session.h"
#include "widgets/threads/worker.h"

namespace app {

class SessionReader;

/// Reads and writes sessions on a thread of its own, and works out what is in them, so that they
/// are shown as a whole or not at all. The newest request to open wins. Lives on the GUI thread.
class SessionStore : public QObject {
    Q_OBJECT
  public:
    explicit SessionStore(Session *session, QObject *parent = nullptr);

    /// Reads a file, its model if that is not open yet, and translates.
    void open(const QString &file);
    /// The models of a session that is saved: its own, and that of what it is compared with, where
    /// there is one and it was read.
    struct SavedModels {
        std::shared_ptr<const model::Model> own;
        std::shared_ptr<const model::Model> reference;
    };
    /// Writes a session; hashes are worked out where they are not known. Saves are done one after
    /// the other.
    void save(const QString &file, SavedSession content, const SavedModels &models);
    /// The same without anybody hearing of it, for what only serves a next start: the newest wins.
    void keep(const QString &file, SavedSession content, const SavedModels &models);
    /// Waits until all that was to be saved is on the disk.
    void finish() { saves_.finish(); }
    void finishKeeping() { kept_.finish(); }
    /// Nothing more is kept.
    void stopKeeping() { kept_.cancel(); }

  signals:
    void opened(const std::shared_ptr<const app::OpenedSession> &session);
    void openFailed(const QString &file, const QString &sentence);
    void saved(const QString &file);
    void saveFailed(const QString &file, const QString &sentence);
    void kept(const QString &file);

  private:
    /// The models that are open, by key.
    using Models = std::map<QString, std::shared_ptr<const model::Model>>;
    // On the worker's thread.
    std::shared_ptr<const OpenedSession> read(const QString &file, const Models &open,
                                              const std::stop_token &stop);
    /// A model of a session, and whether it is the one that the session was saved with.
    struct FoundModel {
        QString key;
        std::shared_ptr<const model::Model> model;
        bool same = true;
    };
    FoundModel find(const SessionModel &saved, const QString &file, const Models &open,
                    const std::stop_token &stop);
    void readReference(const SessionReader &reader, const Models &open, OpenedSession &session,
                       const std::stop_token &stop);
    QString hashOf(const std::shared_ptr<const model::Model> &model, const std::stop_token &stop);
    void write(const QString &file, SavedSession content, const SavedModels &models,
               const std::stop_token &stop);

    Session *session_;
    /// Of each model that was asked for, as long as it is open; the worker's thread only.
    std::map<std::weak_ptr<const model::Model>, QString, std::owner_less<>> hashes_;
    widgets::Worker worker_;
    // What they do uses all of the above.
    widgets::Lane opens_;
    widgets::Lane saves_;
    widgets::Lane kept_;
};

}  // namespace app
