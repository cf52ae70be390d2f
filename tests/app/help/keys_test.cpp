// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/help/keys.h"

#include <QAction>
#include <QFile>
#include <QLineEdit>
#include <QShortcut>
#include <QTextBrowser>

#include "app/help/keys_dialog.h"
#include "tests/app/window/opened_window.h"
#include "tests/support/qt_test.h"

using app::Gesture;
using app::GestureGroup;

/// The table of keys says what is there, all of it, and nothing else.
class KeysTest : public QObject {
    Q_OBJECT

  private:
    OpenedWindow opened_;

  private slots:
    void initTestCase() {
        opened_.useOwnSettings("attention-visualizer-keys-test");
        opened_.open();
    }
    void cleanupTestCase() { opened_.close(); }

    void everyShortcutOfTheWindowIsInTheTable() {
        QList<QKeySequence> table;
        for (const GestureGroup &group : app::gestureGroups())
            for (const Gesture &gesture : group.gestures)
                table += gesture.keys;
        int shortcuts = 0;
        for (const QAction *action : opened_.window()->findChildren<QAction *>())
            for (const QKeySequence &key : action->shortcuts().mid(0, 1)) {
                ++shortcuts;
                QVERIFY2(table.contains(key), qPrintable(action->text() + ": " + key.toString()));
            }
        QVERIFY(shortcuts > 15);
    }

    void everyKeyThatWorksAnywhereIsAShortcut() {
        // These are no actions of the window's, but Qt's and the window's own.
        const QList<QKeySequence> others{Qt::Key_Tab, Qt::SHIFT | Qt::Key_Tab, Qt::Key_Return,
                                         Qt::Key_Menu, Qt::SHIFT | Qt::Key_F10};
        QList<QKeySequence> shortcuts;
        for (const QAction *action : opened_.window()->findChildren<QAction *>())
            shortcuts += action->shortcuts();
        for (const GestureGroup &group : app::gestureGroups())
            for (const Gesture &gesture : group.gestures)
                for (const QKeySequence &key : gesture.keys)
                    QVERIFY2(
                        !group.view.isEmpty() || others.contains(key) || shortcuts.contains(key),
                        qPrintable(key.toString()));
    }

    /// Only for shortcuts Qt finds the keys of letters where the keyboard has another script.
    void everyLetterIsAShortcut() {
        QList<QKeySequence> shortcuts;
        for (const QAction *action : opened_.window()->findChildren<QAction *>())
            shortcuts += action->shortcuts();
        for (const QShortcut *shortcut : opened_.window()->findChildren<QShortcut *>())
            shortcuts.append(shortcut->key());
        int letters = 0;
        for (const GestureGroup &group : app::gestureGroups())
            for (const Gesture &gesture : group.gestures)
                for (const QKeySequence &key : gesture.keys)
                    if (key[0].key() >= Qt::Key_A && key[0].key() <= Qt::Key_Z &&
                        !key[0].keyboardModifiers()) {
                        ++letters;
                        QVERIFY2(shortcuts.contains(key), qPrintable(key.toString()));
                    }
        QVERIFY(letters >= 4);
    }

    void theDialogShowsTheWholeTableAndFindsARow() {
        opened_.find<QAction>("keyboardAndMouse")->trigger();
        auto *dialog = opened_.find<app::KeysDialog>("keysDialog");
        QVERIFY(dialog && dialog->isVisible());
        auto *table = dialog->findChild<QTextBrowser *>("keysTable");
        const QString whole = table->toPlainText();
        for (const GestureGroup &group : app::gestureGroups()) {
            QVERIFY2(whole.contains(group.title), qPrintable(group.title));
            for (const Gesture &gesture : group.gestures) {
                QVERIFY2(whole.contains(app::howToText(gesture)),
                         qPrintable(app::howToText(gesture)));
                QVERIFY2(whole.contains(gesture.meaning), qPrintable(gesture.meaning));
            }
        }
        auto *search = dialog->findChild<QLineEdit *>("keysSearch");
        QTest::keyClicks(search, "temperat");
        QVERIFY(table->toPlainText().contains("back to the model's temperature"));
        QVERIFY(!table->toPlainText().contains("play and pause"));
        search->setText("no such key");
        QVERIFY(table->toPlainText().contains("no such key"));
        // Opened again it is the same one, with everything in it.
        opened_.find<QAction>("keyboardAndMouse")->trigger();
        QCOMPARE(opened_.window()->findChildren<app::KeysDialog *>().size(), 1);
        QCOMPARE(table->toPlainText(), whole);
        QTest::keyClick(search, Qt::Key_Escape);
        QVERIFY(!dialog->isVisible());
    }

    void thePageSaysTheSame() {
        QFile file(QStringLiteral(README));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString page = QString::fromUtf8(file.readAll());
        for (const GestureGroup &group : app::gestureGroups()) {
            QStringList parts;
            for (const Gesture &gesture : group.gestures)
                parts.append("**" + app::howToText(gesture) + "** " + gesture.meaning);
            const QString row = "| " + group.title + " | " + parts.join(" · ") + " |\n";
            QVERIFY2(page.contains(row), qPrintable(row));
        }
        // And nothing else: one row per group, below the headings.
        QCOMPARE(page.count("\n| "), app::gestureGroups().size() + 1);
    }
};

REGISTER_QT_TEST(KeysTest)
#include "help/keys_test.moc"
