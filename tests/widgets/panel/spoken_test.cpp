// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panel/spoken.h"

#include <QApplication>
#include <QListView>
#include <QLocale>
#include <QStringListModel>
#include <QTest>
#include <cmath>

#include "tests/support/qt_test.h"
#include "tests/support/traces.h"
#include "widgets/context/panel.h"
#include "widgets/drawing/theme.h"
#include "widgets/embeddings/map.h"
#include "widgets/embeddings/neighbour_list.h"
#include "widgets/embeddings/panel.h"
#include "widgets/heatmap/data.h"
#include "widgets/heatmap/panel.h"
#include "widgets/inspector/panel.h"
#include "widgets/panel/quiet_list.h"
#include "widgets/scores/panel.h"
#include "widgets/states/canvas.h"
#include "widgets/states/panel.h"
#include "widgets/text/numbers.h"
#include "widgets/text/piece_label.h"
#include "widgets/timeline/view.h"
#include "widgets/unrolled/unit_grid.h"
#include "widgets/unrolled/view.h"
#include "widgets/viewpoint/deriver.h"
#include "widgets/viewpoint/narration.h"
#include "widgets/viewpoint/vectors.h"
#include "widgets/word_choice/panel.h"

using namespace widgets;

namespace {

constexpr int patience = 30000;  // milliseconds; sanitizer builds are slow
constexpr int shownStep = 2;

/// What a screen reader gets of a widget.
QString value(QWidget *widget) {
    return QAccessible::queryAccessibleInterface(widget)->text(QAccessible::Value);
}
QString description(QWidget *widget) {
    return QAccessible::queryAccessibleInterface(widget)->text(QAccessible::Description);
}

/// The number that a text ends with.
double lastNumber(QString text) {
    text.replace(u'−', u'-');
    bool known = false;
    const double number = text.mid(text.lastIndexOf(u' ') + 1).toDouble(&known);
    return known ? number : std::nan("");
}

}  // namespace

/// What those hear who do not see the pictures: the trace's numbers, where the cursor is.
class SpokenTest : public QObject {
    Q_OBJECT

  private:
    std::shared_ptr<const model::Trace> trace_;
    std::unique_ptr<Viewpoint> viewpoint_;
    std::unique_ptr<QWidget> shown_;

    /// Opens a view as a window of its own.
    template <class View>
    View *open() {
        shown_ = std::make_unique<View>(viewpoint_.get());
        shown_->resize(800, 500);
        shown_->show();
        [&] { QVERIFY(QTest::qWaitForWindowActive(shown_.get())); }();
        return static_cast<View *>(shown_.get());
    }
    static void keys(QWidget *widget, std::initializer_list<Qt::Key> keys,
                     Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        for (const Qt::Key key : keys)
            QTest::keyClick(widget, key, modifiers);
    }
    const model::StepTrace &step(int index) const {
        return *trace_->steps[static_cast<std::size_t>(index)];
    }
    QString word(int source) const { return positionLabel(trace_->source, source); }
    QString outputWord(int step) const {
        return pieceLabel(trace_->target[static_cast<std::size_t>(step)]);
    }

  private slots:
    void init() {
        trace_ = support::syntheticTrace(6, 5, 3, support::smallConfiguration());
        viewpoint_ = std::make_unique<Viewpoint>();
        viewpoint_->setTrace(trace_);
        viewpoint_->setMoment(endOfStep(shownStep, viewpoint_->extent()));
    }
    void cleanup() {
        shown_.reset();
        viewpoint_.reset();
    }

    void theHeatmapTellsTheWeightAtItsCursor() {
        auto *view = open<HeatmapPanel>();
        view->setFocus(Qt::TabFocusReason);
        keys(view, {Qt::Key_Up, Qt::Key_Right, Qt::Key_Right});
        const Selection at = viewpoint_->hovered();
        QVERIFY(at.source >= 0 && at.step >= 0);
        QCOMPARE(value(view),
                 QString("α of “%1” at step %2, “%3”: %4")
                     .arg(word(at.source), QString::number(at.step + 1), outputWord(at.step),
                          exactText(double{step(at.step).weights(at.source)}, 4)));
        QCOMPARE(description(view), value(view));
    }

