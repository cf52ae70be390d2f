// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAction>
#include <QComboBox>
#include <QDockWidget>
#include <QMainWindow>
#include <QMenuBar>
#include <QScopeGuard>

#include <algorithm>
#include <cmath>

#include "app/window/dock.h"
#include "tests/app/window/opened_window.h"
#include "tests/support/qt_test.h"
#include "widgets/drawing/theme.h"
#include "widgets/heatmap/plot.h"
#include "widgets/panel/panel.h"
#include "widgets/timeline/view.h"

/// The window on screens of any size.
class RoomTest : public QObject {
    Q_OBJECT

  private:
    OpenedWindow opened_;

    QDockWidget *dock(const char *name) {
        return opened_.find<QDockWidget>(QString::fromLatin1(name));
    }
    void resize(int width, int height) {
        opened_.window()->resize(width, height);
        QTRY_COMPARE(opened_.window()->size(), QSize(width, height));
        QCoreApplication::processEvents();
    }
    QRect place(const QWidget *widget) {
        return {widget->mapTo(opened_.window(), QPoint()), widget->size()};
    }
    /// How many docks are in front.
    int groups() {
        int count = 0;
        for (const auto *each : opened_.openDocks())
            count += !each->isFloating() && !each->visibleRegion().isEmpty();
        return count;
    }

    /// How high the letters are that a dock writes above its panel.
    int titleHeight(QDockWidget *dock) {
        const QImage image = dock->grab().toImage();
        const QRect title(0, 0, dock->width() / 2, dock->widget()->y());
        int first = -1;
        int last = -1;
        for (int y = title.top(); y <= title.bottom(); ++y)
            for (int x = title.left() + 2; x < title.right(); ++x)
                if (qGray(image.pixel(x, y)) < 128) {
                    first = first < 0 ? y : first;
                    last = y;
                }
        return first < 0 ? 0 : last - first + 1;
    }

  private slots:
    void initTestCase() { opened_.useOwnSettings("attention-visualizer-room-test"); }
    void init() {
        opened_.open();
        opened_.find<QAction>("resetLayout")->trigger();
        opened_.translate("Le chat noir dort sur la chaise rouge de la cuisine de ma grand-mère.");
    }
    void cleanup() { opened_.close(); }

    void everythingIsInReach_data() {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<int>("text");
        for (const QSize size :
             {QSize(640, 400), QSize(800, 500), QSize(1024, 600), QSize(1366, 768)})
            QTest::addRow("%d x %d", size.width(), size.height()) << size << 1;
        for (const QSize size : {QSize(1366, 768), QSize(1920, 1080)})
            QTest::addRow("text of 200 %%, %d x %d", size.width(), size.height()) << size << 2;
    }
    void everythingIsInReach() {
        QFETCH(QSize, size);
        QFETCH(int, text);
        const QFont usual = QApplication::font();
        const auto back = qScopeGuard([&] { QApplication::setFont(usual); });
        QFont font = usual;
        font.setPointSizeF(font.pointSizeF() * text);
        QApplication::setFont(font);
        QCoreApplication::processEvents();
        resize(size.width(), size.height());
        const QRect window = opened_.window()->rect();
        const int em = opened_.window()->fontMetrics().height();
        const auto *timeline = opened_.find<widgets::TimelineView>("timelineView");
        for (const QWidget *part : std::initializer_list<const QWidget *>{
                 opened_.window()->menuBar(), opened_.edit(), opened_.find<QWidget>("model"),
                 opened_.find<QWidget>("translation"), timeline,
                 opened_.find<QWidget>("toEndButton"), opened_.find<QWidget>("timelineTrack"),
                 opened_.find<QWidget>("unrolledView")})
            QVERIFY2(window.contains(place(part)) && part->isVisible(),
                     qPrintable(part->objectName()));
        QVERIFY(opened_.edit()->width() >= 10 * em);
        QVERIFY(opened_.find<QWidget>("timelineTrack")->width() >= 10 * em);
        const QSize unrolled = opened_.find<QWidget>("unrolledView")->size();
        QVERIFY2(unrolled.width() >= 20 * em && unrolled.height() >= 8 * em,
                 qPrintable(QString("%1 x %2").arg(unrolled.width()).arg(unrolled.height())));
        for (auto *each : opened_.openDocks()) {
            each->raise();
            QTRY_VERIFY(!each->visibleRegion().isEmpty());
            const QWidget *panel = each->widget();
            QVERIFY(window.contains(place(panel)));
            QVERIFY2(panel->height() >= 7 * em && panel->width() >= 12 * em,
                     qPrintable(QString("%1: %2 x %3")
                                    .arg(panel->objectName())
                                    .arg(panel->width())
                                    .arg(panel->height())));
        }
    }

