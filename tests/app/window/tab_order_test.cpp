// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAction>
#include <QDockWidget>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QSet>
#include <QTabBar>
#include <QTimer>
#include <algorithm>

#include "tests/app/window/opened_window.h"
#include "tests/support/qt_test.h"
#include "widgets/viewpoint/moment.h"
#include "widgets/word_choice/panel.h"

/// Whoever has no mouse gets everywhere, in the order of the layout, and sees where.
class FocusTest : public QObject {
    Q_OBJECT

  private:
    static constexpr int mostStops = 200;     // more: the focus goes in circles
    static constexpr int windowChange = 300;  // milliseconds

    OpenedWindow opened_;

    static QString nameOf(const QWidget *widget) {
        if (!widget->objectName().isEmpty() && widget->objectName() != "tabs")
            return widget->objectName();
        if (qobject_cast<const QTabBar *>(widget))
            return QStringLiteral("QTabBar");  // Qt 6.8 has a class of its own for those of docks
        return QString::fromLatin1(widget->metaObject()->className());
    }

    /// Where Tab, or Shift+Tab, stops, from the sentence on until it is back there.
    QList<QWidget *> walk(Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        QWidget *first = opened_.window()->header()->sentence();
        opened_.window()->activateWindow();
        first->setFocus();
        if (!QTest::qWaitFor([first] { return QApplication::focusWidget() == first; }))
            return {};
        QList<QWidget *> stops{first};
        while (stops.size() < mostStops) {
            QWidget *before = stops.last();
            QTest::keyClick(before, Qt::Key_Tab, modifiers);
            // Another window takes a moment to be the active one; a text may have several stops.
            const bool moved = QTest::qWaitFor(
                [before] {
                    return QApplication::focusWidget() && QApplication::focusWidget() != before;
                },
                windowChange);
            if (!moved && !QApplication::focusWidget())
                return {};
            if (QApplication::focusWidget() == first)
                return stops;
            stops.append(QApplication::focusWidget());
        }
        return {};
    }
    static QStringList names(const QList<QWidget *> &widgets) {
        QStringList names;
        for (const QWidget *widget : widgets)
            names.append(nameOf(widget));
        return names;
    }
    /// Gives the focus, also after a menu, whose end may leave no window active for a moment.
    static void focus(QWidget *widget) {
        widget->window()->activateWindow();
        widget->setFocus(Qt::TabFocusReason);
        QTRY_COMPARE_WITH_TIMEOUT(QApplication::focusWidget(), widget, OpenedWindow::patience);
    }
    void uncover(const QString &dock) {
        opened_.find<QDockWidget>(dock)->show();
        opened_.find<QDockWidget>(dock)->raise();
        QCoreApplication::processEvents();
    }

