// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/viewpoint/deriver.h"

#include <QSignalSpy>
#include <QTest>
#include <optional>

#include "tests/support/qt_test.h"
#include "tests/support/traces.h"
#include "widgets/viewpoint/edit.h"

using namespace widgets;

class DeriverTest : public QObject {
    Q_OBJECT

  private:
    std::unique_ptr<Viewpoint> viewpoint_;
    std::unique_ptr<Deriver> deriver_;
    int posteriors_ = 0;  ///< that have come

    const EmbeddingTables *tables() const { return viewpoint_->derived().embeddings.get(); }
    bool complete() const {
        return tables() && tables()->spaceOf(TableSide::source) &&
               tables()->spaceOf(TableSide::target);
    }

  private slots:
    void init() {
        viewpoint_ = std::make_unique<Viewpoint>();
        deriver_ = std::make_unique<Deriver>(viewpoint_.get());
        posteriors_ = 0;
        connect(viewpoint_.get(), &Viewpoint::derivedChanged, this, [this](DerivedValue value) {
            posteriors_ += value == DerivedValue::posterior && viewpoint_->posterior() ? 1 : 0;
        });
    }
    void cleanup() {
        deriver_.reset();
        viewpoint_.reset();
    }

    void nothingIsWorkedOutThatIsNotWanted() {
        viewpoint_->setTrace(support::tinyTrace("le chat"));
        QVERIFY(!viewpoint_->derived().pending);
        viewpoint_->setWanted(DerivedValue::posterior, true);
        QCOMPARE(viewpoint_->derived().pending, DerivedValues(DerivedValue::posterior));
        QTRY_VERIFY(viewpoint_->posterior());
        QVERIFY(!viewpoint_->derived().pending);
        QVERIFY(!tables());
    }

    void thePosteriorIsThatOfTheTrace() {
        const auto trace = support::tinyTrace("le chat dort sur la chaise");
        viewpoint_->setWanted(DerivedValue::posterior, true);
        viewpoint_->setTrace(trace);
        QTRY_VERIFY(viewpoint_->posterior());
        QCOMPARE(viewpoint_->posterior()->weights, model::posteriorAttention(*trace).weights);
    }

    void effectsAreThoseOfTheTraceAndCanBeGivenUp() {
        const auto trace = support::tinyTrace("le chat dort sur la chaise");
        viewpoint_->setTrace(trace);
        viewpoint_->setWanted(DerivedValue::effects, true);
        QVERIFY(viewpoint_->derived().pending.testFlag(DerivedValue::effects));
        viewpoint_->setWanted(DerivedValue::effects, false);
        QVERIFY(!viewpoint_->derived().pending);
        viewpoint_->setWanted(DerivedValue::effects, true);
        QTRY_VERIFY(viewpoint_->derived().effects);
        const auto expected = model::attentionEffects(*trace);
        QCOMPARE(viewpoint_->derived().effects->size(), expected.size());
        QCOMPARE(viewpoint_->derived().effects->at(2).effects[0].difference,
                 expected[2].effects[0].difference);
        QVERIFY(viewpoint_->derived().progress.at(DerivedValue::effects) > 0);
    }

    void theEffectsOfTheReferenceAreWorkedOutTooAndKeptAsLongAsItIs() {
        const auto plain = support::tinyTrace("le chat dort");
        const auto edited = [&](int step) {
            return support::edited(*plain, attendEvenly(*plain, step).interventions);
        };
        viewpoint_->setWanted(DerivedValue::effects, true);
        viewpoint_->setTrace(edited(0), false, plain);
        QTRY_VERIFY(viewpoint_->derived().effects && viewpoint_->derived().referenceEffects);
        QCOMPARE(viewpoint_->derived().referenceEffects->at(1).effects[0].difference,
                 model::attentionEffects(*plain)[1].effects[0].difference);
        const auto known = viewpoint_->derived().referenceEffects;
        viewpoint_->setTrace(edited(1), false, plain);
        QVERIFY(!viewpoint_->derived().effects);
        QCOMPARE(viewpoint_->derived().referenceEffects, known);
        viewpoint_->setReference(edited(2), "pinned");
        QVERIFY(!viewpoint_->derived().referenceEffects);
        QTRY_VERIFY(viewpoint_->derived().referenceEffects);
        viewpoint_->setReference(support::tinyTrace("le chat"), "another sentence");
        QVERIFY(!viewpoint_->derived().referenceEffects);
        viewpoint_->setReference(support::tinyTrace("le chat dort", "tiny_bottleneck"), "twin");
        QVERIFY(!viewpoint_->derived().pending.testFlag(DerivedValue::referenceEffects));
    }

