// SPDX-License-Identifier: GPL-3.0-or-later
// What the lesson has changed is the learner's own again when it is left.
#include <QDockWidget>

#include "app/lesson/guide.h"
#include "app/session/edits.h"
#include "app/window/lesson_wing.h"
#include "tests/app/window/opened_window.h"
#include "tests/support/qt_test.h"
#include "widgets/unrolled/view.h"

class LeavingTest : public QObject {
    Q_OBJECT

  private:
    OpenedWindow opened_;

    app::LessonGuide *guide() { return opened_.window()->lesson()->guide(); }
    widgets::Viewpoint *viewpoint() { return opened_.viewpoint(); }
    widgets::UnrolledView *picture() { return opened_.find<widgets::UnrolledView>("unrolledView"); }
    bool done() { return opened_.session()->upToDate(); }
    /// Once through every chapter.
    void walk() {
        for (int i = 0; i < static_cast<int>(guide()->chapters().size()); ++i) {
            guide()->goToChapter(i);
            QTRY_VERIFY_WITH_TIMEOUT(done(), OpenedWindow::patience);
            QCoreApplication::processEvents();
        }
    }
    void decide() {
        viewpoint()->ask(widgets::takeWord(*viewpoint()->trace(), 3,
                                           viewpoint()->trace()->step(3).candidates[1].id));
        QTRY_VERIFY(done());
        viewpoint()->setMoment({widgets::Stage::softmax, 2, 1});
        viewpoint()->setSelected({.source = 1});
    }

  private slots:
    void initTestCase() { opened_.useOwnSettings("attention-visualizer-leaving-test"); }
    void init() {
        opened_.open();
        opened_.translate("La petite fille lit un livre bleu.");
    }
    void cleanup() { opened_.close(); }

    void whatTheLearnerHadIsThereAgain() {
        decide();
        picture()->setZoom(2.5, {100, 100});
        QCOMPARE(picture()->zoom(), 2.5);
        opened_.find<QDockWidget>("contextDock")->raise();
        QCoreApplication::processEvents();
        const auto trace = viewpoint()->trace();
        const QString model = opened_.session()->modelKey();
        guide()->begin();
        walk();
        guide()->goTo({1, 0});
        QTRY_VERIFY(opened_.session()->modelKey() != model ||
                    opened_.session()->sentence() != "La petite fille lit un livre bleu.");
        guide()->leave();
        QCOMPARE(opened_.edit()->text(), QString("La petite fille lit un livre bleu."));
        QCOMPARE(opened_.session()->modelKey(), model);
        QTRY_VERIFY(done());
        QCOMPARE(viewpoint()->trace(), trace);
        QVERIFY(viewpoint()->original());
        QCOMPARE(viewpoint()->moment(), (widgets::Moment{widgets::Stage::softmax, 2, 1}));
        QCOMPARE(viewpoint()->selected(), (widgets::Selection{.source = 1}));
        app::Edits *edits = opened_.window()->header()->edits();
        QCOMPARE(edits->count(), 1);
        QTRY_COMPARE(picture()->zoom(), 2.5);
        QVERIFY(!opened_.find<QDockWidget>("contextDock")->visibleRegion().isEmpty());
        edits->undo();
        QTRY_VERIFY(done() && opened_.session()->interventions().empty());
    }

    void theOriginalThatWasLookedAtIsLookedAtAgain() {
        decide();
        opened_.session()->setShowsOriginal(true);
        QTRY_VERIFY(done());
        guide()->begin();
        walk();
        guide()->leave();
        QTRY_VERIFY(done());
        QVERIFY(opened_.session()->showsOriginal());
        QVERIFY(viewpoint()->trace()->interventions.empty());
        opened_.session()->setShowsOriginal(false);
        QTRY_VERIFY(done() && !viewpoint()->trace()->interventions.empty());
    }

    void aSentenceThatWasTypedInTheLessonStays() {
        decide();
        guide()->begin();
        opened_.window()->header()->sentence()->setSentence("Le chat dort.");
        QTRY_VERIFY(done());
        guide()->goToChapter(1);
        QTRY_VERIFY(done());
        guide()->leave();
        QTRY_VERIFY(done());
        QCOMPARE(opened_.edit()->text(), QString("Le chat dort."));
        QVERIFY(opened_.session()->interventions().empty());
    }
};

REGISTER_QT_TEST(LeavingTest)
#include "lesson/leaving_test.moc"
