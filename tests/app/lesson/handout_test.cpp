// SPDX-License-Identifier: GPL-3.0-or-later
// A chapter on paper.
#include "app/lesson/handout.h"

#include <QApplication>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

#include "tests/support/qt_test.h"
#include "widgets/drawing/theme.h"

class HandoutTest : public QObject {
    Q_OBJECT

  private:
    static constexpr int patience = 60000;  // milliseconds

    std::vector<app::HandoutPage> pagesOf(const app::LessonChapter &chapter, const QString &own) {
        app::HandoutMaker maker;
        std::vector<app::HandoutPage> made;
        bool done = false;
        maker.make(chapter, own, [&](std::vector<app::HandoutPage> pages) {
            made = std::move(pages);
            done = true;
        });
        [&] { QTRY_VERIFY_WITH_TIMEOUT(done, patience); }();
        return made;
    }

  private slots:
    void pagesAreAboutTheirSentences() {
        const QString own = QStringLiteral("Je vois deux oiseaux.");
        for (const app::LessonChapter &chapter : app::lessonChapters()) {
            const auto pages = pagesOf(chapter, own);
            QCOMPARE(pages.size(), chapter.pages.size());
            for (const app::HandoutPage &page : pages) {
                QVERIFY(page.known.trace && page.known.posterior);
                const QString sentence = page.page.sentence;
                if (!sentence.isEmpty())
                    QCOMPARE(QString::fromStdString(page.known.trace->source.text()),
                             sentence == app::LessonPage::ownSentence ? own : sentence);
                if (!page.page.model.isEmpty())
                    QCOMPARE(page.known.trace->hasAttention(), page.page.model == "attention");
            }
        }
    }

    void aChapterIsWrittenWithFiguresInBothLanguages_data() {
        QTest::addColumn<QString>("language");
        QTest::addRow("en") << QStringLiteral("en");
        QTest::addRow("fr") << QStringLiteral("fr");
    }
    void aChapterIsWrittenWithFiguresInBothLanguages() {
        QFETCH(const QString, language);
        const app::LessonChapter &chapter = app::lessonChapters()[4];
        const auto pages = pagesOf(chapter, QStringLiteral("Je vois deux oiseaux."));
        const QByteArray pdf = app::handoutPdf(chapter, pages, language);
        QVERIFY(pdf.startsWith("%PDF-"));
        const qsizetype sheets = pdf.count("/Type /Page\n");
        QVERIFY(sheets >= 2);
        QVERIFY(pdf.size() > 30000);
        if (const QString folder = qEnvironmentVariable("ATTENTION_LESSON_PICTURES");
            !folder.isEmpty()) {
            QFile file(folder + u'/' + language + QStringLiteral("-chapter.pdf"));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(pdf);
        }
    }

    void paperIsWhiteWhateverTheWindowIs() {
        const app::LessonChapter &chapter = app::lessonChapters()[0];
        const auto pages = pagesOf(chapter, QStringLiteral("Je vois deux oiseaux."));
        const auto written = [&](const widgets::Theme &theme) {
            QApplication::setPalette(theme.palette());
            static const QRegularExpression date(QStringLiteral("/CreationDate \\([^)]*\\)"));
            return QString::fromLatin1(app::handoutPdf(chapter, pages, "en")).remove(date);
        };
        const QString onLight = written(widgets::Theme::light());
        const QString onDark = written(widgets::Theme::darkTheme());
        QApplication::setPalette(widgets::Theme::light().palette());
        QVERIFY(onLight.size() > 10000);
        QVERIFY2(onLight == onDark, "the colours of the window are on paper");
    }

    void aMakerThatGoesIsNotHeardOfAnyMore() {
        {
            app::HandoutMaker maker;
            maker.make(app::lessonChapters()[0], QStringLiteral("Un chat."),
                       [](const std::vector<app::HandoutPage> &) { QFAIL("too late"); });
        }
        QCoreApplication::processEvents();
    }
};

REGISTER_QT_TEST(HandoutTest)
#include "lesson/handout_test.moc"
