// SPDX-License-Identifier: GPL-3.0-or-later
// A chapter on paper.
#include "app/lesson/handout.h"

#include <QApplication>
#include <QFile>
#include <QRegularExpression>
#include <QTest>
#include <cmath>
#include <limits>
#include <vector>

#include "tests/support/qt_test.h"
#include "widgets/drawing/theme.h"

namespace {

/// What is between "stream" and "endstream", unpacked; nothing of what is no text to be painted.
QList<QByteArray> contentsOf(const QByteArray &pdf) {
    QList<QByteArray> contents;
    const QByteArray begin("stream\n");
    for (qsizetype at = pdf.indexOf(begin); at >= 0; at = pdf.indexOf(begin, at + 1)) {
        at += begin.size();
        const QByteArray packed = pdf.mid(at, pdf.indexOf("endstream", at) - at);
        // qUncompress() wants to know how much it may become.
        const QByteArray content = qUncompress(QByteArray("\0\x10\0\0", 4) + packed);
        if (content.contains(" Tf "))
            contents.append(content);
    }
    return contents;
}

/// The size of the smallest text of a content, in points: that of its font (Tf) as it is scaled
/// (cm) in the state (q, Q) that it is written in. (ISO 32000-1, sections 8.4 and 9.3)
double smallestText(const QByteArray &content) {
    double smallest = std::numeric_limits<double>::infinity();
    double scale = 1;
    std::vector<double> kept;
    const QList<QByteArray> words = content.simplified().split(' ');
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QByteArray &word = words[i];
        if (word == "q") {
            kept.push_back(scale);
        } else if (word == "Q") {
            scale = kept.back();
            kept.pop_back();
        } else if (word == "cm") {
            scale *= std::sqrt(std::abs(words[i - 6].toDouble() * words[i - 3].toDouble() -
                                        words[i - 5].toDouble() * words[i - 4].toDouble()));
        } else if (word == "Tf") {
            smallest = std::min(smallest, words[i - 1].toDouble() * scale);
        }
    }
    return smallest;
}

}  // namespace

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

    void aSentenceOfAnyLengthIsReadOnPaper_data() {
        QTest::addColumn<QString>("own");
        QTest::addRow("5 words") << QStringLiteral("Le chat noir dort ici.");
        QTest::addRow("20 words") << QStringLiteral(
            "Hier soir, ma petite sœur nous a dit que le vieux chat noir de notre voisin dormait "
            "encore ici.");
        QTest::addRow("40 words") << QStringLiteral(
            "Hier soir, quand nous sommes rentrés à la maison, ma petite sœur nous a dit que le "
            "vieux chat noir de notre voisin dormait encore sur le lit bleu de sa chambre, et que "
            "personne ne voulait le réveiller avant le dîner.");
    }
    void aSentenceOfAnyLengthIsReadOnPaper() {
        QFETCH(const QString, own);
        const app::LessonChapter &chapter = app::lessonChapters()[4];
        const QByteArray pdf = app::handoutPdf(chapter, pagesOf(chapter, own), "en");
        const QList<QByteArray> contents = contentsOf(pdf);
        QCOMPARE(contents.size(), pdf.count("/Type /Page\n"));
        for (const QByteArray &content : contents)
            QVERIFY2(smallestText(content) > 4.99, QByteArray::number(smallestText(content)));
        if (const QString folder = qEnvironmentVariable("ATTENTION_LESSON_PICTURES");
            !folder.isEmpty()) {
            QFile file(folder + u'/' + QTest::currentDataTag() + QStringLiteral(".pdf"));
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