    void aWeightChangedByHandIsTold() {
        auto *view = open<HeatmapPanel>();
        view->setFocus(Qt::TabFocusReason);
        const Selection at = viewpoint_->hovered();
        auto copy = std::make_shared<model::Trace>(*trace_);
        auto changed = std::make_shared<model::StepTrace>(step(at.step));
        changed->weights(at.source) = 0.1234F;
        copy->steps[static_cast<std::size_t>(at.step)] = changed;
        viewpoint_->setTrace(copy, true);
        QVERIFY2(value(view).endsWith(": 0.1234"), qPrintable(value(view)));
    }

    void theScoresTellTheMarkedRow() {
        auto *view = open<ScoresPanel>();
        view->setFocus(Qt::TabFocusReason);
        keys(view, {Qt::Key_Down, Qt::Key_Down, Qt::Key_Down});
        const int row = viewpoint_->selected().source;
        QCOMPARE(row, 2);
        const QString begin = QString("“%1”: score ").arg(word(row));
        QVERIFY2(value(view).startsWith(begin), qPrintable(value(view)));
        const QStringList parts = value(view).mid(begin.size()).split(", α ");
        QVERIFY(std::abs(lastNumber(parts[0]) - static_cast<double>(step(shownStep).scores(row))) <
                0.0051);
        QVERIFY(parts[1].startsWith(exactText(double{step(shownStep).weights(row)}, 3)));
        view->setTemperature(2);
        QVERIFY2(value(view).contains("what if: τ = 2.0: " + view->softmax()->numberText(row)),
                 qPrintable(value(view)));
        // What is not computed yet is not told.
        viewpoint_->setMoment({Stage::score, shownStep, 1});
        QVERIFY2(value(view).contains("α not yet computed"), qPrintable(value(view)));
    }

    void theStatesTellTheUnitAtTheirCursor() {
        auto *view = open<StatesPanel>();
        auto *canvas = view->findChild<StatesCanvas *>();
        canvas->setFocus(Qt::TabFocusReason);
        keys(canvas, {Qt::Key_Down, Qt::Key_Left, Qt::Key_Down, Qt::Key_Down});
        const Selection at = viewpoint_->hovered();
        QCOMPARE(at.strip, Vector::decoderState);
        QVERIFY2(value(canvas).contains(QString("unit %1 of 20").arg(at.unit + 1)),
                 qPrintable(value(canvas)));
        QVERIFY(std::abs(lastNumber(value(canvas)) -
                         static_cast<double>(step(at.step).cell.state(0, at.unit))) < 1e-5);
    }

    void theContextTellsTheTermAtItsCursor() {
        auto *view = open<ContextPanel>();
        auto *canvas = view->findChild<QWidget *>("contextCanvas");
        canvas->setFocus(Qt::TabFocusReason);
        keys(canvas, {Qt::Key_Down, Qt::Key_Right, Qt::Key_Right});
        const Selection at = viewpoint_->hovered();
        QVERIFY(at.source >= 0 && at.unit >= 0);
        QVERIFY2(value(canvas).contains(word(at.source)), qPrintable(value(canvas)));
        QVERIFY(std::abs(lastNumber(value(canvas)) -
                         static_cast<double>(step(shownStep).context(at.unit))) < 1e-5);
    }

    void theWordChoiceTellsTheCandidateAtItsCursor() {
        auto *view = open<WordChoicePanel>();
        view->setFocus(Qt::TabFocusReason);
        const QString before = value(view);
        keys(view, {Qt::Key_Down, Qt::Key_Down});
        const auto &candidate = step(shownStep).candidates[1];
        const double probability = std::exp(static_cast<double>(candidate.logProbability));
        QVERIFY2(value(view).contains(" = " + exactText(probability, 4) + ","),
                 qPrintable(value(view)));
        QVERIFY(value(view).contains(view->choices()[1].label));
        keys(view, {Qt::Key_End});
        QVERIFY(value(view).contains(view->choices().back().label));
        keys(view, {Qt::Key_Up, Qt::Key_Home});
        QVERIFY(value(view).contains(view->choices().front().label));
        keys(view, {Qt::Key_Escape});
        QCOMPARE(value(view), before);
    }

