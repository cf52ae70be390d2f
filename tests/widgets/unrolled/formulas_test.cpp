// SPDX-License-Identifier: GPL-3.0-or-later
// What the unrolled view draws is what the formulas say: what links, initial state and words come
// of, and what the colours mean.
#include <QImage>
#include <QTest>

#include "tests/support/qt_test.h"
#include "tests/support/traces.h"
#include "tests/widgets/unrolled/window.h"
#include "widgets/drawing/label.h"
#include "widgets/drawing/theme.h"
#include "widgets/text/numbers.h"
#include "widgets/unrolled/text.h"
#include "widgets/unrolled/view.h"

using widgets::Moment;
using widgets::Stage;

class UnrolledFormulasTest : public QObject, protected UnrolledWindow {
    Q_OBJECT

  private:
    QRect place(const QRectF &content) {
        return QRectF(view_->toViewport(content.topLeft()), content.size()).toAlignedRect();
    }

  private slots:
    void init() { open(); }
    void cleanup() { close(); }

    // --- Links ------------------------------------------------------------------------------

    void onceTheyAreWeighedTheLinksStayUntilTheirSharesAreAdded() {
        viewpoint_->setTrace(changed(support::syntheticTrace(9, 9), 4, [](auto &step) {
            step.weights.setZero();
            step.weights(8) = 0.7F;
            step.weights(0) = 0.3F;
        }));
        const auto middleOf = [this](int source, const Moment &moment) {
            viewpoint_->setMoment(moment);
            const auto &weights = viewpoint_->trace()->steps[4]->weights;
            const auto all = view_->places().links(
                {weights.data(), static_cast<std::size_t>(weights.size())}, 4);
            const QPointF middle =
                all[static_cast<std::size_t>(source)].path(0.5).currentPosition();
            return image().pixelColor(at(middle));
        };
        const widgets::Theme &theme = widgets::Theme::of(view_->palette());
        const auto strength = [&](const QColor &color) {
            return widgets::contrast(color, theme.surface);
        };
        for (const int source : {0, 8}) {
            const QColor weighed = middleOf(source, {Stage::softmax, 4, 1});
            QVERIFY2(strength(weighed) > 1.1, "it is to be seen when the stage is over");
            QCOMPARE(middleOf(source, {Stage::context, 4, 0.01}), weighed);
            const QColor added = middleOf(source, {Stage::context, 4, 1});
            QVERIFY2(strength(added) > 1.2 * strength(weighed), "added, it is stronger");
            QCOMPARE(middleOf(source, {Stage::state, 4, 1}), added);
        }
        // A weight of nothing has no link.
        QCOMPARE(middleOf(3, {Stage::softmax, 4, 1}), theme.surface);
        // While it is being weighed, a link widens.
        const auto width = [&](double fraction) {
            const QColor color = middleOf(8, {Stage::softmax, 4, fraction});
            const QPoint middle = at(view_->places()
                                         .links(std::vector<float>{0, 0, 0, 0, 0, 0, 0, 0, 1}, 4)[8]
                                         .path(0.5)
                                         .currentPosition());
            const QImage picture = image();
            int count = 0;
            for (int x = middle.x() - 30; x < middle.x() + 30; ++x)
                count += picture.pixelColor(x, middle.y()) == color ? 1 : 0;
            return count;
        };
        QVERIFY(width(0.5) < width(0.75));
        QVERIFY(width(0.75) < width(1));
    }

    void aLinkThatStandsCanBePointedAt() {
        viewpoint_->setTrace(support::syntheticTrace(9, 9));
        viewpoint_->setMoment({Stage::softmax, 4, 1});
        const auto &weights = viewpoint_->trace()->steps[4]->weights;
        Eigen::Index best = 0;
        weights.maxCoeff(&best);
        const auto all =
            view_->places().links({weights.data(), static_cast<std::size_t>(weights.size())}, 4);
        const QPointF middle = all[static_cast<std::size_t>(best)].path(0.4).currentPosition();
        QTest::mouseMove(view_->viewport(), at(middle));
        QTRY_COMPARE(viewpoint_->hovered().source, static_cast<int>(best));
    }

    // --- The initial state and the readout --------------------------------------------------

    void theInitialStateIsThereOnceTheSentenceIsRead() {
        viewpoint_->setTrace(support::syntheticTrace(5, 5));
        const widgets::Extent extent = viewpoint_->extent();
        const QRectF lane = view_->places().initial().rect;
        const auto strip = [&](const Moment &moment) {
            viewpoint_->setMoment(moment);
            return image().copy(place(lane));
        };
        const QImage reading = strip({Stage::backward, 4, 1});
        const QImage read = strip(widgets::endOfReading(extent));
        QVERIFY(read != reading);
        QCOMPARE(strip(widgets::endOfStep(3, extent)), read);
        const auto &initial = viewpoint_->trace()->encoder->initial;
        const widgets::StripPlace cells = view_->places().initial();
        const double limit =
            widgets::unrolledData(viewpoint_->trace()).limit(widgets::Vector::decoderState);
        const QImage picture = image();
        for (int cell = 0; cell < cells.units.cells; ++cell)
            QCOMPARE(picture.pixelColor(at(cells.cell(cell).center())),
                     widgets::Theme::of(view_->palette())
                         .diverging(initial(cells.units.unit(cell)), limit));
    }

