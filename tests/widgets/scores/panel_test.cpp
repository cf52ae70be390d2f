// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/scores/panel.h"

#include <QClipboard>
#include <QScrollBar>
#include <cmath>

#include "tests/support/qt_test.h"
#include "tests/widgets/scores/window.h"
#include "widgets/drawing/rows.h"
#include "widgets/drawing/theme.h"
#include "widgets/text/numbers.h"
#include "widgets/text/table.h"

using namespace widgets;

class ScoresViewTest : public QObject, ScoresWindow {
    Q_OBJECT

  private slots:
    void init() { open(); }
    void cleanup() { close(); }
    void numbersAreTheStepsOwn();
    void theSumIsThatOfTheWeightsInTheTrace();
    void aChangedWeightShowsInItsBar();
    void rowsOfBothPartsAreLevel();
    void beforeTheirStageValuesArePending();
    void hoveringARowMarksTheSourceWord();
    void clickingARowSelectsAndReleasesIt();
    void upAndDownMoveTheSelection();
    void manyRowsScrollAndFollowTheSelection();
    void theStrongestRowOfAStepIsInView();
    void forcedWeightsAreNamedSo();
    void exponentialsAreThoseOfTheScores();
    void exponentialsSayWhatTheyAre();
    void smallNumbersAreWrittenAlike();
    void aViewThatIsLowFromTheStartShowsItsRows();
    void aLowViewLeavesItsHeightToTheRows();
    void behindAnotherPanelItMayBecomeLow();
    void theTableHasScoresAndWeights();
    void readingEmptyAndBottleneckSayWhy();
};

void ScoresViewTest::numbersAreTheStepsOwn() {
    const model::StepTrace &step = *trace_->steps[2];
    QCOMPARE(view_->scores()->content().rows, 7);
    for (int row = 0; row < 7; ++row) {
        const double score = static_cast<double>(step.scores(row));
        const QString sign = score >= 0 ? QStringLiteral("+") : QStringLiteral("−");
        QCOMPARE(view_->scores()->numberText(row), sign + QString::number(std::abs(score), 'f', 2));
        QCOMPARE(view_->softmax()->numberText(row),
                 shareText(static_cast<double>(step.weights(row))));
    }
    QVERIFY(label("scoresCaption").startsWith(QStringLiteral("step 3: “")));
}

void ScoresViewTest::theSumIsThatOfTheWeightsInTheTrace() {
    QCOMPARE(view_->softmax()->content().footer, QStringLiteral("Σ = 1.000"));
    auto changed = std::make_shared<model::Trace>(*trace_);
    change(*changed, 2)->weights *= 0.5F;
    viewpoint_->setTrace(changed, true);
    QCOMPARE(view_->softmax()->content().footer, QStringLiteral("Σ = 0.500"));
}

void ScoresViewTest::aChangedWeightShowsInItsBar() {
    auto changed = std::make_shared<model::Trace>(*trace_);
    const auto step = change(*changed, 2);
    step->weights(4) = 1.0F;
    step->weights(5) = 0.25F;
    viewpoint_->setTrace(changed, true);
    const QRectF whole = view_->softmax()->barRect(4);
    const QRectF quarter = view_->softmax()->barRect(5);
    QVERIFY(whole.width() > 40);
    QVERIFY(std::abs(quarter.width() - whole.width() / 4) < 0.5);
    QCOMPARE(view_->softmax()->numberText(5), QStringLiteral("0.250"));
    const QImage image = view_->softmax()->grab().toImage();
    QCOMPARE(image.pixelColor(QPointF(whole.right() - 3, whole.center().y()).toPoint()),
             Theme::light().role(Role::attention));
    QCOMPARE(image.pixelColor(QPointF(whole.right() - 3, quarter.center().y()).toPoint()),
             Theme::light().surface);
}