    void aScanIsOfTheReferenceTooWhereItsStepCanBeCompared() {
        const auto plain = support::tinyTrace("le chat dort");
        const auto edited = support::edited(
            *plain, takeWord(*plain, 1, plain->step(1).candidates[5].id).interventions);
        viewpoint_->setTrace(edited, false, plain);
        for (const int step : {1, 2}) {
            viewpoint_->setMoment(endOfStep(step, viewpoint_->extent()));
            viewpoint_->setUnits(nullptr);
            viewpoint_->setWanted(DerivedValue::units, true);
            QTRY_VERIFY(viewpoint_->derived().units);
            const int there = viewpoint_->comparison().stepOf(step);
            QCOMPARE(viewpoint_->derived().units->reference, there < 0 ? nullptr : plain);
            QCOMPARE(viewpoint_->derived().units->referenceStep, there);
        }
        viewpoint_->setMoment(endOfStep(1, viewpoint_->extent()));
        viewpoint_->setUnits(nullptr);
        viewpoint_->setWanted(DerivedValue::units, true);
        QTRY_VERIFY(viewpoint_->derived().units);
        const auto &units = viewpoint_->derived().units->referenceEffects;
        QCOMPARE(long(units.size()), plain->encoder->initial.size());
        for (std::size_t unit = 0; unit < units.size(); ++unit)
            QCOMPARE(units[unit].unit, int(unit));
        QCOMPARE(units[3].value, plain->step(1).cell.state(3));
    }

    void unitsAreScannedOnceOfTheStepInView() {
        const auto trace = support::tinyTrace("le chat dort");
        viewpoint_->setTrace(trace);
        viewpoint_->setMoment(endOfStep(1, viewpoint_->extent()));
        viewpoint_->setWanted(DerivedValue::units, true);
        QTRY_VERIFY(viewpoint_->derived().units);
        QCOMPARE(viewpoint_->derived().units->step, 1);
        QCOMPARE(viewpoint_->derived().units->effects.front().unit,
                 model::unitEffects(*trace, 1).front().unit);
        QVERIFY2(!viewpoint_->wanted(DerivedValue::units), "asked for once");
        viewpoint_->setTrace(support::tinyTrace("le chat"));
        QVERIFY(!viewpoint_->derived().units);
    }

    void anotherTraceEndsThePosteriorOfTheOldOne() {
        const auto last = support::tinyTrace("le chat");
        viewpoint_->setWanted(DerivedValue::posterior, true);
        viewpoint_->setTrace(support::tinyTrace("le chat dort sur la chaise"));
        viewpoint_->setTrace(last);
        QTRY_VERIFY(viewpoint_->posterior());
        QCOMPARE(viewpoint_->posterior()->weights, model::posteriorAttention(*last).weights);
        QCOMPARE(posteriors_, 1);
    }

    void whileAnotherTraceIsComingNothingIsWorkedOutOfTheOldOne() {
        viewpoint_->setTrace(support::tinyTrace("le chat dort sur la chaise"));
        viewpoint_->setWanted(DerivedValue::posterior, true);
        deriver_->expectTrace();
        QVERIFY(!viewpoint_->derived().pending);
        // The same thread has finished something that was asked for later.
        viewpoint_->setTrace(support::tinyTrace("le chat"));
        QTRY_COMPARE(posteriors_, 1);
        QCOMPARE(viewpoint_->posterior()->weights.cols(),
                 long(viewpoint_->trace()->sourceLength()));
    }

