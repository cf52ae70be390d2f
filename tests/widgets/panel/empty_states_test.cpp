// SPDX-License-Identifier: GPL-3.0-or-later
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QTest>
#include <functional>
#include <set>

#include "tests/support/qt_test.h"
#include "tests/support/traces.h"
#include "widgets/context/panel.h"
#include "widgets/embeddings/panel.h"
#include "widgets/heatmap/panel.h"
#include "widgets/inspector/panel.h"
#include "widgets/panel/fixed_vector.h"
#include "widgets/scores/panel.h"
#include "widgets/states/panel.h"
#include "widgets/text/numbers.h"
#include "widgets/unrolled/view.h"
#include "widgets/viewpoint/deriver.h"
#include "widgets/viewpoint/viewpoint.h"
#include "widgets/word_choice/panel.h"

using namespace widgets;

/// Panels with nothing to show say what to do about it, in a sentence that can be read whole.
class EmptyStatesTest : public QObject {
    Q_OBJECT

  private:
    Viewpoint viewpoint_;

    /// The message of a panel, which has to fit into a small dock.
    static QString messageOf(Panel &panel) {
        panel.resize(panel.minimumSizeHint().expandedTo({260, 160}));
        panel.show();
        [&] { QVERIFY(QTest::qWaitForWindowExposed(&panel)); }();
        const auto *label = panel.findChild<QLabel *>(panel.objectName() + "Message");
        [&] { QVERIFY(label->heightForWidth(label->width()) <= label->height()); }();
        return panel.message();
    }
    template <class View>
    QString message() {
        View view(&viewpoint_);
        return messageOf(view);
    }

  private slots:
    void whileReadingThePanelsOfAStepSayHowToGetThere() {
        viewpoint_.setTrace(support::syntheticTrace(5, 4));
        viewpoint_.setMoment({Stage::forward, 2, 1});
        for (const QString &text :
             {message<ScoresPanel>(), message<ContextPanel>(), message<WordChoicePanel>()}) {
            QVERIFY2(text.contains("still being read"), qPrintable(text));
            QVERIFY2(text.contains("Space") && text.contains("Ctrl+→"), qPrintable(text));
        }
    }

    void withoutAttentionTheySayWhichModelHasIt() {
        viewpoint_.setTrace(support::tinyTrace("le chat dort", "tiny_bottleneck"));
        for (const QString &text : {message<HeatmapPanel>(), message<ScoresPanel>()}) {
            QVERIFY2(text.contains("no attention"), qPrintable(text));
            QVERIFY2(text.contains("Choose"), qPrintable(text));
        }
    }

    void withoutAttentionTheyShowTheOneVectorThereIs() {
        viewpoint_.setTrace(support::tinyTrace("le chat dort", "tiny_bottleneck"));
        const auto shows = [this](Panel &panel) {
            messageOf(panel);
            const auto *fixed = panel.findChild<FixedVector *>();
            QVERIFY(fixed->isVisible());
            const int length = viewpoint_.trace()->sourceLength();
            QVERIFY(fixed->formula().endsWith(QString("[→h%1 ; ←h₁]").arg(subscript(length))));
            const auto ends = fixed->ends();
            const auto &encoder = *viewpoint_.trace()->encoder;
            for (int unit = 0; unit < static_cast<int>(ends[0].values.size()); ++unit) {
                QCOMPARE(ends[0].values[unit], encoder.forward().state(length - 1, unit));
                QCOMPARE(ends[1].values[unit], encoder.backward().state(0, unit));
            }
            const QImage picture = panel.grab().toImage();
            for (const auto &end : ends) {
                QVERIFY(end.read);
                QVERIFY(QRectF(fixed->rect()).contains(end.place.rect));
                std::set<QRgb> colours;
                for (int cell = 0; cell < end.place.units.cells; ++cell)
                    colours.insert(picture.pixel(
                        fixed->mapTo(&panel, end.place.cell(cell).center().toPoint())));
                QVERIFY2(colours.size() > 2, "the values are drawn");
            }
            viewpoint_.setMoment({Stage::forward, 1, 0.5});
            QVERIFY(!fixed->ends()[0].read && !fixed->ends()[1].read);
            viewpoint_.setMoment(endOfReading(viewpoint_.extent()));
            QVERIFY(fixed->ends()[1].read);
        };
        HeatmapPanel heatmap(&viewpoint_);
        shows(heatmap);
        ScoresPanel scores(&viewpoint_);
        shows(scores);
        viewpoint_.setTrace(support::syntheticTrace(5, 4));
        QVERIFY(!heatmap.findChild<FixedVector *>()->isVisible());
        QVERIFY(!scores.findChild<FixedVector *>()->isVisible());
    }

    void withoutATranslationAllSayWhatWentWrong() {
        const QString why = "The sentence is too long.";
        viewpoint_.setTrouble(why);
        QCOMPARE(message<HeatmapPanel>(), why);
        QCOMPARE(message<ScoresPanel>(), why);
        QCOMPARE(message<StatesPanel>(), why);
        QCOMPARE(message<ContextPanel>(), why);
        QCOMPARE(message<WordChoicePanel>(), why);
        QCOMPARE(message<EmbeddingsPanel>(), why);
        QCOMPARE(message<InspectorPanel>(), why);
        QCOMPARE(UnrolledView(&viewpoint_).message(), why);
        // And it is over with the next sentence, or without one.
        viewpoint_.setTrace(nullptr);
        QVERIFY(message<HeatmapPanel>().contains("Type something above"));
        viewpoint_.setTrouble(why);
        viewpoint_.setTrace(support::syntheticTrace(5, 4));
        QCOMPARE(message<HeatmapPanel>(), QString());
        QVERIFY(viewpoint_.trouble().isEmpty());
    }

    void beforeTheFirstWordTheySayWhatWillBeThere() {
        auto begun = std::make_shared<model::Trace>(*support::syntheticTrace(5, 4));
        begun->steps.clear();
        begun->target.clear();
        begun->ending = model::Ending::running;
        viewpoint_.setTrace(begun);
        for (const QString &text : {message<HeatmapPanel>(), message<ScoresPanel>(),
                                    message<ContextPanel>(), message<WordChoicePanel>()})
            QVERIFY2(text.contains("no word yet") && text.endsWith("will be here."),
                     qPrintable(text));
    }

    void aSearchThatFindsNothingSaysSo() {
        viewpoint_.setTrace(support::tinyTrace("le chat dort"));
        const Deriver deriver(&viewpoint_);
        EmbeddingsPanel panel(&viewpoint_);
        panel.resize(800, 400);
        panel.show();
        auto *list = panel.findChild<QListView *>("embeddingsList");
        auto *search = panel.findChild<QLineEdit *>("embeddingsSearch");
        const auto *nothing = panel.findChild<QLabel *>("embeddingsNothingFound");
        QTRY_VERIFY_WITH_TIMEOUT(list->model()->rowCount() > 0, 30000);
        QVERIFY(!nothing->isVisible());
        QTest::keyClicks(search, "qqqq");
        QCOMPARE(list->model()->rowCount(), 0);
        QVERIFY(nothing->isVisible());
        QVERIFY(nothing->text().contains("qqqq") && nothing->text().contains("Escape"));
        QTest::keyClick(search, Qt::Key_Escape);
        QVERIFY(list->model()->rowCount() > 0);
        QVERIFY(!nothing->isVisible());
    }
};

REGISTER_QT_TEST(EmptyStatesTest)
#include "panel/empty_states_test.moc"