void ScoresViewTest::rowsOfBothPartsAreLevel() {
    for (int row = 0; row < 7; ++row)
        QCOMPARE(view_->scores()->barRect(row).top(), view_->softmax()->barRect(row).top());
    QCOMPARE(view_->scores()->accessibleName(), QStringLiteral("Scores"));
    QCOMPARE(view_->softmax()->accessibleName(), QStringLiteral("Softmax"));
}

void ScoresViewTest::beforeTheirStageValuesArePending() {
    viewpoint_->setMoment({Stage::score, 2, 0.5});
    QVERIFY(view_->scores()->numberText(0).isEmpty());
    QCOMPARE(view_->softmax()->content().progress, 0.0);
    viewpoint_->setMoment({Stage::score, 2, 1});
    QVERIFY(!view_->scores()->numberText(0).isEmpty());
    QVERIFY(view_->softmax()->numberText(0).isEmpty());
    QCOMPARE(label("scoresCaption"), QStringLiteral("step 3"));
    viewpoint_->setMoment({Stage::softmax, 2, 1});
    QVERIFY(!view_->softmax()->numberText(0).isEmpty());
}

void ScoresViewTest::hoveringARowMarksTheSourceWord() {
    const QPoint place = view_->softmax()->barRect(3).center().toPoint();
    QTest::mouseMove(view_->softmax(), place);
    QTRY_COMPARE(viewpoint_->hovered().source, 3);
    QCOMPARE(viewpoint_->hovered().step, 2);
    QCOMPARE(view_->scores()->content().marked, 3);
}

void ScoresViewTest::clickingARowSelectsAndReleasesIt() {
    const QPoint place(20, view_->scores()->barRect(5).center().toPoint().y());
    QTest::mouseClick(view_->scores(), Qt::LeftButton, {}, place);
    QCOMPARE(viewpoint_->selected().source, 5);
    QTest::mouseClick(view_->scores(), Qt::LeftButton, {}, place);
    QCOMPARE(viewpoint_->selected().source, -1);
}

void ScoresViewTest::upAndDownMoveTheSelection() {
    view_->setFocus();
    QTest::keyClick(view_.get(), Qt::Key_Down);
    QCOMPARE(viewpoint_->selected().source, 0);
    QTest::keyClick(view_.get(), Qt::Key_Down);
    QCOMPARE(viewpoint_->selected().source, 1);
    QTest::keyClick(view_.get(), Qt::Key_Up);
    QTest::keyClick(view_.get(), Qt::Key_Up);
    QCOMPARE(viewpoint_->selected().source, 0);
}

void ScoresViewTest::manyRowsScrollAndFollowTheSelection() {
    auto *bar = view_->findChild<QScrollBar *>(QStringLiteral("scoresScrollBar"));
    QVERIFY(!bar->isVisible());
    viewpoint_->setTrace(support::syntheticTrace(60, 20));
    QTRY_VERIFY(bar->isVisible());
    viewpoint_->setSelected({.source = 50});
    QTRY_VERIFY(view_->scores()->rows().wholeRowVisible(50));
    QVERIFY(view_->softmax()->rows().wholeRowVisible(50));
    QVERIFY(!view_->scores()->rows().wholeRowVisible(0));
}

void ScoresViewTest::theStrongestRowOfAStepIsInView() {
    const auto trace = support::syntheticTrace(60, 20);
    viewpoint_->setTrace(trace);
    const auto strongest = [&](int step) {
        Eigen::Index row = 0;
        trace->steps[static_cast<std::size_t>(step)]->weights.maxCoeff(&row);
        return static_cast<int>(row);
    };
    QVERIFY(strongest(19) - strongest(0) > 20);
    for (const int step : {0, 19, 1}) {
        viewpoint_->setMoment(endOfStep(step, viewpoint_->extent()));
        QTRY_VERIFY(view_->softmax()->rows().wholeRowVisible(strongest(step)));
    }
}

void ScoresViewTest::forcedWeightsAreNamedSo() {
    QVERIFY(!view_->softmax()->content().title.contains(QStringLiteral("by hand")));
    auto changed = std::make_shared<model::Trace>(*trace_);
    change(*changed, 2)->weightsForced = true;
    viewpoint_->setTrace(changed, true);
    QVERIFY(view_->softmax()->content().title.contains(QStringLiteral("by hand")));
}

