// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/states_panel.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QScrollBar>
#include <QStandardItemModel>
#include <QTest>
#include <QWheelEvent>
#include <algorithm>

#include "tests/support/traces.h"
#include "widgets/states_canvas.h"
#include "widgets/theme.h"
#include "widgets/viewpoint.h"

using namespace widgets;

namespace {

/// Small enough for every unit to have a cell of its own.
model::Configuration smallModel() {
    model::Configuration configuration;
    configuration.embedding = 8;
    configuration.encoder = 12;
    configuration.decoder = 20;
    configuration.attention = 8;
    return configuration;
}

}  // namespace

class StatesPanelTest : public QObject {
    Q_OBJECT

  private slots:
    void init();
    void cleanup();
    void coloursAreThoseOfTheTracesNumbers();
    void aChangedNumberArrives();
    void gatesAndCandidatesCanBeChosen();
    void unitsAreSortedByActivity();
    void unitsAreSortedByTheMoment();
    void hoveringACellTellsAndMarksIt();
    void whatAnotherViewMarksIsMarked();
    void aUnitOfTheContextIsThatOfTheEncoder();
    void clickingADecoderCellJumpsAndKeepsTheUnit();
    void clickingAnEncoderCellKeepsItAndLetsGo();
    void theCurveShowsTheCourseOfTheKeptUnit();
    void beforeTheirMomentColumnsAreOutlines();
    void scrubbingBackAndForthGivesTheSamePicture();
    void theWheelZoomsTheUnits();
    void arrowsMoveACursorAndEscapeClearsIt();
    void destroyingItWithACursorIsClean();
    void arrowsAreTheTimelinesWithoutACursor();
    void theTableHoldsWhatIsComputed();
    void oneDirectionHasNoBackwardPicture();
    void emptyStatesSayWhatToDo();
    void aLongSentenceFits();

  private:
    StatesCanvas *canvas() { return panel_->canvas(); }
    QImage image() { return canvas()->grab().toImage(); }
    QColor colourAt(Strip strip, int column, int unit) {
        return image().pixelColor(canvas()->cellRect(strip, column, unit).center());
    }
    QPoint cell(Strip strip, int column, int unit) {
        return canvas()->cellRect(strip, column, unit).center();
    }
    void choose(const char *box, int index) {
        panel_->findChild<QComboBox *>(QString::fromLatin1(box))->setCurrentIndex(index);
    }
    const StatesLayer &layer(Strip strip) {
        const int index = canvas()->scene().layerOf(strip);
        return canvas()->scene().layers[static_cast<std::size_t>(index)];
    }
    const StatesMarks &marks(Strip strip) {
        const int index = canvas()->scene().layerOf(strip);
        return canvas()->scene().marks[static_cast<std::size_t>(index)];
    }

    std::unique_ptr<Viewpoint> viewpoint_;
    std::unique_ptr<StatesPanel> panel_;
    std::shared_ptr<const model::Trace> trace_;
};

void StatesPanelTest::init() {
    QApplication::setPalette(Theme::light().palette());
    trace_ = support::syntheticTrace(6, 5, 3, smallModel());
    viewpoint_ = std::make_unique<Viewpoint>();
    viewpoint_->setTrace(trace_);
    panel_ = std::make_unique<StatesPanel>(viewpoint_.get());
    panel_->resize(900, 600);
    panel_->show();
    QVERIFY(QTest::qWaitForWindowExposed(panel_.get()));
    QCOMPARE(canvas()->scene().layout.pictures.size(), std::size_t{3});
}

void StatesPanelTest::cleanup() {
    panel_.reset();
    viewpoint_.reset();
}

void StatesPanelTest::coloursAreThoseOfTheTracesNumbers() {
    QCOMPARE(panel_->objectName(), QStringLiteral("statesPanel"));
    QCOMPARE(panel_->accessibleName(), QStringLiteral("Hidden states"));
    choose("statesLayers", 0);
    const QImage picture = image();
    const Theme &theme = Theme::light();
    const auto check = [&](Strip strip, int column, int unit, float value) {
        // The corner: a number may stand in the middle.
        const QPoint at = canvas()->cellRect(strip, column, unit).topLeft() + QPoint(1, 1);
        QCOMPARE(picture.pixelColor(at),
                 theme.diverging(static_cast<double>(value), layer(strip).limit));
    };
    for (const int unit : {0, 4, 11}) {
        check(Strip::forwardState, 2, unit, trace_->encoder->forward.state(2, unit));
        check(Strip::backwardState, 5, unit, trace_->encoder->backward.state(5, unit));
        check(Strip::decoderState, 1, unit, trace_->steps[1]->cell.state(0, unit));
    }
}

