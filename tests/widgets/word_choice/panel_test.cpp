// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/word_choice/panel.h"
#include "widgets/text/table.h"

#include <QApplication>
#include <QClipboard>
#include <QTableWidget>
#include <QTest>
#include <QToolButton>
#include <algorithm>
#include <cmath>

#include "tests/support/qt_test.h"
#include "tests/support/traces.h"
#include "widgets/drawing/theme.h"
#include "widgets/text/numbers.h"
#include "widgets/viewpoint/viewpoint.h"

using namespace widgets;

class WordChoiceViewTest : public QObject {
    Q_OBJECT

  private slots:
    void init();
    void cleanup();
    void probabilitiesAreTheTraces();
    void theChosenWordIsAlwaysShown();
    void aChangedProbabilityShowsInItsBar();
    void theEntropyIsInBits();
    void beforeItsStageNothingIsTold();
    void readingAndEmptySayWhy();
    void theRunnerUpIsNamed();
    void aWordThatWasNotTheMostProbableSaysSo();
    void theTableOfStepsLeadsToThem();
    void whatTheMomentHasNotReachedIsPending();
    void theTableHasEveryCandidate();
    void theCandidateUnderThePointerIsMarked();
    void theKeysMoveThroughTheCandidates();
    void theTableOfStepsFollowsTheMoment();
    void aButtonShowsTheTableOfSteps();
    void besideTheTableOnlyWholeBarsAreShown();
    void stepsAreCopiedWhole();
    void percentagesAreShort();

  private:
    std::unique_ptr<Viewpoint> viewpoint_;
    std::unique_ptr<WordChoicePanel> view_;
    std::shared_ptr<const model::Trace> trace_;
};

void WordChoiceViewTest::init() {
    QApplication::setPalette(Theme::light().palette());
    trace_ = support::syntheticTrace(6, 5, 3);
    viewpoint_ = std::make_unique<Viewpoint>();
    viewpoint_->setTrace(trace_);
    viewpoint_->setMoment(endOfStep(1, viewpoint_->extent()));
    view_ = std::make_unique<WordChoicePanel>(viewpoint_.get());
    view_->resize(420, 180);
    view_->show();
    QVERIFY(QTest::qWaitForWindowExposed(view_.get()));
}

void WordChoiceViewTest::cleanup() {
    view_.reset();
    viewpoint_.reset();
}

void WordChoiceViewTest::probabilitiesAreTheTraces() {
    const auto &candidates = trace_->steps[1]->candidates;
    QVERIFY(view_->choices().size() >= 4);
    for (std::size_t i = 0; i < view_->choices().size(); ++i)
        QVERIFY(std::abs(view_->choices()[i].probability -
                         std::exp(static_cast<double>(candidates[i].logProbability))) < 1e-9);
    QCOMPARE(view_->accessibleName(), QStringLiteral("Word choice"));
}

void WordChoiceViewTest::theChosenWordIsAlwaysShown() {
    auto changed = std::make_shared<model::Trace>(*trace_);
    const auto &candidates = trace_->steps[1]->candidates;
    changed->choices[1] = {candidates.back(), static_cast<int>(candidates.size()) - 1, true};
    viewpoint_->setTrace(changed, true);
    const auto &choices = view_->choices();
    QVERIFY(choices.size() < candidates.size());
    QCOMPARE(std::count_if(choices.begin(), choices.end(),
                           [](const WordChoice &choice) { return choice.chosen; }),
             std::ptrdiff_t{1});
    QVERIFY(choices.back().chosen);
    QVERIFY(view_->caption().contains(QStringLiteral("by hand")));
}

void WordChoiceViewTest::aChangedProbabilityShowsInItsBar() {
    auto changed = std::make_shared<model::Trace>(*trace_);
    auto step = std::make_shared<model::StepTrace>(*trace_->steps[1]);
    step->candidates[0].logProbability = 0;
    step->candidates[1].logProbability = std::log(0.5F);
    changed->choices[1].candidate = step->candidates[0];
    changed->steps[1] = step;
    viewpoint_->setTrace(changed, true);
    const QRectF whole = view_->bars()->barRect(0);
    const QRectF half = view_->bars()->barRect(1);
    QVERIFY(whole.width() > 40);
    QVERIFY(std::abs(half.width() - whole.width() / 2) < 0.5);
    const QImage image = view_->bars()->grab().toImage();
    QCOMPARE(image.pixelColor(QPointF(whole.right() - 3, whole.center().y()).toPoint()),
             Theme::light().role(Role::target));
    QCOMPARE(image.pixelColor(QPointF(half.left() + 3, half.center().y()).toPoint()),
             Theme::light().strongFill(Role::target));
}