    void thereAreAsManyGroupsOfPanelsAsThereIsHeightFor() {
        resize(1200, 1100);
        QTRY_COMPARE(groups(), 3);
        resize(1200, 700);
        QTRY_COMPARE(groups(), 2);
        resize(1200, 400);
        QTRY_COMPARE(groups(), 1);
        QVERIFY2(!dock("heatmapDock")->visibleRegion().isEmpty(), "the uppermost is in front");
        resize(1200, 1100);
        QTRY_COMPARE(groups(), 3);
        QVERIFY(!dock("scoresDock")->visibleRegion().isEmpty());
        for (const char *name : {"heatmapDock", "scoresDock", "wordChoiceDock"})
            QVERIFY2(dock(name)->height() > opened_.window()->height() / 8, name);
        const auto *stage = opened_.find<QMainWindow>("stage");
        QVERIFY(stage->tabifiedDockWidgets(dock("inspectorDock")).contains(dock("wordChoiceDock")));
    }

    void everyRowOfTheHeatmapHasItsLabelOnASmallScreen() {
        resize(1366, 768);
        opened_.find<QAction>("resetLayout")->trigger();
        opened_.translate(
            "Le chat noir dort sur la chaise rouge de la cuisine de ma grand-mère "
            "pendant que nous mangeons.");
        QTRY_COMPARE(groups(), 3);
        const auto *plot = opened_.window()->findChild<widgets::HeatmapPlot *>();
        const auto unlabelled = [plot] {
            const auto labels =
                widgets::writtenRowLabels(plot->layoutOfParts(), {}, plot->labelMeasure());
            return std::ranges::count(labels, QRectF());
        };
        QTRY_COMPARE(unlabelled(), 0);
        QVERIFY(plot->layoutOfParts().rows >= 16);
    }

    void panelsKeepTheirShareOfTheWidth() {
        resize(1000, 1000);
        auto *stage = opened_.find<QMainWindow>("stage");
        stage->resizeDocks({dock("heatmapDock")}, {500}, Qt::Horizontal);
        QTRY_VERIFY(std::abs(dock("heatmapDock")->width() - 500) < 3);
        QCoreApplication::processEvents();
        for (int width = 1010; width <= 2000; width += 90)
            resize(width, 1000);
        resize(2000, 1000);
        QTRY_VERIFY(std::abs(dock("heatmapDock")->width() - 1000) < 20);
        resize(1000, 1000);
        QTRY_VERIFY(std::abs(dock("heatmapDock")->width() - 500) < 20);
    }

    void whatWasInFrontAndWhatWasClosedStaysSo() {
        resize(1200, 1100);
        dock("contextDock")->raise();
        dock("inspectorDock")->raise();
        dock("scoresDock")->close();
        QCoreApplication::processEvents();
        resize(1200, 700);
        QTRY_COMPARE(groups(), 2);
        QVERIFY2(!dock("heatmapDock")->visibleRegion().isEmpty(), "the uppermost is in front");
        QVERIFY(!dock("inspectorDock")->visibleRegion().isEmpty());
        QVERIFY(!dock("scoresDock")->isVisible());
        resize(1200, 1100);
        QTRY_COMPARE(groups(), 3);
        QVERIFY(!dock("scoresDock")->isVisible());
    }

    void panelsKnowThatTheyAreInViewWhereverTheyAre() {
        for (const int height : {1100, 700, 400, 1100}) {
            resize(1200, height);
            for (auto *each : opened_.openDocks()) {
                each->raise();
                QTRY_VERIFY(!each->visibleRegion().isEmpty());
                const auto *panel = qobject_cast<widgets::Panel *>(each->widget());
                QTRY_COMPARE_WITH_TIMEOUT(panel->message(), QString(), OpenedWindow::patience);
            }
        }
    }