void StatesPanelTest::aChangedNumberArrives() {
    auto changed = std::make_shared<model::Trace>(*trace_);
    auto encoder = std::make_shared<model::EncoderTrace>(*trace_->encoder);
    encoder->forward.state(3, 7) = -0.98765F;
    changed->encoder = encoder;
    auto step = std::make_shared<model::StepTrace>(*trace_->steps[2]);
    step->cell.state(0, 9) = 0.12345F;
    changed->steps[2] = step;
    const QColor before = colourAt(Strip::forwardState, 3, 7);
    viewpoint_->setTrace(changed, true);
    QVERIFY(colourAt(Strip::forwardState, 3, 7) != before);
    QTest::mouseMove(canvas(), cell(Strip::forwardState, 3, 7));
    QTRY_VERIFY(canvas()->caption().endsWith(QStringLiteral("−0.98765")));
    QVERIFY(panel_->table().contains(QStringLiteral("\t-0.987649977")));
    QVERIFY(panel_->table().contains(QStringLiteral("\t0.123450004")));
}

void StatesPanelTest::gatesAndCandidatesCanBeChosen() {
    choose("statesQuantity", 2);
    QCOMPARE(canvas()->quantity(), StatesQuantity::update);
    const float gate = trace_->encoder->forward.update(2, 4);
    const QPoint corner = canvas()->cellRect(Strip::forwardState, 2, 4).topLeft() + QPoint(1, 1);
    QCOMPARE(image().pixelColor(corner),
             Theme::light().sequential(static_cast<double>(gate), Role::state));
    QCOMPARE(layer(Strip::decoderState).limit, 1.0);
    QTest::mouseMove(canvas(), cell(Strip::forwardState, 2, 4));
    QTRY_VERIFY(canvas()->caption().startsWith(QStringLiteral("→z₃, unit 5 of 12")));
    QVERIFY(canvas()->caption().endsWith(QString::number(static_cast<double>(gate), 'f', 5)));
    choose("statesQuantity", 3);
    const float candidate = trace_->steps[3]->cell.candidate(0, 6);
    QCOMPARE(canvas()->scene().value(2, 3, 6), candidate);
    choose("statesQuantity", 1);
    QCOMPARE(canvas()->scene().value(0, 3, 6), trace_->encoder->forward.reset(3, 6));
}

void StatesPanelTest::unitsAreSortedByActivity() {
    choose("statesOrder", 1);
    const auto activity = [&](int unit) {
        return trace_->encoder->forward.state.col(unit).cwiseAbs().mean();
    };
    const std::vector<int> order = layer(Strip::forwardState).order;
    QCOMPARE(order.size(), std::size_t{12});
    for (std::size_t i = 1; i < order.size(); ++i)
        QVERIFY(activity(order[i - 1]) >= activity(order[i]));
    // The picture follows: the first row is the most active unit's.
    QVERIFY(canvas()->cellRect(Strip::forwardState, 0, order[0]).top() <
            canvas()->cellRect(Strip::forwardState, 0, order[1]).top());
    choose("statesOrder", 0);
    QVERIFY(std::is_sorted(layer(Strip::forwardState).order.begin(),
                           layer(Strip::forwardState).order.end()));
}

