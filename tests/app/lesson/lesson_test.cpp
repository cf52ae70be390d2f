// SPDX-License-Identifier: GPL-3.0-or-later
// The pages of the lesson as data: complete in both languages, and nothing in them that the program
// does not know.
#include "app/lesson/lesson.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include "app/lesson/conditions.h"
#include "app/lesson/facts.h"
#include "app/lesson/markup.h"
#include "app/lesson/places.h"
#include "app/lesson/quality.h"
#include "model/use.h"
#include "tests/support/french_text.h"
#include "tests/support/qt_test.h"
#include "tests/support/traces.h"
#include "widgets/views/views.h"

using app::LessonChapter;
using app::LessonPage;
using app::LessonText;

namespace {

const QStringList languages{QStringLiteral("en"), QStringLiteral("fr")};

/// Calls `look` with every text of the lesson and where it stands.
void forEachText(const std::function<void(const LessonText &text, const QString &where)> &look) {
    for (const LessonChapter &chapter : app::lessonChapters()) {
        look(chapter.title, chapter.id);
        for (const LessonPage &page : chapter.pages) {
            look(page.text, chapter.id + u'/' + page.id);
            if (!page.task.empty())
                look(page.task, chapter.id + u'/' + page.id + QStringLiteral(" task"));
            if (!page.live.empty())
                look(page.live, chapter.id + u'/' + page.id + QStringLiteral(" live"));
        }
    }
}

std::string refusalOf(const QByteArray &json) {
    try {
        app::readChapter(json);
    } catch (const std::runtime_error &error) {
        return error.what();
    }
    return {};
}

}  // namespace

class LessonTest : public QObject {
    Q_OBJECT

  private slots:
    void thereAreEightChaptersOfShortPages() {
        QCOMPARE(app::lessonChapters().size(), 8U);
        QSet<QString> names;
        for (const LessonChapter &chapter : app::lessonChapters()) {
            QVERIFY(chapter.pages.size() >= 4);
            for (const LessonPage &page : chapter.pages) {
                const QString name = chapter.id + u'/' + page.id;
                QVERIFY2(!names.contains(name), qPrintable(name));
                names.insert(name);
                QVERIFY2(page.text.in(QStringLiteral("en")).size() < 750, qPrintable(name));
            }
        }
    }

    void everyTextIsThereInBothLanguages() {
        int texts = 0;
        forEachText([&](const LessonText &text, const QString &where) {
            ++texts;
            QVERIFY2(text.languages() == languages, qPrintable(where));
            QCOMPARE(text.paragraphs("en").size(), text.paragraphs("fr").size());
            for (const QString &language : languages)
                for (const QString &paragraph : text.paragraphs(language))
                    QVERIFY2(paragraph.trimmed().size() > 3, qPrintable(where));
            for (qsizetype i = 0; i < text.paragraphs("en").size(); ++i)
                QVERIFY2(text.paragraphs("en")[i] != text.paragraphs("fr")[i], qPrintable(where));
        });
        QVERIFY(texts > 50);
    }

    void frenchIsWrittenAsFrenchIs() {
        static const QRegularExpression markup(QStringLiteral("<[^>]*>|\\{[^}]*\\}"));
        forEachText([&](const LessonText &text, const QString &where) {
            for (QString paragraph : text.paragraphs("fr")) {
                paragraph.remove(markup);
                const QString offence = support::frenchOffence(paragraph);
                QVERIFY2(offence.isEmpty(), qPrintable(where + u' ' + offence + u' ' + paragraph));
            }
        });
    }

    void textsTakeTheSameFactsAndOnlyThoseThereAre() {
        const QStringList known = app::lessonFactNames();
        forEachText([&](const LessonText &text, const QString &where) {
            QSet<QString> names[2];
            for (int i = 0; i < 2; ++i)
                for (const QString &paragraph : text.paragraphs(languages[i]))
                    for (const QString &name : app::factNames(paragraph)) {
                        QVERIFY2(known.contains(name), qPrintable(where + u' ' + name));
                        names[i].insert(name);
                    }
            QVERIFY2(names[0] == names[1], qPrintable(where));
        });
    }

