// SPDX-License-Identifier: GPL-3.0-or-later
// Words of the translation and of the sentence changed in place, by pointer and keys.
#include <QLineEdit>
#include <QListWidget>

#include "tests/app/session/edited_window.h"
#include "tests/support/qt_test.h"
#include "widgets/heatmap/panel.h"
#include "widgets/panel/word_prompt.h"
#include "widgets/timeline/view.h"
#include "widgets/translation/words.h"
#include "widgets/unrolled/view.h"

class WordsByHandTest : public QObject, EditedWindow {
    Q_OBJECT

  private:
    QString translation() { return QString::fromStdString(trace().translation); }
    widgets::TranslationWord *word(int index) {
        return opened_.find<widgets::TranslationWord>(QString("translationWord%1").arg(index));
    }
    widgets::WordPrompt *prompt() {
        return qobject_cast<widgets::WordPrompt *>(QApplication::activePopupWidget());
    }
    QLineEdit *editor() { return qobject_cast<QLineEdit *>(QApplication::activePopupWidget()); }
    /// Types into the field of the popup and takes what comes first.
    void type(const QString &text) {
        QVERIFY(prompt());
        QTest::keyClicks(prompt()->field(), text);
        QTest::keyClick(prompt()->field(), Qt::Key_Return);
        QTRY_VERIFY(!prompt() && edited());
    }

  private slots:
    void initTestCase() { opened_.useOwnSettings("attention-visualizer-words-test"); }
    void init() {
        openTranslation();
        QCOMPARE(translation(), QString("The little girl reads a blue book."));
    }
    void cleanup() { close(); }

    void aWordOfTheTranslationIsReplacedByATypedOne() {
        QTest::mouseDClick(word(2), Qt::LeftButton);
        type("child");
        QVERIFY2(translation().startsWith("The little child"), qPrintable(translation()));
        QVERIFY(trace().choice(2).forced);
    }

    void aCandidateIsChosenWithKeysAlone() {
        word(1)->setFocus(Qt::TabFocusReason);
        QTest::keyClick(word(1), Qt::Key_F2);
        QVERIFY(prompt());
        const int second = trace().step(1).candidates[1].id;
        QTest::keyClick(prompt()->field(), Qt::Key_Down);
        QTest::keyClick(prompt()->field(), Qt::Key_Return);
        QTRY_VERIFY(edited());
        QCOMPARE(trace().chosen(1).id, second);
    }

    void aWordThatIsNoPieceTakesSeveral() {
        QTest::mouseDClick(word(2), Qt::LeftButton);
        QTest::keyClicks(prompt()->field(), "zebrafish");
        QVERIFY2(prompt()->answer().contains("one step each"), qPrintable(prompt()->answer()));
        QTest::keyClick(prompt()->field(), Qt::Key_Return);
        QTRY_VERIFY(edited());
        QVERIFY2(translation().startsWith("The little zebrafish"), qPrintable(translation()));
        QVERIFY(trace().choice(3).forced);
    }

    void escapeTakesNothing() {
        QTest::mouseDClick(word(2), Qt::LeftButton);
        QTest::keyClick(prompt()->field(), Qt::Key_Escape);
        QVERIFY(!prompt());
        QVERIFY(opened_.session()->interventions().empty());
    }

    void theTimelineAndTheHeatmapAskToo() {
        auto *track = opened_.find<widgets::TimelineView>("timelineView")->track();
        QTest::mouseDClick(track, Qt::LeftButton, {}, track->places().step(2).center().toPoint());
        QVERIFY(prompt());
        QTest::keyClick(prompt()->field(), Qt::Key_Escape);
        auto *heatmap = opened_.find<widgets::HeatmapPanel>("heatmapView");
        heatmap->setFocus(Qt::TabFocusReason);
        QTest::keyClick(heatmap, Qt::Key_F2);
        QVERIFY(prompt());
    }

    void aSourceWordIsTypedOverInTheUnrolledView() {
        auto *view = opened_.find<widgets::UnrolledView>("unrolledView");
        view->fit();
        const QPointF at = view->toViewport(view->places().sourceBox(2).center());
        QTest::mouseDClick(view->viewport(), Qt::LeftButton, {}, at.toPoint());
        QVERIFY(editor());
        QCOMPARE(editor()->text(), QString("fille"));
        QTest::keyClicks(editor(), "souris");
        QTest::keyClick(editor(), Qt::Key_Return);
        QCOMPARE(opened_.edit()->text(), QString("La petite souris lit un livre bleu."));
        QTRY_VERIFY(done() && translation().contains("mouse"));
        QTest::keyClick(opened_.edit(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(opened_.edit()->text(), QString("La petite fille lit un livre bleu."));
    }

    void aSourceWordIsTypedOverWithKeysAlone() {
        auto *view = opened_.find<widgets::UnrolledView>("unrolledView");
        view->setFocus(Qt::TabFocusReason);
        QTest::keyClick(view, Qt::Key_Right, Qt::ShiftModifier);
        QTest::keyClick(view, Qt::Key_Right, Qt::ShiftModifier);
        QTest::keyClick(view, Qt::Key_F2);
        QVERIFY(editor());
        QCOMPARE(editor()->text(), QString("petite"));
        QTest::keyClick(editor(), Qt::Key_Delete);
        QTest::keyClick(editor(), Qt::Key_Return);
        QCOMPARE(opened_.edit()->text(), QString("La fille lit un livre bleu."));
    }

    void escapeLeavesASourceWordAsItWas() {
        auto *heatmap = opened_.find<widgets::HeatmapPanel>("heatmapView");
        heatmap->setFocus(Qt::TabFocusReason);
        QTest::keyClick(heatmap, Qt::Key_F2, Qt::ShiftModifier);
        QVERIFY(editor());
        QTest::keyClicks(editor(), "chat");
        QTest::keyClick(editor(), Qt::Key_Escape);
        QVERIFY(!editor());
        QCOMPARE(opened_.edit()->text(), QString("La petite fille lit un livre bleu."));
    }
};

REGISTER_QT_TEST(WordsByHandTest)
#include "session/words_by_hand_test.moc"
