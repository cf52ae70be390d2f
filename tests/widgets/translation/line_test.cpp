// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/translation/line.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <algorithm>
#include <array>

#include "tests/support/qt_test.h"
#include "tests/support/traces.h"

using widgets::TranslationLine;
using widgets::TranslationWord;

/// The translation's words, clicked and pointed at.
class TranslationLineTest : public QObject {
    Q_OBJECT

  private:
    widgets::Viewpoint viewpoint_;
    std::unique_ptr<TranslationLine> line_;

    TranslationWord *word(int index) {
        return line_->findChild<TranslationWord *>(QString("translationWord%1").arg(index));
    }
    widgets::TranslationWords *words() { return line_->findChild<widgets::TranslationWords *>(); }
    QString caption() { return line_->findChild<QLabel *>("translationCaption")->text(); }

    /// A trace whose translation is "no, no".
    std::shared_ptr<const model::Trace> withAComma() {
        auto trace = std::make_shared<model::Trace>(*viewpoint_.trace());
        trace->translation = "no, no";
        trace->target.assign(3, trace->target.front());
        const std::array<const char *, 3> texts{"▁no", ",", "▁no"};
        const std::array<model::Range, 3> ranges{{{0, 2}, {2, 3}, {4, 6}}};
        for (std::size_t i = 0; i < texts.size(); ++i) {
            trace->target[i].text = texts[i];
            trace->target[i].range = ranges[i];
            trace->target[i].startsWord = i != 1;
        }
        return trace;
    }

  private slots:
    void init() {
        viewpoint_.setTrace(support::syntheticTrace(6, 8));
        line_ = std::make_unique<TranslationLine>(&viewpoint_);
        line_->resize(1200, 60);
        line_->show();
        QVERIFY(QTest::qWaitForWindowActive(line_.get()));
    }
    void cleanup() { line_.reset(); }

    void showsEachWordButNotTheEnd() {
        QCOMPARE(words()->words().size(), std::size_t(8));
        QCOMPARE(line_->text(), QString::fromStdString(viewpoint_.trace()->translation));
        QStringList all;
        for (const widgets::WordSteps &each : words()->words())
            all.append(each.text);
        QCOMPARE(all.join(' '), line_->text());
    }

    void clickingAWordMovesTheTime() {
        QTest::mouseClick(word(3), Qt::LeftButton);
        QCOMPARE(viewpoint_.moment(), widgets::endOfStep(3, viewpoint_.extent()));
        QCOMPARE(word(2)->state(), TranslationWord::State::past);
        QCOMPARE(word(3)->state(), TranslationWord::State::current);
        QCOMPARE(word(4)->state(), TranslationWord::State::future);
    }

    void wordsCanBeReachedByTheKeyboard() {
        QTest::mouseClick(word(3), Qt::LeftButton);
        QTest::keyClick(word(3), Qt::Key_Down);
        QVERIFY(word(4)->hasFocus());
        QCOMPARE(viewpoint_.step(), 4);
        QTest::keyClick(word(4), Qt::Key_Up);
        QTest::keyClick(word(3), Qt::Key_Up);
        QCOMPARE(viewpoint_.step(), 2);
        viewpoint_.setMoment({});
        QTest::keyClick(word(2), Qt::Key_Return);
        QCOMPARE(viewpoint_.step(), 2);
        QVERIFY(word(2)->focusPolicy() & Qt::TabFocus);
        QVERIFY(!(word(5)->focusPolicy() & Qt::TabFocus));
    }

    void pointingAtAWordMarksIt() {
        QTest::mouseMove(word(5), {3, 3});
        QTRY_COMPARE(viewpoint_.hovered().step, 5);
        QTest::mouseMove(line_.get(), {line_->width() - 2, line_->height() - 2});
        QTRY_COMPARE(viewpoint_.hovered().step, -1);
    }

    void atTheEndNoWordIsBeingProduced() {
        viewpoint_.setMoment(widgets::lastMoment(viewpoint_.extent()));
        for (int i = 0; i < 8; ++i)
            QCOMPARE(word(i)->state(), TranslationWord::State::past);
    }

    void messagesTakeTheWordsPlace() {
        line_->showMessage("Type something.");
        QVERIFY(!word(0)->isVisible());
        QCOMPARE(line_->text(), QString("Type something."));
        line_->showTranslation();
        QVERIFY(word(0)->isVisible());
    }

