// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/narration/view.h"

#include <QApplication>
#include <QClipboard>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>
#include <memory>

#include "tests/support/qt_test.h"
#include "tests/support/traces.h"
#include "widgets/viewpoint/narrated_change.h"

using namespace widgets;

/// The line below the picture, in a window of its own.
class NarrationViewTest : public QObject {
    Q_OBJECT

  private:
    std::unique_ptr<Viewpoint> viewpoint_;
    std::unique_ptr<QWidget> window_;
    NarrationView *view_ = nullptr;

    void press(Qt::KeyboardModifiers modifiers = {}) {
        QTest::keyClick(window_.get(), Qt::Key_N, modifiers);
    }

  private slots:
    void init() {
        viewpoint_ = std::make_unique<Viewpoint>();
        window_ = std::make_unique<QWidget>();
        auto *column = new QVBoxLayout(window_.get());
        view_ = new NarrationView(viewpoint_.get(), window_.get());
        column->addWidget(view_);
        window_->addActions(view_->choices());
        window_->resize(500, 120);
        window_->show();
        window_->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(window_.get()));
        viewpoint_->setTrace(support::syntheticTrace(4, 4, 1347, support::smallConfiguration()));
    }
    void cleanup() {
        window_.reset();
        viewpoint_.reset();
    }

    void itFollowsTheMoment() {
        for (const Moment &moment :
             {Moment{Stage::forward, 1, 1}, Moment{Stage::softmax, 2, 0.5}}) {
            viewpoint_->setMoment(moment);
            const Narration expected = narrate(*viewpoint_->trace(), moment);
            QCOMPARE(view_->narration().sentence, expected.sentence);
            QVERIFY(view_->toolTip().startsWith(expected.sentence));
            QVERIFY(view_->accessibleName().startsWith(expected.sentence));
        }
    }

    void whatIsToBeGuessedIsNotTold() {
        view_->setOnlyDone(true);
        viewpoint_->setMoment({Stage::softmax, 2, 0.5});
        const auto told = [this](const Moment &moment) {
            return narrate(*viewpoint_->trace(), moment).sentence;
        };
        QCOMPARE(view_->narration().sentence, told({Stage::score, 2, 1}));
        viewpoint_->setMoment({Stage::softmax, 2, 1});
        QCOMPARE(view_->narration().sentence, told({Stage::softmax, 2, 1}));
        viewpoint_->setMoment(beginningOfStep(1, viewpoint_->extent()));
        QCOMPARE(view_->narration().sentence, told({Stage::word, 0, 1}));
        viewpoint_->setMoment({});
        QVERIFY(view_->narration().sentence.isEmpty());
        view_->setOnlyDone(false);
        QVERIFY(!view_->narration().sentence.isEmpty());
    }

    void theKeyTakesItAwayAndBringsItBack() {
        const QSignalSpy changed(view_, &NarrationView::optionsChanged);
        QVERIFY(view_->isVisible());
        press();
        QVERIFY(!view_->isVisible());
        QVERIFY(!view_->choices().first()->isChecked());
        press();
        QVERIFY(view_->isVisible());
        QCOMPARE(changed.count(), 2);
    }

    void aSecondSentenceComesOnRequest() {
        viewpoint_->setMoment({Stage::softmax, 2, 1});
        const int low = view_->height();
        press(Qt::ShiftModifier);
        QTRY_COMPARE(view_->height(), low + view_->fontMetrics().lineSpacing());
        view_->copyText();
        const QStringList copied = QApplication::clipboard()->text().split('\n');
        QCOMPARE(copied, QStringList({view_->narration().sentence, view_->narration().more}));
        press(Qt::ShiftModifier);
        QTRY_COMPARE(view_->height(), low);
    }

    void askingForTheSecondSentenceShowsTheLine() {
        press();
        QVERIFY(!view_->isVisible());
        press(Qt::ShiftModifier);
        QVERIFY(view_->isVisible());
        QVERIFY(view_->options().more);
    }

    void whatDiffersFromTheReferenceIsToldInALineOfItsOwn() {
        const auto plain = viewpoint_->trace();
        const int low = view_->height();
        auto other = std::make_shared<model::Trace>(*plain);
        other->choices[1].candidate.logProbability -= 1;
        viewpoint_->setTrace(other, true, plain);
        viewpoint_->setMoment({Stage::word, 1, 1});
        QTRY_COMPARE(view_->height(), low + view_->fontMetrics().lineSpacing());
        const QString change = narrateChange(*other, *plain, viewpoint_->comparison(),
                                             "the original", viewpoint_->moment());
        QVERIFY(change.startsWith("In the original it is"));
        QCOMPARE(view_->change(), change);
        QVERIFY(view_->accessibleName().contains(change));
        view_->copyText();
        QCOMPARE(QApplication::clipboard()->text(), view_->narration().sentence + '\n' + change);
        // Of another sentence there is nothing to be told of a moment.
        viewpoint_->setReference(support::tinyTrace("le chat"), "another");
        QCOMPARE(view_->change(), QString());
        QTRY_COMPARE(view_->height(), low);
        viewpoint_->setReference(plain, "pinned");
        QVERIFY(view_->change().startsWith("In pinned it is"));
    }

    void whatIsTooLongIsCutNotWider() {
        viewpoint_->setMoment({Stage::softmax, 2, 1});
        window_->resize(120, 120);
        QTRY_VERIFY(view_->width() <= 120);
        QVERIFY(view_->sizeHint().width() > view_->width());
        QVERIFY(view_->toolTip().contains(view_->narration().sentence));
    }
};

REGISTER_QT_TEST(NarrationViewTest)
#include "narration/view_test.moc"