void WordChoiceViewTest::theEntropyIsInBits() {
    auto changed = std::make_shared<model::Trace>(*trace_);
    auto step = std::make_shared<model::StepTrace>(*trace_->steps[1]);
    step->entropy = std::log(8.0F);
    changed->steps[1] = step;
    viewpoint_->setTrace(changed, true);
    QVERIFY(view_->caption().contains(QStringLiteral("3.00 bits")));
}

void WordChoiceViewTest::beforeItsStageNothingIsTold() {
    viewpoint_->setMoment({Stage::context, 1, 1});
    QVERIFY(!view_->caption().contains(QStringLiteral("bits")));
    const QRectF bar = view_->bars()->barRect(0);
    QVERIFY(bar.width() < 2);
    viewpoint_->setMoment({Stage::word, 1, 1});
    QVERIFY(view_->caption().contains(QStringLiteral("bits")));
    QVERIFY(view_->bars()->barRect(0).width() > 20);
}

void WordChoiceViewTest::readingAndEmptySayWhy() {
    viewpoint_->setMoment({Stage::embed, 0, 0});
    QVERIFY(view_->choices().empty());
    QVERIFY(view_->message().contains(QStringLiteral("still being read")));
    viewpoint_->setTrace(nullptr);
    QVERIFY(view_->message().startsWith(QStringLiteral("Type something above")));
    QCOMPARE(view_->grab().size(), view_->size());
}

void WordChoiceViewTest::theRunnerUpIsNamed() {
    QCOMPARE(trace_->choices[1].rank, 0);
    const WordChoice &other = view_->choices()[1];
    QCOMPARE(view_->runnerUp(),
             QStringLiteral("instead of “%1”: runner-up “%2”, %3")
                 .arg(view_->choices()[0].label, other.label, percentage(other.probability)));
    viewpoint_->setMoment({Stage::word, 1, 0.5});
    QVERIFY(view_->runnerUp().isEmpty());
}

void WordChoiceViewTest::aWordThatWasNotTheMostProbableSaysSo() {
    auto changed = std::make_shared<model::Trace>(*trace_);
    changed->choices[1] = {trace_->steps[1]->candidates[2], 2, false};
    viewpoint_->setTrace(changed, true);
    QVERIFY(view_->runnerUp().contains(
        QStringLiteral("most probable was “%1”").arg(view_->choices()[0].label)));
}

void WordChoiceViewTest::theTableOfStepsLeadsToThem() {
    QVERIFY(!view_->stepsShown());
    view_->resize(420, 420);
    view_->setStepsShown(true);
    auto *steps = view_->findChild<QTableWidget *>(QStringLiteral("wordChoiceSteps"));
    QVERIFY(steps->isVisible());
    QCOMPARE(steps->rowCount(), trace_->targetLength());
    for (int row = 0; row < steps->rowCount(); ++row) {
        const model::StepTrace &step = *trace_->steps[static_cast<std::size_t>(row)];
        QCOMPARE(steps->item(row, 2)->text(),
                 percentage(std::exp(static_cast<double>(trace_->chosen(row).logProbability))));
        QCOMPARE(steps->item(row, 4)->text(),
                 percentage(std::exp(static_cast<double>(step.candidates[1].logProbability))));
        QCOMPARE(steps->item(row, 5)->text(), QString::number(entropyBits(step), 'f', 2));
    }
    QCOMPARE(steps->selectionModel()->selectedRows().first().row(), 1);
    const QRect cell = steps->visualItemRect(steps->item(3, 1));
    QTest::mouseClick(steps->viewport(), Qt::LeftButton, {}, cell.center());
    QCOMPARE(viewpoint_->moment(), endOfStep(3, viewpoint_->extent()));
    QCOMPARE(steps->selectionModel()->selectedRows().first().row(), 3);
}