    void withPatienceNothingIsBegunAboutATraceThatAnotherReplacesAtOnce() {
        deriver_->setPatience(std::chrono::hours(1));
        viewpoint_->setWanted(DerivedValue::posterior, true);
        viewpoint_->setWanted(DerivedValue::embeddings, true);
        viewpoint_->setTrace(support::tinyTrace("le chat dort sur la chaise"));
        QTRY_VERIFY2(complete(), "what belongs to the model does not wait");
        QCOMPARE(viewpoint_->derived().pending, DerivedValues(DerivedValue::posterior));
        QCOMPARE(posteriors_, 0);
        const auto last = support::tinyTrace("le chat");
        deriver_->setPatience(std::chrono::milliseconds(1));
        viewpoint_->setTrace(last);
        QTRY_VERIFY(viewpoint_->posterior());
        QVERIFY(!viewpoint_->derived().pending);
        QCOMPARE(viewpoint_->posterior()->weights, model::posteriorAttention(*last).weights);
        QCOMPARE(posteriors_, 1);
    }

    void aPosteriorThatIsNoLongerWantedIsNotHeardOf() {
        viewpoint_->setTrace(support::tinyTrace("le chat dort sur la chaise"));
        viewpoint_->setWanted(DerivedValue::posterior, true);
        viewpoint_->setWanted(DerivedValue::posterior, false);
        viewpoint_->setWanted(DerivedValue::embeddings, true);
        QTRY_VERIFY(complete() && !viewpoint_->derived().pending);
        QCOMPARE(posteriors_, 0);
    }

    void aModelWithoutAttentionHasNoPosterior() {
        viewpoint_->setWanted(DerivedValue::posterior, true);
        viewpoint_->setTrace(support::tinyTrace("le chat", "tiny_bottleneck"));
        QVERIFY(!viewpoint_->derived().pending);
    }

    void whatFailsIsSaidAndNoLongerPending() {
        auto broken = std::make_shared<model::Trace>(*support::tinyTrace("le chat dort"));
        broken->source = {"le chat",
                          {broken->source.pieces().begin(), broken->source.pieces().end() - 1}};
        std::optional<DerivedValue> what;
        QString why;
        connect(deriver_.get(), &Deriver::failed, this,
                [&](DerivedValue value, const QString &sentence) {
                    what = value;
                    why = sentence;
                });
        viewpoint_->setWanted(DerivedValue::posterior, true);
        viewpoint_->setTrace(broken);
        QTRY_VERIFY(what);
        QCOMPARE(*what, DerivedValue::posterior);
        QVERIFY(!why.isEmpty());
        QVERIFY(!viewpoint_->derived().pending);
        QVERIFY(!viewpoint_->posterior());
    }

    void theTablesAreComputedOncePerModel() {
        const auto first = support::tinyTrace("Où dort le chat noir ?");
        const auto second = support::tinyTrace("le chat", "tiny_bottleneck");
        viewpoint_->setWanted(DerivedValue::embeddings, true);
        viewpoint_->setTrace(first);
        QVERIFY(!tables());
        QTRY_VERIFY(complete());
        const auto known = viewpoint_->derived().embeddings;
        // Another model is wanted and answered; then nothing more comes of the first.
        viewpoint_->setTrace(second);
        QVERIFY(!tables());
        QTRY_VERIFY(complete());
        QVERIFY(tables()->model.lock() == second->model);
        viewpoint_->setTrace(first);
        QCOMPARE(viewpoint_->derived().embeddings, known);
        QVERIFY(!viewpoint_->derived().pending);
    }

    void theTablesStayWhileTheModelDoes() {
        viewpoint_->setWanted(DerivedValue::embeddings, true);
        viewpoint_->setTrace(support::tinyTrace("le chat"));
        QTRY_VERIFY(complete());
        const QSignalSpy changed(viewpoint_.get(), &Viewpoint::derivedChanged);
        const auto known = viewpoint_->derived().embeddings;
        viewpoint_->setTrace(support::tinyTrace("la chaise"));
        QCOMPARE(viewpoint_->derived().embeddings, known);
        QCOMPARE(changed.count(), 0);
    }
};

REGISTER_QT_TEST(DeriverTest)
#include "viewpoint/deriver_test.moc"
