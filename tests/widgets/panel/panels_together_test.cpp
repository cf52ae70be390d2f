// SPDX-License-Identifier: GPL-3.0-or-later
// Several views of one viewpoint, and what all panels have in common.
#include <qcustomplot.h>

#include <QApplication>
#include <QDockWidget>
#include <QFile>
#include <QMainWindow>
#include <QMenu>
#include <QScrollBar>
#include <QSlider>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include "tests/support/events.h"
#include "tests/support/qt_test.h"
#include "tests/support/traces.h"
#include "widgets/context/canvas.h"
#include "widgets/context/panel.h"
#include "widgets/drawing/rows.h"
#include "widgets/drawing/theme.h"
#include "widgets/embeddings/map.h"
#include "widgets/embeddings/panel.h"
#include "widgets/figure/file.h"
#include "widgets/heatmap/panel.h"
#include "widgets/heatmap/plot.h"
#include "widgets/inspector/panel.h"
#include "widgets/panel/tool_tip.h"
#include "widgets/scores/panel.h"
#include "widgets/states/panel.h"
#include "widgets/viewpoint/deriver.h"
#include "widgets/viewpoint/vectors.h"
#include "widgets/viewpoint/viewpoint.h"
#include "widgets/word_choice/panel.h"

using namespace widgets;

class PanelsTogetherTest : public QObject {
    Q_OBJECT

  private:
    std::unique_ptr<Viewpoint> viewpoint_;
    std::shared_ptr<const model::Trace> trace_;

    template <class View>
    std::unique_ptr<View> open() {
        auto view = std::make_unique<View>(viewpoint_.get());
        view->resize(500, 400);
        view->show();
        return view;
    }

  private slots:
    void init() {
        QApplication::setPalette(Theme::light().palette());
        trace_ = support::syntheticTrace(6, 5, 3, support::smallConfiguration());
        viewpoint_ = std::make_unique<Viewpoint>();
        viewpoint_->setTrace(trace_);
        viewpoint_->setMoment(endOfStep(2, viewpoint_->extent()));
    }

    void whatChangesWhileATraceIsToldIsToldAfterIt() {
        QStringList heard;
        connect(viewpoint_.get(), &Viewpoint::traceChanged, this,
                [this] { viewpoint_->setHovered({.source = 1}); });
        connect(viewpoint_.get(), &Viewpoint::traceChanged, this, [&] { heard.append("trace"); });
        connect(viewpoint_.get(), &Viewpoint::momentChanged, this, [&] { heard.append("moment"); });
        connect(viewpoint_.get(), &Viewpoint::selectionChanged, this,
                [&] { heard.append("selection"); });
        viewpoint_->setTrace(support::syntheticTrace(3, 3));
        QCOMPARE(heard, (QStringList{"trace", "moment", "selection"}));
        viewpoint_->setHovered({});
        QCOMPARE(heard.size(), 4);
        QCOMPARE(heard.last(), QString("selection"));
    }

    void aModelWithoutAttentionTakesThePlaceOfOneThatIsPointedAt() {
        const auto heatmap = open<HeatmapPanel>();
        const auto scores = open<ScoresPanel>();
        QVERIFY(QTest::qWaitForWindowExposed(scores.get()));
        viewpoint_->setSelected({.source = 2});
        auto *plot = heatmap->findChild<HeatmapPlot *>();
        QTest::mouseMove(plot, plot->cellRect({1, 2}).center().toPoint());
        QTRY_COMPARE(viewpoint_->hovered().step, 1);
        viewpoint_->setTrace(support::tinyTrace("le chat noir dort", "tiny_bottleneck"));
        QVERIFY(!scores->message().isEmpty());
        QVERIFY(!heatmap->message().isEmpty());
    }

