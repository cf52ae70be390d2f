// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAction>
#include <QDockWidget>

#include "tests/app/opened_window.h"
#include "widgets/panel.h"

/// The window's docks, as one arranges them.
class DocksTest : public QObject {
    Q_OBJECT

  private:
    OpenedWindow opened_;

    QDockWidget *dock(const QString &name) { return opened_.find<QDockWidget>(name); }
    static QString message(QDockWidget *dock) {
        return qobject_cast<widgets::Panel *>(dock->widget())->message();
    }

  private slots:
    void initTestCase() { opened_.useOwnSettings("attention-visualizer-docks-test"); }
    void init() {
        opened_.open();
        opened_.find<QAction>("resetLayout")->trigger();
    }
    void cleanup() { opened_.close(); }

    void theyCloseComeBackAndAreRemembered() {
        dock("scoresDock")->close();
        opened_.window()->close();
        opened_.open();
        QVERIFY(!dock("scoresDock")->isVisible());
        opened_.find<QAction>("resetLayout")->trigger();
        QVERIFY(dock("scoresDock")->isVisible());
    }

    void aPanelBehindATabWaitsAndCatchesUpInFront() {
        opened_.edit()->clear();
        dock("contextDock")->raise();
        QTRY_VERIFY(!message(dock("contextDock")).isEmpty());
        dock("scoresDock")->raise();
        opened_.translate("Le chat dort.");
        QCOMPARE(message(dock("scoresDock")), QString());
        QVERIFY2(!message(dock("contextDock")).isEmpty(), "it worked although nobody saw it");
        dock("contextDock")->raise();
        QTRY_COMPARE(message(dock("contextDock")), QString());
    }

    void aFloatingPanelFollows() {
        dock("contextDock")->setFloating(true);
        QTRY_VERIFY(!message(dock("contextDock")).isEmpty());
        opened_.translate("Le chat dort.");
        QTRY_COMPARE(message(dock("contextDock")), QString());
    }
};

QTEST_MAIN(DocksTest)
#include "docks_test.moc"