void WordChoiceViewTest::whatTheMomentHasNotReachedIsPending() {
    view_->setStepsShown(true);
    auto *steps = view_->findChild<QTableWidget *>(QStringLiteral("wordChoiceSteps"));
    const auto color = [&](int row) { return steps->item(row, 2)->foreground().color(); };
    QCOMPARE(color(1), Theme::light().text);
    QCOMPARE(color(2), Theme::light().pending);
    viewpoint_->setMoment(endOfStep(2, viewpoint_->extent()));
    QCOMPARE(color(2), Theme::light().text);
}

void WordChoiceViewTest::theTableHasEveryCandidate() {
    const model::StepTrace &step = *trace_->steps[1];
    const QStringList lines = tsv(view_->tables()).split(u'\n');
    QCOMPARE(lines.size(), static_cast<qsizetype>(step.candidates.size()) + 1);
    QCOMPARE(lines[0], QStringLiteral("rank\tpiece\tprobability\tlog-probability"));
    const QStringList cells = lines[3].split(u'\t');
    QCOMPARE(cells[0], QStringLiteral("3"));
    QVERIFY(std::abs(cells[3].toFloat() - step.candidates[2].logProbability) < 1e-4F);
    viewpoint_->setMoment({Stage::word, 1, 0.5});
    QVERIFY(tsv(view_->tables()).isEmpty());
}

void WordChoiceViewTest::theCandidateUnderThePointerIsMarked() {
    WordChoiceBars *bars = view_->bars();
    const QRectF bar = bars->barRect(2);
    const QPoint beside(bars->width() - 4, bar.center().toPoint().y());
    QVERIFY(bars->grab().toImage().pixelColor(beside) != Theme::light().fill(Role::target));
    QTest::mouseMove(bars, beside);
    QTRY_COMPARE(bars->content().cursor, 2);
    QCOMPARE(bars->grab().toImage().pixelColor(beside), Theme::light().fill(Role::target));
    QVERIFY(view_->accessibleDescription().startsWith(bars->rowText(2)));
    // The other views hear of it.
    QCOMPARE(viewpoint_->hovered().piece, trace_->steps[1]->candidates[2].id);
    QCOMPARE(viewpoint_->hovered().step, 1);
    QTest::mouseMove(bars, QPoint(beside.x(), 3));
    QTRY_COMPARE(bars->content().cursor, -1);
    QVERIFY(viewpoint_->hovered().empty());
}

void WordChoiceViewTest::theKeysMoveThroughTheCandidates() {
    const auto &candidates = trace_->steps[1]->candidates;
    const int last = static_cast<int>(view_->choices().size()) - 1;
    view_->setFocus(Qt::TabFocusReason);
    QTRY_VERIFY(view_->hasFocus());
    const auto after = [&](Qt::Key key) {
        QTest::keyClick(view_.get(), key);
        const int piece = viewpoint_->hovered().piece;
        const auto found = std::find_if(candidates.begin(), candidates.end(),
                                        [piece](const auto &one) { return one.id == piece; });
        return found == candidates.end() ? -1 : static_cast<int>(found - candidates.begin());
    };
    QCOMPARE(after(Qt::Key_Down), 0);
    QCOMPARE(after(Qt::Key_Down), 1);
    QCOMPARE(after(Qt::Key_End), last);
    QCOMPARE(after(Qt::Key_Down), last);
    QCOMPARE(after(Qt::Key_Up), last - 1);
    QCOMPARE(after(Qt::Key_Home), 0);
    QCOMPARE(after(Qt::Key_Up), 0);
    QCOMPARE(after(Qt::Key_Escape), -1);
    QCOMPARE(after(Qt::Key_Up), last);
    // The candidate at the cursor becomes another one with the moment.
    viewpoint_->setMoment(endOfStep(2, viewpoint_->extent()));
    QCOMPARE(viewpoint_->hovered().step, 2);
    QCOMPARE(viewpoint_->hovered().piece,
             trace_->steps[2]->candidates[static_cast<std::size_t>(last)].id);
    // What another view points at is not taken from it.
    viewpoint_->setHovered({.source = 1});
    view_->clearFocus();
    QTRY_VERIFY(!view_->hasFocus());
    QCOMPARE(viewpoint_->hovered(), Selection{.source = 1});
}