    void neighboursAndMapTellThePieceAtTheirCursors() {
        trace_ = support::tinyTrace("le chat noir dort");
        viewpoint_->setTrace(trace_);
        const Deriver deriver(viewpoint_.get());
        auto *view = open<EmbeddingsPanel>();
        auto *list = view->findChild<NeighbourList *>();
        auto *map = view->findChild<EmbeddingMap *>();
        QTRY_VERIFY_WITH_TIMEOUT(!list->content().neighbours.empty(), patience);
        list->setFocus(Qt::TabFocusReason);
        keys(list, {Qt::Key_Down, Qt::Key_Down});
        const auto rows = embeddingTable(*trace_->model, TableSide::source);
        const auto a = rows.row(view->lookedUp()).cast<double>().eval();
        const auto b = rows.row(list->content().neighbours[1].piece).cast<double>().eval();
        QVERIFY2(value(list).contains(list->content().neighbours[1].label),
                 qPrintable(value(list)));
        QVERIFY2(std::abs(lastNumber(value(list)) - a.dot(b) / (a.norm() * b.norm())) < 1e-4,
                 qPrintable(value(list)));
        map->setFocus(Qt::TabFocusReason);
        keys(map, {Qt::Key_Down});
        QCOMPARE(value(map), map->hoverText());
        QVERIFY(!value(map).isEmpty());
        keys(map, {Qt::Key_Escape});
        QVERIFY(value(map).contains("PC 1"));
    }

    void theInspectorTellsTheQuantity() {
        auto *view = open<InspectorPanel>();
        viewpoint_->setHovered({.source = 3, .step = shownStep});
        const QString text = value(view);
        const QString begin = QString("α_%1,%2 = ").arg(shownStep + 1).arg(4);
        QVERIFY2(text.startsWith(begin), qPrintable(text));
        QCOMPARE(text.mid(begin.size()).section(u',', 0, 0).toFloat(), step(shownStep).weights(3));
        QCOMPARE(description(view->findChild<QWidget *>("inspectorText")), text);
    }

    void theUnrolledViewTellsWhatIsMarked() {
        auto *view = open<UnrolledView>();
        const QString happens = narrate(*viewpoint_->trace(), viewpoint_->moment()).sentence;
        QVERIFY2(value(view).contains(happens), qPrintable(value(view)));
        view->setFocus(Qt::TabFocusReason);
        keys(view, {Qt::Key_Right, Qt::Key_Right}, Qt::ShiftModifier);
        QCOMPARE(viewpoint_->selected().source, 1);
        QVERIFY2(value(view).contains(word(1)), qPrintable(value(view)));
        QVERIFY(value(view).endsWith(" = " + exactText(double{step(shownStep).weights(1)}, 5)));
        keys(view, {Qt::Key_Up, Qt::Key_Up}, Qt::ShiftModifier);
        QCOMPARE(viewpoint_->selected(), (Selection{.source = 1, .strip = Vector::forwardState}));
        QVERIFY2(value(view).contains("12 units"), qPrintable(value(view)));
        keys(view, {Qt::Key_Escape});
        QVERIFY(value(view).contains(happens));
    }

    void marksInTheUnrolledViewGoThroughEveryLayer() {
        auto *view = open<UnrolledView>();
        view->setFocus(Qt::TabFocusReason);
        keys(view, {Qt::Key_Right}, Qt::ShiftModifier);
        std::vector<Vector> strips;
        for (int i = 0; i < 8; ++i) {
            strips.push_back(viewpoint_->selected().strip);
            keys(view, {Qt::Key_Up}, Qt::ShiftModifier);
        }
        const std::vector<Vector> expected{
            Vector::none,    Vector::embedding,    Vector::forwardState, Vector::backwardState,
            Vector::context, Vector::decoderState, Vector::none,         Vector::none};
        QVERIFY(strips == expected);
        QCOMPARE(viewpoint_->selected(), (Selection{.step = shownStep}));
        keys(view, {Qt::Key_Down}, Qt::ShiftModifier);
        QCOMPARE(viewpoint_->selected(),
                 (Selection{.step = shownStep, .strip = Vector::decoderState}));
    }

