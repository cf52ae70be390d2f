// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/beam/panel.h"

#include <QLabel>
#include <QSpinBox>
#include <QTest>
#include <memory>

#include "tests/support/events.h"
#include "tests/support/qt_test.h"
#include "tests/support/traces.h"
#include "widgets/viewpoint/deriver.h"
#include "widgets/viewpoint/viewpoint.h"

using namespace widgets;

class BeamPanelTest : public QObject {
    Q_OBJECT

  private:
    std::unique_ptr<Viewpoint> viewpoint_;
    std::unique_ptr<Deriver> deriver_;
    std::unique_ptr<BeamPanel> panel_;
    std::vector<Edit> asked_;

    const BeamData &data() { return panel_->canvas()->scene().data; }
    int best() {
        const auto found = std::ranges::find(data().nodes, 0, &BeamNode::place);
        return static_cast<int>(found - data().nodes.begin());
    }
    QPoint at(int node) { return panel_->canvas()->nodeRect(node).center().toPoint(); }

  private slots:
    void init() {
        viewpoint_ = std::make_unique<Viewpoint>();
        deriver_ = std::make_unique<Deriver>(viewpoint_.get());
        asked_.clear();
        connect(viewpoint_.get(), &Viewpoint::asked, this,
                [this](const Edit &edit) { asked_.push_back(edit); });
        panel_ = std::make_unique<BeamPanel>(viewpoint_.get());
        panel_->resize(1200, 500);
        model::Interventions shorter;
        const auto plain = support::tinyTrace("le chat dort");
        shorter.steps[3].word = model::special::end;
        viewpoint_->setTrace(support::edited(*plain, shorter));
        panel_->show();
        QVERIFY(QTest::qWaitForWindowExposed(panel_.get()));
        QTRY_VERIFY(!data().empty());
    }
    void cleanup() {
        panel_.reset();
        deriver_.reset();
        viewpoint_.reset();
    }

    void inALowPanelTheControlsStayWhole() {
        const auto *width = panel_->findChild<QSpinBox *>("beamWidth");
        panel_->resize(460, panel_->fontMetrics().height() * 6);
        QTRY_VERIFY(width->height() >= width->minimumSizeHint().height());
    }

    void theWidthDecidesHowManyAreKept() {
        auto *width = panel_->findChild<QSpinBox *>("beamWidth");
        QCOMPARE(width->maximum(), 12);
        const std::size_t before = data().nodes.size();
        width->setValue(12);
        QTRY_VERIFY(data().nodes.size() > before);
        width->setValue(1);
        QTRY_VERIFY(!viewpoint_->derived().pending && viewpoint_->derived().beam);
        QCOMPARE(data().nodes.size(), std::size_t{4});
    }

    void aClickMakesAPathTheTranslation() {
        int other = -1;
        for (std::size_t i = 0; i < data().nodes.size(); ++i)
            if (!data().nodes[i].current && data().nodes[i].depth == 1)
                other = static_cast<int>(i);
        QVERIFY(other >= 0);
        QTest::mouseClick(panel_->canvas()->viewport(), Qt::LeftButton, {}, at(other));
        QCOMPARE(asked_.size(), std::size_t{1});
        const auto taken = support::edited(*viewpoint_->trace(), asked_[0].interventions);
        const auto path = data().pathTo(other);
        for (std::size_t i = 0; i < path.size(); ++i)
            QCOMPARE(taken->chosen(static_cast<int>(i)).id,
                     data().searched[static_cast<std::size_t>(path[i])]->choice.candidate.id);
        viewpoint_->setTrace(taken);
        QTRY_VERIFY(!viewpoint_->derived().pending && viewpoint_->derived().beam);
        QVERIFY2(std::ranges::count(data().nodes, true, &BeamNode::current) >= 2,
                 "it is the current one");
    }

