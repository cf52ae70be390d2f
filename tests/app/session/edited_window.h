// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>
#include <QDockWidget>

#include "tests/app/window/opened_window.h"

/// What tests of edits have in common: the window with a translation to be edited.
class EditedWindow {
  protected:
    const model::Trace &trace() const { return *opened_.viewpoint()->trace(); }
    /// Whether what is decided has been translated.
    bool done() const { return opened_.session()->upToDate(); }
    bool edited() const { return !opened_.session()->interventions().empty() && done(); }
    void undo() {
        QTest::keyClick(opened_.window(), Qt::Key_Z, Qt::ControlModifier | Qt::AltModifier);
        QTRY_VERIFY(done());
    }
    /// Brings the dock of a view to the front.
    void show(const char *dock) {
        opened_.find<QDockWidget>(dock)->raise();
        QCoreApplication::processEvents();
    }
    void openTranslation() {
        opened_.open();
        opened_.window()->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(opened_.window()));
        opened_.translate("La petite fille lit un livre bleu.");
    }
    /// The same, at the end of a step.
    void openTranslationAt(int step) {
        openTranslation();
        opened_.viewpoint()->setMoment(widgets::endOfStep(step, opened_.viewpoint()->extent()));
    }
    void close() {
        while (QWidget *popup = QApplication::activePopupWidget())
            popup->close();
        opened_.close();
    }

    OpenedWindow opened_;
};
