// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QMainWindow>
#include <QMap>
#include <QTimer>
#include <functional>
#include <optional>

#include "app/session/edits.h"
#include "app/session/kept_session.h"
#include "app/session/saved_session.h"
#include "app/session/store.h"

namespace widgets {
class View;
}

namespace app {

class DockStage;
class Header;
class Notice;
class RecoveryBar;
class Reference;

/// What the user works on as a file: opened, saved, kept until it is saved, and offered again after
/// the program ended unexpectedly. Knows what of the window belongs to it.
class SessionDocument : public QObject {
    Q_OBJECT
  public:
    /// The parts of a window that a session is about.
    struct Parts {
        Session *session;
        Reference *reference;
        Header *header;
        DockStage *stage;
        Notice *notice;
        QMap<QString, widgets::View *> views;  ///< by name
    };
    SessionDocument(QMainWindow *window, const Parts &parts);
    ~SessionDocument() override;

    /// To open, to save, and to save under another name.
    const QList<QAction *> &actions() const { return actions_; }
    /// The file that it was opened from or saved as; empty: none.
    const QString &file() const { return file_; }
    /// Whether something would be lost that the file does not have.
    bool modified() const;
    SavedSession content() const;

    /// Keeps from now on what is not saved, in a folder, and offers what was left there.
    void keepIn(const QString &folder);
    /// Asks what is to become of what is not saved. False: the window has to stay, at least until
    /// it is saved, which closes it then.
    bool mayClose();
    /// The window is closed: nothing is kept of what was saved or is not worth it.
    void close();

  public slots:
    void open(const QString &file);
    void chooseAndOpen();
    /// Into its file, or where there is none, into one that is asked for.
    void save();
    void saveAs();

  private:
    bool hasBranches() const;
    void buildActions();
    void follow();
    void saveTo(const QString &file);
    SessionStore::SavedModels models() const;
    void show(const OpenedSession &opened);
    void refuse(const QString &file, const QString &sentence);
    void noteSaved(const QString &file);
    /// What is there now is how it was saved, or began.
    void setUnchanged();
    void keepSoon();
    void keepNow();
    void showTitle();
    enum class Answer { save, discard, cancel };
    Answer ask();

    QMainWindow *window_;
    Parts parts_;
    SessionStore store_;
    RecoveryBar *recovery_ = nullptr;
    QList<QAction *> actions_;
    QString file_;
    std::optional<SavedSession> unchanged_;  ///< nothing: anything there is not saved
    SavedSession saving_;                    ///< what is on its way into a file
    bool begun_ = false;                     ///< something has been in view
    bool closing_ = false;                   ///< once it is saved
    std::function<void()> then_;             ///< once it is saved; empty: nothing
    std::optional<KeptSession> kept_;
    QTimer keepTimer_;
};

}  // namespace app
