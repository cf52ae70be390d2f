// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/states/panel.h"

#include <QLabel>
#include <QStandardItemModel>
#include <algorithm>

#include "tests/support/qt_test.h"
#include "tests/widgets/states/window.h"
#include "widgets/text/table.h"
#include "widgets/viewpoint/vectors.h"

using namespace widgets;

class StatesPanelTest : public QObject, StatesWindow {
    Q_OBJECT

  private slots:
    void init() { open(); }
    void cleanup() { close(); }
    void coloursAreThoseOfTheTracesNumbers();
    void aChangedNumberArrives();
    void gatesAndCandidatesCanBeChosen();
    void unitsAreSortedByActivity();
    void unitsAreSortedByTheMoment();
    void eachQuantityIsSortedByItsOwnActivity();
    void theColumnThatRulesTheOrderIsMarked();
    void theDecoderHasTheColourOfStates();
    void nothingHasNoSign();
    void theCurveShowsTheCourseOfTheKeptUnit();
    void beforeTheirMomentColumnsAreOutlines();
    void scrubbingBackAndForthGivesTheSamePicture();
    void theTableHoldsWhatIsComputed();
    void oneDirectionHasNoBackwardPicture();
    void emptyStatesSayWhatToDo();
    void aLongSentenceFits();
    void ofColumnsThatShareAPixelTheLargestIsSeen();
    void aTranslationLooksTheSameWhicheverThreadPaintedIt();
};

void StatesPanelTest::coloursAreThoseOfTheTracesNumbers() {
    QCOMPARE(panel_->objectName(), QStringLiteral("statesPanel"));
    QCOMPARE(panel_->accessibleName(), QStringLiteral("Hidden states"));
    choose("statesLayers", 0);
    const QImage picture = image();
    const Theme &theme = Theme::light();
    const auto check = [&](Vector strip, int column, int unit, float value) {
        // The corner: a number may stand in the middle.
        const QPoint at = canvas()->cellRect(strip, column, unit).topLeft() + QPoint(1, 1);
        QCOMPARE(picture.pixelColor(at),
                 theme.diverging(static_cast<double>(value), layer(strip).limit));
    };
    for (const int unit : {0, 4, 11}) {
        check(Vector::forwardState, 2, unit, trace_->encoder->forward().state(2, unit));
        check(Vector::backwardState, 5, unit, trace_->encoder->backward().state(5, unit));
        check(Vector::decoderState, 1, unit, trace_->steps[1]->cell.state(0, unit));
    }
}

void StatesPanelTest::aChangedNumberArrives() {
    auto changed = std::make_shared<model::Trace>(*trace_);
    auto encoder = std::make_shared<model::EncoderTrace>(*trace_->encoder);
    encoder->annotations(3, 7) = -0.98765F;
    changed->encoder = encoder;
    auto step = std::make_shared<model::StepTrace>(*trace_->steps[2]);
    step->cell.state(0, 9) = 0.12345F;
    changed->steps[2] = step;
    const QColor before = colourAt(Vector::forwardState, 3, 7);
    viewpoint_->setTrace(changed, true);
    QVERIFY(colourAt(Vector::forwardState, 3, 7) != before);
    QTest::mouseMove(canvas(), cell(Vector::forwardState, 3, 7));
    QTRY_VERIFY(canvas()->caption().endsWith(QStringLiteral("−0.98765")));
    QVERIFY(tsv(panel_->tables()).contains(QStringLiteral("\t-0.98765")));
    QVERIFY(tsv(panel_->tables()).contains(QStringLiteral("\t0.12345")));
}

void StatesPanelTest::gatesAndCandidatesCanBeChosen() {
    choose("statesQuantity", 2);
    QCOMPARE(canvas()->quantity(), StatesQuantity::update);
    const float gate = trace_->encoder->forward().update(2, 4);
    const QPoint corner = canvas()->cellRect(Vector::forwardState, 2, 4).topLeft() + QPoint(1, 1);
    QCOMPARE(image().pixelColor(corner),
             Theme::light().sequential(static_cast<double>(gate), Role::state));
    QCOMPARE(layer(Vector::decoderState).limit, 1.0);
    QTest::mouseMove(canvas(), cell(Vector::forwardState, 2, 4));
    QTRY_VERIFY(canvas()->caption().startsWith(QStringLiteral("→z₃, unit 5 of 12")));
    QVERIFY(canvas()->caption().endsWith(QString::number(static_cast<double>(gate), 'f', 5)));
    choose("statesQuantity", 3);
    const float candidate = trace_->steps[3]->cell.candidate(0, 6);
    QCOMPARE(canvas()->scene().value(2, 3, 6), candidate);
    choose("statesQuantity", 1);
    QCOMPARE(canvas()->scene().value(0, 3, 6), trace_->encoder->forward().reset(3, 6));
}

