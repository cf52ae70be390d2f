// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAction>
#include <QDockWidget>
#include <QLabel>
#include <QMainWindow>
#include <QTabBar>
#include <QWindow>
#include <cstdlib>
#include <utility>

#include "app/settings/appearance.h"
#include "tests/app/window/opened_window.h"
#include "tests/support/qt_test.h"
#include "widgets/drawing/theme.h"
#include "widgets/panel/panel.h"

namespace {

/// Notes how often a window changes its size.
class ResizeWatch : public QObject {
  public:
    ResizeWatch(QWidget *window, int *times) : times_(times) { window->installEventFilter(this); }
    bool eventFilter(QObject *, QEvent *event) override {
        *times_ += event->type() == QEvent::Resize;
        return false;
    }

  private:
    int *times_;
};

}  // namespace

/// The window's docks, as one arranges them.
class DocksTest : public QObject {
    Q_OBJECT

  private:
    OpenedWindow opened_;

    QDockWidget *dock(const QString &name) { return opened_.find<QDockWidget>(name); }
    static QString message(QDockWidget *dock) {
        return qobject_cast<widgets::Panel *>(dock->widget())->message();
    }

    QMap<QString, QSize> sizes() {
        QMap<QString, QSize> sizes;
        for (const auto *each : opened_.window()->findChildren<QDockWidget *>())
            if (!each->visibleRegion().isEmpty())
                sizes[each->objectName()] = each->size();
        return sizes;
    }
    /// The tab of a dock, and the tabs among which it is.
    std::pair<QTabBar *, int> tab(const QString &title) {
        for (auto *bar : opened_.find<QMainWindow>("stage")->findChildren<QTabBar *>())
            for (int i = 0; i < bar->count(); ++i)
                if (bar->isVisible() && bar->tabText(i) == title)
                    return {bar, i};
        return {nullptr, -1};
    }
    void clickTab(const QString &title) {
        const auto [bar, index] = tab(title);
        QVERIFY2(bar, qPrintable(title));
        QTest::mouseClick(bar, Qt::LeftButton, {}, bar->tabRect(index).center());
    }
    /// Closes the window as the user does, and starts anew.
    void restart() {
        opened_.window()->close();
        opened_.open();
    }