    void bothEndsOfTheEncoderAreDrawnIntoTheInitialState() {
        viewpoint_->setTrace(support::syntheticTrace(5, 5));
        const auto drawn = [&](const QPolygonF &way, const Moment &moment) {
            viewpoint_->setMoment(moment);
            const QPointF before = way[way.size() - 2];
            const QPoint there = at((before + way.last()) / 2);
            const QImage picture = image();
            for (const int x : {-1, 0, 1})
                if (picture.pixelColor(there + QPoint(x, 0)) !=
                    widgets::Theme::of(view_->palette()).surface)
                    return true;
            return false;
        };
        const QPolygonF forward = view_->places().forwardEnd();
        const QPolygonF backward = view_->places().backwardEnd();
        QVERIFY(!drawn(forward, {Stage::forward, 4, 1}));
        QVERIFY(drawn(forward, {Stage::backward, 0, 1}));
        QVERIFY(!drawn(backward, {Stage::backward, 4, 1}));
        const Moment read = widgets::endOfReading(viewpoint_->extent());
        QVERIFY(drawn(forward, read) && drawn(backward, read));
    }

    void theWordComesOfWhatTheReadoutIsMadeOf() {
        viewpoint_->setTrace(support::syntheticTrace(5, 5));
        const widgets::Theme &theme = widgets::Theme::of(view_->palette());
        const auto drawn = [&](const QPointF &from, const QPointF &to, const QImage &picture) {
            const QPoint there = at((from + to) / 2);
            for (const int x : {-1, 0, 1})
                for (const int y : {-1, 0, 1})
                    if (picture.pixelColor(there + QPoint(x, y)) != theme.surface)
                        return true;
            return false;
        };
        for (const int step : {0, 3}) {
            const widgets::ReadoutWays ways = view_->places().readoutWays(step);
            for (const bool chosen : {false, true}) {
                viewpoint_->setMoment({chosen ? Stage::word : Stage::state, step, 1});
                const QImage picture = image();
                QCOMPARE(drawn(ways.state[0], ways.state[1], picture), chosen);
                QCOMPARE(drawn(ways.context[0], ways.context[1], picture), chosen);
                QCOMPARE(drawn(ways.word[1] + (ways.word[2] - ways.word[1]) * 0.8, ways.word[2],
                               picture),
                         chosen);
                QVERIFY2(drawn(ways.input[0], ways.input[1], picture), "it goes into the state");
            }
        }
    }

    void whatLeadsToStatesAndWordsIsSaid() {
        viewpoint_->setTrace(support::syntheticTrace(5, 5));
        const widgets::UnrolledData content = widgets::unrolledData(viewpoint_->trace());
        using widgets::UnrolledText;
        const Moment read = widgets::endOfReading(viewpoint_->extent());
        QCOMPARE(UnrolledText::initialTip(content, -1, read),
                 QString("s₀ = tanh(W [→h₆ ; ←h₁] + b)"));
        const float third = viewpoint_->trace()->encoder->initial(2);
        QVERIFY(UnrolledText::initialTip(content, 2, read)
                    .endsWith(widgets::exactText(third, 5, widgets::NumberSign::always)));
        QVERIFY(UnrolledText::initialTip(content, 2, {}).endsWith("not yet computed"));
        QVERIFY(UnrolledText::readoutTip(4).startsWith("t₅ = tanh(W [s₅ ; c₅ ; y₄] + b)"));
    }

    // --- Colours ----------------------------------------------------------------------------

    void theColoursAreFittedToTheValuesOfEachKind() {
        const auto scaled = [](float by) {
            auto trace = std::make_shared<model::Trace>(*support::syntheticTrace(6, 6));
            auto encoder = std::make_shared<model::EncoderTrace>(*trace->encoder);
            encoder->initial *= by;
            trace->encoder = encoder;
            for (auto &step : trace->steps) {
                auto numbers = std::make_shared<model::StepTrace>(*step);
                numbers->cell.state *= by;
                step = numbers;
            }
            return trace;
        };
        const auto strips = [&](const TracePointer &trace) {
            viewpoint_->setTrace(trace);
            viewpoint_->setMoment(widgets::lastMoment(viewpoint_->extent()));
            return image().copy(place(view_->places().state(2).rect));
        };
        const QImage usual = strips(scaled(1));
        QCOMPARE(strips(scaled(0.125F)), usual);
        const widgets::UnrolledData large = widgets::unrolledData(scaled(1));
        const widgets::UnrolledData small = widgets::unrolledData(scaled(0.125F));
        QVERIFY(qFuzzyCompare(large.decoderLimit, 8 * small.decoderLimit));
        QCOMPARE(large.encoderLimit, small.encoderLimit);
        QVERIFY(widgets::UnrolledText::range(large, 0) != widgets::UnrolledText::range(small, 0));
    }

    void whereThereIsNoLegendTheCaptionsSayHowFarTheColoursReach() {
        viewpoint_->setTrace(support::syntheticTrace(6, 6));
        const widgets::UnrolledData content = widgets::unrolledData(viewpoint_->trace());
        const auto said = [&](widgets::UnrolledRow row) {
            return widgets::UnrolledText::subCaption(row, view_->places(), content, 0.01);
        };
        using widgets::UnrolledRow;
        QVERIFY(!view_->places().legend().isEmpty());
        QVERIFY(!said(UnrolledRow::states).contains(u'±'));
        view_->resize(900, 370);
        QVERIFY(view_->places().legend().isEmpty());
        for (const UnrolledRow row : {UnrolledRow::states, UnrolledRow::context,
                                      UnrolledRow::backward, UnrolledRow::embeddings}) {
            QVERIFY2(said(row).contains(u'±'), qPrintable(said(row)));
            const QFontMetricsF small(widgets::smallFont(view_->font()));
            QVERIFY(small.horizontalAdvance(said(row)) <= view_->places().caption(row).width());
        }
        QVERIFY(!said(UnrolledRow::links).contains(u'±'));
    }
};

REGISTER_QT_TEST(UnrolledFormulasTest)
#include "unrolled/formulas_test.moc"
