// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAction>
#include <QSignalSpy>
#include <algorithm>

#include "tests/support/qt_test.h"
#include "tests/widgets/heatmap/window.h"
#include "widgets/text/numbers.h"
#include "widgets/text/table.h"

using namespace widgets;

/// The heatmap given the words that came.
class HeatmapPosteriorTest : public QObject, HeatmapWindow {
    Q_OBJECT

  private slots:
    void init() {
        open();
        trace_ = support::tinyTrace("Où dort le chat noir ?");
        viewpoint_->setTrace(trace_);
        view_->setOptions({.words = false});
        posterior_ = std::make_shared<const model::Posterior>(model::posteriorAttention(*trace_));
    }
    void cleanup() { close(); }
    void itIsAskedForAndShownOnceItIsKnown();
    void anotherTraceHasNoneYet();
    void aRowComesWithItsWord();
    void aCellTellsBothProbabilities();
    void whatIsPointedAtIsThePosterior();
    void aMergedCellSelectsThePairThatThePosteriorMeans();
    void theNumbersAreThoseThatAreShown();
    void theAttentionComesBackWithTheOption();

  private:
    void choose() { view_->findChild<QAction *>("heatmapPosterior")->trigger(); }
    void know() { viewpoint_->setPosterior(posterior_); }
    const HeatmapData &data() const { return view_->plot()->data(); }

    std::shared_ptr<const model::Posterior> posterior_;
};

void HeatmapPosteriorTest::itIsAskedForAndShownOnceItIsKnown() {
    QVERIFY(!viewpoint_->wanted(widgets::DerivedValue::posterior));
    QSignalSpy wanted(viewpoint_.get(), &Viewpoint::wantedChanged);
    choose();
    QVERIFY(view_->options().posterior);
    QVERIFY(viewpoint_->wanted(widgets::DerivedValue::posterior));
    QCOMPARE(wanted.count(), 1);
    // Not the attention in its place: the rows are still to come.
    QCOMPARE(data().weights.rows(), 0);
    QCOMPARE(int(data().rows.size()), trace_->targetLength());
    know();
    QCOMPARE(data().weights, posterior_->weights);
    QCOMPARE(data().prior, model::alignment(*trace_));
}

void HeatmapPosteriorTest::anotherTraceHasNoneYet() {
    choose();
    know();
    viewpoint_->setTrace(support::tinyTrace("le chat noir"));
    QVERIFY(!viewpoint_->posterior());
    QCOMPARE(data().weights.rows(), 0);
    QVERIFY(viewpoint_->wanted(widgets::DerivedValue::posterior));
}

void HeatmapPosteriorTest::aRowComesWithItsWord() {
    choose();
    know();
    viewpoint_->setMoment({Stage::softmax, 2, 1});
    QCOMPARE(data().weights.rows(), 2);
    viewpoint_->setMoment({Stage::word, 2, 0});
    QCOMPARE(data().weights.rows(), 2);
    viewpoint_->setMoment({Stage::word, 2, 0.25});
    QCOMPARE(data().weights.rows(), 3);
    QCOMPARE(view_->plot()->marks().fading, 0.25);
    viewpoint_->setMoment({Stage::score, 3, 0.5});
    QCOMPARE(data().weights.rows(), 3);
}

void HeatmapPosteriorTest::aCellTellsBothProbabilities() {
    QCOMPARE(view_->caption().left(12), QString("strongest: α"));
    choose();
    pointAt(centre(1, 2));
    const QString symbol =
        QString("P(“%1” | “%2”)").arg(data().columns[2].label, data().rows[1].label);
    QTRY_COMPARE(view_->caption(), symbol + " is being worked out");
    QVERIFY(view_->accessibleDescription().endsWith(": being worked out"));
    know();
    const auto number = [](float value) { return exactText(double{value}, 4); };
    QCOMPARE(view_->caption(), QString("%1 = %2, prior α = %3")
                                   .arg(symbol, number(posterior_->weights(1, 2)),
                                        number(trace_->steps[1]->weights(2))));
    QCOMPARE(view_->accessibleDescription(), QString("probability of “%1” given step 2, “%2”: %3")
                                                 .arg(data().columns[2].label, data().rows[1].label,
                                                      number(posterior_->weights(1, 2))));
    QEvent leave(QEvent::Leave);
    QApplication::sendEvent(view_->plot(), &leave);
    viewpoint_->setMoment({});
    QCOMPARE(view_->caption(), QString("pieces, given the piece that came, 0 to 1"));
    viewpoint_->setMoment({Stage::score, 1, 0.5});
    pointAt(centre(1, 2));
    QTRY_COMPARE(view_->caption(), symbol + " is not yet computed");
}

