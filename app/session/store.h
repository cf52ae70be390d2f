// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <map>
#include <memory>

#include "app/session/saved_session.h"
#include "app/session/session.h"
#include "widgets/threads/worker.h"

namespace app {

/// Reads and writes sessions on a thread of its own, and works out what is in them, so that they
/// are shown as a whole or not at all. The newest request to open wins. Lives on the GUI thread.
class SessionStore : public QObject {
    Q_OBJECT
  public:
    explicit SessionStore(Session *session, QObject *parent = nullptr);

    /// Reads a file, its model if that is not open yet, and translates.
    void open(const QString &file);
    /// Writes a session; its hash is worked out where it is not known. Saves are done one after the
    /// other.
    void save(const QString &file, SavedSession content,
              const std::shared_ptr<const model::Model> &model);
    /// The same without anybody hearing of it, for what only serves a next start: the newest wins.
    void keep(const QString &file, SavedSession content,
              const std::shared_ptr<const model::Model> &model);
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
    QString hashOf(const std::shared_ptr<const model::Model> &model, const std::stop_token &stop);
    void write(const QString &file, SavedSession content,
               const std::shared_ptr<const model::Model> &model, const std::stop_token &stop);

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