    /// Numbers come from the translation in view: none is written into a text, but for the names of
    /// hidden states.
    void noNumberIsWrittenIn() {
        static const QRegularExpression number(QStringLiteral("(?<![#\\w{])\\d"));
        forEachText([&](const LessonText &text, const QString &where) {
            for (const QString &language : languages)
                for (QString paragraph : text.paragraphs(language)) {
                    static const QRegularExpression facts(
                        QStringLiteral("\\{[^}]*\\}|nº\u00a0\\d"));
                    paragraph.remove(facts);
                    QVERIFY2(!paragraph.contains(number), qPrintable(where + u' ' + paragraph));
                }
        });
    }

    void pagesLeadWhereThereIsSomething() {
        const auto trace = support::syntheticTrace(6, 7);
        app::LessonKnowledge known;
        known.trace = trace;
        for (const LessonChapter &chapter : app::lessonChapters())
            for (const LessonPage &page : chapter.pages) {
                const std::string name = (chapter.id + u'/' + page.id).toStdString();
                QVERIFY2(page.step.isEmpty() || app::stepNamed(page.step, known), name.c_str());
                QVERIFY2(page.moment.isEmpty() || app::momentNamed(page.moment, 0, *trace),
                         name.c_str());
                QVERIFY2(page.select.isEmpty() || app::selectionNamed(page.select, 0, *trace),
                         name.c_str());
                QVERIFY2(page.panel.isEmpty() || widgets::viewNamed(page.panel), name.c_str());
                QVERIFY2(page.wait.isEmpty() || app::lessonCondition(page.wait), name.c_str());
                QCOMPARE(page.wait.isEmpty(), page.task.empty());
                QVERIFY(page.zoom.isEmpty() || page.zoom == "fit" || page.zoom == "readable");
                QVERIFY(page.model.isEmpty() || page.model == "attention" ||
                        page.model == "bottleneck");
                QCOMPARE(page.use.isEmpty(), page.live.empty());
                QCOMPARE(page.use.isEmpty(), page.source.isEmpty());
                QVERIFY2(page.use.isEmpty() ||
                             model::toString(model::useOfTask(page.use.toStdString())) ==
                                 page.use.toStdString(),
                         name.c_str());
            }
        QVERIFY(!app::stepNamed("nowhere", known));
        QVERIFY(!app::momentNamed("nowhere", 0, *trace));
        QVERIFY(!app::selectionNamed("nowhere", 0, *trace));
        QVERIFY(!app::lessonCondition("nothing"));
    }

    void stepsAreFoundByWhatTheyAre() {
        app::LessonKnowledge known;
        const auto trace = support::syntheticTrace(9, 8);
        known.trace = trace;
        const auto largest = [&](int i) { return trace->step(i).weights.maxCoeff(); };
        const int sharpest = app::stepNamed("sharpest", known).value();
        const int broadest = app::stepNamed("broadest", known).value();
        for (int i = 0; i + 1 < trace->targetLength(); ++i) {
            QVERIFY(largest(i) <= largest(sharpest));
            QVERIFY(largest(i) >= largest(broadest));
        }
        QCOMPARE(app::stepNamed("last", known).value(), trace->targetLength() - 1);
        QCOMPARE(app::stepNamed("2", known).value(), 2);
        QCOMPARE(app::stepNamed("99", known).value(), trace->targetLength() - 1);
        known.trace.reset();
        QVERIFY(!app::stepNamed("2", known));
    }