    void whatIsPointedAtGoesWithTheStep() {
        auto scores = open<ScoresPanel>();
        QVERIFY(QTest::qWaitForWindowExposed(scores.get()));
        QTest::mouseMove(scores->softmax(), scores->softmax()->barRect(3).center().toPoint());
        QTRY_COMPARE(viewpoint_->hovered(), (Selection{.source = 3, .step = 2}));
        viewpoint_->setMoment(endOfStep(4, viewpoint_->extent()));
        QCOMPARE(viewpoint_->hovered(), (Selection{.source = 3, .step = 4}));
        scores.reset();

        const auto context = open<ContextPanel>();
        QVERIFY(QTest::qWaitForWindowExposed(context.get()));
        ContextCanvas *canvas = context->canvas();
        QTest::mouseMove(canvas, canvas->cellRect({1, 3}).center().toPoint());
        QTRY_COMPARE(viewpoint_->hovered().unit, 3);
        QCOMPARE(viewpoint_->hovered().step, 4);
        viewpoint_->setMoment(endOfStep(0, viewpoint_->extent()));
        QCOMPARE(viewpoint_->hovered().unit, 3);
        QCOMPARE(viewpoint_->hovered().step, 0);
    }

    void theSecondClickOnAContextRowLetsGoAtAnyStep() {
        const auto context = open<ContextPanel>();
        QVERIFY(QTest::qWaitForWindowExposed(context.get()));
        ContextCanvas *canvas = context->canvas();
        const QPoint at = canvas->cellRect({1, 3}).center().toPoint();
        QTest::mouseClick(canvas, Qt::LeftButton, {}, at);
        QCOMPARE(viewpoint_->selected().source, 1);
        viewpoint_->setMoment(endOfStep(4, viewpoint_->extent()));
        QTest::mouseClick(canvas, Qt::LeftButton, {}, at);
        QVERIFY(viewpoint_->selected().empty());
    }

    void smallTurnsOfAWheelAddUp() {
        viewpoint_->setTrace(support::syntheticTrace(60, 5, 3, support::smallConfiguration()));
        viewpoint_->setMoment(endOfStep(0, viewpoint_->extent()));
        const auto context = open<ContextPanel>();
        const auto scores = open<ScoresPanel>();
        QVERIFY(QTest::qWaitForWindowExposed(scores.get()));
        ContextCanvas *canvas = context->canvas();
        canvas->setScroll(0);
        QTRY_VERIFY(scores->scores()->rows().maximumScroll() > 0);
        const QPointF middle = QRectF(scores->rect()).center();
        const double before = scores->scores()->rows().scroll;
        for (int i = 0; i < 40; ++i) {
            support::turnWheel(*canvas, QRectF(canvas->rect()).center(), -0.1);
            support::turnWheel(*scores, middle, -0.1);
        }
        const Rows rows = canvas->scene().layout.rows;
        QVERIFY(rows.scroll > 8 * rows.rowHeight);
        QVERIFY(scores->scores()->rows().scroll > before + 8 * rows.rowHeight);
    }

    void aClickBesideTheRowsKeepsTheMark() {
        const auto scores = open<ScoresPanel>();
        QVERIFY(QTest::qWaitForWindowExposed(scores.get()));
        viewpoint_->setSelected({.source = 2});
        QTest::mouseClick(scores->scores(), Qt::LeftButton, {}, QPoint(20, 3));
        QCOMPARE(viewpoint_->selected().source, 2);
        QVERIFY(scores->hasFocus());
    }

    void picturesDoNotShowTheFocus() {
        for (Panel *panel : {static_cast<Panel *>(open<ScoresPanel>().release()),
                             static_cast<Panel *>(open<HeatmapPanel>().release())}) {
            const std::unique_ptr<Panel> owner(panel);
            panel->activateWindow();
            QVERIFY(QTest::qWaitForWindowActive(panel));
            QCoreApplication::processEvents();
            const QImage before = panel->picture().toImage();
            panel->setFocus(Qt::TabFocusReason);
            QTRY_VERIFY(panel->hasFocus());
            viewpoint_->setHovered({});
            QCoreApplication::processEvents();
            const QImage screen = panel->grab().toImage();
            QCOMPARE(panel->picture().toImage(), before);
            QTRY_COMPARE(panel->grab().toImage(), screen);  // where it is shown as before
        }
    }

