// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QLineEdit>

#include "app/session/edits.h"
#include "app/window/session_document.h"
#include "model/trace_file/trace_file.h"
#include "tests/app/window/opened_window.h"
#include "tests/app/window/when_opened.h"
#include "tests/support/bytes.h"

/// What tests of sessions have in common: the window with a sentence, and a place for a file.
class SessionWindow {
  protected:
    void openWindow() {
        opened_.open();
        file_ = opened_.path("kept apart/one.attention");
        QDir(opened_.path("kept apart")).removeRecursively();
        QVERIFY(QDir().mkpath(opened_.path("kept apart")));
        opened_.translate("Bonjour.");
    }
    const model::Trace &trace() { return *opened_.viewpoint()->trace(); }
    app::Edits *edits() { return opened_.window()->header()->edits(); }
    bool done() { return opened_.session()->upToDate(); }
    /// Every number of a trace.
    QByteArray numbers(const model::Trace &trace) {
        const QString path = opened_.path("numbers.safetensors");
        model::writeTrace(trace, path.toStdString());
        return support::bytesOf(path);
    }
    void ask(const widgets::Edit &edit) {
        opened_.viewpoint()->ask(edit);
        QTRY_VERIFY_WITH_TIMEOUT(done(), OpenedWindow::patience);
    }
    /// Two edits, of which the second is undone again; a moment and a selection of its own.
    void decide() {
        opened_.translate("La petite fille lit un livre bleu.");
        ask(widgets::takeWord(trace(), 4, trace().step(4).candidates[1].id));
        ask(widgets::mute(trace(), -1, {1}));
        ask(widgets::attendOnlyTo(trace(), 2, {3}));
        QTest::keyClick(opened_.window(), Qt::Key_Z, Qt::ControlModifier | Qt::AltModifier);
        QTRY_VERIFY(done() && edits()->count() == 2);
        opened_.viewpoint()->setMoment({widgets::Stage::context, 3, 1});
        opened_.viewpoint()->setSelected({.source = 2, .step = 3});
    }
    /// Saves by the keyboard, in a dialog where there is no file yet.
    void saveByKey(const QKeySequence &key = QKeySequence::Save) {
        const WhenOpened<QFileDialog> dialog([this](QFileDialog *asked) {
            auto *name = asked->findChild<QLineEdit *>("fileNameEdit");
            if (name->text() != file_) {
                name->setText(file_);
                QTest::keyClick(name, Qt::Key_Return);
            }
        });
        QTest::keyClick(opened_.window(), key[0].key(), key[0].keyboardModifiers());
        QTRY_VERIFY(!opened_.window()->document()->file().isEmpty() && QFile::exists(file_) &&
                    !opened_.window()->document()->modified());
    }

    OpenedWindow opened_;
    QString file_;
};