void StatesPanelTest::unitsAreSortedByActivity() {
    choose("statesOrder", 1);
    const auto activity = [&](int unit) {
        return trace_->encoder->forward().state.col(unit).cwiseAbs().mean();
    };
    const std::vector<int> order = layer(Vector::forwardState).order;
    QCOMPARE(order.size(), std::size_t{12});
    for (std::size_t i = 1; i < order.size(); ++i)
        QVERIFY(activity(order[i - 1]) >= activity(order[i]));
    // The picture follows: the first row is the most active unit's.
    QVERIFY(canvas()->cellRect(Vector::forwardState, 0, order[0]).top() <
            canvas()->cellRect(Vector::forwardState, 0, order[1]).top());
    choose("statesOrder", 0);
    QVERIFY(std::is_sorted(layer(Vector::forwardState).order.begin(),
                           layer(Vector::forwardState).order.end()));
}

void StatesPanelTest::unitsAreSortedByTheMoment() {
    choose("statesOrder", 2);
    const auto sorted = [&](int step) {
        const std::vector<int> &order = layer(Vector::decoderState).order;
        const model::Matrix &state = trace_->steps[static_cast<std::size_t>(step)]->cell.state;
        return std::is_sorted(order.begin(), order.end(),
                              [&](int a, int b) { return state(0, a) > state(0, b); });
    };
    viewpoint_->setMoment(endOfStep(1, viewpoint_->extent()));
    QVERIFY(sorted(1));
    viewpoint_->setMoment(endOfStep(3, viewpoint_->extent()));
    QVERIFY(sorted(3));
    QVERIFY(!sorted(1));
    viewpoint_->setSelected({.source = 2});
    const std::vector<int> &order = layer(Vector::backwardState).order;
    QVERIFY(std::is_sorted(order.begin(), order.end(), [&](int a, int b) {
        return trace_->encoder->backward().state(2, a) > trace_->encoder->backward().state(2, b);
    }));
}

void StatesPanelTest::eachQuantityIsSortedByItsOwnActivity() {
    choose("statesOrder", 1);
    choose("statesQuantity", 2);
    const model::Matrix &gates = trace_->encoder->forward().update;
    const std::vector<int> order = layer(Vector::forwardState).order;
    QVERIFY(std::is_sorted(order.begin(), order.end(), [&](int a, int b) {
        return gates.col(a).mean() > gates.col(b).mean() + 1e-6F;
    }));
}

void StatesPanelTest::theColumnThatRulesTheOrderIsMarked() {
    viewpoint_->setMoment(endOfStep(3, viewpoint_->extent()));
    QCOMPARE(marks(Vector::forwardState).ruling, -1);
    const QImage before = image();
    choose("statesOrder", 2);
    QCOMPARE(marks(Vector::forwardState).ruling, trace_->sourceLength() - 1);
    QCOMPARE(marks(Vector::backwardState).ruling, 0);
    QCOMPARE(marks(Vector::decoderState).ruling, 4);  // after that of the initial state
    const auto below = [&](Vector strip, int column) {
        const StatesPicture &picture = *canvas()->scene().layout.picture(strip);
        return QPoint(picture.column(column).center().x(), picture.cells.bottom());
    };
    QVERIFY(before.pixelColor(below(Vector::decoderState, 4)) != Theme::light().emphasis);
    QCOMPARE(image().pixelColor(below(Vector::decoderState, 4)), Theme::light().emphasis);
    viewpoint_->setSelected({.source = 2});
    QCOMPARE(marks(Vector::forwardState).ruling, 2);
    QCOMPARE(image().pixelColor(below(Vector::forwardState, 2)), Theme::light().emphasis);
}

void StatesPanelTest::theDecoderHasTheColourOfStates() {
    QCOMPARE(statesRole(Vector::decoderState), Role::state);
    QCOMPARE(statesRole(Vector::backwardState), Role::source);
    QCOMPARE(statesWordRole(Vector::decoderState), Role::target);
}

void StatesPanelTest::nothingHasNoSign() {
    QCOMPARE(statesNumber(StatesQuantity::state, -1e-7, 5), QStringLiteral("0"));
    QCOMPARE(statesNumber(StatesQuantity::state, -0.25, 2), QStringLiteral("−0.25"));
    QCOMPARE(statesNumber(StatesQuantity::reset, 0.25, 2), QStringLiteral("0.25"));
}