void HeatmapPosteriorTest::whatIsPointedAtIsThePosterior() {
    pointAt(centre(1, 2));
    QTRY_COMPARE(viewpoint_->hovered().step, 1);
    QVERIFY(!viewpoint_->hovered().posterior);
    choose();
    pointAt(centre(2, 3));
    QTRY_COMPARE(viewpoint_->hovered().step, 2);
    QVERIFY(viewpoint_->hovered().posterior);
    // The cursor's cell, too; but a word alone has none.
    view_->setFocus(Qt::TabFocusReason);
    QTest::keyClick(view_.get(), Qt::Key_Left);
    QVERIFY(viewpoint_->hovered().posterior);
    pointAt(columnLabelAnchor(view_->plot()->layoutOfParts(), 3).toPoint());
    QTRY_COMPARE(viewpoint_->hovered().step, -1);
    QVERIFY(!viewpoint_->hovered().posterior);
}

void HeatmapPosteriorTest::aMergedCellSelectsThePairThatThePosteriorMeans() {
    auto merged = std::make_shared<model::Trace>(*trace_);
    merged->target[2].startsWord = false;
    merged->target[2].text.assign(1, 's');
    viewpoint_->setTrace(merged);
    view_->setOptions({.words = true, .posterior = true});
    const int row = data().rowOf(2);
    QCOMPARE(row, data().rowOf(1));
    // A column of one piece in which the attention prefers the first step, the posterior the
    // second.
    const auto prefersFirst = [&](const HeatmapEntry &entry) {
        return entry.end - entry.begin == 1 &&
               trace_->steps[1]->weights(entry.begin) > trace_->steps[2]->weights(entry.begin);
    };
    const auto found = std::find_if(data().columns.begin(), data().columns.end(), prefersFirst);
    QVERIFY(found != data().columns.end());
    const int column = int(found - data().columns.begin());
    const int source = found->begin;
    model::Posterior posterior = *posterior_;
    posterior.weights(1, source) = 0.1F;
    posterior.weights(2, source) = 0.9F;
    const auto shared = std::make_shared<const model::Posterior>(posterior);
    // Whether it is known before the cell is pointed at or after.
    pointAt(centre(row, column));
    QTRY_COMPARE(viewpoint_->hovered().source, source);
    viewpoint_->setPosterior(shared);
    QCOMPARE(viewpoint_->hovered().step, 2);
    viewpoint_->setHovered({});
    pointAt(centre(row, column));
    QTRY_COMPARE(viewpoint_->hovered().source, source);
    QCOMPARE(viewpoint_->hovered().step, 2);
    // The cursor, too.
    viewpoint_->setTrace(merged);
    view_->setFocus(Qt::TabFocusReason);
    QTest::keyClick(view_.get(), Qt::Key_Home);
    while (view_->plot()->marks().cursor->row < row)
        QTest::keyClick(view_.get(), Qt::Key_Down);
    while (view_->plot()->marks().cursor->column > column)
        QTest::keyClick(view_.get(), Qt::Key_Left);
    while (view_->plot()->marks().cursor->column < column)
        QTest::keyClick(view_.get(), Qt::Key_Right);
    viewpoint_->setPosterior(shared);
    QCOMPARE(viewpoint_->hovered().source, source);
    QCOMPARE(viewpoint_->hovered().step, 2);
}

void HeatmapPosteriorTest::theNumbersAreThoseThatAreShown() {
    choose();
    QVERIFY(tsv(view_->tables()).isEmpty());
    know();
    const QStringList lines = tsv(view_->tables()).split(u'\n');
    QCOMPARE(lines.size(), trace_->targetLength() + 1);
    QCOMPARE(view_->tables().front().name(), QStringLiteral("posterior"));
    QCOMPARE(lines[2].split(u'\t')[3], exactDigits(posterior_->weights(1, 2)));
}

void HeatmapPosteriorTest::theAttentionComesBackWithTheOption() {
    choose();
    know();
    choose();
    QVERIFY(!viewpoint_->wanted(widgets::DerivedValue::posterior));
    QCOMPARE(data().weights, model::alignment(*trace_));
    QCOMPARE(data().prior.size(), 0L);
    choose();  // it is still known
    QCOMPARE(data().weights, posterior_->weights);
}

REGISTER_QT_TEST(HeatmapPosteriorTest)
#include "heatmap/posterior_test.moc"