    void unfoldedUnitsAreTold() {
        auto *view = open<UnrolledView>();
        view->setFocus(Qt::TabFocusReason);
        view->unfold(Vector::forwardState, 1);
        auto *grid = view->findChild<UnitGrid *>();
        keys(grid, {Qt::Key_Right, Qt::Key_Right, Qt::Key_Right});
        QVERIFY2(value(grid).startsWith("unit 3 of 12: "), qPrintable(value(grid)));
        QVERIFY(std::abs(lastNumber(value(grid)) -
                         static_cast<double>(trace_->encoder->forward().state(1, 2))) < 1e-5);
    }

    void theTimelineIsASliderThatTellsTheMoment() {
        auto *view = open<TimelineView>();
        QWidget *track = view->track();
        track->setFocus();
        QAccessibleInterface *reader = QAccessible::queryAccessibleInterface(track);
        QCOMPARE(reader->role(), QAccessible::Slider);
        QCOMPARE(reader->text(QAccessible::Name), QString("Timeline"));
        QVERIFY2(value(track).endsWith("“" + outputWord(shownStep) + "”"),
                 qPrintable(value(track)));
        keys(track, {Qt::Key_Left});
        QCOMPARE(value(track), QString("step 3 of 6 · state"));
        QVERIFY(reader->valueInterface());
        const int stages = static_cast<int>(position(viewpoint_->moment(), viewpoint_->extent()));
        QCOMPARE(reader->valueInterface()->currentValue().toInt(), stages);
        reader->valueInterface()->setCurrentValue(stages + 1);
        QCOMPARE(viewpoint_->moment(), endOfStep(shownStep, viewpoint_->extent()));
        QCOMPARE(reader->valueInterface()->maximumValue().toInt(),
                 momentCount(viewpoint_->extent()));
    }

    /// Qt tells of a focus in the function that is counted here.
    void aListTellsOfAFocusOnlyWhileItHasIt() {
        class Counting : public QListView {
          public:
            using QListView::QListView;
            int told = 0;

          protected:
            void currentChanged(const QModelIndex &current, const QModelIndex &before) override {
                ++told;
                QListView::currentChanged(current, before);
            }
        };
        QStringListModel words({"un", "deux", "trois"});
        QWidget window;
        auto *list = new QuietList<Counting>(&window);
        list->setModel(&words);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        list->clearFocus();
        list->told = 0;  // the first one has had the focus, being alone
        list->setCurrentIndex(words.index(1));
        QCOMPARE(list->told, 0);
        QCOMPARE(list->currentIndex().row(), 1);
        list->setFocus();
        QTRY_VERIFY(list->hasFocus());
        keys(list, {Qt::Key_Down});
        QCOMPARE(list->told, 1);
        QCOMPARE(list->currentIndex().row(), 2);
    }

    void theFocusOfTheTimelineIsSeen() {
        auto *view = open<TimelineView>();
        QWidget *track = view->track();
        track->setFocus();
        QCoreApplication::processEvents();
        const QColor frame = Theme::of(track->palette()).role(Role::source);
        const auto edge = [track] {
            return track->grab().toImage().pixelColor(0, track->height() / 4);
        };
        QCOMPARE(edge(), frame);
        track->clearFocus();
        QVERIFY(edge() != frame);
    }

    void withoutASentenceEachPanelTellsWhatToDo() {
        viewpoint_->setTrace(nullptr);
        const auto check = [](Panel *panel) {
            QVERIFY(!panel->accessibleName().isEmpty());
            QVERIFY(!panel->message().isEmpty());
            QCOMPARE(value(panel), panel->message());
        };
        check(open<HeatmapPanel>());
        check(open<ScoresPanel>());
        check(open<StatesPanel>());
        check(open<ContextPanel>());
        check(open<WordChoicePanel>());
        check(open<EmbeddingsPanel>());
        check(open<InspectorPanel>());
    }
};

REGISTER_QT_TEST(SpokenTest)
#include "panel/spoken_test.moc"
