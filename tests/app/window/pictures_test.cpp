// SPDX-License-Identifier: GPL-3.0-or-later
// Models that see pictures, in the window.
#include <QComboBox>
#include <QContextMenuEvent>
#include <QFile>
#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QTimer>

#include "app/export/animation_dialog.h"
#include "app/export/dialog.h"
#include "app/session/picture_files.h"
#include "app/window/scene_bar.h"
#include "model/scenes/scene.h"
#include "tests/app/window/opened_window.h"
#include "tests/support/qt_test.h"
#include "tests/support/traces.h"
#include "widgets/panel/hold_prompt.h"
#include "widgets/scene/edits.h"
#include "widgets/scene/panel.h"
#include "widgets/viewpoint/unit_edit.h"

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
    bool captionedSource(const model::scenes::Scene &scene) const {
        return opened_.viewpoint()->trace()->source.text() == model::scenes::toJson(scene);
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

    void whatIsDecidedAboutACellIsDecidedInThePicture() {
        openCaptions();
        auto *panel = opened_.find<widgets::ScenePanel>("scenePanel");
        opened_.find<QDockWidget>("pictureDock")->raise();
        QTRY_VERIFY(canvas()->isVisible());
        opened_.viewpoint()->setMoment(widgets::endOfStep(0, opened_.viewpoint()->extent()));
        constexpr int cell = 19;
        const QPoint at =
            canvas()->mapTo(panel, canvas()->places().cellRect(cell).center().toPoint());
        QTimer::singleShot(0, panel, [panel] {
            auto *menu = panel->findChild<QMenu *>("scenePanelMenu");
            QVERIFY(menu);
            auto *only = menu->findChild<QAction *>("attendOnly");
            QVERIFY(only && only->text().contains("D3"));
            only->trigger();
            menu->close();
        });
        QContextMenuEvent event(QContextMenuEvent::Mouse, at, panel->mapToGlobal(at));
        QApplication::sendEvent(panel, &event);
        const auto attended = [this] {
            const auto &trace = opened_.viewpoint()->trace();
            return opened_.session()->upToDate() && trace->step(0).weights[cell] == 1;
        };
        QTRY_VERIFY(attended());
        QVERIFY2(captionedSource(widgets::exampleScene()), "of the same scene");
        // The next edit of the scene is of another source: what was decided is gone.
        canvas()->addShape(model::scenes::Form::star);
        QTRY_VERIFY(opened_.session()->upToDate());
        QVERIFY(opened_.session()->interventions().empty());
    }

    void aUnitIsHeldForAPicture() {
        openCaptions();
        const auto &before = opened_.viewpoint()->trace();
        const widgets::UnitPlace unit{widgets::UnitPlace::Kind::state, 1, 2};
        opened_.viewpoint()->ask(widgets::holdUnit(*before, unit, 0.9F));
        QTRY_VERIFY(!opened_.session()->interventions().empty() && opened_.session()->upToDate());
        QCOMPARE(opened_.viewpoint()->trace()->step(1).cell.state(0, 2), 0.9F);
        QVERIFY(captionedSource(widgets::exampleScene()));
        opened_.viewpoint()->setSelected(
            {.step = 1, .strip = widgets::Vector::decoderState, .unit = 2});
        QVERIFY(widgets::askForMarkedValue(*canvas(), *opened_.viewpoint()));
        auto *prompt = canvas()->findChild<QWidget *>("holdPrompt");
        QVERIFY(prompt);
        QVERIFY2(!prompt->findChild<QLineEdit *>("holdSentence")->isVisible(),
                 "a picture is not typed");
        prompt->close();
    }

    void thePictureIsAmongTheViewsToExport() {
        const auto offered = [this] {
            const app::ExportDialog dialog(opened_.viewpoint(), {}, "heatmap");
            const auto *views = dialog.findChild<QListWidget *>("exportViews");
            return !views->findItems("Picture", Qt::MatchExactly).isEmpty();
        };
        QVERIFY(!offered());
        openCaptions();
        QVERIFY(offered());
        const app::AnimationDialog animation(opened_.viewpoint(), {});
        QVERIFY(animation.findChild<QComboBox *>("animationView")->findData("picture") >= 0);
    }

    void aScenesFileIsOpenedAsAPicture() {
        openCaptions();
        const QString file = opened_.path("scene.json");
        QFile scene(file);
        QVERIFY(scene.open(QIODevice::WriteOnly));
        const auto star = widgets::withShape({}, model::scenes::Form::star);
        scene.write(QByteArray::fromStdString(model::scenes::toJson(star)));
        scene.close();
        QCOMPARE(app::pictureTextOf(file)->toStdString(), model::scenes::toJson(star));
        QVERIFY(!app::pictureTextOf(opened_.path("none.png")));
    }

    void theExamplesAreScenes() {
        openCaptions();
        auto *examples = opened_.find<QPushButton>("examples");
        QVERIFY(examples->isVisible());
        const QAction *second = nullptr;
        for (const QAction *action : examples->menu()->actions())
            if (!action->isSeparator() && action->text().contains("circle"))
                second = action;
        QVERIFY(second);
        const_cast<QAction *>(second)->trigger();
        QTRY_VERIFY(opened_.session()->upToDate());
        QCOMPARE(opened_.session()->sentence(), second->data().toString());
    }

    void newSceneInTheMenuChangesToTheModelThatSeesIt() {
        openCaptions();
        opened_.session()->selectModel(0);
        QTRY_VERIFY(!bar()->isVisible());
        opened_.find<QAction>("newSceneAction")->trigger();
        QTRY_VERIFY(captioned(widgets::exampleScene()));
        QVERIFY(bar()->isVisible());
    }

    void thePanelOfThePictureComesAndGoesWithTheModel() {
        openCaptions();
        auto *dock = opened_.find<QDockWidget>("pictureDock");
        QVERIFY(!dock->isHidden());
        opened_.session()->selectModel(0);
        QTRY_VERIFY(dock->isHidden());
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