    void theCaptionTellsOfTextThatTheModelHasNotSeen() {
        const auto captionFor = [&](const char *sentence, model::Ending ending) {
            auto trace = std::make_shared<model::Trace>(*viewpoint_.trace());
            const auto pieces = trace->source.pieces();
            trace->source = {sentence, {pieces.begin(), pieces.end()}};
            trace->ending = ending;
            viewpoint_.setTrace(trace);
            return caption();
        };
        QCOMPARE(captionFor("🙂🙂🙂", model::Ending::endPiece),
                 QString("the model has not seen signs alone"));
        QCOMPARE(captionFor("Привет, мир", model::Ending::length),
                 QString("the model has not learned this alphabet · stopped at the length limit"));
        QCOMPARE(captionFor("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", model::Ending::endPiece),
                 QString("the model has not seen such words"));
        QVERIFY(captionFor("Bonjour.", model::Ending::endPiece).startsWith("greedy"));
    }

    void theCaptionSaysHowProbableItIs() {
        QVERIFY2(caption().startsWith("greedy · log-probability "), qPrintable(caption()));
        QVERIFY(caption().contains(QChar(0x2212)));
        line_->setBusy("translating…");
        QCOMPARE(caption(), QString("translating…"));
        line_->setBusy({});
        auto stopped = std::make_shared<model::Trace>(*viewpoint_.trace());
        stopped->ending = model::Ending::length;
        viewpoint_.setTrace(stopped);
        QVERIFY(caption().contains("stopped at the length limit"));
    }

    void theTranslationCanBeCopied() {
        line_->copyAction()->trigger();
        QCOMPARE(QGuiApplication::clipboard()->text(),
                 QString::fromStdString(viewpoint_.trace()->translation));
        viewpoint_.setTrace(nullptr);
        QVERIFY(!line_->copyAction()->isEnabled());
    }

    void longTranslationsTakeTwoLinesAndScrollToTheCurrentWord() {
        const int before = line_->sizeHint().height();
        viewpoint_.setTrace(support::syntheticTrace(20, 300));
        const auto *scroll = line_->findChild<QScrollArea *>();
        QTRY_COMPARE(scroll->height(), 2 * words()->lineHeight());
        QVERIFY(line_->sizeHint().height() < 3 * before);
        viewpoint_.setMoment(widgets::endOfStep(299, viewpoint_.extent()));
        QCOMPARE(scroll->verticalScrollBar()->value(), scroll->verticalScrollBar()->maximum());
        viewpoint_.setMoment(widgets::endOfStep(0, viewpoint_.extent()));
        QCOMPARE(scroll->verticalScrollBar()->value(), 0);
        for (int i = 0; i < 300; ++i)
            QVERIFY(word(i)->geometry().right() <= words()->width());
    }

    void atTheStartAndTheEndOfALongTranslationThoseAreInView() {
        viewpoint_.setTrace(support::syntheticTrace(20, 300));
        const auto *bar = line_->findChild<QScrollArea *>()->verticalScrollBar();
        QTRY_VERIFY(bar->maximum() > 0);
        const auto inTheMiddle = [&] {
            viewpoint_.setMoment(widgets::endOfStep(150, viewpoint_.extent()));
            return bar->value() > 0 && bar->value() < bar->maximum();
        };
        QVERIFY(inTheMiddle());
        viewpoint_.setMoment({});
        QCOMPARE(bar->value(), 0);
        QVERIFY(inTheMiddle());
        viewpoint_.setMoment(widgets::lastMoment(viewpoint_.extent()));
        QCOMPARE(bar->value(), bar->maximum());
        // A line that gets narrower is longer: its end is still where time is.
        line_->resize(700, 60);
        QTRY_COMPARE(bar->value(), bar->maximum());
        viewpoint_.setTrace(support::syntheticTrace(20, 200));
        viewpoint_.setMoment(widgets::lastMoment(viewpoint_.extent()));
        QCOMPARE(bar->value(), bar->maximum());
    }

