// SPDX-License-Identifier: GPL-3.0-or-later
// Pages of the lesson that run live with a model of another use than translation.
#include "tests/app/window/lesson_window.h"
#include "tests/support/qt_test.h"

using app::Language;

class LessonUsesTest : public QObject, LessonWindow {
    Q_OBJECT

  private slots:
    void initTestCase() { opened_.useOwnSettings("attention-visualizer-lesson-uses-test"); }
    void init() { openWindow(); }
    void cleanup() { closeWindow(); }

    void aPageRunsLiveWhereThereIsAModelForIt() {
        openCaptions();
        opened_.session()->selectModel(0);
        QTRY_VERIFY(opened_.session()->currentModel() == 0 && opened_.session()->upToDate());
        const QString own = opened_.edit()->text();
        QCOMPARE(own, QStringLiteral("Le petit chat noir boit du lait."));
        begin();
        const auto goTo = [&](const char *name) {
            guide().goTo(app::placeNamed(guide().chapters(), QString::fromLatin1(name)));
        };
        const auto &models = opened_.session()->models();
        for (const auto &[page, use] : {std::pair("uses/summaries", model::Use::summary),
                                        std::pair("uses/dialogue", model::Use::dialogue)}) {
            goTo(page);
            const bool there = std::any_of(models.begin(), models.end(), [&](const auto &one) {
                return model::useOfTask(one.task.toStdString()) == use;
            });
            QCOMPARE(guide().isLive(), there);
            QCOMPARE(text()->toPlainText().contains("Live:"), there);
        }
        goTo("uses/pictures");
        QVERIFY(guide().isLive());
        QTRY_VERIFY(sees(guide().page().source));
        QTRY_VERIFY(text()->toPlainText().contains("Live:") &&
                    !text()->toPlainText().contains(QStringLiteral("…")));
        QCOMPARE(guide().ownSentence(), own);
        auto *canvas = opened_.find<widgets::SceneCanvas>("sceneCanvas");
        QTRY_VERIFY(!canvas->visibleRegion().isEmpty() && !text()->visibleRegion().isEmpty());
        canvas->addShape(model::scenes::Form::star);
        QTRY_VERIFY(opened_.session()->sentence() != guide().page().source);
        QVERIFY2(guide().ownSentence() == own, "a scene is no sentence");
        guide().next();
        QVERIFY(guide().isLive());
        QTRY_VERIFY(sees(guide().page().source));
        QTRY_VERIFY_WITH_TIMEOUT(!text()->toPlainText().contains(QStringLiteral("…")),
                                 OpenedWindow::patience);
        guide().next();
        QTRY_COMPARE(opened_.session()->currentModel(), 0);
        QTRY_COMPARE(opened_.session()->sentence(), own);
        QCOMPARE(opened_.edit()->text(), own);
        guide().back();
        QTRY_VERIFY(sees(guide().page().source));
        goTo("uses/yours");  // which says nothing of model and sentence
        QTRY_COMPARE(opened_.session()->currentModel(), 0);
        QTRY_COMPARE(opened_.session()->sentence(), own);
        goTo("uses/places");
        QTRY_VERIFY(sees(guide().page().source));
        guide().leave();
        QTRY_COMPARE(opened_.session()->currentModel(), 0);
        QTRY_COMPARE(opened_.edit()->text(), own);
        QTRY_VERIFY(opened_.session()->upToDate());
    }

    void aLessonThatBeginsWithAPictureGivesItBack() {
        openCaptions();
        const QString scene = opened_.session()->sentence();
        begin();
        QTRY_VERIFY(opened_.session()->currentModel() == 0);
        QTRY_VERIFY_WITH_TIMEOUT(isThere(), OpenedWindow::patience);
        QCOMPARE(opened_.session()->sentence(), guide().page().sentence);
        QVERIFY(!guide().ownSentence().startsWith(u'{'));
        guide().leave();
        QTRY_VERIFY(sees(scene));
    }
};

REGISTER_QT_TEST(LessonUsesTest)
#include "window/lesson_uses_test.moc"