    void pointingShowsTheAttentionOnThePath() {
        QVERIFY(panel_->canvas()->heatmapRect().isNull());
        QTest::mouseMove(panel_->canvas()->viewport(), at(best()));
        QTRY_COMPARE(panel_->canvas()->scene().marked, best());
        QVERIFY(!panel_->canvas()->heatmapRect().isNull());
        QVERIFY(panel_->canvas()->caption().contains("log-probability"));
        QVERIFY(viewpoint_->preview());
        QCOMPARE(
            viewpoint_->preview()->translation,
            viewpoint_->derived().beam->trace(*viewpoint_->derived().beam->ended[0])->translation);
        QTest::mouseMove(panel_->canvas()->viewport(), {3, panel_->canvas()->height() - 40});
        QTRY_VERIFY(!viewpoint_->preview());
    }

    void whereTheWayOfTheReferenceIsLeftIsToldAndDrawn() {
        const auto *line = panel_->findChild<QLabel *>("beamParting");
        QVERIFY(!line->isVisible());
        const QImage plain = panel_->canvas()->grab().toImage();
        const auto &ended = viewpoint_->derived().beam->ended;
        const auto last = viewpoint_->derived().beam->trace(*ended.back());
        const auto found = std::ranges::find(data().nodes, int(ended.size()) - 1, &BeamNode::place);
        const auto node = int(found - data().nodes.begin());
        QVERIFY(last->translation != viewpoint_->trace()->translation);
        viewpoint_->setReference(last, "the beam");
        QVERIFY(line->isVisible());
        QVERIFY2(line->text().startsWith("The translation in view leaves the way of the beam at"),
                 qPrintable(line->text()));
        QVERIFY(panel_->canvas()->grab().toImage() != plain);
        QVERIFY(panel_->accessibleDescription().contains(line->text()));
        // What is pointed at is told instead.
        QWidget *viewport = panel_->canvas()->viewport();
        const QPointF place = at(node);
        QMouseEvent point(QEvent::MouseMove, place, viewport->mapToGlobal(place), Qt::NoButton,
                          Qt::NoButton, {});
        QApplication::sendEvent(viewport, &point);
        QVERIFY2(line->text().startsWith("This is the way of the beam: score"),
                 qPrintable(line->text()));
        // Where there is room for one line only, it is this one.
        const auto *caption = panel_->findChild<QLabel *>("beamCaption");
        QVERIFY(caption->isVisible());
        panel_->resize(460, panel_->fontMetrics().height() * 8);
        QVERIFY(!caption->isVisible());
        QVERIFY(line->isVisible());
        QVERIFY2(line->text().endsWith(QChar(0x2026)), qPrintable(line->text()));
        QVERIFY(line->toolTip().size() > line->text().size());
        viewpoint_->setReference(nullptr, {});
        QVERIFY(!line->isVisible());
        QVERIFY(caption->isVisible());
    }

    void keysWalkThroughTheTreeAndTakeAPath() {
        auto *canvas = panel_->canvas();
        canvas->setFocus(Qt::TabFocusReason);
        QCOMPARE(canvas->scene().cursor, best());
        QVERIFY(support::claimsKey(*canvas, Qt::Key_Left));
        QTest::keyClick(canvas, Qt::Key_Left);
        QCOMPARE(canvas->scene().cursor, data().nodes[static_cast<std::size_t>(best())].parent);
        QTest::keyClick(canvas, Qt::Key_Down);
        QTest::keyClick(canvas, Qt::Key_Return);
        QCOMPARE(asked_.size(), std::size_t{1});
    }

    void nothingIsSearchedWhileItIsNotInView() {
        panel_->hide();
        QVERIFY(!viewpoint_->wanted(DerivedValue::beam));
        viewpoint_->setTrace(support::tinyTrace("le chat"));
        QVERIFY(!viewpoint_->derived().pending);
        panel_->show();
        QVERIFY(viewpoint_->wanted(DerivedValue::beam));
        QTRY_VERIFY(viewpoint_->derived().beam);
    }
};

REGISTER_QT_TEST(BeamPanelTest)
#include "beam/panel_test.moc"