  private slots:
    void initTestCase() { opened_.useOwnSettings("attention-visualizer-docks-test"); }
    void init() {
        opened_.open();
        opened_.window()->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(opened_.window()));
        opened_.window()->resize(1000, 900);  // there is height for all groups
        opened_.find<QAction>("resetLayout")->trigger();
    }
    void cleanup() { opened_.close(); }

    /// What is pointed at in these is explained in the inspector.
    void theInspectorHidesNeitherScoresNorEmbeddings() {
        auto *stage = opened_.find<QMainWindow>("stage");
        const auto behind = stage->tabifiedDockWidgets(dock("inspectorDock"));
        QVERIFY(behind.contains(dock("wordChoiceDock")));
        for (const char *name :
             {"heatmapDock", "scoresDock", "statesDock", "contextDock", "embeddingsDock"})
            QVERIFY2(!behind.contains(dock(QString::fromLatin1(name))), name);
    }

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

    void resettingLeavesTheWindowItsSize() {
        opened_.window()->resize(760, 900);
        opened_.find<QMainWindow>("stage")->addDockWidget(Qt::LeftDockWidgetArea,
                                                          dock("contextDock"));
        dock("inspectorDock")->setFloating(true);
        dock("heatmapDock")->close();
        QCoreApplication::processEvents();
        const QSize before = opened_.window()->size();
        int resized = 0;
        const ResizeWatch watch(opened_.window(), &resized);
        opened_.find<QAction>("resetLayout")->trigger();
        QCoreApplication::processEvents();
        QCOMPARE(opened_.window()->size(), before);
        QCOMPARE(resized, 0);  // nor for a moment
        QVERIFY(dock("heatmapDock")->isVisible());
        QVERIFY(!dock("inspectorDock")->isFloating());
        QCOMPARE(tab("Hidden states").first, tab("Context").first);
        QCOMPARE(tab("Word choice").first, tab("Inspector").first);
        QCOMPARE(sizes().size(), 3);
    }

    void resettingKeepsTheFocusInItsPanel() {
        auto *view = opened_.find<QWidget>("heatmapView");
        view->setFocus();
        opened_.find<QAction>("resetLayout")->trigger();
        QCoreApplication::processEvents();
        QCOMPARE(QApplication::focusWidget(), view);
        clickTab("Hidden states");
        opened_.find<QWidget>("statesQuantity")->setFocus();
        opened_.find<QAction>("resetLayout")->trigger();
        QTRY_VERIFY(dock("scoresDock")->isAncestorOf(QApplication::focusWidget()));
    }

    void theirSizesAreRemembered() {
        // No larger than the screen: a later Qt gives no window back larger than that.
        opened_.window()->resize(790, 760);
        QCoreApplication::processEvents();
        auto *stage = opened_.find<QMainWindow>("stage");
        stage->resizeDocks({dock("heatmapDock")}, {480}, Qt::Horizontal);
        stage->resizeDocks({dock("heatmapDock"), dock("scoresDock")}, {230, 200}, Qt::Vertical);
        clickTab("Inspector");
        QCoreApplication::processEvents();
        const auto before = sizes();
        QVERIFY(std::abs(before["heatmapDock"].width() - 480) < 10);
        for (int i = 0; i < 2; ++i) {
            restart();
            QTRY_COMPARE(opened_.window()->size(), QSize(790, 760));
            QTRY_COMPARE(sizes(), before);
        }
    }

    void theirSizesInAMaximisedWindowAreRemembered() {
        opened_.window()->showMaximized();
        QCoreApplication::processEvents();
        QCoreApplication::processEvents();  // what the new size has left to be done
        auto *stage = opened_.find<QMainWindow>("stage");
        stage->resizeDocks({dock("heatmapDock")}, {380}, Qt::Horizontal);
        stage->resizeDocks({dock("heatmapDock"), dock("scoresDock")}, {250, 190}, Qt::Vertical);
        QCoreApplication::processEvents();
        const auto before = sizes();
        restart();
        QTRY_VERIFY(opened_.window()->isMaximized());
        QTRY_COMPARE(sizes(), before);
        opened_.window()->showNormal();
    }

    /// Window managers and large scales give a new window another size than it asked for.
    void theyKeepTheirShareOfAWindowThatGetsAnotherSizeAsItComesUp() {
        for (const QSize &size : {QSize(760, 600), QSize(1500, 900)}) {
            opened_.close();
            QSettings().clear();
            app::Session session;
            app::MainWindow window(&session);
            window.resize(1100, 800);
            window.show();
            auto *stage = window.findChild<QMainWindow *>("stage");
            QCoreApplication::sendPostedEvents(stage, QEvent::MetaCall);  // it comes up
            window.resize(size);
            const auto *heatmap = window.findChild<QDockWidget *>("heatmapDock");
            const auto isAThird = [&] {
                return heatmap->width() > size.width() / 3 && heatmap->width() < size.width() / 2;
            };
            QTRY_VERIFY2(isAThird(), qPrintable(QString::number(heatmap->width())));
            QCoreApplication::processEvents();
            QVERIFY(isAThird());
        }
        opened_.open();
    }

    void aWindowThatWasNeverInViewForgetsNothing() {
        dock("scoresDock")->close();
        opened_.window()->close();
        {
            app::Session session;
            app::MainWindow(&session).close();
        }
        opened_.open();
        QVERIFY(!dock("scoresDock")->isVisible());
    }

    void aFloatingOneComesBackAsAWindowOfTheWindowManagers() {
        auto *inspector = dock("inspectorDock");
        inspector->setFloating(true);
        inspector->setGeometry(100, 120, 300, 200);
        QVERIFY(QTest::qWaitForWindowExposed(inspector));
        const Qt::WindowFlags byHand = inspector->windowFlags();
        restart();
        QTRY_VERIFY(dock("inspectorDock")->isVisible());
        inspector = dock("inspectorDock");
        QVERIFY(inspector->isFloating());
        QCOMPARE(inspector->windowFlags(), byHand);
        QVERIFY(!byHand.testFlag(Qt::X11BypassWindowManagerHint));
        QCOMPARE(inspector->geometry(), QRect(100, 120, 300, 200));
        // Which keeps it in front of the main window.
        QCOMPARE(inspector->windowHandle()->transientParent(), opened_.window()->windowHandle());
    }

    void theWindowCanBeSmall() {
        opened_.window()->resize(600, 400);
        QTRY_VERIFY(opened_.window()->height() <= 600);
        opened_.window()->resize(900, 600);
        opened_.find<QAction>("resetLayout")->trigger();
        QTRY_COMPARE(opened_.window()->size(), QSize(900, 600));
        QVERIFY(opened_.find<QWidget>("unrolledView")->width() >= 450);
    }

    void theFrameOfAFloatingOneIsSeen() {
        auto *context = dock("contextDock");
        context->setTitleBarWidget(new QLabel("Context"));  // then no desktop frames it
        context->setFloating(true);
        QVERIFY(QTest::qWaitForWindowExposed(context));
        for (const auto appearance : {app::Appearance::dark, app::Appearance::light}) {
            app::applyAppearance(appearance);
            QCoreApplication::processEvents();
            const QColor frame = context->grab().toImage().pixelColor(0, context->height() / 2);
            const auto &theme = widgets::Theme::of(context->palette());
            QVERIFY(widgets::contrast(frame, theme.window) >= 3);
            QVERIFY(widgets::contrast(frame, theme.surface) >= 3);
        }
    }

    void theTabInFrontIsSeenInTheDark() {
        app::applyAppearance(app::Appearance::dark);
        QCoreApplication::processEvents();
        const auto fill = [this](const QString &title) {
            const auto [bar, index] = tab(title);
            const QRect rect = bar->tabRect(index);
            return bar->grab().toImage().pixelColor(rect.left() + 6, rect.center().y());
        };
        const QColor front = fill("Scores and softmax");
        const QColor behind = fill("Hidden states");
        const QColor expected = opened_.window()->palette().color(QPalette::Mid);
        app::applyAppearance(app::Appearance::light);
        QCOMPARE(front, expected);
        QVERIFY(behind != expected);
    }

    void theFocusGoesWithTheTab() {
        opened_.translate("Le chat dort.");
        auto *temperature = opened_.find<QWidget>("temperature");
        temperature->setFocus();
        QCOMPARE(QApplication::focusWidget(), temperature);
        clickTab("Hidden states");
        QTRY_VERIFY(dock("statesDock")->isAncestorOf(QApplication::focusWidget()));
        clickTab("Scores and softmax");
        QTRY_VERIFY(dock("scoresDock")->isAncestorOf(QApplication::focusWidget()));
    }
};

REGISTER_QT_TEST(DocksTest)
#include "window/dock_test.moc"
