// SPDX-License-Identifier: GPL-3.0-or-later
// What if: decided in the views by real events, undone, compared, forgotten with the sentence.
#include "app/session/edits.h"

#include <QAction>
#include <QContextMenuEvent>
#include <QDockWidget>
#include <QMenu>
#include <QTimer>
#include <QToolButton>

#include "app/window/edits_bar.h"
#include "tests/app/session/edited_window.h"
#include "tests/support/events.h"
#include "tests/support/qt_test.h"
#include "widgets/heatmap/panel.h"
#include "widgets/inspector/panel.h"
#include "widgets/scores/panel.h"
#include "widgets/states/canvas.h"
#include "widgets/translation/words.h"
#include "widgets/viewpoint/edit.h"
#include "widgets/word_choice/panel.h"

class EditsTest : public QObject, EditedWindow {
    Q_OBJECT

  private:
    app::EditsBar *bar() { return opened_.find<app::EditsBar>("editsBar"); }
    widgets::WordChoicePanel *choices() {
        return opened_.find<widgets::WordChoicePanel>("wordChoiceView");
    }

    /// The entry of a view's context menu, chosen as the user does.
    void choose(QWidget *view, const QString &entry) {
        bool found = false;
        QTimer::singleShot(0, this, [&] {
            auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
            QVERIFY(menu);
            auto *action = menu->findChild<QAction *>(entry);
            found = action && action->isEnabled();
            if (found)
                support::chooseEntry(*menu, *action);
            menu->close();
        });
        const QPoint centre = view->rect().center();
        QContextMenuEvent event(QContextMenuEvent::Mouse, centre, view->mapToGlobal(centre));
        QApplication::sendEvent(view, &event);
        QVERIFY2(found, qPrintable(entry));
    }
    void takeSecond() {
        choices()->setFocus(Qt::TabFocusReason);
        QTest::keyClick(choices(), Qt::Key_Down);
        QTest::keyClick(choices(), Qt::Key_Down);
        QTest::keyClick(choices(), Qt::Key_Return);
        QTRY_VERIFY(edited());
    }

  private slots:
    void initTestCase() { opened_.useOwnSettings("attention-visualizer-edits-test"); }
    void init() {
        openTranslationAt(6);
        QVERIFY(!bar()->isVisible());
    }
    void cleanup() { close(); }

    void anotherCandidateIsTakenByKeyAndUndone() {
        const std::string before = trace().translation;
        const int second = trace().step(6).candidates[1].id;
        takeSecond();
        QCOMPARE(trace().chosen(6).id, second);
        QVERIFY(trace().choice(6).forced);
        QVERIFY2(
            opened_.viewpoint()->moment() == widgets::endOfStep(6, opened_.viewpoint()->extent()),
            "time stands still");
        QVERIFY(bar()->isVisible());
        QVERIFY2(bar()->text().startsWith("What if: "), qPrintable(bar()->text()));
        undo();
        QCOMPARE(trace().translation, before);
        QVERIFY(!bar()->isVisible());
        QTest::keyClick(opened_.window(), Qt::Key_Z,
                        Qt::ControlModifier | Qt::AltModifier | Qt::ShiftModifier);
        QTRY_VERIFY(done() && bar()->isVisible());
        QCOMPARE(trace().chosen(6).id, second);
    }

    void aDoubleClickTakesAWord() {
        const int third = choices()->choices()[2].id;
        auto *bars = choices()->bars();
        QTest::mouseDClick(bars, Qt::LeftButton, {}, bars->barRect(2).center().toPoint());
        QTRY_VERIFY(edited());
        QCOMPARE(trace().chosen(6).id, third);
    }

    void otherWordsAreUnderlined() {
        const auto words = opened_.window()->findChildren<widgets::TranslationWord *>();
        for (const auto *word : words)
            QVERIFY(!word->isOther());
        takeSecond();
        int others = 0;
        for (const auto *word : words)
            others += word->isVisible() && word->isOther();
        QCOMPARE(others, 1);
    }

    void theMenuOfTheHeatmapPinsAttention() {
        auto *heatmap = opened_.find<widgets::HeatmapPanel>("heatmapView");
        opened_.viewpoint()->setSelected({.source = 1, .step = 6});
        choose(heatmap, "attendOnly");
        QTRY_VERIFY(edited());
        QCOMPARE(trace().step(6).weights(1), 1.0F);
        choose(heatmap, "leaveToModel");
        QTRY_VERIFY(opened_.session()->interventions().empty() && done());
        QVERIFY(trace().step(6).weights(1) < 0.5F);
    }

    void theMenuOfTheScoresMutesEverywhere() {
        auto *scores = opened_.find<widgets::ScoresPanel>("scoresView");
        show("scoresDock");
        opened_.viewpoint()->setSelected({.source = 6});
        choose(scores, "muteEverywhere");
        QTRY_VERIFY(edited());
        for (int i = 0; i < trace().targetLength(); ++i)
            QCOMPARE(trace().step(i).weights(6), 0.0F);
        // What the model did by itself stays beside it where that can be compared.
        opened_.viewpoint()->setMoment(widgets::endOfStep(0, opened_.viewpoint()->extent()));
        QCOMPARE(scores->softmax()->content().outlines.size(),
                 static_cast<std::size_t>(trace().sourceLength()));
    }

