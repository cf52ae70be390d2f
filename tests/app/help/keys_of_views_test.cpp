// SPDX-License-Identifier: GPL-3.0-or-later
// Whether the keys of each view do something there.
#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QDockWidget>
#include <QListView>
#include <QSlider>
#include <QTableWidget>
#include <utility>

#include "app/help/keys.h"
#include "app/laboratory/laboratory.h"
#include "app/lesson/length_panel.h"
#include "app/window/lesson_wing.h"
#include "tests/app/window/opened_window.h"
#include "tests/support/qt_test.h"
#include "widgets/embeddings/neighbour_list.h"
#include "widgets/scores/panel.h"
#include "widgets/timeline/view.h"
#include "widgets/translation/words.h"
#include "widgets/unrolled/view.h"
#include "widgets/word_choice/panel.h"

using app::Gesture;
using app::GestureGroup;

namespace {

/// All that a key may change.
struct State {
    widgets::Moment moment;
    widgets::Selection hovered;
    widgets::Selection selected;
    const QWidget *focus = nullptr;
    const QWidget *popup = nullptr;
    QString clipboard;
    QImage image;
    bool operator==(const State &) const = default;
};

void press(QWidget *widget, const QKeySequence &keys) {
    for (int i = 0; i < keys.count(); ++i)
        QTest::keyClick(widget, keys[static_cast<uint>(i)].key(),
                        keys[static_cast<uint>(i)].keyboardModifiers());
}

}  // namespace

/// Every key that the table tells of a view works in it.
class KeysOfViewsTest : public QObject {
    Q_OBJECT

  private:
    static constexpr int enoughAlike = 3;  // states one after the other

    OpenedWindow opened_;

    State state() {
        QCoreApplication::processEvents();
        return {opened_.viewpoint()->moment(),     opened_.viewpoint()->hovered(),
                opened_.viewpoint()->selected(),   opened_.window()->focusWidget(),
                QApplication::activePopupWidget(), QApplication::clipboard()->text(),
                opened_.window()->grab().toImage()};
    }

    QString shownSentence() {
        const auto &trace = opened_.viewpoint()->trace();
        return trace ? QString::fromStdString(trace->source.text()) : QString();
    }

    /// Brings the dock of a view to the front.
    void uncover(QWidget *view) {
        for (QWidget *at = view; at; at = at->parentWidget())
            if (auto *dock = qobject_cast<QDockWidget *>(at)) {
                dock->show();
                dock->raise();
            }
        QCoreApplication::processEvents();
    }

    void keys(QWidget *view, const QList<QKeySequence> &keys) {
        for (const QKeySequence &key : keys)
            press(view, key);
    }

    /// The maps of the embeddings are computed on another thread.
    void waitForNeighbours() {
        const auto *list = opened_.find<widgets::NeighbourList>("embeddingsNeighbours");
        QTRY_VERIFY_WITH_TIMEOUT(!list->content().neighbours.empty(), 2 * OpenedWindow::patience);
    }

    /// At a page with a page before and one after it, both about the same sentence.
    void beginLesson() {
        app::LessonGuide &guide = *opened_.window()->lesson()->guide();
        guide.begin();
        guide.goTo({0, 2});
        QTRY_VERIFY_WITH_TIMEOUT(opened_.session()->upToDate() && guide.knowledge().posterior,
                                 OpenedWindow::patience);
    }
    /// So that some sentences have points, and one of them is marked.
    void measureLengths() {
        opened_.find<QDockWidget>("lengthsDock")->show();
        auto *panel = opened_.find<app::LengthPanel>("lengths");
        panel->measure()->takeGraded();
        panel->measure()->start();
        const auto &results = panel->measure()->results();
        QTRY_VERIFY_WITH_TIMEOUT(results[4].has_value(), OpenedWindow::patience);
        panel->measure()->cancel();
        keys(panel->plot(), {Qt::Key_Right, Qt::Key_Right, Qt::Key_Right});
    }
    void scanUnits() {
        opened_.viewpoint()->setWanted(widgets::DerivedValue::units, true);
        QTRY_VERIFY_WITH_TIMEOUT(opened_.viewpoint()->derived().units, OpenedWindow::patience);
    }

    void waitForBeam() {
        QTRY_VERIFY_WITH_TIMEOUT(opened_.viewpoint()->derived().beam, OpenedWindow::patience);
    }
    /// A run of three batches in the laboratory, the second of which is in view.
    void prepareLaboratory() {
        opened_.window()->openLaboratory("second");
        auto *laboratory = opened_.find<app::Laboratory>(QString());
        opened_.find<QComboBox>("laboratorySize")->setCurrentIndex(0);
        while (laboratory->data().moments.size() < 4) {
            const std::size_t before = laboratory->data().moments.size();
            opened_.find<QAbstractButton>("laboratoryStep")->click();
            QTRY_VERIFY_WITH_TIMEOUT(laboratory->data().moments.size() > before &&
                                         laboratory->state() == app::Laboratory::State::paused,
                                     OpenedWindow::patience);
        }
        laboratory->show(1);
        QTRY_VERIFY_WITH_TIMEOUT(opened_.session()->upToDate(), OpenedWindow::patience);
    }

