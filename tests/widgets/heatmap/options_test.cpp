// SPDX-License-Identifier: GPL-3.0-or-later
// What can be chosen for the heatmap, and the menu in which it is.
#include <QAction>
#include <QMenu>
#include <QPushButton>
#include <QTimer>
#include <memory>

#include "tests/support/qt_test.h"
#include "tests/widgets/heatmap/window.h"
#include "widgets/text/numbers.h"

using namespace widgets;

class HeatmapOptionsTest : public QObject, HeatmapWindow {
    Q_OBJECT

  private:
    /// With pieces 2 and 3 of the source one word, and 1 and 2 of the target, of whose four weights
    /// only that of step 2, piece 3 is large.
    static std::shared_ptr<const model::Trace> withMergedWords(const model::Trace &trace) {
        auto changed = std::make_shared<model::Trace>(*withWeight(trace, 1, 2, 0.0F));
        changed = std::make_shared<model::Trace>(*withWeight(*changed, 1, 3, 0.01F));
        changed = std::make_shared<model::Trace>(*withWeight(*changed, 2, 2, 0.02F));
        changed = std::make_shared<model::Trace>(*withWeight(*changed, 2, 3, 0.78F));
        changed->source = support::withPiece(changed->source, 3, support::continueWord);
        changed->target[2].startsWord = false;
        changed->target[2].text.assign(1, 's');
        return changed;
    }

  private slots:
    void init() { open(); }
    void cleanup() { close(); }
    void mergingPiecesIsACommand();
    void aMergedCellSelectsItsStrongestPair();
    void theCursorSelectsTheStrongestPairToo();
    void theFirstWordsMayStandAtTheBottomAndOnTheRight();
    void aColourMapColoursCells();
    void marginsTellEntropyAndCoverage();
    void theMenuHasCopiesExportAndOptions();
};

void HeatmapOptionsTest::mergingPiecesIsACommand() {
    auto split = std::make_shared<model::Trace>(*trace_);
    split->source = support::withPiece(split->source, 2, support::continueWord);
    viewpoint_->setTrace(split);
    QCOMPARE(view_->plot()->data().columns.size(), std::size_t{6});
    QSignalSpy spy(view_.get(), &HeatmapPanel::optionsChanged);
    view_->findChild<QAction *>(QStringLiteral("heatmapWords"))->trigger();
    QCOMPARE(spy.count(), 1);
    QVERIFY(!view_->options().words);
    QCOMPARE(view_->plot()->data().columns.size(), std::size_t{7});
}

void HeatmapOptionsTest::aMergedCellSelectsItsStrongestPair() {
    viewpoint_->setTrace(withMergedWords(*trace_));
    QCOMPARE(view_->plot()->data().rows[1].end, 3);
    pointAt(centre(1, 2));
    QTRY_COMPARE(viewpoint_->hovered().source, 3);
    QCOMPARE(viewpoint_->hovered().step, 2);
    QCOMPARE(view_->plot()->marks().row, 1);
    QCOMPARE(view_->plot()->marks().column, 2);
    QVERIFY2(view_->caption().endsWith(QStringLiteral(", sum of 2 pieces, mean of 2 steps")),
             qPrintable(caption()));
    // A click computes the row's later piece, and with it the pair that matters.
    viewpoint_->setMoment(endOfStep(1, viewpoint_->extent()));
    pointAt(centre(1, 2));
    QTRY_COMPARE(viewpoint_->hovered().step, 1);
    QTest::mouseClick(view_->plot(), Qt::LeftButton, {}, centre(1, 2));
    QCOMPARE(viewpoint_->moment(), endOfStep(2, viewpoint_->extent()));
    QCOMPARE(viewpoint_->hovered().step, 2);
    QCOMPARE(viewpoint_->hovered().source, 3);
}

void HeatmapOptionsTest::theCursorSelectsTheStrongestPairToo() {
    viewpoint_->setTrace(withMergedWords(*trace_));
    view_->clearFocus();
    view_->setFocus(Qt::TabFocusReason);
    QTRY_VERIFY(view_->plot()->marks().cursor.has_value());
    QTest::keyClick(view_.get(), Qt::Key_Home);
    QTest::keyClick(view_.get(), Qt::Key_Down);
    QTest::keyClick(view_.get(), Qt::Key_Right);
    QTest::keyClick(view_.get(), Qt::Key_Right);
    QCOMPARE(*view_->plot()->marks().cursor, (HeatmapCell{1, 2}));
    QCOMPARE(viewpoint_->hovered().step, 2);
    QCOMPARE(viewpoint_->hovered().source, 3);
    // Enter computes what was pending.
    viewpoint_->setMoment(endOfReading(viewpoint_->extent()));
    QTest::keyClick(view_.get(), Qt::Key_Left);
    QTest::keyClick(view_.get(), Qt::Key_Right);
    QCOMPARE(viewpoint_->hovered().source, 2);
    QTest::keyClick(view_.get(), Qt::Key_Return);
    QCOMPARE(viewpoint_->hovered().source, 3);
}

