// SPDX-License-Identifier: GPL-3.0-or-later
// How much attention and units matter, asked for in the window.
#include <QAction>
#include <QDockWidget>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>

#include "tests/app/window/opened_window.h"
#include "tests/support/qt_test.h"
#include "widgets/beam/canvas.h"
#include "widgets/effects/panel.h"
#include "widgets/heatmap/panel.h"
#include "widgets/text/numbers.h"
#include "widgets/viewpoint/edit.h"

class EffectsTest : public QObject {
    Q_OBJECT

  private:
    static constexpr int step_ = 6;
    OpenedWindow opened_;

    widgets::HeatmapPlot *plot() {
        return opened_.find<widgets::HeatmapPanel>("heatmapView")->plot();
    }
    QPushButton *button(const char *name) { return opened_.find<QPushButton>(name); }
    const widgets::Derived &derived() { return opened_.viewpoint()->derived(); }

  private slots:
    void initTestCase() { opened_.useOwnSettings("attention-visualizer-effects-test"); }
    void init() {
        opened_.open();
        opened_.window()->resize(1400, 1000);
        opened_.translate("La petite fille lit un livre bleu.");
        opened_.viewpoint()->setMoment(widgets::endOfStep(step_, opened_.viewpoint()->extent()));
        opened_.find<QDockWidget>("effectsDock")->raise();
        QCoreApplication::processEvents();
    }
    void cleanup() { opened_.close(); }

    void attentionsEffectsStandBesideTheHeatmapAndAsText() {
        QVERIFY(plot()->layoutOfParts().effects.isNull());
        QTest::mouseClick(button("effectsButton"), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(derived().effects, OpenedWindow::patience);
        QVERIFY(!plot()->layoutOfParts().effects.isNull());
        QTRY_COMPARE(plot()->data().effects.rows(), plot()->data().weights.rows());
        QVERIFY(opened_.find<QLabel>("effectsText")->text().contains("uniform attention"));
        const int row = plot()->data().rowOf(step_);
        QTest::mouseMove(plot(), plot()->effectCell(row, 0).center().toPoint());
        QTRY_VERIFY(opened_.find<widgets::HeatmapPanel>("heatmapView")
                        ->caption()
                        .startsWith("uniform attention would change"));
        QTest::mouseClick(button("effectsButton"), Qt::LeftButton);
        QVERIFY(plot()->layoutOfParts().effects.isNull());
    }

    void theHeatmapsOptionAsksForThemToo() {
        opened_.find<QAction>("heatmapEffects")->trigger();
        QVERIFY(opened_.viewpoint()->wanted(widgets::DerivedValue::effects));
        QTRY_VERIFY_WITH_TIMEOUT(derived().effects, OpenedWindow::patience);
        opened_.find<QAction>("heatmapEffects")->trigger();
        QVERIFY(!opened_.viewpoint()->wanted(widgets::DerivedValue::effects));
    }

    void theyCanBeCancelled() {
        QTest::mouseClick(button("effectsButton"), Qt::LeftButton);
        QVERIFY(derived().pending.testFlag(widgets::DerivedValue::effects));
        QCOMPARE(button("effectsButton")->text(), QString("Cancel"));
        QTest::mouseClick(button("effectsButton"), Qt::LeftButton);
        QVERIFY(!derived().pending);
        QVERIFY(!derived().effects);
        QVERIFY(!opened_.find<QAction>("heatmapEffects")->isChecked());
    }

    void aScanRanksUnitsAndAClickGoesToOne() {
        auto *list = opened_.find<QTableWidget>("unitsList");
        QVERIFY(!list->isVisible());
        QTest::mouseClick(button("unitsButton"), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(derived().units, OpenedWindow::patience);
        QVERIFY(list->isVisible());
        QCOMPARE(list->rowCount(), 512);
        const auto &effects = derived().units->effects;
        QVERIFY(std::abs(effects[0].change) >= std::abs(effects[1].change));
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                          list->visualItemRect(list->item(1, 0)).center());
        const widgets::Selection selected{
            .step = step_, .strip = widgets::Vector::decoderState, .unit = effects[1].unit};
        QVERIFY(opened_.viewpoint()->selected() == selected);
    }

    void withAnEditThoseOfTheOriginalStandBesideThem() {
        opened_.viewpoint()->ask(widgets::attendEvenly(*opened_.viewpoint()->trace(), step_));
        QTRY_VERIFY(opened_.session()->upToDate() && opened_.viewpoint()->original());
        QTest::mouseClick(button("effectsButton"), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(derived().effects && derived().referenceEffects,
                                 OpenedWindow::patience);
        QTRY_VERIFY(opened_.find<QLabel>("effectsText")
                        ->text()
                        .contains("In brackets: the same in the original."));
        // The same beside the heatmap.
        const int row = plot()->data().rowOf(step_);
        QTRY_VERIFY(plot()->data().originalEffects.rows() > row);
        const auto before = plot()->effectBefore(row, 0);
        QVERIFY(before && !plot()->effectMark(row, 0).isNull());
        QTest::mouseMove(plot(), plot()->effectCell(row, 0).center().toPoint());
        QTRY_VERIFY(opened_.find<widgets::HeatmapPanel>("heatmapView")
                        ->caption()
                        .endsWith(widgets::percentage(*before) + " in the original"));
        auto *list = opened_.find<QTableWidget>("unitsList");
        QTest::mouseClick(button("unitsButton"), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(derived().units, OpenedWindow::patience);
        QCOMPARE(list->columnCount(), 5);
        QCOMPARE(list->horizontalHeaderItem(4)->text(), QString("in the original"));
        const int unit = derived().units->effects[0].unit;
        QCOMPARE(
            list->item(0, 4)->text(),
            widgets::signedNumber(derived().units->referenceEffects[std::size_t(unit)].change, 4));
        QVERIFY(opened_.find<QLabel>("unitsText")->text().contains("in the original:"));
        QCOMPARE(opened_.find<widgets::EffectsPanel>("effectsPanel")->tables()[1].shape().columns,
                 std::size_t{6});
        // Another reference has not been scanned.
        opened_.find<QAction>("pinReference")->trigger();
        QTRY_COMPARE(list->columnCount(), 4);
    }

    void theHeatmapShowsAPathOfTheBeamThatIsPointedAt() {
        opened_.find<QDockWidget>("beamDock")->raise();
        auto *canvas = opened_.find<widgets::BeamCanvas>("beamCanvas");
        QTRY_VERIFY_WITH_TIMEOUT(derived().beam, OpenedWindow::patience);
        QCoreApplication::processEvents();
        const long before = plot()->data().weights.rows();
        QTest::mouseMove(canvas->viewport(), canvas->nodeRect(0).center().toPoint());
        QTRY_COMPARE(plot()->data().weights.rows(), 1L);
        canvas->setFocus(Qt::TabFocusReason);
        opened_.edit()->setFocus(Qt::TabFocusReason);
        QTRY_COMPARE(plot()->data().weights.rows(), before);
    }

    void aScanCanBeCancelled() {
        QTest::mouseClick(button("unitsButton"), Qt::LeftButton);
        QVERIFY(derived().pending.testFlag(widgets::DerivedValue::units));
        QTest::mouseClick(button("unitsButton"), Qt::LeftButton);
        QVERIFY(!derived().pending);
        QVERIFY(!derived().units);
    }
};

REGISTER_QT_TEST(EffectsTest)
#include "session/effects_test.moc"