    void theKeyboardFindsAWordThatIsInView() {
        viewpoint_.setTrace(support::syntheticTrace(20, 300));
        viewpoint_.setMoment(widgets::endOfStep(299, viewpoint_.extent()));
        auto *scroll = line_->findChild<QScrollArea *>();
        QTRY_VERIFY(scroll->verticalScrollBar()->maximum() > 0);
        viewpoint_.setMoment(widgets::lastMoment(viewpoint_.extent()));
        QVERIFY(word(299)->focusPolicy() & Qt::TabFocus);
        QVERIFY(!(word(0)->focusPolicy() & Qt::TabFocus));
        word(0)->setFocus(Qt::TabFocusReason);
        QCOMPARE(scroll->verticalScrollBar()->value(), 0);
        viewpoint_.setMoment({});
        QVERIFY2(word(0)->focusPolicy() & Qt::TabFocus, "nothing is over before it began");
    }

    void pointingAtAWordDoesNotScroll() {
        viewpoint_.setTrace(support::syntheticTrace(20, 300));
        viewpoint_.setMoment(widgets::endOfStep(0, viewpoint_.extent()));
        auto *bar = line_->findChild<QScrollArea *>()->verticalScrollBar();
        QTRY_VERIFY(bar->maximum() > 0);
        bar->setValue(bar->maximum());
        viewpoint_.setHovered({.step = 299});
        QCOMPARE(bar->value(), bar->maximum());
    }

    void anAmpersandIsNoShortcut() {
        auto trace = std::make_shared<model::Trace>(*viewpoint_.trace());
        trace->translation = "R&D";
        trace->target.assign(1, trace->target.front());
        trace->target.front().text = "R&D";
        trace->target.front().range = {0, 3};
        viewpoint_.setTrace(trace);
        QCOMPARE(word(0)->text(), QString("R&D"));
        QVERIFY(word(0)->shortcut().isEmpty());
    }

    void whatFollowsWithoutASpaceStandsCloser() {
        viewpoint_.setTrace(withAComma());
        QCOMPARE(word(1)->text(), QString(","));
        QVERIFY(word(1)->x() < word(0)->geometry().right() - 1);
        QCOMPARE(word(2)->x(), word(1)->geometry().right() + 1);
    }

    void theBoxOfAWordAndTheCommaKeepClearOfEachOther() {
        viewpoint_.setTrace(withAComma());
        words()->setAutoFillBackground(true);
        for (const int boxed : {0, 1}) {
            viewpoint_.setMoment(widgets::endOfStep(boxed, viewpoint_.extent()));
            const QImage image = words()->grab().toImage();
            const auto drawn = [&](int x) {
                for (int y = 0; y < image.height(); ++y)
                    if (image.pixelColor(x, y) != image.pixelColor(image.width() - 1, 0))
                        return true;
                return false;
            };
            // From the comma, or its box, to the left.
            int x = word(1)->geometry().center().x() + 2;
            while (x > 0 && !drawn(x))
                --x;
            while (x > 0 && drawn(x))
                --x;
            int clear = 0;
            for (; x > 0 && !drawn(x); --x)
                ++clear;
            QVERIFY2(x > word(0)->x() && x <= word(0)->geometry().right(), "it is all one");
            QVERIFY2(clear >= (boxed == 0 ? 4 : 3), qPrintable(QString::number(clear)));
        }
    }

    void noLineBeginsWithAComma() {
        widgets::TranslationWords flowing;
        std::vector<widgets::WordSteps> all;
        for (int i = 0; i < 12; ++i)
            all.push_back({i % 3 == 2 ? "," : "word", i, i + 1, i % 3 == 2});
        flowing.setWords(all);
        int most = 0;
        for (int width = 120; width < 400; width += 7) {
            most = std::max(most, flowing.flow(width));
            for (int i = 2; i < 12; i += 3) {
                const auto *comma =
                    flowing.findChild<TranslationWord *>(QString("translationWord%1").arg(i));
                QVERIFY(comma->x() > 0);
                QVERIFY(comma->geometry().right() < width);
            }
        }
        QVERIFY(most > 3);
    }

    void fewerWordsLeaveNoneBehind() {
        viewpoint_.setTrace(support::syntheticTrace(2, 2));
        QVERIFY(word(1)->isVisible());
        QVERIFY(!word(2)->isVisible());
    }
};

REGISTER_QT_TEST(TranslationLineTest)
#include "translation/line_test.moc"