void ScoresViewTest::exponentialsAreThoseOfTheScores() {
    const model::Row &scores = trace_->steps[2]->scores;
    const QStringList column = view_->softmax()->content().column;
    QCOMPARE(column.size(), 7);
    QVERIFY(view_->softmax()->columnShown());
    int largest = 0;
    scores.maxCoeff(&largest);
    QCOMPARE(column[largest], QStringLiteral("1.000"));
    for (int j = 0; j < 7; ++j) {
        const double value = std::exp(static_cast<double>(scores(j) - scores.maxCoeff()));
        if (value >= 0.001)
            QVERIFY(std::abs(column[j].toDouble() - value) < 0.0006);
    }
    viewpoint_->setMoment({Stage::score, 2, 1});
    QVERIFY(view_->softmax()->content().column.isEmpty());
}

void ScoresViewTest::exponentialsSayWhatTheyAre() {
    const auto content = [this]() -> const ScoresContent & { return view_->softmax()->content(); };
    QCOMPARE(content().columnTitle, QStringLiteral("exp(e − max)"));
    QVERIFY(content().columnTip.contains(QStringLiteral("exp(e)")));
    const QRectF before = view_->softmax()->barRect(0);
    view_->setTemperature(2);
    QCOMPARE(content().columnTitle, QStringLiteral("exp((e − max)/τ)"));
    QCOMPARE(view_->softmax()->barRect(0).left(), before.left());
}

void ScoresViewTest::smallNumbersAreWrittenAlike() {
    QCOMPARE(shareText(0), QStringLiteral("0.000"));
    QCOMPARE(shareText(0.0004), QStringLiteral("<.001"));
    QCOMPARE(shareText(0.0006), QStringLiteral("0.001"));
    auto changed = std::make_shared<model::Trace>(*trace_);
    const auto step = change(*changed, 2);
    step->weights(1) = 1e-5F;
    step->scores(1) = -0.001F;
    viewpoint_->setTrace(changed, true);
    QCOMPARE(view_->softmax()->numberText(1), QStringLiteral("<.001"));
    QCOMPARE(view_->scores()->numberText(1), QStringLiteral("0.00"));
}

void ScoresViewTest::aViewThatIsLowFromTheStartShowsItsRows() {
    viewpoint_->setTrace(support::syntheticTrace(20, 5, 3));
    ScoresPanel low(viewpoint_.get());
    low.resize(460, low.fontMetrics().height() * 8);
    low.show();
    QVERIFY(QTest::qWaitForWindowExposed(&low));
    QCOMPARE(low.scores()->rows().count, 21);
    // Resized while another one is in front, which is told of another trace first.
    low.setCovered(true);
    low.resize(460, low.fontMetrics().height() * 20);
    viewpoint_->setTrace(support::syntheticTrace(40, 5, 3));
    low.resize(460, low.fontMetrics().height() * 8);
    low.setCovered(false);
    QCOMPARE(low.scores()->rows().count, 41);
}

