// SPDX-License-Identifier: GPL-3.0-or-later
// The lesson in the window: every chapter is walked from its first page to its last by keys and
// clicks, in both languages, in a small window.
#include "tests/app/window/lesson_window.h"
#include "tests/support/qt_test.h"

using app::Language;

class LessonWalkTest : public QObject, LessonWindow {
    Q_OBJECT

  private slots:
    void initTestCase() { opened_.useOwnSettings("attention-visualizer-lesson-test"); }
    void init() { openWindow(); }
    void cleanup() { closeWindow(); }

    void everyChapterIsWalked_data() {
        QTest::addColumn<QString>("language");
        QTest::addColumn<int>("chapter");
        for (const char *language : {"en", "fr"})
            for (int i = 0; i < static_cast<int>(app::lessonChapters().size()); ++i)
                QTest::addRow("%s %d", language, i + 1) << QString(language) << i;
    }
    void everyChapterIsWalked() {
        QFETCH(const QString, language);
        QFETCH(const int, chapter);
        app::applyLanguage(language == "fr" ? Language::french : Language::english);
        begin();
        auto *chapters = opened_.find<QComboBox>("lessonChapters");
        chapters->setFocus();
        for (int i = 0; i < chapter; ++i)
            QTest::keyClick(chapters, Qt::Key_Down);
        QCOMPARE(guide().place(), (app::LessonPlace{chapter, 0}));
        text()->setFocus();
        const int pages = static_cast<int>(guide().chapter().pages.size());
        for (int page = 0; page < pages; ++page) {
            QCOMPARE(guide().place(), (app::LessonPlace{chapter, page}));
            expectPicture();
            QVERIFY(!text()->toPlainText().contains(QStringLiteral("…")));
            QVERIFY(!opened_.window()->grab().isNull());
            QVERIFY(opened_.window()->width() == 800 && opened_.window()->height() == 600);
            if (guide().waits()) {
                QTest::keyClick(text(), Qt::Key_Space);  // not yet
                QCOMPARE(guide().place(), (app::LessonPlace{chapter, page}));
                click<QWidget>("lessonShowHow");
                QTRY_VERIFY_WITH_TIMEOUT(!guide().waits(), OpenedWindow::patience);
                text()->setFocus();
            }
            if (page + 1 < pages)
                QTest::keyClick(text(), page % 2 == 0 ? Qt::Key_Space : Qt::Key_Right);
        }
        const bool last = guide().isLast();
        QTest::keyClick(text(), Qt::Key_Space);
        if (last)
            QVERIFY(!guide().running());
        else
            QCOMPARE(guide().place(), (app::LessonPlace{chapter + 1, 0}));
    }

    void arrowsGoBackAndForthAndLeaveTimeAlone() {
        begin();
        QTRY_VERIFY_WITH_TIMEOUT(isThere(), OpenedWindow::patience);
        QCOMPARE(QApplication::focusWidget(), text());
        QTest::keyClick(text(), Qt::Key_Right);
        QCOMPARE(guide().place().page, 1);
        QTest::keyClick(text(), Qt::Key_Left);
        QTest::keyClick(text(), Qt::Key_Left);
        QCOMPARE(guide().place(), app::LessonPlace{});
        QTRY_VERIFY_WITH_TIMEOUT(isThere(), OpenedWindow::patience);
        QCOMPARE(opened_.viewpoint()->moment(), widgets::lastMoment(opened_.viewpoint()->extent()));
        QVERIFY(!opened_.find<widgets::TimelineView>("timelineView")->player()->playing());
        click<QWidget>("lessonNext");
        QCOMPARE(guide().place().page, 1);
        click<QWidget>("lessonBack");
        QCOMPARE(guide().place().page, 0);
    }

    void leavingGivesEverythingBack() {
        opened_.window()->resize(1300, 900);
        QCoreApplication::processEvents();
        opened_.find<QDockWidget>("statesDock")->raise();
        opened_.session()->selectModel(1);
        QTRY_VERIFY_WITH_TIMEOUT(opened_.session()->currentModel() == 1, OpenedWindow::patience);
        QTRY_VERIFY_WITH_TIMEOUT(opened_.session()->upToDate(), OpenedWindow::patience);
        QCoreApplication::processEvents();
        const auto places = [this] {
            QMap<QString, QRect> all;
            for (const auto *dock : opened_.window()->findChildren<QDockWidget *>())
                all[dock->objectName()] =
                    dock->visibleRegion().isEmpty() ? QRect() : dock->geometry();
            return all;
        };
        const auto before = places();
        begin();
        guide().goToChapter(5);
        QTRY_VERIFY_WITH_TIMEOUT(isThere(), OpenedWindow::patience);
        QVERIFY(places() != before);
        QVERIFY(opened_.session()->currentModel() == 0);
        QTest::keyClick(text(), Qt::Key_Escape);
        QVERIFY(!guide().running());
        QCOMPARE(opened_.edit()->text(), QStringLiteral("Le petit chat noir boit du lait."));
        QTRY_VERIFY_WITH_TIMEOUT(opened_.session()->currentModel() == 1, OpenedWindow::patience);
        QTRY_COMPARE(places(), before);
        // And the lesson goes on where it was.
        begin();
        QCOMPARE(guide().place(), (app::LessonPlace{5, 0}));
        opened_.find<QDockWidget>("lessonDock")->close();
        QTRY_VERIFY(!guide().running());
        QTRY_COMPARE(places(), before);
    }

    void resettingTheLayoutDoesNotEndTheLesson() {
        begin();
        opened_.find<QAction>("resetLayout")->trigger();
        QTRY_VERIFY(opened_.find<QWidget>("lesson")->isVisible());
        QVERIFY(guide().running());
        guide().leave();
        QTRY_VERIFY(!opened_.find<QWidget>("lesson")->isVisible());
    }