void StatesPanelTest::unitsAreSortedByTheMoment() {
    choose("statesOrder", 2);
    const auto sorted = [&](int step) {
        const std::vector<int> &order = layer(Strip::decoderState).order;
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
    const std::vector<int> &order = layer(Strip::backwardState).order;
    QVERIFY(std::is_sorted(order.begin(), order.end(), [&](int a, int b) {
        return trace_->encoder->backward.state(2, a) > trace_->encoder->backward.state(2, b);
    }));
}

void StatesPanelTest::hoveringACellTellsAndMarksIt() {
    QTest::mouseMove(canvas(), cell(Strip::backwardState, 4, 3));
    const Selection expected{.source = 4, .strip = Strip::backwardState, .unit = 3};
    QTRY_COMPARE(viewpoint_->hovered(), expected);
    QVERIFY(canvas()->caption().startsWith(QStringLiteral("←h₅, unit 4 of 12, “")));
    QVERIFY(canvas()->caption().contains(layer(Strip::backwardState).labels[4]));
    QCOMPARE(panel_->accessibleDescription(), canvas()->caption());
    QTest::mouseMove(canvas(), cell(Strip::decoderState, 2, 17));
    const Selection step{.step = 2, .strip = Strip::decoderState, .unit = 17};
    QTRY_COMPARE(viewpoint_->hovered(), step);
    QVERIFY(canvas()->caption().startsWith(QStringLiteral("s₃, unit 18 of 20, “")));
    QTest::mouseMove(canvas(), QPoint(2, canvas()->height() - 2));
    QTRY_VERIFY(viewpoint_->hovered().empty());
}

void StatesPanelTest::whatAnotherViewMarksIsMarked() {
    const QImage before = image();
    viewpoint_->setHovered({.source = 3, .strip = Strip::forwardState, .unit = 5});
    QCOMPARE(marks(Strip::forwardState).column, 3);
    QCOMPARE(marks(Strip::forwardState).unit, 5);
    QCOMPARE(marks(Strip::backwardState).column, 3);
    QCOMPARE(marks(Strip::backwardState).unit, -1);
    QVERIFY(image() != before);
    QVERIFY(canvas()->caption().startsWith(QStringLiteral("→h₄, unit 6 of 12")));
    viewpoint_->setHovered({.step = 2});
    QCOMPARE(marks(Strip::decoderState).column, 2);
    QCOMPARE(marks(Strip::forwardState).column, -1);
    viewpoint_->setHovered({});
    QCOMPARE(image(), before);
}

void StatesPanelTest::aUnitOfTheContextIsThatOfTheEncoder() {
    viewpoint_->setHovered({.step = 1, .strip = Strip::context, .unit = 5});
    QCOMPARE(marks(Strip::forwardState).unit, 5);
    QCOMPARE(marks(Strip::backwardState).unit, -1);
    viewpoint_->setHovered({.step = 1, .strip = Strip::context, .unit = 14});
    QCOMPARE(marks(Strip::forwardState).unit, -1);
    QCOMPARE(marks(Strip::backwardState).unit, 2);
}

void StatesPanelTest::clickingADecoderCellJumpsAndKeepsTheUnit() {
    QTest::mouseClick(canvas(), Qt::LeftButton, {}, cell(Strip::decoderState, 1, 8));
    QCOMPARE(viewpoint_->moment(), endOfStep(1, viewpoint_->extent()));
    const Selection expected{.step = 1, .strip = Strip::decoderState, .unit = 8};
    QCOMPARE(viewpoint_->selected(), expected);
    QCOMPARE(marks(Strip::decoderState).current, 1);
    const StatesPicture &picture = *canvas()->scene().layout.picture(Strip::decoderState);
    QTest::mouseClick(canvas(), Qt::LeftButton, {}, picture.labelAnchor(3).toPoint());
    QCOMPARE(viewpoint_->moment(), endOfStep(3, viewpoint_->extent()));
    QCOMPARE(viewpoint_->selected(), expected);
}

void StatesPanelTest::clickingAnEncoderCellKeepsItAndLetsGo() {
    const Moment moment = viewpoint_->moment();
    const QPoint at = cell(Strip::forwardState, 2, 6);
    QTest::mouseClick(canvas(), Qt::LeftButton, {}, at);
    const Selection expected{.source = 2, .strip = Strip::forwardState, .unit = 6};
    QCOMPARE(viewpoint_->selected(), expected);
    QCOMPARE(viewpoint_->moment(), moment);
    QTest::mouseClick(canvas(), Qt::LeftButton, {}, at);
    QVERIFY(viewpoint_->selected().empty());
}

void StatesPanelTest::theCurveShowsTheCourseOfTheKeptUnit() {
    QCOMPARE(statesCurveLayer(canvas()->scene()), -1);
    viewpoint_->setSelected({.source = 2, .strip = Strip::forwardState, .unit = 6});
    QCOMPARE(statesCurveLayer(canvas()->scene()), 0);
    const auto course = statesCourse(*trace_, Strip::forwardState, StatesQuantity::state, 6);
    QCOMPARE(course.size(), std::size_t{7});
    const StatesCurve &curve = canvas()->scene().layout.curve;
    QVERIFY(curve.plot.height() > 30);
    double high = layer(Strip::forwardState).limit;
    for (const float value : course)
        high = std::max(high, std::abs(static_cast<double>(value)));
    const QImage picture = image();
    for (int column = 0; column < 7; ++column) {
        const float value = trace_->encoder->forward.state(column, 6);
        QCOMPARE(course[static_cast<std::size_t>(column)], value);
        const QPointF dot(curve.x(column, 7), curve.y(static_cast<double>(value), -high, high));
        QCOMPARE(picture.pixelColor(dot.toPoint()), Theme::light().role(Role::state));
    }
    QTest::mouseMove(canvas(), QPointF(curve.x(4, 7), curve.plot.center().y()).toPoint());
    const Selection same{.source = 4, .strip = Strip::forwardState, .unit = 6};
    QTRY_COMPARE(viewpoint_->hovered(), same);
}

void StatesPanelTest::beforeTheirMomentColumnsAreOutlines() {
    const QColor surface = Theme::light().surface;
    // Half of the third position has been read, from its first unit on.
    viewpoint_->setMoment({Stage::forward, 2, 0.5});
    const QImage picture = image();
    const auto inside = [&](Strip strip, int column, int unit) {
        return picture.pixelColor(canvas()->cellRect(strip, column, unit).topLeft() + QPoint(4, 4));
    };
    const auto colour = [&](int column, int unit) {
        return Theme::light().diverging(
            static_cast<double>(trace_->encoder->forward.state(column, unit)),
            layer(Strip::forwardState).limit);
    };
    QCOMPARE(inside(Strip::forwardState, 1, 11), colour(1, 11));
    QCOMPARE(inside(Strip::forwardState, 2, 5), colour(2, 5));
    QCOMPARE(inside(Strip::forwardState, 2, 6), surface);
    QCOMPARE(inside(Strip::forwardState, 3, 0), surface);
    QCOMPARE(inside(Strip::backwardState, 6, 0), surface);
    QCOMPARE(inside(Strip::decoderState, 0, 0), surface);
    // The outline is there.
    const QRect pending = canvas()->cellRect(Strip::forwardState, 4, 3);
    int dots = 0;
    for (int y = pending.top(); y <= pending.bottom(); ++y)
        dots += picture.pixelColor(pending.left(), y) == Theme::light().pending ? 1 : 0;
    QVERIFY(dots > 0);
    QTest::mouseMove(canvas(), cell(Strip::decoderState, 0, 3));
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

void StatesPanelTest::theWheelZoomsTheUnits() {
    viewpoint_->setTrace(support::syntheticTrace(6, 5));
    const StatesPicture before = *canvas()->scene().layout.picture(Strip::decoderState);
    QCOMPARE(before.units.units, 512);
    QVERIFY(!before.units.all());
    auto *bar = panel_->findChild<QScrollBar *>(QStringLiteral("statesScrollBar"));
    QVERIFY(!bar->isVisible());
    const QPointF middle = QRectF(before.cells).center();
    for (int i = 0; i < 14; ++i) {
        QWheelEvent wheel(middle, canvas()->mapToGlobal(middle), {}, {0, 120}, Qt::NoButton,
                          Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(canvas(), &wheel);
    }
    const StatesPicture &after = *canvas()->scene().layout.picture(Strip::decoderState);
    QVERIFY(after.units.count < 40);
    QCOMPARE(after.units.cells, after.units.count);
    QVERIFY(after.units.first < 256 && after.units.first + after.units.count > 256);
    QVERIFY(bar->isVisible());
    bar->setValue(0);
    QCOMPARE(canvas()->scene().layout.picture(Strip::decoderState)->units.first, 0);
    QTest::keyClick(canvas(), Qt::Key_0);
    QVERIFY(canvas()->window().whole());
}

void StatesPanelTest::destroyingItWithACursorIsClean() {
    canvas()->setFocus(Qt::TabFocusReason);
    QTRY_VERIFY(canvas()->hasFocus());
    QTest::keyClick(canvas(), Qt::Key_Down);
    QVERIFY(!viewpoint_->hovered().empty());
    panel_.reset();
    QVERIFY(viewpoint_->hovered().empty());
}

void StatesPanelTest::arrowsMoveACursorAndEscapeClearsIt() {
    canvas()->setFocus(Qt::TabFocusReason);
    QTRY_VERIFY(canvas()->hasFocus());
    QTest::keyClick(canvas(), Qt::Key_Home);
    QTest::keyClick(canvas(), Qt::Key_Down);
    QTest::keyClick(canvas(), Qt::Key_Right);
    const Selection expected{.step = 1, .strip = Strip::decoderState, .unit = 1};
    QCOMPARE(viewpoint_->hovered(), expected);
    QVERIFY(canvas()->caption().startsWith(QStringLiteral("s₂, unit 2 of 20")));
    QTest::keyClick(canvas(), Qt::Key_Home);
    QTest::keyClick(canvas(), Qt::Key_Left);
    QCOMPARE(viewpoint_->hovered().strip, Strip::backwardState);
    QCOMPARE(viewpoint_->hovered().source, 6);
    QTest::keyClick(canvas(), Qt::Key_Right);
    QTest::keyClick(canvas(), Qt::Key_Return);
    QCOMPARE(viewpoint_->moment(), endOfStep(0, viewpoint_->extent()));
    QCOMPARE(viewpoint_->selected().strip, Strip::decoderState);
    QTest::keyClick(canvas(), Qt::Key_Escape);
    QVERIFY(viewpoint_->hovered().empty());
    QVERIFY(viewpoint_->selected().empty());
    QVERIFY(!canvas()->scene().cursor);
}

void StatesPanelTest::arrowsAreTheTimelinesWithoutACursor() {
    const auto taken = [&](int key) {
        QKeyEvent event(QEvent::ShortcutOverride, key, Qt::NoModifier);
        event.ignore();
        QApplication::sendEvent(canvas(), &event);
        return event.isAccepted();
    };
    QVERIFY(!taken(Qt::Key_Left));
    QVERIFY(!taken(Qt::Key_Home));
    QVERIFY(!taken(Qt::Key_Space));
    QTest::keyClick(canvas(), Qt::Key_Down);
    QVERIFY(taken(Qt::Key_Left));
    QVERIFY(taken(Qt::Key_Home));
    QVERIFY(!taken(Qt::Key_Space));
}

void StatesPanelTest::theTableHoldsWhatIsComputed() {
    viewpoint_->setMoment(endOfStep(1, viewpoint_->extent()));
    const QStringList pictures = panel_->table().split(QStringLiteral("\n\n"));
    QCOMPARE(pictures.size(), 3);
    const QStringList decoder = pictures[2].split(u'\n');
    QCOMPARE(decoder.size(), 21);
    QCOMPARE(decoder[0].split(u'\t').size(), 7);
    const QStringList row = decoder[5].split(u'\t');
    QCOMPARE(row[0], QStringLiteral("5"));
    QCOMPARE(row[2].toFloat(), trace_->steps[1]->cell.state(0, 4));
    QVERIFY(row[3].isEmpty());
    QCOMPARE(pictures[0].split(u'\n')[12].split(u'\t')[7].toFloat(),
             trace_->encoder->forward.state(6, 11));
}

void StatesPanelTest::oneDirectionHasNoBackwardPicture() {
    choose("statesLayers", 2);
    QCOMPARE(canvas()->scene().layers.size(), std::size_t{1});
    viewpoint_->setTrace(support::tinyTrace("Le chat dort.", "tiny_general"));
    QCOMPARE(canvas()->scene().layers.size(), std::size_t{2});
    QCOMPARE(canvas()->scene().layerOf(Strip::backwardState), -1);
    const auto *box = panel_->findChild<QComboBox *>(QStringLiteral("statesLayers"));
    QVERIFY(!qobject_cast<QStandardItemModel *>(box->model())->item(2)->isEnabled());
    viewpoint_->setTrace(support::tinyTrace("Le chat dort.", "tiny_bottleneck"));
    QCOMPARE(canvas()->scene().layers.size(), std::size_t{3});
    QVERIFY(panel_->message().isEmpty());
}

void StatesPanelTest::emptyStatesSayWhatToDo() {
    viewpoint_->setTrace(nullptr);
    QVERIFY(panel_->message().startsWith(QStringLiteral("Type a sentence")));
    QVERIFY(panel_->findChild<QLabel *>(QStringLiteral("statesPanelMessage"))->isVisible());
    QVERIFY(panel_->table().isEmpty());
    auto begun = std::make_shared<model::Trace>(*trace_);
    begun->steps.clear();
    begun->target.clear();
    begun->ending = model::Ending::running;
    viewpoint_->setTrace(begun);
    QVERIFY(panel_->message().isEmpty());
    QCOMPARE(canvas()->scene().layers.size(), std::size_t{2});
    QVERIFY(!image().isNull());
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

QTEST_MAIN(StatesPanelTest)
#include "states_panel_test.moc"
