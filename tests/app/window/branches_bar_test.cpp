// SPDX-License-Identifier: GPL-3.0-or-later
// Branches off the original: made by edits, looked at, renamed, deleted, all by real events and all
// undone again.
#include "app/window/branches_bar.h"

#include <QAction>
#include <QContextMenuEvent>
#include <QDockWidget>
#include <QLineEdit>
#include <QPushButton>
#include <QTimer>
#include <QToolButton>

#include "tests/app/window/opened_window.h"
#include "tests/support/events.h"
#include "tests/support/qt_test.h"
#include "widgets/viewpoint/edit.h"

class BranchesBarTest : public QObject {
    Q_OBJECT

  private:
    OpenedWindow opened_;
    QString pinned_;
    QString evenly_;  ///< what the two branches are called

    const model::Trace &trace() { return *opened_.viewpoint()->trace(); }
    app::Edits *edits() { return opened_.window()->header()->edits(); }
    app::BranchesBar *bar() { return opened_.window()->header()->branches(); }
    QListWidget *list() { return bar()->list(); }
    bool done() { return opened_.session()->upToDate(); }
    QStringList names() {
        QStringList names;
        for (int i = 0; i < list()->count(); ++i)
            names.append(list()->item(i)->text());
        return names;
    }
    void ask(const widgets::Edit &edit) {
        opened_.viewpoint()->ask(edit);
        QTRY_VERIFY_WITH_TIMEOUT(done(), OpenedWindow::patience);
    }
    void press(int key, Qt::KeyboardModifiers modifiers = {}) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key(key), modifiers);
        QTRY_VERIFY_WITH_TIMEOUT(done(), OpenedWindow::patience);
    }
    void undo() { press(Qt::Key_Z, Qt::ControlModifier | Qt::AltModifier); }
    void redo() { press(Qt::Key_Z, Qt::ControlModifier | Qt::AltModifier | Qt::ShiftModifier); }
    /// Two branches, the second of two edits, which is in view.
    void branchOff() {
        const widgets::Edit pin = widgets::attendOnlyTo(trace(), 1, {3});
        pinned_ = pin.text;
        ask(pin);
        edits()->startOver();
        QTRY_VERIFY(done());
        ask(widgets::mute(trace(), -1, {2}));
        const widgets::Edit evenly = widgets::attendEvenly(trace(), 0);
        evenly_ = evenly.text;
        ask(evenly);
        QCOMPARE(edits()->branches().all.size(), std::size_t{2});
    }
    /// Three branches, the first in view, whose translations are known only when events have been
    /// processed.
    void showBranchesThatAreBeingMade() {
        app::History history;
        app::Branches &branches = history.steps.front().branches;
        for (const int step : {1, 2, 3}) {
            const widgets::Edit edit = widgets::attendEvenly(trace(), step);
            branches.all.push_back({{}, {edit.text}, edit.interventions});
        }
        branches.current = 0;
        edits()->restore(history);
        QCOMPARE(list()->count(), 4);
        QCOMPARE(list()->currentRow(), 1);
    }
    /// Chooses the entry at a place of the menu of what can be compared, by keys.
    void chooseToCompareWith(int place) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_R,
                        Qt::ControlModifier | Qt::ShiftModifier);
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        QVERIFY(menu);
        for (int i = 1; i < place; ++i)
            QTest::keyClick(menu, Qt::Key_Down);
        QTest::keyClick(menu, Qt::Key_Return);
    }

  private slots:
    void initTestCase() { opened_.useOwnSettings("attention-visualizer-branches-test"); }
    void init() {
        opened_.open();
        opened_.translate("La petite fille lit un livre bleu.");
        QVERIFY2(!bar()->isVisible(), "there is only the original");
    }
    void cleanup() { opened_.close(); }

    void anEditOfTheOriginalBeginsABranchAndOneOfABranchGoesOnWithIt() {
        branchOff();
        QVERIFY(bar()->isVisible());
        QCOMPARE(names(), (QStringList{"Original", pinned_, evenly_}));
        QCOMPARE(list()->currentRow(), 2);
        QCOMPARE(edits()->branches().all[1].edits.size(), 2);
        QCOMPARE(edits()->count(), 2);
    }

    void eachHasAPictureOfItsAttention() {
        branchOff();
        for (int i = 0; i < 3; ++i)
            QTRY_VERIFY(!list()->item(i)->icon().isNull());
        const auto image = [this](int row) {
            return list()->item(row)->icon().pixmap(list()->iconSize()).toImage();
        };
        QVERIFY(image(0) != image(1));
        QVERIFY(image(1) != image(2));
    }

    void aClickAndTheArrowsShowABranch() {
        branchOff();
        const std::string second = trace().translation;
        QTest::mouseClick(list()->viewport(), Qt::LeftButton, {},
                          list()->visualItemRect(list()->item(0)).center());
        QTRY_VERIFY(done() && trace().interventions.empty());
        QCOMPARE(QApplication::focusWidget(), list());
        const widgets::Moment moment{widgets::Stage::context, 2, 1};
        opened_.viewpoint()->setMoment(moment);
        press(Qt::Key_Right);
        QCOMPARE(trace().step(1).weights(3), 1.0F);
        press(Qt::Key_End);
        QCOMPARE(trace().translation, second);
        QCOMPARE(opened_.viewpoint()->moment(), moment);
        press(Qt::Key_Home);
        QVERIFY(trace().interventions.empty());
        // All of that looking is one step.
        undo();
        QCOMPARE(edits()->branches().current, 1);
        QCOMPARE(edits()->branches().all.size(), std::size_t{2});
    }

    void keysGoThroughThemFromAnywhere() {
        branchOff();
        opened_.edit()->setFocus();
        press(Qt::Key_PageDown, Qt::ControlModifier);
        QCOMPARE(edits()->branches().current, -1);
        press(Qt::Key_PageDown, Qt::ControlModifier);
        QCOMPARE(edits()->branches().current, 0);
        press(Qt::Key_PageUp, Qt::ControlModifier);
        press(Qt::Key_PageUp, Qt::ControlModifier);
        QCOMPARE(edits()->branches().current, 1);
    }

    void aBranchIsRenamedByKeyAndThatIsUndone() {
        branchOff();
        list()->setFocus();
        press(Qt::Key_F2);
        auto *editor = list()->findChild<QLineEdit *>();
        QVERIFY(editor && editor->hasFocus());
        QTest::keyClicks(editor, "without  it");
        QTest::keyClick(editor, Qt::Key_Return);
        QTRY_COMPARE(edits()->branches().all[1].name, QString("without it"));
        QTRY_COMPARE(names().last(), QString("without it"));
        list()->setFocus();
        undo();
        QCOMPARE(names().last(), evenly_);
        redo();
        QCOMPARE(names().last(), QString("without it"));
        // An empty name is none.
        press(Qt::Key_F2);
        editor = list()->findChild<QLineEdit *>();
        QVERIFY(editor);
        editor->clear();
        QTest::keyClick(editor, Qt::Key_Return);
        QTRY_COMPARE(names().last(), evenly_);
    }

    void theOriginalHasItsName() {
        branchOff();
        list()->setFocus();
        press(Qt::Key_Home);
        press(Qt::Key_F2);
        QVERIFY(!list()->findChild<QLineEdit *>());
        press(Qt::Key_Delete);
        QCOMPARE(edits()->branches().all.size(), std::size_t{2});
    }

    void aBranchIsDeletedByKeyAndThatIsUndone() {
        branchOff();
        const std::string second = trace().translation;
        list()->setFocus();
        press(Qt::Key_Delete);
        QCOMPARE(edits()->branches().all.size(), std::size_t{1});
        QVERIFY(trace().interventions.empty());
        undo();
        QCOMPARE(edits()->branches().current, 1);
        QCOMPARE(trace().translation, second);
        press(Qt::Key_Left);
        press(Qt::Key_Delete);
        QCOMPARE(names().size(), 2);
        press(Qt::Key_Right);
        press(Qt::Key_Delete);
        QVERIFY2(!bar()->isVisible(), "there is only the original");
    }

    void aCopyIsABranchOfItsOwn() {
        branchOff();
        opened_.find<QAction>("copyBranch")->trigger();
        QTRY_VERIFY(done());
        QCOMPARE(names().last(), QString(evenly_ + " (copy)"));
        ask(widgets::mute(trace(), -1, {4}));
        QCOMPARE(edits()->branches().all[1].edits.size(), 2);
        QCOMPARE(edits()->branches().all[2].edits.size(), 3);
    }

    void takingTheLastDecisionBackEndsTheBranch() {
        ask(widgets::attendOnlyTo(trace(), 1, {3}));
        ask(widgets::leaveToModel(trace(), 1));
        QVERIFY(edits()->branches().all.empty());
        undo();
        QCOMPARE(edits()->branches().all.size(), std::size_t{1});
    }

    void whatIsAskedOfTheOriginalInBetweenIsABranchOfItsOwn() {
        ask(widgets::attendOnlyTo(trace(), 1, {3}));
        QTest::mouseClick(opened_.find<QToolButton>("showOriginal"), Qt::LeftButton);
        ask(widgets::attendEvenly(trace(), 2));
        QCOMPARE(edits()->branches().all.size(), std::size_t{2});
        QCOMPARE(edits()->branches().all[1].edits.size(), 1);
    }

    void theButtonComparesWithAnotherBranch() {
        branchOff();
        QCOMPARE(opened_.viewpoint()->referenceName(), QString());
        auto *button = opened_.find<QPushButton>("compareBranches");
        QVERIFY(button->isVisible());
        emit button->menu()->aboutToShow();
        const QList<QAction *> others = button->menu()->actions();
        QCOMPARE(others.size(), 2);  // all but the one in view
        QCOMPARE(others[0]->text(), QString("Original"));
        QCOMPARE(others[1]->text(), pinned_);
        others[1]->trigger();
        const auto reference = [this] { return opened_.viewpoint()->reference(); };
        QTRY_VERIFY(opened_.viewpoint()->reference() != opened_.viewpoint()->original());
        QVERIFY(reference()->interventions == edits()->branches().all[0].interventions);
        QVERIFY(trace().interventions == edits()->branches().all[1].interventions);
        QVERIFY2(opened_.viewpoint()->referenceName().contains(pinned_.left(10)),
                 qPrintable(opened_.viewpoint()->referenceName()));
        QVERIFY(!opened_.find<QDockWidget>("comparisonDock")->visibleRegion().isEmpty());
        emit button->menu()->aboutToShow();
        button->menu()->actions()[0]->trigger();
        QCOMPARE(reference(), opened_.viewpoint()->original());
        QCOMPARE(opened_.viewpoint()->referenceName(), QString());
    }

    void theKeyOffersTheOthersFromAnywhere() {
        branchOff();
        opened_.edit()->setFocus();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_R,
                        Qt::ControlModifier | Qt::ShiftModifier);
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        QVERIFY(menu);
        QTest::keyClick(menu, Qt::Key_Down);
        QTest::keyClick(menu, Qt::Key_Return);
        QTRY_VERIFY(opened_.viewpoint()->reference() &&
                    opened_.viewpoint()->reference()->interventions ==
                        edits()->branches().all[0].interventions);
        QCOMPARE(edits()->branches().current, 1);
    }

    void aRightClickOnAnotherBranchComparesItWithTheOneInView() {
        branchOff();
        const QPoint at = list()->visualItemRect(list()->item(1)).center();
        bool offered = false;
        QTimer::singleShot(0, this, [&] {
            auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
            auto *entry = menu ? menu->findChild<QAction *>("compareWithView") : nullptr;
            offered = entry != nullptr;
            if (offered)
                support::chooseEntry(*menu, *entry);
            else if (menu)
                menu->close();
        });
        QTest::mousePress(list()->viewport(), Qt::RightButton, {}, at);
        QContextMenuEvent ask(QContextMenuEvent::Mouse, at, list()->viewport()->mapToGlobal(at));
        QApplication::sendEvent(list()->viewport(), &ask);
        QTest::mouseRelease(list()->viewport(), Qt::RightButton, {}, at);
        QVERIFY(offered);
        QVERIFY2(edits()->branches().current == 1, "what was in view stays in view");
        QTRY_VERIFY(opened_.viewpoint()->reference() &&
                    opened_.viewpoint()->reference()->interventions ==
                        edits()->branches().all[0].interventions);
    }

    void whatIsComparedIsTheBranchThatWasChosenWhereverItStandsWhenItIsMade() {
        showBranchesThatAreBeingMade();
        const model::Interventions chosen = edits()->branches().all[1].interventions;
        chooseToCompareWith(2);  // the original is the first, the branch in view is left out
        QVERIFY2(!opened_.viewpoint()->reference(), "it is not made yet");
        list()->setFocus();
        press(Qt::Key_Delete);  // the branch before it, which is in view
        QCOMPARE(edits()->branches().all.size(), std::size_t{2});
        QTRY_VERIFY(!opened_.viewpoint()->referenceName().isEmpty());
        QVERIFY(opened_.viewpoint()->reference()->interventions == chosen);
    }

    void aBranchThatIsDeletedBeforeItIsMadeIsComparedNoMore() {
        showBranchesThatAreBeingMade();
        chooseToCompareWith(2);
        edits()->remove(1);
        for (int i = 0; i < 3; ++i)
            QTRY_VERIFY(!list()->item(i)->icon().isNull());
        QVERIFY(opened_.viewpoint()->referenceName().isEmpty());
    }

    void anotherSentenceHasNone() {
        branchOff();
        opened_.translate("Le chat dort.");
        QVERIFY(!bar()->isVisible());
        QVERIFY(!opened_.find<QAction>("nextBranch")->isEnabled());
    }
};

REGISTER_QT_TEST(BranchesBarTest)
#include "window/branches_bar_test.moc"