    void aPanelIsAWindowOfItsOwnByItsMenu() {
        QMainWindow window;
        auto *dock = new QDockWidget(&window);
        auto *scores = new ScoresPanel(viewpoint_.get(), dock);
        dock->setWidget(scores);
        window.addDockWidget(Qt::RightDockWidgetArea, dock);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        const auto choose = [&] {
            QTimer poll;
            connect(&poll, &QTimer::timeout, scores, [] {
                auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
                if (!menu)
                    return;
                for (QAction *action : menu->actions())
                    if (action->objectName() == "floatPanel")
                        menu->setActiveAction(action);
                QTest::keyClick(menu, Qt::Key_Return);
            });
            poll.start(10);
            QContextMenuEvent event(QContextMenuEvent::Keyboard, {10, 10},
                                    scores->mapToGlobal(QPoint(10, 10)));
            QCoreApplication::sendEvent(scores, &event);
        };
        choose();
        QVERIFY(dock->isFloating());
        choose();
        QVERIFY(!dock->isFloating());
    }

    void theHeatmapFollowsAnotherPixelRatio() {
        const auto heatmap = open<HeatmapPanel>();
        QVERIFY(QTest::qWaitForWindowExposed(heatmap.get()));
        auto *plot = heatmap->findChild<HeatmapPlot *>();
        plot->setBufferDevicePixelRatio(plot->devicePixelRatioF() * 2);
        plot->update();
        QTRY_COMPARE(plot->bufferDevicePixelRatio(), plot->devicePixelRatioF());
    }

    /// As what a figure paints.
    static QImage painted(const Figure &figure) {
        QImage image(figure.size, QImage::Format_RGB32);
        image.fill(Qt::magenta);
        QCPPainter painter(&image);
        figure.paint(painter);
        return image;
    }

    void aFigureHoldsAllRowsThatAPanelScrollsTo() {
        viewpoint_->setTrace(support::syntheticTrace(40, 5, 3, support::smallConfiguration()));
        viewpoint_->setMoment(endOfStep(2, viewpoint_->extent()));
        const auto scores = open<ScoresPanel>();
        const auto context = open<ContextPanel>();
        QVERIFY(QTest::qWaitForWindowExposed(context.get()));
        QTRY_VERIFY(scores->scores()->rows().maximumScroll() > 0);
        const double row = scores->scores()->rows().rowHeight;
        QVERIFY(scores->figure("Scores").size.height() > 41 * row);
        QVERIFY(context->figure("Context").size.height() >
                41 * context->canvas()->scene().layout.rows.rowHeight);
        QCOMPARE(scores->figure("Scores").size.width(), scores->width());
    }

    void aFigureHoldsEveryStepAndAllOfAnExplanation() {
        const auto choice = open<WordChoicePanel>();
        choice->resize(500, 200);
        choice->setStepsShown(true);
        const auto inspector = open<InspectorPanel>();
        inspector->resize(500, 80);
        QVERIFY(QTest::qWaitForWindowExposed(inspector.get()));
        const int line = choice->fontMetrics().height();
        QVERIFY(choice->figure("Word choice").size.height() > (6 + 10) * line);
        QVERIFY(inspector->figure("Inspector").size.height() > 8 * line);
    }

    void aFigureEndsWhereItsPicturesDo() {
        const auto states = open<StatesPanel>();
        QVERIFY(QTest::qWaitForWindowExposed(states.get()));
        const QImage image = painted(states->figure("Hidden states"));
        int y = image.height() - 1;
        const auto empty = [&image](int line) {
            for (int x = 0; x < image.width(); ++x)
                if (image.pixelColor(x, line) != Theme::light().surface)
                    return false;
            return true;
        };
        while (y > 0 && empty(y))
            --y;
        QVERIFY2(image.height() - y < states->fontMetrics().height(), "a line is left empty");
    }

    void aFigureHasNoControls() {
        const auto scores = open<ScoresPanel>();
        QVERIFY(QTest::qWaitForWindowExposed(scores.get()));
        const auto *slider = scores->findChild<QSlider *>();
        // Seven words and little else: the slider has no room in it.
        const Rows rows = scores->scores()->rows();
        QVERIFY(scores->figure("Scores").size.height() <
                rows.header + 7 * rows.rowHeight + rows.footer + 2 * slider->height());
        const auto states = open<StatesPanel>();
        QVERIFY(QTest::qWaitForWindowExposed(states.get()));
        QVERIFY(states->figure("States").size.height() < states->height());
    }

