// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>
#include <QDockWidget>
#include <QLineEdit>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <memory>

#include "app/session/session.h"
#include "app/window/header.h"
#include "app/window/main_window.h"

/// The whole window with the model that is built in, as a test has it before it begins. Its
/// settings are its own.
class OpenedWindow {
  public:
    static constexpr int patience = 30000;  // milliseconds; sanitizer builds are slow

    void useOwnSettings(const QString &name) {
        QVERIFY(folder_.isValid());
        // Qt's own dialogs remember things, too.
        qputenv("XDG_CONFIG_HOME", folder_.path().toLocal8Bit());
        QApplication::setOrganizationName(name);
        QApplication::setApplicationName(name);
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, folder_.path());
    }
    void open() {
        close();
        session_ = std::make_unique<app::Session>();
        window_ = std::make_unique<app::MainWindow>(session_.get());
        session_->openBuiltInModels();
        window_->show();
        QVERIFY(QTest::qWaitForWindowActive(window_.get()));
        QTRY_VERIFY_WITH_TIMEOUT(session_->model(), patience);
    }
    void close() {
        window_.reset();
        session_.reset();
    }
    /// Translates a sentence to its end.
    void translate(const QString &sentence) {
        window_->header()->sentence()->setSentence(sentence);
        QTRY_VERIFY_WITH_TIMEOUT(
            viewpoint()->trace() &&
                QString::fromStdString(viewpoint()->trace()->source.text()) == sentence &&
                session_->state() == app::Session::State::shown,
            patience);
    }

    app::MainWindow *window() const { return window_.get(); }
    app::Session *session() const { return session_.get(); }
    QString path(const QString &file) const { return folder_.filePath(file); }
    widgets::Viewpoint *viewpoint() const { return session_->viewpoint(); }
    QLineEdit *edit() const { return window_->header()->sentence(); }
    /// The docks that are not closed, in front or behind others.
    QList<QDockWidget *> openDocks() const {
        QList<QDockWidget *> docks = window_->findChildren<QDockWidget *>();
        docks.removeIf([](const QDockWidget *dock) { return dock->isHidden(); });
        return docks;
    }
    template <class Object>
    Object *find(const QString &name) const {
        return window_->findChild<Object *>(name);
    }

  private:
    QTemporaryDir folder_;
    std::unique_ptr<app::Session> session_;
    std::unique_ptr<app::MainWindow> window_;
};
