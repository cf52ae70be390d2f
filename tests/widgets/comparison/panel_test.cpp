// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/comparison/panel.h"

#include <QLabel>
#include <QTest>
#include <memory>

#include "tests/support/qt_test.h"
#include "tests/support/traces.h"
#include "widgets/comparison/canvas.h"
#include "widgets/viewpoint/viewpoint.h"

using namespace widgets;

class ComparisonPanelTest : public QObject {
    Q_OBJECT

  private:
    std::unique_ptr<Viewpoint> viewpoint_;
    std::unique_ptr<ComparisonPanel> panel_;
    std::shared_ptr<const model::Trace> trace_ = support::syntheticTrace(4, 5, 1);
    std::shared_ptr<const model::Trace> other_ =
        support::ofSource(trace_->source, *support::syntheticTrace(4, 7, 2));

    ComparisonCanvas *canvas() { return panel_->canvas(); }
    QPoint centre(int block, int row, int column) {
        return canvas()
            ->layoutOfParts()
            .blocks[std::size_t(block)]
            .cell(row, column)
            .center()
            .toPoint();
    }
    QString caption() { return panel_->findChild<QLabel *>("comparisonCaption")->toolTip(); }

  private slots:
    void init() {
        viewpoint_ = std::make_unique<Viewpoint>();
        viewpoint_->setTrace(trace_);
        viewpoint_->setReference(other_, "that");
        panel_ = std::make_unique<ComparisonPanel>(viewpoint_.get());
        panel_->resize(900, 400);
        panel_->show();
        panel_->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(panel_.get()));
    }
    void cleanup() {
        panel_.reset();
        viewpoint_.reset();
    }

    void showsBothAndTheirDifference() {
        QCOMPARE(canvas()->layoutOfParts().blocks.size(), std::size_t{3});
        QCOMPARE(canvas()->comparison().reference.title, QString("that"));
        QVERIFY2(caption().contains("log-probability"), qPrintable(caption()));
    }

    void bothGoStepByStep() {
        viewpoint_->setMoment(endOfStep(2, viewpoint_->extent()));
        QCOMPARE(canvas()->computed(), 3);
        QVERIFY(canvas()->told({0, 3, 1}).contains("not yet computed"));
        const QImage before = panel_->picture().toImage();
        viewpoint_->setMoment(endOfStep(3, viewpoint_->extent()));
        QCOMPARE(canvas()->computed(), 4);
        QVERIFY(panel_->picture().toImage() != before);
        viewpoint_->setMoment(lastMoment(viewpoint_->extent()));
        QCOMPARE(canvas()->computed(), 8);
        QVERIFY(canvas()->told({1, 7, -1}).contains("it has ended"));
    }

    void pointingTellsBothNumbersAndMarksThem() {
        QTest::mouseMove(canvas(), QPoint(1, 1));
        QTest::mouseMove(canvas(), centre(1, 2, 3));
        QTRY_COMPARE(viewpoint_->hovered().step, 2);
        QCOMPARE(viewpoint_->hovered().source, 3);
        const QString text = canvas()->told({1, 2, 3});
        QVERIFY2(
            text.contains("In view: ") && text.contains("that: ") && text.contains("Difference: "),
            qPrintable(text));
    }

    void aClickLeadsToTheStep() {
        QTest::mouseClick(canvas(), Qt::LeftButton, {}, centre(0, 1, 1));
        QVERIFY(viewpoint_->moment() == endOfStep(1, viewpoint_->extent()));
    }

    void keysGoFromRowToRow() {
        viewpoint_->setMoment(endOfStep(3, viewpoint_->extent()));
        canvas()->setFocus(Qt::TabFocusReason);
        QTest::keyClick(canvas(), Qt::Key_Home);
        QVERIFY2(canvas()->accessibleDescription().startsWith("Step 1. In view"),
                 qPrintable(canvas()->accessibleDescription()));
        QTest::keyClick(canvas(), Qt::Key_Down);
        QTest::keyClick(canvas(), Qt::Key_Down);
        QTest::keyClick(canvas(), Qt::Key_Return);
        QVERIFY(viewpoint_->moment() == endOfStep(2, viewpoint_->extent()));
        QTest::keyClick(canvas(), Qt::Key_End);
        QVERIFY(canvas()->accessibleDescription().contains("not yet computed"));
        QTest::keyClick(canvas(), Qt::Key_Escape);
        QVERIFY(canvas()->accessibleDescription().startsWith("Step 3."));
    }

    void withoutAReferenceItShowsTheTranslationAndSaysWhatToDo() {
        viewpoint_->setReference(nullptr, {});
        QCOMPARE(canvas()->layoutOfParts().blocks.size(), std::size_t{1});
        QVERIFY(caption().contains("menu Compare"));
        viewpoint_->setReference(nullptr, "that");
        QVERIFY2(caption().contains("being worked out: that"), qPrintable(caption()));
    }

    void withoutAChoiceTheOriginalIsTheReference() {
        viewpoint_->setReference(nullptr, {});
        viewpoint_->setTrace(trace_, true, other_);
        QCOMPARE(canvas()->comparison().reference.title, QString("Original"));
        QCOMPARE(viewpoint_->reference(), other_);
        viewpoint_->setReference(trace_, "this");
        QCOMPARE(viewpoint_->reference(), trace_);
    }

    void anotherSentenceHasNoDifference() {
        viewpoint_->setReference(support::syntheticTrace(6, 5, 3), "longer");
        QCOMPARE(canvas()->layoutOfParts().blocks.size(), std::size_t{2});
        viewpoint_->setReference(support::tinyTrace("le chat", "tiny_bottleneck"), "twin");
        QCOMPARE(canvas()->layoutOfParts().blocks.size(), std::size_t{2});
        QVERIFY(!panel_->picture().isNull());
    }

    void longOnesAreScrolledToTheStepInView() {
        viewpoint_->setTrace(support::syntheticTrace(4, 90, 1));
        viewpoint_->setMoment(endOfStep(85, viewpoint_->extent()));
        const QRect row = canvas()->layoutOfParts().blocks[0].row(85).toAlignedRect();
        QTRY_VERIFY(canvas()->visibleRegion().intersects(row));
    }
};

REGISTER_QT_TEST(ComparisonPanelTest)
#include "comparison/panel_test.moc"