void ScoresViewTest::aLowViewLeavesItsHeightToTheRows() {
    const auto *caption = view_->findChild<QLabel *>(QStringLiteral("scoresCaption"));
    const auto *sum = view_->findChild<QLabel *>(QStringLiteral("scoresSum"));
    const auto inView = [this] {
        const Rows rows = view_->scores()->rows();
        int whole = 0;
        for (int row = 0; row < rows.count; ++row)
            whole += rows.wholeRowVisible(row) ? 1 : 0;
        // They can be scrolled through to the end.
        const auto *bar = view_->findChild<QScrollBar *>(QStringLiteral("scoresScrollBar"));
        return bar->maximum() == std::lround(rows.maximumScroll()) ? whole : -1;
    };
    QVERIFY(caption->isVisible() && !sum->isVisible());
    const int line = view_->fontMetrics().height();
    // Where many rows are seen and the others never could be, they keep their size.
    viewpoint_->setTrace(support::syntheticTrace(120, 5, 3));
    view_->resize(460, line * 24);
    QCOMPARE(view_->scores()->rowFont(), view_->scores()->font());
    viewpoint_->setTrace(support::syntheticTrace(20, 5, 3));
    view_->resize(460, line * 15 / 2);
    QVERIFY(!caption->isVisible());
    QVERIFY2(inView() >= 5, qPrintable(QString::number(inView())));
    // Written smaller before it has to be scrolled to, but no smaller than can be read.
    const int pixels = QFontInfo(view_->scores()->rowFont()).pixelSize();
    QVERIFY(pixels < QFontInfo(view_->font()).pixelSize() && pixels >= 9);
    QCOMPARE(view_->scores()->rowFont(), view_->softmax()->rowFont());
    QCOMPARE(view_->scores()->rows().top(0) + view_->scores()->rows().scroll,
             view_->softmax()->rows().top(0) + view_->softmax()->rows().scroll);
    // What the weights add up to stands beside the slider, once there are weights.
    QVERIFY(sum->isVisible());
    QCOMPARE(sum->text(), QStringLiteral("Σ = 1.000"));
    const int width = slider()->width();
    viewpoint_->setMoment({Stage::softmax, 2, 0.5});
    QCOMPARE(sum->text(), QString());
    QCOMPARE(slider()->width(), width);
    viewpoint_->setMoment(endOfStep(2, viewpoint_->extent()));
    view_->resize(460, 320);
    QVERIFY(caption->isVisible());
    QVERIFY(!sum->isVisible());
    QVERIFY(inView() > 5);
}

void ScoresViewTest::behindAnotherPanelItMayBecomeLow() {
    view_->setCovered(true);
    const auto other = support::syntheticTrace(30, 5);
    viewpoint_->setTrace(other);
    view_->resize(400, 90);
    view_->resize(400, 500);
    QCoreApplication::processEvents();
    view_->setCovered(false);
    QCOMPARE(static_cast<int>(view_->softmax()->content().values.size()), other->sourceLength());
}

void ScoresViewTest::theTableHasScoresAndWeights() {
    const QStringList lines = tsv(view_->tables()).split(u'\n');
    QCOMPARE(lines.size(), 8);
    QCOMPARE(lines[0], QStringLiteral("word\te\texp(e − max)\tα"));
    const QStringList cells = lines[3].split(u'\t');
    QCOMPARE(cells[1].toFloat(), trace_->steps[2]->scores(2));
    QCOMPARE(cells[3].toFloat(), trace_->steps[2]->weights(2));
    view_->setTemperature(2);
    const QStringList others = tsv(view_->tables()).split(u'\n');
    QVERIFY2(others[0].endsWith(QStringLiteral("\tα\tτ\tα at τ")), qPrintable(others[0]));
    QCOMPARE(others[3].split(u'\t')[4], QStringLiteral("2"));
    QCOMPARE(others[3].split(u'\t')[5].toFloat(),
             softmaxOf(spanOf(trace_->steps[2]->scores), 2)[2]);
    view_->copyPicture();
    QCOMPARE(QApplication::clipboard()->image().width(), view_->width());
}

void ScoresViewTest::readingEmptyAndBottleneckSayWhy() {
    viewpoint_->setMoment({Stage::embed, 0, 0});
    QVERIFY(view_->message().contains(QStringLiteral("still being read")));
    QVERIFY(!view_->scores()->isVisible());
    viewpoint_->setTrace(support::tinyTrace("le chat", "tiny_bottleneck"));
    QVERIFY(view_->message().contains(QStringLiteral("no attention")));
    viewpoint_->setTrace(nullptr);
    QVERIFY(view_->message().startsWith(QStringLiteral("Type something above")));
    viewpoint_->setTrace(trace_);
    QVERIFY(view_->scores()->isVisible());
}

REGISTER_QT_TEST(ScoresViewTest)
#include "scores/panel_test.moc"