    void progressIsRememberedFromRunToRun() {
        begin();
        guide().goTo({2, 1});
        opened_.window()->close();
        opened_.open();
        QVERIFY(!guide().running());
        begin();
        QCOMPARE(guide().place(), (app::LessonPlace{2, 1}));
    }

    void anOwnSentenceIsKept() {
        begin();
        guide().goTo(app::placeNamed(guide().chapters(), "annotations/try"));
        QTRY_VERIFY_WITH_TIMEOUT(isThere(), OpenedWindow::patience);
        QVERIFY(guide().waits());
        opened_.edit()->setFocus();
        opened_.edit()->selectAll();
        QTest::keyClicks(opened_.edit(), "Je vois deux oiseaux.");
        QTRY_VERIFY(!guide().waits());
        guide().goTo({0, 0});
        QVERIFY(opened_.edit()->text() != "Je vois deux oiseaux.");
        guide().goTo(app::placeNamed(guide().chapters(), "encoder/table"));
        QCOMPARE(opened_.edit()->text(), QStringLiteral("Je vois deux oiseaux."));
        guide().leave();
        QCOMPARE(opened_.edit()->text(), QStringLiteral("Je vois deux oiseaux."));
    }

    void namesHaveTheColourOfWhatTheyName() {
        begin();
        QTRY_VERIFY_WITH_TIMEOUT(isThere(), OpenedWindow::patience);
        const widgets::Theme theme = widgets::Theme::of(opened_.window()->palette());
        const QString html = text()->toHtml();
        for (const auto role :
             {widgets::Role::source, widgets::Role::target, widgets::Role::attention})
            QVERIFY(html.contains(theme.role(role).name()));
    }

    void theLanguageOfThePageIsThatOfTheWindow() {
        begin();
        QTRY_VERIFY_WITH_TIMEOUT(isThere(), OpenedWindow::patience);
        const QString english = text()->toPlainText();
        app::applyLanguage(Language::french);
        QCoreApplication::sendPostedEvents();
        QVERIFY(text()->toPlainText() != english);
        QVERIFY(text()->toPlainText().contains(QStringLiteral("séquence")));
        QVERIFY(opened_.find<QComboBox>("lessonChapters")->itemText(2).contains("cachés"));
        app::applyLanguage(Language::english);
        QCoreApplication::sendPostedEvents();
        QCOMPARE(text()->toPlainText(), english);
    }

    void teachersHideWhatComesNext() {
        begin();
        QVERIFY(!opened_.find<QWidget>("lessonQuestion")->isVisible());
        opened_.find<QAction>("lessonTeaching")->trigger();
        guide().goTo(app::placeNamed(guide().chapters(), "attention/question"));
        QTRY_VERIFY_WITH_TIMEOUT(guide().knowledge().posterior &&
                                     guide().knowledge().trace == guide().veil()->whole() &&
                                     opened_.viewpoint()->step() == 1,
                                 OpenedWindow::patience);
        QTRY_COMPARE(opened_.viewpoint()->trace()->targetLength(), 2);
        QVERIFY(guide().veil()->whole()->targetLength() > 5);
        const auto *question = opened_.find<QLabel>("lessonQuestionText");
        QTRY_VERIFY(question->isVisible() && !question->text().isEmpty());
        keepPicture("teacher");
        // Nor is it told below the picture.
        const auto &told = opened_.find<widgets::NarrationView>("narrationView")->narration();
        QVERIFY2(!told.sentence.contains("fits best"), qPrintable(told.sentence));
        const auto before = opened_.viewpoint()->moment();
        click<QWidget>("lessonReveal");
        QVERIFY2(told.sentence.contains("fits best"), qPrintable(told.sentence));
        QVERIFY(opened_.viewpoint()->moment() != before);
        QVERIFY(opened_.find<QLabel>("lessonAnswer")->isVisible());
        keepPicture("teacher-answer");
        const int usual = text()->font().pointSize();
        opened_.find<QAction>("lessonLarge")->trigger();
        QVERIFY(text()->font().pointSize() > usual);
        keepPicture("teacher-large");
        guide().leave();
        QTRY_VERIFY_WITH_TIMEOUT(opened_.session()->upToDate(), OpenedWindow::patience);
        opened_.viewpoint()->setMoment({});
        QVERIFY(opened_.viewpoint()->trace()->targetLength() > 5);
    }

    void theOfferIsDismissedForGoodByOneClick() {
        for (const char *button : {"lessonDecline", "lessonAccept"}) {
            QSettings().clear();
            opened_.open();
            opened_.window()->offerLesson();
            auto *offer = opened_.find<QWidget>("lessonOffer");
            QTRY_VERIFY(offer->isVisible());
            keepPicture("offer");
            click<QWidget>(QLatin1String(button));
            QVERIFY(!offer->isVisible());
            QCOMPARE(guide().running(), QLatin1String(button) == QLatin1String("lessonAccept"));
            opened_.open();
            opened_.window()->offerLesson();
            QVERIFY(!opened_.find<QWidget>("lessonOffer")->isVisible());
        }
    }

    void aPageOpensTheLengthLaboratory() {
        begin();
        guide().goTo(app::placeNamed(guide().chapters(), "bottleneck/curve"));
        QTRY_VERIFY_WITH_TIMEOUT(isThere(), OpenedWindow::patience);
        click<QWidget>("lessonOpen");
        QTRY_VERIFY(opened_.find<QWidget>("lengths")->isVisible());
        keepPicture("lengths");
    }
};

REGISTER_QT_TEST(LessonWalkTest)
#include "window/lesson_walk_test.moc"
