// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/unrolled/unit_grid.h"

#include <QAction>
#include <QLineEdit>
#include <QToolButton>

#include "tests/support/qt_test.h"
#include "tests/widgets/unrolled/window.h"
#include "widgets/drawing/theme.h"
#include "widgets/text/numbers.h"
#include "widgets/viewpoint/vectors.h"

using widgets::Moment;
using widgets::Selection;
using widgets::Vector;

/// A strip of the unrolled view unfolded into its units.
class UnitGridTest : public QObject, protected UnrolledWindow {
    Q_OBJECT

  private:
    widgets::UnitGrid *grid() { return view_->findChild<widgets::UnitGrid *>(); }

  private slots:
    void init() {
        open();
        QVERIFY(QTest::qWaitForWindowActive(view_.get()));
    }
    void cleanup() { close(); }

    void aDoubleClickUnfoldsAStripAndEscapeClosesIt() {
        viewpoint_->setTrace(support::syntheticTrace(9, 9));
        QVERIFY(grid()->isHidden());
        const QPoint point = at(view_->places().forward(3).cell(2).center());
        QTest::mouseDClick(view_->viewport(), Qt::LeftButton, {}, point);
        QTest::mouseRelease(view_->viewport(), Qt::LeftButton, {}, point);
        QVERIFY(grid()->isVisible());
        QVERIFY(grid()->hasFocus());
        QCOMPARE(grid()->strip(), Vector::forwardState);
        QCOMPARE(grid()->index(), 3);
        QCOMPARE(grid()->units(), 256);
        QTest::keyClick(grid(), Qt::Key_Escape);
        QVERIFY(grid()->isHidden());
        QVERIFY(view_->hasFocus());
    }

    void closingTheUnitsGivesTheKeyboardToThePictureAtOnce() {
        viewpoint_->setTrace(support::syntheticTrace(9, 9));
        QLineEdit next(view_.get());
        next.show();
        view_->unfold(Vector::forwardState, 3);
        QVERIFY(grid()->hasFocus());
        QList<QObject *> focused;
        QObject::connect(qApp, &QApplication::focusChanged, &next,
                         [&](QWidget *, QWidget *now) { focused.append(now); });
        QTest::keyClick(grid(), Qt::Key_Escape);
        QCOMPARE(focused, QList<QObject *>{view_.get()});
    }

    void pointingAtAUnitMarksItAndTellsItsValue() {
        auto trace = std::make_shared<model::Trace>(*support::syntheticTrace(9, 9));
        auto encoder = std::make_shared<model::EncoderTrace>(*trace->encoder);
        encoder->annotations(4, 256 + 17) = -0.98765F;
        trace->encoder = encoder;
        viewpoint_->setTrace(trace);
        view_->unfold(Vector::backwardState, 4);
        const QImage before = grid()->grab().toImage();
        QTest::mouseMove(grid(), grid()->cell(3).center().toPoint());
        QTRY_COMPARE(viewpoint_->hovered().unit, 3);
        QTest::mouseMove(grid(), grid()->cell(17).center().toPoint());
        QTRY_COMPARE(viewpoint_->hovered(),
                     (Selection{.source = 4, .strip = Vector::backwardState, .unit = 17}));
        QVERIFY2(grid()->line().contains("−0.98765"), qPrintable(grid()->line()));
        QVERIFY(grid()->line().contains("unit 18 of 256"));
        QVERIFY(grid()->grab().toImage() != before);
        const QColor cell = grid()->grab().toImage().pixelColor(
            grid()->cell(17).topLeft().toPoint() + QPoint(4, 4));
        // In the same colours as in the picture; and how far they reach is said.
        const double limit = widgets::unrolledData(trace).limit(Vector::backwardState);
        QVERIFY(limit < 1);
        QCOMPARE(cell, widgets::Theme::of(view_->palette()).diverging(-0.98765, limit));
        viewpoint_->setHovered({});
        const QString reach =
            widgets::numberText(limit, {.decimals = 0, .significant = 2, .trimmed = true});
        QVERIFY2(grid()->line().contains(u'±' + reach), qPrintable(grid()->line()));
    }

    void everyStripCanBeUnfolded() {
        viewpoint_->setTrace(support::syntheticTrace(9, 9));
        const std::pair<Vector, int> expected[] = {
            {Vector::embedding, 256},     {Vector::forwardState, 256},
            {Vector::backwardState, 256}, {Vector::context, 512},
            {Vector::decoderState, 512},  {Vector::targetEmbedding, 256},
            {Vector::initialState, 512},
        };
        for (const auto &[strip, units] : expected) {
            view_->unfold(strip, 2);
            QVERIFY(grid()->isVisible());
            QCOMPARE(grid()->strip(), strip);
            QCOMPARE(grid()->units(), units);
            for (int unit = 0; unit < units; ++unit) {
                QCOMPARE(grid()->unitAt(grid()->cell(unit).center()), unit);
                QVERIFY(QRectF(grid()->rect()).contains(grid()->cell(unit)));
            }
        }
        QCOMPARE(grid()->unitAt({1, 1}), -1);
    }

