// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/scene/panel.h"

#include <QPainter>
#include <QSignalSpy>
#include <QTest>
#include <cmath>

#include "model/decoding/search.h"
#include "model/scenes/generator.h"
#include "tests/support/events.h"
#include "tests/support/qt_test.h"
#include "tests/support/traces.h"
#include "widgets/scene/edits.h"
#include "widgets/text/table.h"
#include "widgets/viewpoint/viewpoint.h"

using namespace widgets;

class ScenePanelTest : public QObject {
    Q_OBJECT

  private:
    std::unique_ptr<Viewpoint> viewpoint_;
    std::unique_ptr<ScenePanel> panel_;
    QString asked_;
    int gesture_ = -1;

    SceneCanvas &canvas() { return *panel_->canvas(); }
    static std::shared_ptr<const model::Trace> captionOf(const model::scenes::Scene &scene) {
        return model::translate(support::tinyModel("tiny_caption"), model::scenes::toJson(scene));
    }
    model::scenes::Scene wanted() const {
        return model::scenes::sceneFromJson(asked_.toStdString());
    }
    QPoint at(double x, double y) { return canvas().places().toView({x, y}).toPoint(); }

  private slots:
    void init() {
        viewpoint_ = std::make_unique<Viewpoint>();
        panel_ = std::make_unique<ScenePanel>(viewpoint_.get());
        panel_->resize(420, 480);
        panel_->show();
        QVERIFY(QTest::qWaitForWindowExposed(panel_.get()));
        asked_.clear();
        connect(viewpoint_.get(), &Viewpoint::sentenceAsked, this,
                [this](const QString &text, int gesture) {
                    asked_ = text;
                    gesture_ = gesture;
                });
        viewpoint_->setTrace(captionOf(exampleScene()));
    }
    void cleanup() {
        panel_.reset();
        viewpoint_.reset();
    }

    void aModelThatReadsTextHasNoPicture() {
        QVERIFY(panel_->message().isEmpty());
        viewpoint_->setTrace(support::tinyTrace("le chat"));
        QVERIFY(!panel_->message().isEmpty());
        viewpoint_->setTrace(nullptr);
        QVERIFY(!panel_->message().isEmpty());
    }

    void theLightIsThatOfTheStepInView() {
        viewpoint_->setMoment(endOfStep(0, viewpoint_->extent()));
        QCOMPARE(canvas().content().weights, viewpoint_->trace()->step(0).weights);
        const auto tables = panel_->tables();
        QCOMPARE(tables.size(), std::size_t(1));
        QCOMPARE(tables[0].shape(), (TableShape{8, 8}));
        const auto &cells = std::get<FloatCells>(tables[0].columns()[2].cells);
        QCOMPARE(*cells[1], viewpoint_->trace()->step(0).weights(8 + 2));
        viewpoint_->setMoment({});
        QCOMPARE(canvas().content().weights.size(), 0L);
        viewpoint_->setMoment(endOfStep(0, viewpoint_->extent()));
        panel_->setOptions({.light = false});
        QCOMPARE(canvas().content().weights.size(), 0L);
    }

    void theCellWithTheLargestWeightIsFullyLit() {
        model::Row weights = model::Row::Constant(64, 0.01F);
        weights(9) = 0.37F;
        QCOMPARE(lightOf(weights, 9), 1.0);
        QVERIFY(std::abs(lightOf(weights, 0) - 0.01 / 0.37) < 1e-6);
    }

    void aShapeIsDraggedInOneGesture() {
        QTest::mousePress(&canvas(), Qt::LeftButton, {}, at(0.5, 0.25));
        QCOMPARE(canvas().selected(), 1);
        QTest::mouseMove(&canvas(), at(0.6, 0.25));
        const int gesture = gesture_;
        QVERIFY(gesture > 0);
        QTest::mouseMove(&canvas(), at(0.75, 0.35));
        QCOMPARE(gesture_, gesture);
        QTest::mouseRelease(&canvas(), Qt::LeftButton, {}, at(0.75, 0.35));
        QVERIFY(std::abs(wanted().shapes[1].x - 0.75) < 0.01);
        QVERIFY(std::abs(wanted().shapes[1].y - 0.35) < 0.01);
        QCOMPARE(wanted().shapes[0], exampleScene().shapes[0]);
    }