    /// The widget of a group, with the focus, in a state in which each of its keys has something
    /// to do.
    QWidget *prepare(const QString &name) {
        if (name == "learningPlot") {
            prepareLaboratory();
        } else if (name == "unitGrid") {
            keys(prepare("unrolledView"), {Qt::Key_U});
        } else if (name == "wordChoiceSteps") {
            opened_.find<widgets::WordChoicePanel>("wordChoiceView")->setStepsShown(true);
        } else if (name == "pageSentences") {
            opened_.window()->header()->sentence()->setSentence("Un chat. Deux chats. Huit chats.");
            opened_.window()->header()->page()->open();
            keys(opened_.find<QWidget>(name), {Qt::Key_Down});
        } else if (name == "branches") {
            app::Edits *edits = opened_.window()->header()->edits();
            const model::Trace &trace = *opened_.viewpoint()->trace();
            while (edits->branches().all.size() < 3) {
                edits->startOver();
                const bool came = QTest::qWaitFor([this] { return opened_.session()->upToDate(); },
                                                  OpenedWindow::patience);
                if (!came)
                    return nullptr;
                opened_.viewpoint()->ask(
                    widgets::attendOnlyTo(trace, int(edits->branches().all.size()), {1}));
            }
            edits->show(1);
        } else if (name == "sentenceEdit") {
            for (const char *sentence :
                 {"Un chat.", "Deux chats.", "Trois chats.", "Huit chats."}) {
                opened_.window()->header()->sentence()->setSentence(sentence);
                opened_.window()->header()->sentence()->remember();
            }
        }
        if (name == "lessonText")
            beginLesson();
        else if (name == "lengthPlot")
            measureLengths();
        auto *view = opened_.find<QWidget>(name);
        if (name == "unitsList") {
            uncover(view);
            scanUnits();
        }
        if (name == "translation") {
            opened_.viewpoint()->setMoment({widgets::Stage::score, 2, 1});
            for (auto *word : view->findChildren<widgets::TranslationWord *>())
                if (word->isVisible() && word->focusPolicy() & Qt::TabFocus)
                    view = word;
        }
        uncover(view);
        if (name == "beamCanvas")
            waitForBeam();
        view->setFocus(Qt::TabFocusReason);
        if (name == "statesCanvas" || name == "contextCanvas" || name == "heatmapView")
            keys(view, {Qt::Key_0, Qt::Key_Escape});
        const auto zoomed = QList<QKeySequence>(6, Qt::Key_Plus);
        if (name == "unrolledView")
            keys(view,
                 zoomed + QList<QKeySequence>{Qt::SHIFT | Qt::Key_Right, Qt::SHIFT | Qt::Key_Right,
                                              Qt::SHIFT | Qt::Key_Up});
        else if (name == "unitGrid" || name == "statesCanvas" || name == "contextCanvas")
            keys(view, {Qt::Key_Down, Qt::Key_Right, Qt::Key_Down, Qt::Key_Down});
        else if (name == "heatmapView")
            keys(view, {Qt::Key_Up, Qt::Key_Up, Qt::Key_Right, Qt::Key_Right});
        else if (name == "wordChoiceSteps")
            keys(view, {Qt::Key_Up, Qt::Key_Up});
        else if (name == "comparisonCanvas")
            keys(view, {Qt::Key_Escape, Qt::Key_Up, Qt::Key_Up});
        if (name == "unitsList")
            keys(view, {Qt::Key_Down, Qt::Key_Down});
        if (name == "embeddingsSearch") {
            waitForNeighbours();
            static_cast<QLineEdit *>(view)->clear();
            QTest::keyClicks(view, "cha");
        } else if (name == "inspectorText" || name == "wordChoiceView")
            keys(view, {Qt::Key_Down, Qt::Key_Down});
        else if (name == "sentenceEdit")
            keys(view, {Qt::Key_Down, Qt::Key_Down});
        if (name == "statesCanvas" || name == "contextCanvas" || name == "heatmapView")
            keys(view, zoomed.mid(0, 3));
        if (name == "scoresView" || name == "temperature") {
            opened_.find<widgets::ScoresPanel>("scoresView")->setTemperature(2);
            keys(opened_.find<QWidget>("scoresView"), {Qt::Key_Down, Qt::Key_Down});
        }
        if (name == "embeddingsNeighbours" || name == "embeddingsMap") {
            waitForNeighbours();
            keys(view, {Qt::Key_Down, Qt::Key_Down});
        }
        return view;
    }