    void aFigureDoesNotShowWhatIsPointedAt() {
        const auto scores = open<ScoresPanel>();
        const auto states = open<StatesPanel>();
        const auto context = open<ContextPanel>();
        QVERIFY(QTest::qWaitForWindowExposed(context.get()));
        for (Panel *panel :
             std::initializer_list<Panel *>{scores.get(), states.get(), context.get()}) {
            viewpoint_->setHovered({});
            const QImage before = painted(panel->figure("Panel"));
            viewpoint_->setHovered({.source = 2, .strip = Vector::forwardState, .unit = 3});
            QCOMPARE(painted(panel->figure("Panel")), before);
            QCOMPARE(panel->picture().toImage().convertToFormat(before.format()), before);
            // What was picked stays picked.
            viewpoint_->setSelected({.source = 2});
            QVERIFY(painted(panel->figure("Panel")) != before);
            viewpoint_->setSelected({});
        }
    }

    void takingAFigureChangesNothingOnTheScreen() {
        viewpoint_->setTrace(support::syntheticTrace(40, 5, 3, support::smallConfiguration()));
        viewpoint_->setMoment(endOfStep(2, viewpoint_->extent()));
        const auto scores = open<ScoresPanel>();
        const auto choice = open<WordChoicePanel>();
        const Deriver deriver(viewpoint_.get());
        const auto embeddings = open<EmbeddingsPanel>();
        QVERIFY(QTest::qWaitForWindowExposed(embeddings.get()));
        QTRY_VERIFY(!embeddings->findChild<EmbeddingMap *>()->axisTitle(0).isEmpty());
        for (Panel *panel :
             std::initializer_list<Panel *>{scores.get(), choice.get(), embeddings.get()}) {
            panel->activateWindow();
            QVERIFY(QTest::qWaitForWindowActive(panel));
            panel->setFocus();
            QCoreApplication::processEvents();
            const QImage before = panel->grab().toImage();
            const QWidget *focus = QApplication::focusWidget();
            const QImage figure = painted(panel->figure("Panel"));
            QVERIFY(!figure.isNull());
            QCOMPARE(panel->grab().toImage(), before);
            QCOMPARE(QApplication::focusWidget(), focus);
        }
    }

    void aFigureHasItsPanelsFontAndColours() {
        const auto scores = open<ScoresPanel>();
        QVERIFY(QTest::qWaitForWindowExposed(scores.get()));
        const QSize usual = scores->figure("Scores").size;
        QFont large = scores->font();
        large.setPointSizeF(large.pointSizeF() * 2);
        scores->setFont(large);
        QVERIFY(scores->figure("Scores").size.height() > usual.height() * 3 / 2);
        QApplication::setPalette(Theme::darkTheme().palette());
        QTRY_COMPARE(painted(scores->figure("Scores")).pixelColor(3, 3),
                     Theme::darkTheme().surface);
    }

    void aDrawingOfAPanelNamesAFontThatOthersKnow() {
        const QTemporaryDir folder;
        const auto scores = open<ScoresPanel>();
        QFont font;
        font.setFamily("No Such Family");
        scores->setFont(font);
        writeFigure(scores->figure("Scores"), folder.filePath("scores.svg"), 1);
        QFile file(folder.filePath("scores.svg"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray svg = file.readAll();
        QVERIFY(!svg.contains("No Such Family"));
        QVERIFY(svg.contains(QFontInfo(font).family().toUtf8() + ", sans-serif\""));
        QVERIFY(!svg.contains("<image"));  // vectors
    }

    void toolTipsAreWhatTheTextSays() {
        QCOMPARE(plainToolTip("\"R&D\" is > 1"), QString("\"R&D\" is > 1"));
        QCOMPARE(plainToolTip("<b>fat</b>\n&"),
                 QString("<qt>&lt;b&gt;fat&lt;/b&gt;<br>&amp;</qt>"));
    }
};

REGISTER_QT_TEST(PanelsTogetherTest)
#include "panel/panels_together_test.moc"
