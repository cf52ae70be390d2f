// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panel/attention_hand.h"

#include <QTest>
#include <vector>

#include "model/decoding/translation.h"
#include "tests/support/qt_test.h"
#include "tests/support/traces.h"
#include "widgets/viewpoint/edit.h"
#include "widgets/viewpoint/viewpoint.h"

using widgets::AttentionHand;

class AttentionHandTest : public QObject {
    Q_OBJECT

  private:
    std::shared_ptr<const model::Trace> plain_ = support::tinyTrace("le chat dort");
    widgets::Viewpoint viewpoint_;
    std::vector<widgets::Edit> asked_;

    void answer(const model::Interventions &interventions) {
        const model::TranslationRequest request{plain_->model, plain_->source.text(),
                                                interventions};
        viewpoint_.setTrace(model::translate(request), false, plain_);
    }
    const model::Row &askedWeights(int step) {
        const auto &pin = asked_.back().interventions.steps.at(step).attention;
        return std::get<model::pin::Weights>(*pin).values;
    }

  private slots:
    void init() {
        viewpoint_.disconnect();
        viewpoint_.setTrace(plain_);
        asked_.clear();
        connect(&viewpoint_, &widgets::Viewpoint::asked, this,
                [this](const widgets::Edit &edit) { asked_.push_back(edit); });
    }

    void theNextIsAskedForWhenTheLastHasCome() {
        AttentionHand hand(&viewpoint_);
        QVERIFY(hand.take(1));
        hand.setShareChange({0}, 0.1);
        hand.setShareChange({0}, 0.2);
        hand.setShareChange({0}, 0.3);
        QCOMPARE(asked_.size(), std::size_t{1});
        answer(asked_.back().interventions);
        QCOMPARE(asked_.size(), std::size_t{2});
        const float before = plain_->step(1).weights(0);
        QVERIFY(std::abs(askedWeights(1)(0) - (before + 0.3F)) < 1e-5F);
        QCOMPARE(asked_[0].gesture, asked_[1].gesture);
        QVERIFY(asked_[0].gesture > 0);
    }

    void lettingGoAsksForWhatIsStillAhead() {
        AttentionHand hand(&viewpoint_);
        QVERIFY(hand.take(1));
        hand.addShare({0}, 0.1);
        hand.addShare({0}, 0.1);
        hand.letGo();
        QVERIFY(!hand.holds());
        QCOMPARE(asked_.size(), std::size_t{2});
        QVERIFY(std::abs(askedWeights(1)(0) - (plain_->step(1).weights(0) + 0.2F)) < 1e-5F);
    }

    void puttingBackAsksForWhatWasThere() {
        AttentionHand hand(&viewpoint_);
        QVERIFY(hand.take(0, 2));
        hand.addShare({1}, 0.2);
        hand.putBack();
        QVERIFY(asked_.back().interventions.empty());
        QCOMPARE(asked_.back().gesture, asked_.front().gesture);
    }

    void theMomentInViewStaysWhereItIs() {
        constexpr int last = 2;
        model::Interventions ended;
        ended.steps[last].word = model::special::end;
        answer(ended);
        QCOMPARE(viewpoint_.step(), last);
        AttentionHand hand(&viewpoint_);
        QVERIFY(hand.take(last));
        hand.addShare({0}, 0.3);
        hand.letGo();
        const widgets::Moment moment = viewpoint_.moment();
        answer({});
        QVERIFY(viewpoint_.trace()->targetLength() > last + 1);
        QVERIFY2(viewpoint_.moment() == moment, "the answer still finds the moment held");
        answer(ended);
        answer({});
        QVERIFY2(viewpoint_.moment() != moment, "nothing is held any longer");
    }

    void whatIsAskedForElsewhereIsNotOverwritten() {
        AttentionHand hand(&viewpoint_);
        QVERIFY(hand.take(1));
        hand.addShare({0}, 0.1);
        hand.addShare({0}, 0.1);
        answer({});  // undone
        QVERIFY(!hand.holds());
        QCOMPARE(asked_.size(), std::size_t{1});
    }

    void mutedWordsGetNothing() {
        model::Interventions muted;
        muted.every.muted = {0};
        answer(muted);
        AttentionHand hand(&viewpoint_);
        QVERIFY(hand.take(1));
        QVERIFY(!hand.canGive({0}));
        hand.addShare({0}, 0.1);
        QVERIFY(asked_.empty());
    }

    void nothingIsTakenWhereThereIsNoAttention() {
        AttentionHand hand(&viewpoint_);
        QVERIFY(!hand.take(plain_->targetLength()));
        QVERIFY(!hand.take(-1));
        viewpoint_.setTrace(support::tinyTrace("le chat dort", "tiny_bottleneck"));
        QVERIFY(!hand.take(0));
        viewpoint_.setTrace(nullptr);
        QVERIFY(!hand.take(0));
    }

    void anotherSentenceLetsGo() {
        AttentionHand hand(&viewpoint_);
        QVERIFY(hand.take(1));
        hand.addShare({0}, 0.1);
        hand.addShare({0}, 0.1);
        viewpoint_.setTrace(support::tinyTrace("le chien dort"));
        QVERIFY(!hand.holds());
        QCOMPARE(asked_.size(), std::size_t{1});
    }
};

REGISTER_QT_TEST(AttentionHandTest)
#include "panel/attention_hand_test.moc"