void HeatmapOptionsTest::theFirstWordsMayStandAtTheBottomAndOnTheRight() {
    QVERIFY(view_->plot()->cellRect({0, 0}).top() < view_->plot()->cellRect({5, 0}).top());
    view_->findChild<QAction *>(QStringLiteral("heatmapTargetFromBottom"))->trigger();
    view_->findChild<QAction *>(QStringLiteral("heatmapSourceFromRight"))->trigger();
    const QRectF first = view_->plot()->cellRect({0, 0});
    QVERIFY(first.top() > view_->plot()->cellRect({5, 0}).top());
    QVERIFY(first.left() > view_->plot()->cellRect({0, 6}).left());
    QCOMPARE(*view_->plot()->cellAt(first.center()), (HeatmapCell{0, 0}));
    const HeatmapLayout &layout = view_->plot()->layoutOfParts();
    QCOMPARE(rowLabelRect(layout, 0, view_->plot()->labelMeasure()).center().y(),
             first.center().y());
    QCOMPARE(colourAt(0, 0, {4, 4}),
             Theme::light().weight(static_cast<double>(trace_->steps[0]->weights(0))));
    // The arrows go where they point.
    view_->clearFocus();
    view_->setFocus(Qt::TabFocusReason);
    QTest::keyClick(view_.get(), Qt::Key_Left);
    QTest::keyClick(view_.get(), Qt::Key_Down);
    QCOMPARE(*view_->plot()->marks().cursor, (HeatmapCell{4, 1}));
}

void HeatmapOptionsTest::aColourMapColoursCells() {
    const auto weight = static_cast<double>(trace_->steps[0]->weights(0));
    view_->findChild<QAction *>(QStringLiteral("heatmapColorsViridis"))->trigger();
    QCOMPARE(view_->options().colors, ColorMap::viridis);
    QCOMPARE(colourAt(0, 0, {4, 4}), colorOf(ColorMap::viridis, weight, Theme::light()));
    view_->findChild<QAction *>(QStringLiteral("heatmapColorsGreys"))->trigger();
    QCOMPARE(colourAt(0, 0, {4, 4}), colorOf(ColorMap::greys, weight, Theme::light()));
    QVERIFY(!view_->findChild<QAction *>(QStringLiteral("heatmapColorsViridis"))->isChecked());
}

void HeatmapOptionsTest::marginsTellEntropyAndCoverage() {
    auto changed = std::make_shared<model::Trace>(*trace_);
    auto one = std::make_shared<model::StepTrace>(*trace_->steps[2]);
    one->weights.setZero();
    one->weights.head(4).setConstant(0.25F);
    changed->steps[2] = one;
    viewpoint_->setTrace(changed);
    QVERIFY(view_->plot()->entropyBar(2).isNull());
    view_->findChild<QAction *>(QStringLiteral("heatmapEntropy"))->trigger();
    view_->findChild<QAction *>(QStringLiteral("heatmapCoverage"))->trigger();
    const QRectF bar = view_->plot()->entropyBar(2);
    const QRectF margin = view_->plot()->layoutOfParts().rowMargin;
    QVERIFY(std::abs(bar.width() - margin.width() * 2 / std::log2(7.0)) < 0.5);
    pointAt(QPoint(static_cast<int>(margin.center().x()), centre(2, 0).y()));
    QTRY_VERIFY2(caption().endsWith(QStringLiteral("2.000 bits")), qPrintable(caption()));
    QCOMPARE(viewpoint_->hovered().step, 2);
    double sum = 0;
    for (const auto &step : changed->steps)
        sum += static_cast<double>(step->weights(1));
    const QRectF below = view_->plot()->layoutOfParts().columnMargin;
    pointAt(QPoint(centre(0, 1).x(), static_cast<int>(below.center().y())));
    QTRY_VERIFY2(caption().endsWith(u' ' + QString::number(sum, 'f', 3)), qPrintable(caption()));
    QCOMPARE(viewpoint_->hovered().source, 1);
    QVERIFY(view_->plot()->coverageBar(1).height() > 1);
    // Coverage is of what has been computed.
    viewpoint_->setMoment(endOfReading(viewpoint_->extent()));
    QCOMPARE(view_->plot()->data().coverage[1], 0.0);
}

void HeatmapOptionsTest::theMenuHasCopiesExportAndOptions() {
    QStringList names;
    QTimer::singleShot(0, view_.get(), [&] {
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        for (const QAction *action : menu ? menu->actions() : QList<QAction *>())
            names.append(action->objectName());
        if (menu)
            menu->close();
    });
    QContextMenuEvent event(QContextMenuEvent::Keyboard, {50, 50}, view_->mapToGlobal(QPoint()));
    QApplication::sendEvent(view_.get(), &event);
    for (const char *name : {"heatmapWords", "heatmapColorsGreys", "heatmapCoverage",
                             "heatmapWhole", "copyPicture", "copyNumbers", "exportPicture"})
        QVERIFY2(names.contains(QLatin1String(name)), name);
}

REGISTER_QT_TEST(HeatmapOptionsTest)
#include "heatmap/options_test.moc"