void WordChoiceViewTest::theTableOfStepsFollowsTheMoment() {
    viewpoint_->setTrace(support::syntheticTrace(6, 60, 3));
    view_->setStepsShown(true);
    auto *steps = view_->findChild<QTableWidget *>(QStringLiteral("wordChoiceSteps"));
    for (const int step : {59, 0, 30}) {
        viewpoint_->setMoment(endOfStep(step, viewpoint_->extent()));
        QTRY_VERIFY(steps->viewport()->rect().contains(
            steps->visualItemRect(steps->item(step, 1)).center()));
        QCOMPARE(steps->selectionModel()->selectedRows().first().row(), step);
    }
}

void WordChoiceViewTest::aButtonShowsTheTableOfSteps() {
    auto *button = view_->findChild<QToolButton *>(QStringLiteral("wordChoiceStepsButton"));
    QVERIFY(button->isVisible());
    QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(view_->stepsShown());
    view_->setStepsShown(false);
    QVERIFY(!button->isChecked());
}

void WordChoiceViewTest::besideTheTableOnlyWholeBarsAreShown() {
    const int line = view_->fontMetrics().height();
    auto *steps = view_->findChild<QTableWidget *>(QStringLiteral("wordChoiceSteps"));
    view_->setMinimumHeight(1);  // as a dock may have it
    view_->setStepsShown(true);
    for (const int height : {7 * line, 8 * line, 10 * line, 13 * line, 20 * line}) {
        view_->resize(420, height);
        QTRY_COMPARE(view_->height(), height);
        const auto rows = static_cast<int>(view_->choices().size());
        QVERIFY(rows >= 1);
        QVERIFY(view_->bars()->barRect(rows - 1).bottom() < view_->bars()->height());
        QVERIFY(view_->bars()->geometry().bottom() < steps->geometry().top());
        for (const int step : {0, 4, 1}) {
            viewpoint_->setMoment(endOfStep(step, viewpoint_->extent()));
            QVERIFY(
                steps->viewport()->rect().contains(steps->visualItemRect(steps->item(step, 1))));
        }
        QVERIFY(steps->mapTo(view_.get(), steps->rect().bottomLeft()).y() < height);
    }
    // The runner-up stands in the table, and again on top without it.
    const QRectF beside = view_->bars()->barRect(0);
    QVERIFY(!view_->runnerUp().isEmpty());
    view_->setStepsShown(false);
    QVERIFY(view_->bars()->barRect(0).top() > beside.top() + line / 2.0);
}

void WordChoiceViewTest::stepsAreCopiedWhole() {
    view_->setStepsShown(true);
    const QStringList tables = tsv(view_->tables()).split(QStringLiteral("\n\n"));
    QCOMPARE(tables.size(), 2);
    QCOMPARE(tables[1].split(u'\n').size(), trace_->targetLength() + 1);
    auto *steps = view_->findChild<QTableWidget *>(QStringLiteral("wordChoiceSteps"));
    steps->setFocus();
    QTest::keySequence(steps, QKeySequence::Copy);
    const QStringList lines = QApplication::clipboard()->text().split(u'\n');
    QCOMPARE(lines.size(), 2);
    QCOMPARE(lines[1], tables[1].split(u'\n')[2]);  // below the headings, the second step
    QCOMPARE(lines[1].split(u'\t').size(), 6);
}

void WordChoiceViewTest::percentagesAreShort() {
    QCOMPARE(percentage(0.911), QStringLiteral("91%"));
    QCOMPARE(percentage(1), QStringLiteral("100%"));
    QCOMPARE(percentage(0.0234), QStringLiteral("2.3%"));
    QCOMPARE(percentage(0.0996), QStringLiteral("10%"));
    QCOMPARE(percentage(0.0004), QStringLiteral("0.04%"));
    QCOMPARE(percentage(0.00003), QStringLiteral("0.003%"));
    QCOMPARE(percentage(1e-9), QStringLiteral("<0.0001%"));
    QCOMPARE(percentage(0), QStringLiteral("0%"));
}

REGISTER_QT_TEST(WordChoiceViewTest)
#include "word_choice/panel_test.moc"