void StatesPanelTest::theCurveShowsTheCourseOfTheKeptUnit() {
    QCOMPARE(statesCurveLayer(canvas()->scene()), -1);
    viewpoint_->setSelected({.source = 2, .strip = Vector::forwardState, .unit = 6});
    QCOMPARE(statesCurveLayer(canvas()->scene()), 0);
    const auto course = statesCourse(*trace_, Vector::forwardState, StatesQuantity::state, 6);
    QCOMPARE(course.size(), std::size_t{7});
    const StatesCurve &curve = canvas()->scene().layout.curve;
    QVERIFY(curve.plot.height() > 30);
    double high = layer(Vector::forwardState).limit;
    for (const float value : course)
        high = std::max(high, std::abs(static_cast<double>(value)));
    const QImage picture = image();
    for (int column = 0; column < 7; ++column) {
        const float value = trace_->encoder->forward().state(column, 6);
        QCOMPARE(course[static_cast<std::size_t>(column)], value);
        const QPointF dot(curve.x(column, 7), curve.y(static_cast<double>(value), -high, high));
        QCOMPARE(picture.pixelColor(dot.toPoint()), Theme::light().role(Role::state));
    }
    QTest::mouseMove(canvas(), QPointF(curve.x(4, 7), curve.plot.center().y()).toPoint());
    const Selection same{.source = 4, .strip = Vector::forwardState, .unit = 6};
    QTRY_COMPARE(viewpoint_->hovered(), same);
}

void StatesPanelTest::beforeTheirMomentColumnsAreOutlines() {
    const QColor surface = Theme::light().surface;
    // Half of the third position has been read, from its first unit on.
    viewpoint_->setMoment({Stage::forward, 2, 0.5});
    const QImage picture = image();
    const auto inside = [&](Vector strip, int column, int unit) {
        return picture.pixelColor(canvas()->cellRect(strip, column, unit).topLeft() + QPoint(4, 4));
    };
    const auto colour = [&](int column, int unit) {
        return Theme::light().diverging(
            static_cast<double>(trace_->encoder->forward().state(column, unit)),
            layer(Vector::forwardState).limit);
    };
    QCOMPARE(inside(Vector::forwardState, 1, 11), colour(1, 11));
    QCOMPARE(inside(Vector::forwardState, 2, 5), colour(2, 5));
    QCOMPARE(inside(Vector::forwardState, 2, 6), surface);
    QCOMPARE(inside(Vector::forwardState, 3, 0), surface);
    QCOMPARE(inside(Vector::backwardState, 6, 0), surface);
    QCOMPARE(inside(Vector::decoderState, 0, 0), surface);
    // The outline is there.
    const QRect pending = canvas()->cellRect(Vector::forwardState, 4, 3);
    int dots = 0;
    for (int y = pending.top(); y <= pending.bottom(); ++y)
        dots += picture.pixelColor(pending.left(), y) == Theme::light().pending ? 1 : 0;
    QVERIFY(dots > 0);
    QTest::mouseMove(canvas(), cell(Vector::decoderState, 0, 3));
    QTRY_VERIFY(canvas()->caption().endsWith(QStringLiteral("not yet computed")));
    // The backward pass begins at the end of the sentence.
    viewpoint_->setMoment({Stage::backward, 0, 1});
    QVERIFY(canvas()->scene().known(1, 6, 11));
    QVERIFY(!canvas()->scene().known(1, 5, 0));
}

void StatesPanelTest::scrubbingBackAndForthGivesTheSamePicture() {
    choose("statesOrder", 2);
    const Extent extent = viewpoint_->extent();
    std::vector<QImage> forwards;
    for (double at = 0; at <= momentCount(extent); at += 3.25) {
        viewpoint_->setMoment(momentAt(at, extent));
        forwards.push_back(image());
    }
    QVERIFY(forwards.front() != forwards.back());
    for (std::size_t i = forwards.size(); i-- > 0;) {
        viewpoint_->setMoment(momentAt(3.25 * static_cast<double>(i), extent));
        QVERIFY2(image() == forwards[i], qPrintable(QString::number(i)));
    }
}

void StatesPanelTest::theTableHoldsWhatIsComputed() {
    viewpoint_->setMoment(endOfStep(1, viewpoint_->extent()));
    const QStringList pictures = tsv(panel_->tables()).split(QStringLiteral("\n\n"));
    QCOMPARE(pictures.size(), 3);
    QVERIFY(pictures[0].startsWith(QStringLiteral("→h, unit\t")));
    QCOMPARE(panel_->tables()[1].name(), QStringLiteral("encoder_backward_state"));
    const QStringList decoder = pictures[2].split(u'\n');
    QCOMPARE(decoder.size(), 21);
    QCOMPARE(decoder[0].split(u'\t').size(), 8);
    const QStringList row = decoder[5].split(u'\t');
    QCOMPARE(row[0], QStringLiteral("5"));
    QCOMPARE(row[1].toFloat(), trace_->encoder->initial(4));
    QCOMPARE(row[3].toFloat(), trace_->steps[1]->cell.state(0, 4));
    QVERIFY(row[4].isEmpty());
    QCOMPARE(pictures[0].split(u'\n')[12].split(u'\t')[7].toFloat(),
             trace_->encoder->forward().state(6, 11));
}