  private slots:
    void initTestCase() {
        opened_.useOwnSettings("attention-visualizer-focus-test");
        QApplication::setCursorFlashTime(0);
        opened_.open();
        opened_.window()->resize(1500, 1000);
        opened_.translate("Le chat noir dort.");
    }
    void init() {
        // A menu that was open before may have taken the window's activity with it.
        opened_.window()->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(opened_.window()));
        opened_.find<QAction>("resetLayout")->trigger();
        opened_.viewpoint()->setMoment(widgets::endOfStep(1, opened_.viewpoint()->extent()));
        opened_.viewpoint()->setSelected({});
        QCoreApplication::processEvents();
    }
    void cleanupTestCase() { opened_.close(); }

    void theOrderIsTheLayouts() {
        const QStringList expected{
            "sentenceEdit",  "examples",      "model",           "translationWord1",
            "unrolledView",  "toStartButton", "stageBackButton", "playButton",
            "stageOnButton", "toEndButton",   "loopButton",      "speed",
            "timelineTrack", "heatmapView",   "heatmapOptions",  "scoresView",
            "temperature",   "QTabBar",       "wordChoiceView",  "wordChoiceStepsButton",
            "QTabBar"};
        QCOMPARE(names(walk()), expected);
    }

    void everyScrollBarHasAName() {
        const auto bars = opened_.window()->findChildren<QScrollBar *>();
        QVERIFY(bars.size() > 4);
        for (const QScrollBar *bar : bars) {
            const bool ofAnArea = bar->parentWidget()->objectName().startsWith("qt_scrollarea");
            QVERIFY2(bar->accessibleName().contains(ofAnArea ? "scroll bar" : " in view"),
                     qPrintable(nameOf(bar->parentWidget()->parentWidget())));
        }
    }

    void shiftTabIsTheWayBack() {
        QList<QWidget *> there = walk();
        QVERIFY(!there.isEmpty());
        const QList<QWidget *> back = walk(Qt::ShiftModifier);
        std::reverse(there.begin() + 1, there.end());
        QCOMPARE(names(back), names(there));
    }

    void everyControlOfEveryPanelIsReachedAndLeft_data() {
        QTest::addColumn<QString>("dock");
        for (const char *dock : {"heatmapDock", "scoresDock", "statesDock", "contextDock",
                                 "wordChoiceDock", "embeddingsDock", "inspectorDock"})
            QTest::addRow("%s", dock) << QString(dock);
    }
    void everyControlOfEveryPanelIsReachedAndLeft() {
        QFETCH(QString, dock);
        uncover(dock);
        opened_.find<widgets::WordChoicePanel>("wordChoiceView")->setStepsShown(true);
        const QList<QWidget *> stops = walk();
        QVERIFY(!stops.isEmpty());
        int reached = 0;
        for (QWidget *control : opened_.find<QWidget>(dock)->findChildren<QWidget *>())
            if (control->isVisible() && control->isEnabled() && !control->focusProxy() &&
                control->focusPolicy() & Qt::TabFocus) {
                QVERIFY2(stops.contains(control), qPrintable(nameOf(control)));
                ++reached;
            }
        QVERIFY(reached > 0);
        // What lies behind is not in the way.
        const QRect inside = opened_.window()->rect();
        for (const QWidget *stop : stops)
            QVERIFY2(inside.contains(stop->mapTo(opened_.window(), stop->rect().center())),
                     qPrintable(nameOf(stop)));
        opened_.find<widgets::WordChoicePanel>("wordChoiceView")->setStepsShown(false);
    }

    void arrowsOnTheTabsBringThePanelBehindToTheFront() {
        const widgets::Moment before = opened_.viewpoint()->moment();
        QTabBar *tabs = nullptr;
        for (QWidget *stop : walk())
            if (auto *bar = qobject_cast<QTabBar *>(stop); bar && !tabs)
                tabs = bar;
        QVERIFY(tabs);
        tabs->setFocus(Qt::TabFocusReason);
        QTest::keyClick(tabs, Qt::Key_Right);
        QCoreApplication::processEvents();
        QVERIFY(!opened_.find<QDockWidget>("statesDock")->visibleRegion().isEmpty());
        QVERIFY(opened_.find<QDockWidget>("scoresDock")->visibleRegion().isEmpty());
        QTest::keyClick(tabs, Qt::Key_Left);
        QCoreApplication::processEvents();
        QVERIFY(!opened_.find<QDockWidget>("scoresDock")->visibleRegion().isEmpty());
        QCOMPARE(opened_.viewpoint()->moment(), before);
    }

    void shiftF10OpensTheMenuOfTheViewInFocus() {
        for (const char *name : {"unrolledView", "heatmapView", "wordChoiceView"}) {
            auto *view = opened_.find<QWidget>(name);
            focus(view);
            // The menu runs a loop of its own until it is closed.
            QString opened;
            QTimer poll;
            connect(&poll, &QTimer::timeout, view, [&opened] {
                if (QWidget *menu = QApplication::activePopupWidget()) {
                    opened = menu->objectName();
                    QTest::keyClick(menu, Qt::Key_Escape);
                }
            });
            poll.start(10);
            QTest::keyClick(view, Qt::Key_F10, Qt::ShiftModifier);
            QTRY_VERIFY2(opened.endsWith("Menu"), name);
        }
    }

    void aPanelThatWasMovedIsReachedWhereItIs() {
        auto *inspector = opened_.find<QDockWidget>("inspectorDock");
        auto *stage = opened_.find<QMainWindow>("stage");
        stage->addDockWidget(Qt::TopDockWidgetArea, inspector);
        QCoreApplication::processEvents();
        const QStringList order = names(walk());
        QVERIFY(order.indexOf("inspectorText") > order.indexOf("timelineTrack"));
        QVERIFY(order.indexOf("inspectorText") < order.indexOf("heatmapView"));
    }

    void aFloatingPanelComesLastAndItsButtonsArePressed() {
        auto *dock = opened_.find<QDockWidget>("heatmapDock");
        dock->setFloating(true);
        QVERIFY(QTest::qWaitForWindowExposed(dock));
        const QStringList order = names(walk());
        QVERIFY(order.indexOf("heatmapView") > order.indexOf("wordChoiceView"));
        QCOMPARE(order.indexOf("heatmapOptions"), order.indexOf("heatmapView") + 1);
        QVERIFY(order.contains("temperature"));
        auto *options = opened_.find<QPushButton>("heatmapOptions");
        focus(options);
        QString opened;
        QTimer poll;
        connect(&poll, &QTimer::timeout, options, [&opened] {
            if (QWidget *menu = QApplication::activePopupWidget()) {
                opened = menu->objectName();
                QTest::keyClick(menu, Qt::Key_Escape);
            }
        });
        poll.start(10);
        QTest::keyClick(options, Qt::Key_Return);
        QTRY_COMPARE(opened, options->menu()->objectName());
        opened.clear();
        auto *view = opened_.find<QWidget>("heatmapView");
        focus(view);
        QTest::keyClick(view, Qt::Key_F10, Qt::ShiftModifier);
        QTRY_VERIFY(opened.endsWith("Menu"));
        // Time's keys are the window's everywhere.
        poll.stop();
        view->window()->activateWindow();
        QTRY_COMPARE(QApplication::focusWidget(), view);
        const widgets::Moment before = opened_.viewpoint()->moment();
        QTest::keyClick(view, Qt::Key_Right, Qt::ControlModifier);
        QCOMPARE(opened_.viewpoint()->moment(),
                 widgets::nextWord(before, opened_.viewpoint()->extent()));
    }

    void closedPanelsAreLeftOut() {
        opened_.find<QDockWidget>("heatmapDock")->close();
        QCoreApplication::processEvents();
        const QStringList left = names(walk());
        QVERIFY(!left.isEmpty());
        QVERIFY(!left.contains("heatmapView"));
    }

    void theFocusIsVisible_data() { everyControlOfEveryPanelIsReachedAndLeft_data(); }
    void theFocusIsVisible() {
        QFETCH(QString, dock);
        uncover(dock);
        const QList<QWidget *> stops = walk();
        QVERIFY(!stops.isEmpty());
        for (QWidget *stop : stops) {
            opened_.window()->setFocus();
            opened_.viewpoint()->setHovered({});
            QCoreApplication::processEvents();
            const QImage without = stop->grab().toImage();
            QCOMPARE(stop->grab().toImage(), without);
            stop->setFocus(Qt::TabFocusReason);
            opened_.viewpoint()->setHovered({});
            QCoreApplication::processEvents();
            QVERIFY2(stop->grab().toImage() != without, qPrintable(nameOf(stop)));
        }
    }
};

REGISTER_QT_TEST(FocusTest)
#include "window/tab_order_test.moc"