    void aTemperatureThatWasTriedIsUsed() {
        auto *scores = opened_.find<widgets::ScoresPanel>("scoresView");
        show("scoresDock");
        scores->setTemperature(2);
        choose(scores, "temperatureEverywhere");
        QTRY_VERIFY(edited());
        QCOMPARE(trace().interventions.every.temperature, std::optional<float>(2.0F));
        QCOMPARE(scores->temperature(), 1.0);
    }

    void everyPanelShowsOldAgainstNew() {
        opened_.viewpoint()->ask(widgets::attendEvenly(trace(), 3));
        QTRY_VERIFY(edited());
        opened_.viewpoint()->setMoment(widgets::endOfStep(3, opened_.viewpoint()->extent()));
        int compared = 0;
        for (const auto *word : opened_.window()->findChildren<widgets::TranslationWord *>())
            compared += word->isVisible() && word->toolTip().contains("in the original");
        QVERIFY2(compared > 2, "words say how probable they were");
        int outlined = 0;
        for (int row = 0; row < static_cast<int>(choices()->choices().size()); ++row)
            outlined += !choices()->bars()->beforeRect(row).isNull();
        QVERIFY(outlined > 0);
        auto *heatmap = opened_.find<widgets::HeatmapPanel>("heatmapView");
        QVERIFY(!heatmap->plot()->showsDifference());
        opened_.find<QAction>("heatmapDifference")->trigger();
        QVERIFY(heatmap->plot()->showsDifference());
        const auto &data = heatmap->plot()->data();
        QCOMPARE(heatmap->plot()->cellValue(3, 0), static_cast<double>(data.weights(3, 0)) -
                                                       static_cast<double>(data.original(3, 0)));
        opened_.viewpoint()->setSelected({.step = 3, .strip = widgets::Vector::context, .unit = 5});
        show("statesDock");
        const auto *states = opened_.find<widgets::StatesCanvas>("statesCanvas");
        QVERIFY2(states->scene().trace != opened_.viewpoint()->trace(),
                 "states are differences, too");
        QVERIFY(states->scene().trace->step(2).cell.state.isZero());
        QVERIFY(!states->scene().trace->step(3).cell.state.isZero());
        const auto &parts = opened_.find<widgets::InspectorPanel>("inspectorPanel")->parts();
        opened_.find<QDockWidget>("inspectorDock")->raise();
        QTRY_VERIFY(!parts.empty() && parts.front().note.contains("In the original"));
        opened_.find<QAction>("heatmapDifference")->trigger();
        QCOMPARE(states->scene().trace.get(), opened_.viewpoint()->trace().get());
    }

    void theOriginalCanBeLookedAtInBetween() {
        const std::string before = trace().translation;
        takeSecond();
        const std::string after = trace().translation;
        auto *original = opened_.find<QToolButton>("showOriginal");
        QTest::mouseClick(original, Qt::LeftButton);
        QCOMPARE(trace().translation, before);
        QVERIFY(!opened_.session()->interventions().empty());
        QVERIFY(bar()->isVisible());
        QTest::mouseClick(original, Qt::LeftButton);
        QCOMPARE(trace().translation, after);
        QVERIFY(opened_.viewpoint()->original());
    }

    void startingOverUndoesAll() {
        const std::string before = trace().translation;
        takeSecond();
        opened_.viewpoint()->setSelected({.source = 1});
        choose(opened_.find<widgets::HeatmapPanel>("heatmapView"), "muteHere");
        QTRY_VERIFY(done());
        QVERIFY2(bar()->text().contains("(and 1 edit"), qPrintable(bar()->text()));
        QTest::mouseClick(opened_.find<QToolButton>("startOver"), Qt::LeftButton);
        QTRY_VERIFY(done() && !bar()->isVisible());
        QCOMPARE(trace().translation, before);
    }

    void whatIsAskedOfATranslationThatIsBeingReplacedIsNotDone() {
        const widgets::Edit late = widgets::attendOnlyTo(trace(), 2, {6});
        opened_.window()->header()->sentence()->setSentence("Oui.");
        QVERIFY(!done());
        opened_.viewpoint()->ask(late);
        QVERIFY(opened_.session()->interventions().empty());
        QTRY_VERIFY(done());
        QVERIFY(trace().interventions.empty());
        QVERIFY(!bar()->isVisible());
    }

    void anotherSentenceForgetsWhatWasDecided() {
        takeSecond();
        opened_.translate("Le chat dort.");
        QVERIFY(trace().interventions.empty());
        QVERIFY(!bar()->isVisible());
        QVERIFY(!opened_.find<QAction>("undoWhatIf")->isEnabled());
    }
};

REGISTER_QT_TEST(EditsTest)
#include "session/edits_test.moc"