void StatesPanelTest::oneDirectionHasNoBackwardPicture() {
    choose("statesLayers", 2);
    QCOMPARE(canvas()->scene().layers.size(), std::size_t{1});
    viewpoint_->setTrace(support::tinyTrace("Le chat dort.", "tiny_general"));
    QCOMPARE(canvas()->scene().layers.size(), std::size_t{2});
    QCOMPARE(canvas()->scene().layerOf(Vector::backwardState), -1);
    const auto *box = panel_->findChild<QComboBox *>(QStringLiteral("statesLayers"));
    QVERIFY(!qobject_cast<QStandardItemModel *>(box->model())->item(2)->isEnabled());
    viewpoint_->setTrace(support::tinyTrace("Le chat dort.", "tiny_bottleneck"));
    QCOMPARE(canvas()->scene().layers.size(), std::size_t{3});
    QVERIFY(panel_->message().isEmpty());
}

void StatesPanelTest::emptyStatesSayWhatToDo() {
    viewpoint_->setTrace(nullptr);
    QVERIFY(panel_->message().startsWith(QStringLiteral("Type something above")));
    QVERIFY(panel_->findChild<QLabel *>(QStringLiteral("statesPanelMessage"))->isVisible());
    QVERIFY(tsv(panel_->tables()).isEmpty());
    auto begun = std::make_shared<model::Trace>(*trace_);
    begun->steps.clear();
    begun->target.clear();
    begun->ending = model::Ending::running;
    viewpoint_->setTrace(begun);
    QVERIFY(panel_->message().isEmpty());
    QCOMPARE(canvas()->scene().layers.size(), std::size_t{2});
    QVERIFY(!image().isNull());
}

void StatesPanelTest::ofColumnsThatShareAPixelTheLargestIsSeen() {
    trace_ = support::syntheticTrace(400, 6, 1, support::smallConfiguration());
    viewpoint_->setTrace(trace_);
    panel_->resize(520, 260);
    QTRY_COMPARE(panel_->size(), QSize(520, 260));
    QCOMPARE(canvas()->scene().layout.pictures.size(), std::size_t{3});
    const QImage picture = image();
    const auto place = [this](int column) {
        return canvas()->cellRect(Vector::forwardState, column, 3);
    };
    int shared = 0;
    for (int column = 0; column < trace_->sourceLength();) {
        float largest = 0;
        int next = column;
        for (; next < trace_->sourceLength() && place(next).left() == place(column).left(); ++next)
            if (const float value = trace_->encoder->forward().state(next, 3);
                std::abs(value) >= std::abs(largest))
                largest = value;
        shared += next - column > 1 ? 1 : 0;
        QCOMPARE(picture.pixelColor(place(column).topLeft()),
                 Theme::light().diverging(static_cast<double>(largest),
                                          layer(Vector::forwardState).limit));
        column = next;
    }
    QVERIFY(shared > 50);
}

void StatesPanelTest::aLongSentenceFits() {
    viewpoint_->setTrace(support::syntheticTrace(60, 60));
    for (const QSize size : {QSize(560, 320), QSize(560, 900), QSize(1500, 400)}) {
        panel_->resize(size);
        QTRY_COMPARE(panel_->size(), size);
        QCOMPARE(canvas()->scene().layout.pictures.size(), std::size_t{3});
        QVERIFY(!image().isNull());
    }
    choose("statesLayers", 1);
    QCOMPARE(canvas()->scene().layout.pictures.size(), std::size_t{1});
    const StatesPicture &picture = canvas()->scene().layout.pictures[0];
    QVERIFY(picture.column(30).width() >= 14);
}

void StatesPanelTest::aTranslationLooksTheSameWhicheverThreadPaintedIt() {
    viewpoint_->setTrace(support::syntheticTrace(5, 7));
    const QImage inAdvance = image();
    const QSize size = panel_->size();
    for (const QSize other : {size - QSize(60, 40), size}) {
        panel_->resize(other);
        QTRY_COMPARE(panel_->size(), other);
        QCOMPARE(image() == inAdvance, other == size);
    }
}

REGISTER_QT_TEST(StatesPanelTest)
#include "states/panel_test.moc"