    void aLongerTranslationMovesNoPanels() {
        for (int height = 500; height < 900; height += 20) {
            resize(700, height);
            opened_.translate("Oui.");
            QCoreApplication::processEvents();
            const int before = groups();
            opened_.translate("Le chat noir dort sur la chaise rouge de la cuisine de ma voisine.");
            QCoreApplication::processEvents();
            QCOMPARE(groups(), before);
        }
    }

    void whatTheUserArrangedStaysAsItIs() {
        resize(1200, 1100);
        auto *stage = opened_.find<QMainWindow>("stage");
        stage->addDockWidget(Qt::LeftDockWidgetArea, dock("contextDock"));
        QCoreApplication::processEvents();
        resize(1200, 400);
        QCOMPARE(stage->dockWidgetArea(dock("contextDock")), Qt::LeftDockWidgetArea);
        QTRY_COMPARE(groups(), 4);
        QVERIFY(opened_.window()->rect().contains(place(opened_.find<QWidget>("timelineView"))));
    }

    void aSmallScreenGetsNoMoreGroupsThanFit() {
        resize(1200, 1100);
        QTRY_COMPARE(groups(), 3);
        opened_.window()->close();
        QSettings().remove("window/geometry");  // as on another screen
        opened_.open();
        resize(900, 500);
        QTRY_COMPARE(groups(), 1);
    }

    void aPresentationHasTheWholeScreenAndLargerText() {
        resize(1000, 700);
        const auto *edit = opened_.edit();
        const auto *play = opened_.find<QWidget>("playButton");
        const int line = opened_.window()->fontMetrics().height();
        const int field = edit->fontMetrics().height();
        const int button = play->height();
        const int title = titleHeight(dock("heatmapDock"));
        QCOMPARE(widgets::Theme::of(*dock("heatmapDock")).lines, 1.0);
        QTest::keyClick(opened_.window(), Qt::Key_F11);
        QVERIFY(opened_.window()->isFullScreen());
        QTRY_VERIFY(opened_.window()->fontMetrics().height() > 1.3 * line);
        QTRY_VERIFY(edit->fontMetrics().height() > 1.3 * field);
        QTRY_VERIFY(play->height() > 1.3 * button);
        QTRY_VERIFY(dock("heatmapDock")->widget()->fontMetrics().height() > 1.3 * line);
        QVERIFY(titleHeight(dock("heatmapDock")) > title);
        for (const auto *panel : opened_.window()->findChildren<widgets::Panel *>())
            QCOMPARE(widgets::Theme::of(*panel).lines, 1.5);
        QTest::keyClick(opened_.find<QWidget>("timelineTrack"), Qt::Key_Escape);
        QVERIFY(!opened_.window()->isFullScreen());
        QTRY_COMPARE(opened_.window()->fontMetrics().height(), line);
        QTRY_COMPARE(edit->fontMetrics().height(), field);
        QTRY_COMPARE(play->height(), button);
        QCOMPARE(titleHeight(dock("heatmapDock")), title);
    }

    void aPresentationEndsWithTheWindow() {
        const QFont font = QApplication::font();
        QTest::keyClick(opened_.window(), Qt::Key_F11);
        opened_.window()->close();
        QCOMPARE(QApplication::font(), font);
        opened_.open();
        QVERIFY(!opened_.window()->isFullScreen());
    }

    void aPanelThatIsDockedOrOpenedAgainIsInFront() {
        resize(1200, 1100);
        dock("contextDock")->setFloating(true);
        QCoreApplication::processEvents();
        dock("contextDock")->setFloating(false);
        QTRY_VERIFY(!dock("contextDock")->visibleRegion().isEmpty());
        dock("statesDock")->close();
        dock("statesDock")->toggleViewAction()->trigger();
        QTRY_VERIFY(!dock("statesDock")->visibleRegion().isEmpty());
    }
};

REGISTER_QT_TEST(RoomTest)
#include "window/room_test.moc"
