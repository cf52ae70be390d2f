// SPDX-License-Identifier: GPL-3.0-or-later
// What the translation in view is compared with: pinned, another model, another search.
#include "app/session/reference.h"

#include <QAction>
#include <QDockWidget>
#include <QMenu>
#include <algorithm>

#include "model/decoding/search.h"
#include "tests/app/window/opened_window.h"
#include "tests/support/qt_test.h"
#include "widgets/comparison/canvas.h"
#include "widgets/comparison/panel.h"
#include "widgets/scores/panel.h"
#include "widgets/states/canvas.h"
#include "widgets/translation/words.h"

class ReferenceTest : public QObject {
    Q_OBJECT

  private:
    OpenedWindow opened_;

    std::shared_ptr<const model::Trace> trace() { return opened_.viewpoint()->trace(); }
    std::shared_ptr<const model::Trace> reference() { return opened_.viewpoint()->reference(); }
    int underlined() {
        const auto words = opened_.window()->findChildren<widgets::TranslationWord *>();
        return int(std::ranges::count_if(
            words, [](const auto *word) { return word->isVisible() && word->isOther(); }));
    }
    QAction *modelAction(const QString &key) {
        return opened_.find<QMenu>("compareModels")->findChild<QAction *>("compareWith " + key);
    }

  private slots:
    void initTestCase() { opened_.useOwnSettings("attention-visualizer-reference-test"); }
    void init() {
        opened_.open();
        opened_.translate("La petite fille lit un livre bleu.");
        QVERIFY(!reference());
    }
    void cleanup() { opened_.close(); }

    void theTranslationIsPinnedByKeyAndStaysWhileTheSentenceChanges() {
        const auto pinned = trace();
        QTest::keyClick(opened_.window(), Qt::Key_R, Qt::ControlModifier);
        QCOMPARE(reference(), pinned);
        auto *dock = opened_.find<QDockWidget>("comparisonDock");
        QTRY_VERIFY2(!dock->visibleRegion().isEmpty(), "the comparison comes into view");
        opened_.translate("La petite fille lit un livre rouge.");
        QCOMPARE(reference(), pinned);
        QCOMPARE(underlined(), 0);  // of another sentence
        const auto *panel = opened_.find<widgets::ComparisonPanel>("comparisonView");
        QCOMPARE(panel->canvas()->comparison().reference.rows.size(), pinned->targetLength());
        opened_.find<QAction>("clearReference")->trigger();
        QVERIFY(!reference());
    }

    void theTwinReadsTheSameSentenceAsOneTypes() {
        modelAction("bottleneck")->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(reference(), OpenedWindow::patience);
        QVERIFY(!reference()->hasAttention());
        QCOMPARE(reference()->source.text(), trace()->source.text());
        QCOMPARE(
            reference()->translation,
            model::translate({reference()->model, trace()->source.text()}, model::SearchOptions{})
                ->translation);
        QTRY_VERIFY(modelAction("bottleneck")->isChecked());
        QCOMPARE(opened_.session()->currentModel(), 0);
        opened_.translate("Le chat noir dort sur la chaise rouge.");
        QTRY_VERIFY_WITH_TIMEOUT(
            reference() && reference()->source.text() == trace()->source.text(),
            OpenedWindow::patience);
        // And it is read only once.
        QVERIFY(opened_.session()->models()[1].model == reference()->model);
    }

    void greedyIsComparedWithABeam() {
        opened_.find<QAction>("compareBeam")->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(reference(), OpenedWindow::patience);
        const auto expected = model::translate({trace()->model, trace()->source.text()},
                                               model::SearchOptions{.beam = app::Reference::beam});
        QCOMPARE(reference()->translation, expected->translation);
        // Another model's beam follows.
        opened_.session()->selectModel(1);
        QTRY_VERIFY_WITH_TIMEOUT(reference() && !reference()->hasAttention(),
                                 OpenedWindow::patience);
    }

    void panelsCompareWithWhatWasPinnedInPlaceOfTheOriginal() {
        opened_.viewpoint()->ask(widgets::takeWord(*trace(), 3, trace()->step(3).candidates[1].id));
        QTRY_VERIFY(opened_.session()->upToDate());
        QVERIFY(underlined() > 0);
        QVERIFY(reference() == opened_.viewpoint()->original());
        QTest::keyClick(opened_.window(), Qt::Key_R, Qt::ControlModifier);
        QCOMPARE(reference(), trace());
        QCOMPARE(underlined(), 0);
        // Back at the original, the words of the pinned one are the others.
        opened_.window()->header()->edits()->startOver();
        QTRY_VERIFY(opened_.session()->upToDate());
        QVERIFY(underlined() > 0);
        auto *scores = opened_.find<widgets::ScoresPanel>("scoresView");
        opened_.find<QDockWidget>("scoresDock")->raise();
        QCoreApplication::processEvents();
        opened_.viewpoint()->setMoment(widgets::endOfStep(1, opened_.viewpoint()->extent()));
        QCOMPARE(int(scores->softmax()->content().outlines.size()), trace()->sourceLength());
    }

    void textsTellItsNameInPlaceOfTheOriginal() {
        QTest::keyClick(opened_.window(), Qt::Key_R, Qt::ControlModifier);
        const QString name = opened_.viewpoint()->referenceName();
        QVERIFY(!name.isEmpty());
        opened_.viewpoint()->ask(widgets::mute(*trace(), -1, {1}));
        QTRY_VERIFY(opened_.session()->upToDate());
        int told = 0;
        for (const auto *word : opened_.window()->findChildren<widgets::TranslationWord *>()) {
            if (!word->isVisible() || word->toolTip().isEmpty())
                continue;
            QVERIFY2(word->toolTip().contains(name.toHtmlEscaped()), qPrintable(word->toolTip()));
            ++told;
        }
        QVERIFY(told > 0);
        opened_.viewpoint()->setMoment(widgets::endOfStep(1, opened_.viewpoint()->extent()));
        opened_.viewpoint()->setSelected(
            {.step = 1, .strip = widgets::Vector::decoderState, .unit = 7});
        const auto raised = [this](const char *dock) {
            opened_.find<QDockWidget>(dock)->raise();
            QCoreApplication::processEvents();
        };
        raised("statesDock");
        const auto *states = opened_.find<widgets::StatesCanvas>("statesCanvas");
        QTRY_VERIFY2(states->caption().endsWith(QString(" in %1)").arg(name)),
                     qPrintable(states->caption()));
        opened_.viewpoint()->setDifference(true);
        QVERIFY2(states->caption().endsWith("difference from " + name),
                 qPrintable(states->caption()));
        auto *menu = opened_.find<QMenu>("heatmapOptionsMenu");
        emit menu->aboutToShow();
        QCOMPARE(opened_.find<QAction>("heatmapDifference")->text(), "Difference &from " + name);
        opened_.find<QAction>("clearReference")->trigger();
        emit menu->aboutToShow();
        QCOMPARE(opened_.find<QAction>("heatmapDifference")->text(),
                 QString("Difference &from the original"));
        opened_.viewpoint()->setDifference(false);
    }

    void withoutASentenceThereIsNothingToCompareWith() {
        modelAction("bottleneck")->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(reference(), OpenedWindow::patience);
        opened_.window()->header()->sentence()->setSentence("");
        QTRY_COMPARE(opened_.session()->state(), app::Session::State::empty);
        QVERIFY(!reference());
        opened_.translate("Oui.");
        QTRY_VERIFY_WITH_TIMEOUT(reference(), OpenedWindow::patience);
    }
};

REGISTER_QT_TEST(ReferenceTest)
#include "session/reference_test.moc"