  private slots:
    void initTestCase() {
        opened_.useOwnSettings("attention-visualizer-keys-of-views-test");
        QApplication::setCursorFlashTime(0);
        opened_.open();
        opened_.window()->resize(1500, 1000);
        if (opened_.find<QAction>("reduceMotion")->isChecked() == false)
            opened_.find<QAction>("reduceMotion")->trigger();
    }
    void cleanup() {
        while (QWidget *popup = QApplication::activePopupWidget())
            popup->close();
    }
    void init() {
        opened_.window()->lesson()->guide()->leave();
        opened_.find<QDockWidget>("lengthsDock")->hide();
        opened_.window()->header()->page()->closeList();
        if (auto *laboratory = opened_.find<QDockWidget>("laboratoryDock"))
            laboratory->close();  // and with it its model
        opened_.find<widgets::TimelineView>("timelineView")->player()->pause();
        opened_.translate("Le chat noir dort sur la chaise rouge.");
        opened_.viewpoint()->setMoment(widgets::endOfStep(3, opened_.viewpoint()->extent()));
        opened_.viewpoint()->setSelected({});
        opened_.viewpoint()->setHovered({});
        QApplication::clipboard()->setText("nothing");
    }
    void cleanupTestCase() { opened_.close(); }

    void everyKeyOfAViewDoesSomething_data() {
        QTest::addColumn<QString>("view");
        QTest::addColumn<QKeySequence>("key");
        for (const GestureGroup &group : app::gestureGroups())
            for (const Gesture &gesture : group.gestures)
                for (const QKeySequence &key : gesture.keys)
                    if (!group.view.isEmpty())
                        QTest::addRow("%s %s", qPrintable(group.view), qPrintable(key.toString()))
                            << group.view << key;
    }
    void everyKeyOfAViewDoesSomething() {
        QFETCH(QString, view);
        QFETCH(QKeySequence, key);
        QWidget *widget = prepare(view);
        QVERIFY(widget);
        if (view == "inspectorText" && key == QKeySequence(Qt::Key_Return))
            press(widget, Qt::Key_Tab);  // to a link
        if (view == "beamCanvas" && key == QKeySequence(Qt::Key_Right))
            keys(widget, {Qt::Key_Left, Qt::Key_Left});
        if (view == "beamCanvas" && key == QKeySequence(Qt::Key_Up))
            keys(widget, {Qt::Key_Left, Qt::Key_Down});
        if (view == "unitGrid" && key == QKeySequence(Qt::Key_H)) {
            // The units of an embedding cannot be held.
            opened_.find<widgets::UnrolledView>("unrolledView")
                ->unfold(widgets::Vector::initialState, -1);
            press(widget, Qt::Key_Right);
        }
        if ((view == "inspectorText" || view == "unrolledView") && key == QKeySequence(Qt::Key_H))
            opened_.viewpoint()->setSelected(
                {.source = 1, .strip = widgets::Vector::forwardState, .unit = 3});
        if (view == "inspectorText" && key == QKeySequence(QKeySequence::Copy))
            press(widget, QKeySequence::SelectAll);
        // Nothing moves by itself. What is asked again once it was true must stay true.
        State before = state();
        int same = 0;
        const auto settled = [&] {
            if (same < enoughAlike) {
                const State earlier = std::exchange(before, state());
                const bool alike = earlier == before && shownSentence() == opened_.edit()->text();
                same = alike ? same + 1 : 0;
            }
            return same == enoughAlike;
        };
        QTRY_VERIFY_WITH_TIMEOUT(settled(), OpenedWindow::patience);
        const auto trace = opened_.viewpoint()->trace();
        press(opened_.window()->focusWidget(), key);
        const State after = state();
        QVERIFY(after != before);
        // With the focus in a view, its keys are not the timeline's. Those of the sentences of a
        // text choose another one, whose translation may have come already and has a time of its
        // own. So has each page of the lesson.
        const bool sameTrace = opened_.viewpoint()->trace() == trace;
        QVERIFY(sameTrace || view == "pageSentences" || view == "sentenceEdit" ||
                view == "lessonText" || view == "lengthPlot" || view == "scoresView" ||
                view == "branches" || view == "beamCanvas" ||
                view == "learningPlot");  // where the model is another
        if (sameTrace && key != QKeySequence(Qt::Key_Return) && view != "translation" &&
            view != "sentenceEdit" && view != "lessonText")
            QCOMPARE(after.moment, before.moment);
        if (auto *grid = opened_.find<QWidget>("unitGrid"); grid->isVisible())
            QTest::keyClick(grid, Qt::Key_Escape);
        QTest::keyClick(opened_.find<QWidget>("unrolledView"), Qt::Key_0, Qt::ControlModifier);
    }
};

REGISTER_QT_TEST(KeysOfViewsTest)
#include "help/keys_of_views_test.moc"
