// SPDX-License-Identifier: GPL-3.0-or-later
// A translation in the unrolled view against what it is compared with.
#include "widgets/unrolled/compared.h"

#include "tests/support/qt_test.h"
#include "tests/widgets/unrolled/window.h"
#include "widgets/unrolled/text.h"
#include "widgets/viewpoint/unit_edit.h"

using widgets::UnrolledText;

class UnrolledComparedTest : public QObject, protected UnrolledWindow {
    Q_OBJECT

  private:
    static constexpr int step_ = 2;
    TracePointer plain_ = support::tinyTrace("Le chat noir dort");

    TracePointer made(const widgets::Edit &edit) const {
        return support::edited(*plain_, edit.interventions);
    }
    /// The same with pieces that are all different, one of them with a name of its own.
    TracePointer distinct() const {
        auto trace = std::make_shared<model::Trace>(*plain_);
        for (std::size_t i = 0; i < trace->choices.size(); ++i)
            trace->choices[i].candidate.id = static_cast<int>(i) + 10;
        trace->target[step_].text = "▁dog";
        return trace;
    }
    /// That with another piece in its place.
    TracePointer other() const {
        auto trace = std::make_shared<model::Trace>(*distinct());
        trace->choices[step_].candidate.id = 5;
        return trace;
    }
    /// The picture around a place of the content.
    QImage around(const QRectF &place) const {
        return image().copy(
            QRectF(view_->toViewport(place.topLeft()), place.size()).toAlignedRect());
    }
    void compare(const TracePointer &trace, const TracePointer &reference) {
        viewpoint_->setTrace(trace, true, reference);
        QCoreApplication::processEvents();
    }

  private slots:
    void init() {
        open();
        view_->resize(1400, 800);
        QCoreApplication::processEvents();
    }
    void cleanup() { close(); }

    void whereNothingIsComparedNoRoomIsTaken() {
        compare(plain_, nullptr);
        const double top = view_->places().wordBox(0).top();
        QVERIFY(view_->places().wordBefore(0).isEmpty());
        compare(other(), distinct());
        QVERIFY(view_->places().wordBefore(0).height() > 0);
        QVERIFY(view_->places().wordBox(0).top() > top);
        view_->resize(1400, 200);  // has to be scrolled anyway
        QCoreApplication::processEvents();
        QVERIFY(view_->places().wordBefore(0).isEmpty());
    }

    void toolTipsTellWhatStoodThere() {
        compare(other(), distinct());
        go(widgets::endOfStep(viewpoint_->extent().steps - 1, viewpoint_->extent()));
        widgets::UnrolledData content = widgets::unrolledData(viewpoint_->trace());
        content.compared = widgets::unrolledComparison(*viewpoint_);
        const QString tip = UnrolledText::toolTip(content, {.step = step_}, viewpoint_->moment());
        QVERIFY2(tip.contains("“dog” in the original"), qPrintable(tip));
        QVERIFY(!UnrolledText::toolTip(content, {.step = 0}, viewpoint_->moment())
                     .contains("original"));
        viewpoint_->setReference(distinct(), "“that one”");
        content.compared = widgets::unrolledComparison(*viewpoint_);
        QVERIFY(UnrolledText::toolTip(content, {.step = step_}, viewpoint_->moment())
                    .contains(" in “that one”"));
    }

    void aWordThatIsAnotherIsMarked() {
        const auto above = [this](int step) {
            return around(view_->places().wordBox(step).united(view_->places().wordBefore(step)));
        };
        compare(other(), distinct());
        go(widgets::endOfStep(step_ + 1, viewpoint_->extent()));  // in view
        const QImage first = above(0);
        const QImage changed = above(step_);
        compare(distinct(), distinct());
        QCOMPARE(above(0), first);
        QVERIFY(above(step_) != changed);
    }

    void linksOfTheReferenceAreOutlinesWhereTheyAreOfAnotherWidth() {
        const TracePointer pinned = made(widgets::attendOnlyTo(*plain_, 1, {0}));
        QVERIFY(plain_->step(1).weights(0) < 0.9F);
        compare(pinned, plain_);
        go(widgets::endOfStep(1, viewpoint_->extent()));
        const QRectF row = view_->places().row(widgets::UnrolledRow::links);
        const QImage outlined = around(row);
        viewpoint_->setReference(std::make_shared<model::Trace>(*pinned), "itself");
        QCoreApplication::processEvents();
        QVERIFY(around(row) != outlined);
        const auto content = widgets::unrolledComparison(*viewpoint_);
        QVERIFY(content->weights(1) && *content->weights(1) == pinned->step(1).weights);
    }

    void heldUnitsAreMarked() {
        // At its own value, which changes no colour.
        compare(made(widgets::holdUnit(*plain_, {widgets::UnitPlace::Kind::initial, 0, 0},
                                       plain_->encoder->initial(0))),
                plain_);
        go(widgets::endOfStep(1, viewpoint_->extent()));
        const QRectF place = view_->places().initial().rect.adjusted(-3, -3, 3, 3);
        const QImage held = around(place);
        compare(std::make_shared<const model::Trace>(*plain_), plain_);
        QCOMPARE(view_->places().initial().rect.adjusted(-3, -3, 3, 3), place);
        QVERIFY(around(place) != held);
    }
};

REGISTER_QT_TEST(UnrolledComparedTest)
#include "unrolled/compared_test.moc"