    void aShapeStaysWhereThePointerPutItWhenThePictureMoves() {
        const QPointF screen = canvas().mapToGlobal(at(0.6, 0.25));
        QTest::mousePress(&canvas(), Qt::LeftButton, {}, at(0.5, 0.25));
        support::dragOnScreen(canvas(), screen);
        const model::scenes::Scene before = wanted();
        QVERIFY(std::abs(before.shapes[1].x - 0.6) < 0.01);
        canvas().move(canvas().pos() + QPoint(0, 40));
        support::dragOnScreen(canvas(), screen);
        QCOMPARE(wanted(), before);
        QTest::mouseRelease(&canvas(), Qt::LeftButton);
    }

    void theKeyboardDoesAllThatTheMouseDoes() {
        canvas().setFocus();
        QTest::keyClick(&canvas(), Qt::Key_PageDown);
        QCOMPARE(canvas().selected(), 0);
        QTest::keyClick(&canvas(), Qt::Key_Right);
        QVERIFY(wanted().shapes[0].x > exampleScene().shapes[0].x);
        QTest::keyClick(&canvas(), Qt::Key_Plus);
        QVERIFY(wanted().shapes[0].size > exampleScene().shapes[0].size);
        QTest::keyClick(&canvas(), Qt::Key_C);
        QVERIFY(wanted().shapes[0].color != exampleScene().shapes[0].color);
        QTest::keyClick(&canvas(), Qt::Key_F);
        QVERIFY(wanted().shapes[0].form != exampleScene().shapes[0].form);
        QTest::keyClick(&canvas(), Qt::Key_N);
        QVERIFY(wanted().night);
        QTest::keyClick(&canvas(), Qt::Key_Insert);
        QCOMPARE(wanted().shapes.size(), std::size_t(3));
        QCOMPARE(canvas().selected(), 2);
        QTest::keyClick(&canvas(), Qt::Key_Delete);
        QCOMPARE(wanted().shapes.size(), std::size_t(2));
        QCOMPARE(gesture_, 0);
    }

    void theCellUnderThePointerIsMarkedEverywhere() {
        QTest::mouseMove(&canvas(), at(0.05, 0.2));
        QCOMPARE(viewpoint_->hovered().source, 8);
        viewpoint_->setHovered({.source = 20});
        QCOMPARE(canvas().content().marked, 20);
    }

    void aSceneLooksToTheUserAsItDoesToTheModel() {
        for (const auto &scene : model::scenes::firstScenes(model::scenes::Part::heldOut, 20)) {
            // Drawn larger and then made smaller: as many points of a pixel as the model's has.
            constexpr int size = model::picture::size;
            constexpr int times = 8;
            QImage large(size * times, size * times, QImage::Format_RGB32);
            QPainter painter(&large);
            paintScene(painter, {QRectF(large.rect())}, scene);
            painter.end();
            const model::Matrix seen = pictureOf(large).pixels;
            const model::Matrix expected = model::scenes::draw(scene).pixels;
            const model::Matrix difference = (seen - expected).cwiseAbs();
            QVERIFY2(difference.mean() < 0.004F, qPrintable(QString::number(difference.mean())));
            QVERIFY2((difference.array() > 0.25F).count() < size / 8,
                     qPrintable(QString::number((difference.array() > 0.25F).count())));
        }
    }

    void aPictureThatIsNoSceneIsShownAsItIs() {
        QImage image(64, 64, QImage::Format_RGB32);
        image.fill(QColor(10, 200, 30));
        const auto text = model::scenes::toJson(pictureOf(image));
        viewpoint_->setTrace(model::translate(support::tinyModel("tiny_caption"), text));
        QVERIFY(!canvas().content().scene);
        QCOMPARE(imageOf(*canvas().content().picture).pixel(5, 5), QColor(10, 200, 30).rgb());
        QTest::keyClick(&canvas(), Qt::Key_Insert);
        QVERIFY2(asked_.isEmpty(), "there is nothing to edit");
    }
};

REGISTER_QT_TEST(ScenePanelTest)

#include "scene/panel_test.moc"