    void placesAreRememberedByTheirNames() {
        const auto &chapters = app::lessonChapters();
        for (int c = 0; c < static_cast<int>(chapters.size()); ++c)
            for (int p = 0; p < static_cast<int>(chapters[c].pages.size()); ++p)
                QCOMPARE(app::placeNamed(chapters, app::nameOf(chapters, {c, p})),
                         (app::LessonPlace{c, p}));
        QCOMPARE(app::placeNamed(chapters, chapters[2].id + "/gone"), (app::LessonPlace{2, 0}));
        QCOMPARE(app::placeNamed(chapters, "gone/gone"), app::LessonPlace{});
    }

    void whatIsNoChapterIsRefused() {
        QCOMPARE(refusalOf(R"({"id": "a", "title": {"en": "A"},
                               "pages": [{"id": "p", "text": {"en": ["T"]}}]})"),
                 std::string());
        for (const char *json :
             {"", "[]", R"({"id": "a", "title": {"en": "A"}, "pages": []})",
              R"({"id": "a", "title": {"fr": "A"}, "pages": [{"id": "p", "text": {"en": "T"}}]})",
              R"({"id": "a", "title": {"en": "A"}, "pages": [{"id": "p"}]})",
              R"({"id": "a", "title": {"en": "A"},
                  "pages": [{"id": "p", "text": {"en": "T"}, "colour": "red"}]})"})
            QVERIFY2(!refusalOf(json).empty(), json);
    }

    void markupIsReadAndNothingElseIs() {
        const app::LessonFacts facts = [](const QString &name) {
            return name == QLatin1String("x")
                       ? std::optional(app::LessonFact{"<7>", widgets::Role::target})
                       : std::nullopt;
        };
        const auto spans = app::spansOf("A <source>b</source> <b>{x}</b> {y}", facts);
        QCOMPARE(spans.size(), 6U);
        QCOMPARE(spans[1].role, std::optional(widgets::Role::source));
        QCOMPARE(spans[3].text, QStringLiteral("<7>"));
        QCOMPARE(spans[3].role, std::optional(widgets::Role::target));
        QVERIFY(spans[3].bold && !spans[3].unknown);
        QVERIFY(spans[5].unknown);
        QCOMPARE(app::plainTextOf({"A {x}", "{y}"}, facts), QStringLiteral("A <7>\n…"));
        const QString html = app::htmlOf({"A {x}"}, facts, widgets::Theme::light());
        QVERIFY(html.contains("&lt;7&gt;"));
        QVERIFY(html.contains(widgets::Theme::light().role(widgets::Role::target).name()));
        // No line begins with the question mark.
        QVERIFY(app::htmlOf({"“Ça va ?”"}, facts, widgets::Theme::light())
                    .contains("va" + QString(QChar::Nbsp) + "?"));
        for (const char *wrong : {"<i>a</i>", "<b>a", "a</b>", "<b><source>a</b></source>"})
            QVERIFY_EXCEPTION_THROWN(app::spansOf(wrong, facts), std::runtime_error);
    }

    void theCurveIsThatOfTheModelCard() {
        QFile card(QStringLiteral(MODEL_CARD));
        QVERIFY(card.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(card.readAll());
        QCOMPARE(app::measuredQuality().size(), 6U);
        for (const app::MeasuredQuality &row : app::measuredQuality()) {
            const bool last = &row == &app::measuredQuality().back();
            const QString line = QStringLiteral("| %1 | %2 | %3 | %4 | %5 | %6 |")
                                     .arg(last ? QStringLiteral("%1 and more").arg(row.from)
                                               : QStringLiteral("%1-%2").arg(row.from).arg(row.to))
                                     .arg(row.sentences)
                                     .arg(row.attentionBleu, 0, 'f', 2)
                                     .arg(row.attentionChrf, 0, 'f', 2)
                                     .arg(row.bottleneckBleu, 0, 'f', 2)
                                     .arg(row.bottleneckChrf, 0, 'f', 2);
            QVERIFY2(text.contains(line), qPrintable(line));
        }
    }
};

REGISTER_QT_TEST(LessonTest)
#include "lesson/lesson_test.moc"
