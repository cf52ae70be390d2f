// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QDir>
#include <QDockWidget>
#include <QScrollBar>
#include <QSettings>
#include <QTemporaryDir>

#include "app/lesson/panel.h"
#include "app/lesson/places.h"
#include "app/settings/language.h"
#include "app/settings/settings.h"
#include "app/window/dock.h"
#include "app/window/lesson_offer.h"
#include "app/window/lesson_wing.h"
#include "tests/app/window/opened_window.h"
#include "tests/support/qt_test.h"
#include "tests/support/traces.h"
#include "widgets/narration/view.h"
#include "widgets/scene/canvas.h"
#include "widgets/timeline/view.h"
#include "widgets/unrolled/view.h"

/// A small window in which the lesson is walked. ATTENTION_LESSON_PICTURES names a folder for what
/// is seen on the way.
class LessonWindow {
  protected:
    OpenedWindow opened_;

    app::LessonGuide &guide() { return *opened_.window()->lesson()->guide(); }
    QTextBrowser *text() { return opened_.find<QTextBrowser>("lessonText"); }
    template <class Widget>
    void click(const QString &name) {
        auto *widget = opened_.find<Widget>(name);
        QVERIFY2(widget && widget->isVisible(), qPrintable(name));
        QTest::mouseClick(widget, Qt::LeftButton);
    }
    void begin() {
        QTest::keyClick(opened_.window(), Qt::Key_F3);
        QTRY_VERIFY(guide().running());
    }
    /// Whether the picture is that of the page, and everything that its text says is known.
    bool isThere() {
        const app::LessonPage &page = guide().page();
        const auto &trace = opened_.viewpoint()->trace();
        if (!opened_.session()->upToDate() || !guide().knowledge().posterior ||
            guide().knowledge().trace != trace)
            return false;
        // A model is read from its file before it is the one in use.
        const app::Session &session = *opened_.session();
        if (guide().isLive() ? session.sentence() != page.source
                             : !model::readsSentences(session.use()))
            return false;
        for (const QString &paragraph : page.text.paragraphs("en"))
            for (const app::LessonSpan &span : app::spansOf(paragraph, guide().facts()))
                if (span.unknown)
                    return false;
        return true;
    }
    void openCaptions() {
        opened_.session()->openModel(
            QString::fromStdString(support::dataFile("tiny_caption.safetensors").string()));
        QTRY_VERIFY_WITH_TIMEOUT(opened_.session()->seesPictures() && opened_.session()->upToDate(),
                                 OpenedWindow::patience);
    }
    bool sees(const QString &scene) const {
        return opened_.session()->seesPictures() && opened_.session()->sentence() == scene &&
               opened_.session()->upToDate();
    }
    void expectPicture() {
        const app::LessonPage &page = guide().page();
        const QString name = app::nameOf(guide().chapters(), guide().place());
        QTRY_VERIFY2_WITH_TIMEOUT(isThere(), qPrintable(name), OpenedWindow::patience);
        QCoreApplication::processEvents();
        const auto &trace = opened_.viewpoint()->trace();
        const int step = app::stepOf(page, guide().knowledge()).value();
        if (!page.moment.isEmpty())
            QVERIFY2(opened_.viewpoint()->moment() ==
                         app::momentNamed(page.moment, step, *trace).value(),
                     qPrintable(name));
        if (!page.select.isEmpty())
            QCOMPARE(opened_.viewpoint()->selected(),
                     app::selectionNamed(page.select, step, *trace).value());
        if (!page.sentence.isEmpty())
            QCOMPARE(opened_.edit()->text(), page.sentence == app::LessonPage::ownSentence
                                                 ? guide().ownSentence()
                                                 : page.sentence);
        if (guide().isLive() && page.use == QLatin1String("caption"))
            QCOMPARE(
                QString::fromStdString(opened_.session()->model()->metadata("target_language")),
                app::languageInUse());
        if (!page.panel.isEmpty())
            QTRY_VERIFY(
                !opened_.find<QDockWidget>(app::dockName(page.panel))->visibleRegion().isEmpty());
        keepPicture(name);
    }
    void keepPicture(QString name) {
        const QString folder = qEnvironmentVariable("ATTENTION_LESSON_PICTURES");
        if (folder.isEmpty())
            return;
        QCoreApplication::processEvents();
        name.replace(u'/', u'-');
        opened_.window()->grab().save(
            QDir(folder).filePath(QStringLiteral("%1-%2-%3.png")
                                      .arg(app::languageInUse(), name)
                                      .arg(opened_.window()->devicePixelRatio())));
    }

    /// In English, with a sentence of the learner's.
    void openWindow() {
        QSettings().clear();
        app::applyLanguage(app::Language::english);
        opened_.open();
        opened_.window()->resize(800, 600);
        opened_.find<QAction>("reduceMotion")->setChecked(true);
        opened_.translate(QStringLiteral("Le petit chat noir boit du lait."));
    }
    void closeWindow() {
        opened_.close();
        app::applyLanguage(app::Language::english);
    }
};