    void arrowsMoveTheUnitAndEnterPicksIt() {
        viewpoint_->setTrace(support::syntheticTrace(9, 9));
        view_->unfold(Vector::decoderState, 2);
        QTest::keyClick(grid(), Qt::Key_Right);
        QTest::keyClick(grid(), Qt::Key_Right);
        QCOMPARE(viewpoint_->hovered().unit, 1);
        QTest::keyClick(grid(), Qt::Key_Down);
        const int below = viewpoint_->hovered().unit;
        QCOMPARE(grid()->cell(below).left(), grid()->cell(1).left());
        QVERIFY(grid()->cell(below).top() > grid()->cell(1).top());
        QTest::keyClick(grid(), Qt::Key_End);
        QCOMPARE(viewpoint_->hovered().unit, 511);
        QTest::keyClick(grid(), Qt::Key_Return);
        QCOMPARE(viewpoint_->selected(),
                 (Selection{.step = 2, .strip = Vector::decoderState, .unit = 511}));
    }

    void whatIsNotComputedYetIsNotUnfolded() {
        viewpoint_->setTrace(support::syntheticTrace(9, 9));
        view_->unfold(Vector::decoderState, 5);
        const QImage computed = grid()->grab().toImage();
        viewpoint_->setMoment(widgets::endOfStep(2, viewpoint_->extent()));
        QVERIFY(grid()->grab().toImage() != computed);
        QCOMPARE(grid()->line(), QString("not yet computed"));
        viewpoint_->setTrace(support::syntheticTrace(2, 2));
        QVERIFY2(grid()->isHidden(), "there is no such step any more");
        QVERIFY(view_->hasFocus());
    }

    void typingAnotherSentenceClosesTheUnitsButKeepsTheKeyboard() {
        auto *edit = new QLineEdit(view_.get());
        edit->show();
        viewpoint_->setTrace(support::syntheticTrace(9, 9));
        view_->unfold(Vector::decoderState, 5);
        edit->setFocus();
        // A translation that grows comes to that step again.
        auto growing = std::make_shared<model::Trace>(*support::syntheticTrace(9, 2));
        growing->ending = model::Ending::running;
        viewpoint_->setTrace(growing);
        QVERIFY(grid()->isVisible());
        QCOMPARE(grid()->line(), QString("not yet computed"));
        (void)grid()->grab();
        viewpoint_->setTrace(nullptr);
        QVERIFY(grid()->isHidden());
        QVERIFY(edit->hasFocus());
    }

    void theButtonOrEscapeInThePictureCloseTheUnits() {
        viewpoint_->setTrace(support::syntheticTrace(9, 9));
        view_->unfold(Vector::decoderState, 5);
        auto *close = grid()->findChild<QToolButton *>("closeUnitGrid");
        QVERIFY(grid()->rect().contains(close->geometry()));
        QTest::mouseClick(close, Qt::LeftButton);
        QVERIFY(grid()->isHidden());
        view_->unfold(Vector::decoderState, 5);
        viewpoint_->setSelected({.step = 2});
        view_->setFocus();
        QTest::keyClick(view_.get(), Qt::Key_Escape);
        QVERIFY(grid()->isHidden());
        QCOMPARE(viewpoint_->selected(), (Selection{.step = 2}));
        QTest::keyClick(view_.get(), Qt::Key_Escape);
        QVERIFY(viewpoint_->selected().empty());
    }

    void unitsThatArePointedAtGoWithTheView() {
        viewpoint_->setTrace(support::syntheticTrace(9, 9));
        view_->unfold(Vector::decoderState, 5);
        QTest::keyClick(grid(), Qt::Key_End);
        grid()->setAttribute(Qt::WA_UnderMouse, false);
        view_.reset();  // the focus goes from what is half destroyed
        QVERIFY(viewpoint_->hovered().empty());
    }

    void theUnitThatKeysPointAtIsLeftWithTheFocus() {
        viewpoint_->setTrace(support::syntheticTrace(9, 9));
        view_->unfold(Vector::decoderState, 5);
        QTest::keyClick(grid(), Qt::Key_End);
        QCOMPARE(viewpoint_->hovered().unit, grid()->units() - 1);
        grid()->setAttribute(Qt::WA_UnderMouse, false);  // wherever the pointer happens to be
        view_->setFocus();
        QVERIFY(viewpoint_->hovered().empty());
        QVERIFY(grid()->isVisible());
    }

    void theLetterUAndTheMenuUnfold() {
        viewpoint_->setTrace(support::syntheticTrace(9, 9));
        viewpoint_->setSelected({.source = 6, .strip = Vector::embedding, .unit = 3});
        view_->setFocus();
        QTest::keyClick(view_.get(), Qt::Key_U);
        QCOMPARE(grid()->strip(), Vector::embedding);
        QCOMPARE(grid()->index(), 6);
        QTest::keyClick(grid(), Qt::Key_Escape);
        QStringList titles;
        inMenu(at(view_->places().wordBox(4).center()), [&](QMenu *menu) {
            for (QAction *action : menu->findChild<QMenu *>("unitsMenu")->actions())
                titles.append(action->text());
            menu->findChild<QMenu *>("unitsMenu")->actions().first()->trigger();
        });
        QCOMPARE(titles.size(), 3);
        QCOMPARE(grid()->strip(), Vector::targetEmbedding);
        QCOMPARE(grid()->index(), 4);
    }
};

REGISTER_QT_TEST(UnitGridTest)
#include "unrolled/unit_grid_test.moc"
