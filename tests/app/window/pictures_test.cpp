// SPDX-License-Identifier: GPL-3.0-or-later
// Models that see pictures, in the window.
#include <QLabel>
#include <QPushButton>

#include "app/window/scene_bar.h"
#include "model/scenes/scene.h"
#include "tests/app/window/opened_window.h"
#include "tests/support/qt_test.h"
#include "tests/support/traces.h"
#include "widgets/scene/edits.h"
#include "widgets/scene/panel.h"

class PicturesTest : public QObject {
    Q_OBJECT

  private:
    OpenedWindow opened_;

    QString modelFile() const {
        return QString::fromStdString(support::dataFile("tiny_caption.safetensors").string());
    }
    app::SceneBar *bar() const { return opened_.find<app::SceneBar>("sceneBar"); }
    widgets::SceneCanvas *canvas() const {
        return opened_.find<widgets::SceneCanvas>("sceneCanvas");
    }
    bool captioned(const model::scenes::Scene &scene) const {
        const auto &trace = opened_.viewpoint()->trace();
        return trace && trace->source.picture() && opened_.session()->upToDate() &&
               trace->source.text() == model::scenes::toJson(scene);
    }
    void openCaptions() {
        opened_.session()->openModel(modelFile());
        QTRY_VERIFY_WITH_TIMEOUT(captioned(widgets::exampleScene()), OpenedWindow::patience);
    }

  private slots:
    void initTestCase() { opened_.useOwnSettings("attention-visualizer-pictures-test"); }
    void init() {
        opened_.open();
        opened_.translate("Le chat dort.");
    }
    void cleanup() { opened_.close(); }

    void aModelOfCaptionsBeginsWithASceneAndASentenceComesBack() {
        QVERIFY(!bar()->isVisible());
        openCaptions();
        QVERIFY(bar()->isVisible());
        QVERIFY(!opened_.edit()->isVisible());
        QVERIFY(bar()->findChild<QLabel *>("sceneLabel")->text().contains("circle"));
        opened_.session()->selectModel(0);
        QTRY_VERIFY(opened_.session()->upToDate());
        QVERIFY(!bar()->isVisible());
        QVERIFY(opened_.edit()->isVisible());
        QCOMPARE(opened_.edit()->text(), "Le chat dort.");
    }

    void anEditOfTheSceneIsCaptionedAndUndoneAtOnce() {
        openCaptions();
        opened_.find<QDockWidget>("pictureDock")->raise();
        QTRY_VERIFY(canvas()->isVisible());
        const auto middle = [&](double x, double y) {
            return canvas()->places().toView({x, y}).toPoint();
        };
        QTest::mousePress(canvas(), Qt::LeftButton, {}, middle(0.5, 0.25));
        for (const double x : {0.55, 0.6, 0.7})
            QTest::mouseMove(canvas(), middle(x, 0.25));
        QTest::mouseRelease(canvas(), Qt::LeftButton, {}, middle(0.7, 0.25));
        QTRY_VERIFY(opened_.session()->upToDate());
        QVERIFY(opened_.session()->sentence().toStdString() !=
                model::scenes::toJson(widgets::exampleScene()));
        opened_.edit()->undo();
        QTRY_VERIFY(captioned(widgets::exampleScene()));
    }

    void aNewSceneTakesThePlaceOfTheOldOne() {
        openCaptions();
        canvas()->setFocus();
        canvas()->addShape(model::scenes::Form::star);
        QTRY_VERIFY(opened_.session()->upToDate());
        QTest::mouseClick(bar()->findChild<QPushButton *>("newScene"), Qt::LeftButton);
        QTRY_VERIFY(captioned(widgets::exampleScene()));
    }
};

REGISTER_QT_TEST(PicturesTest)

#include "window/pictures_test.moc"
