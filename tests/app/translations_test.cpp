// SPDX-License-Identifier: GPL-3.0-or-later
// The translation files: whether every text of the sources is in them, and as it should be written.
#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

#include "tests/support/french_text.h"
#include "tests/support/qt_test.h"

namespace {

/// A text of the sources and what it is in another language; with a number, each form of it.
struct Entry {
    QString context;
    QString source;
    QStringList translations;
    QString type;  ///< "unfinished", "vanished", "obsolete"; empty: finished

    QString told() const {
        return QStringLiteral("%1: “%2” → “%3”").arg(context, source, translations.join(u'|'));
    }
    bool operator==(const Entry &) const = default;
};

Entry readMessage(QXmlStreamReader &reader, const QString &context) {
    Entry entry;
    entry.context = context;
    QString text;
    while (!(reader.readNext() == QXmlStreamReader::EndElement &&
             reader.name() == QLatin1String("message")) &&
           !reader.atEnd()) {
        if (reader.isStartElement()) {
            text.clear();
            if (reader.name() == QLatin1String("translation"))
                entry.type = reader.attributes().value(QLatin1String("type")).toString();
        } else if (reader.isCharacters()) {
            text += reader.text();
        } else if (reader.isEndElement()) {
            if (reader.name() == QLatin1String("source"))
                entry.source = text;
            else if (reader.name() == QLatin1String("numerusform") ||
                     (reader.name() == QLatin1String("translation") && entry.translations.empty()))
                entry.translations.append(text);
        }
    }
    return entry;
}

QList<Entry> entriesOf(const QString &file) {
    QFile opened(file);
    QList<Entry> entries;
    if (!opened.open(QIODevice::ReadOnly))
        return entries;
    QString context;
    for (QXmlStreamReader reader(&opened); !reader.atEnd(); reader.readNext()) {
        if (!reader.isStartElement())
            continue;
        if (reader.name() == QLatin1String("name"))
            context = reader.readElementText();
        else if (reader.name() == QLatin1String("message"))
            entries.append(readMessage(reader, context));
    }
    return entries;
}

/// The numbered placeholders, each once, and that of a number.
QStringList placeholders(const QString &text) {
    static const QRegularExpression form(QStringLiteral("%([1-9]|n)"));
    QStringList found;
    for (auto match = form.globalMatch(text); match.hasNext();)
        found.append(match.next().captured());
    found.removeDuplicates();
    found.sort();
    return found;
}

qsizetype mnemonics(QString text) {
    return text.remove(QStringLiteral("&&")).count(u'&');
}

}  // namespace

class TranslationsTest : public QObject {
    Q_OBJECT

  private:
    const QDir folder_{QStringLiteral(SOURCE_FOLDER "/resources/translations")};
    const QStringList files_{QStringLiteral("attention-visualizer_en.ts"),
                             QStringLiteral("attention-visualizer_fr.ts")};

    QList<Entry> french() const { return entriesOf(folder_.filePath(files_[1])); }

  private slots:
    void everyTextOfTheSourcesIsThereAndNoOther() {
        const QTemporaryDir fresh;
        for (const QString &file : files_)
            QVERIFY(QFile::copy(folder_.filePath(file), fresh.filePath(file)));
        QProcess update;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("LUPDATE"), QStringLiteral(LUPDATE));
        update.setProcessEnvironment(environment);
        update.start(QStringLiteral("sh"),
                     {folder_.filePath(QStringLiteral("update")), fresh.path()});
        QVERIFY(update.waitForFinished(100000));
        QVERIFY2(update.exitCode() == 0, update.readAllStandardError());
        for (const QString &file : files_) {
            const QList<Entry> before = entriesOf(folder_.filePath(file));
            const QList<Entry> after = entriesOf(fresh.filePath(file));
            for (const Entry &entry : after)
                if (!before.contains(entry))
                    qWarning("missing in %s: %s", qPrintable(file), qPrintable(entry.told()));
            for (const Entry &entry : before)
                if (!after.contains(entry))
                    qWarning("left over in %s: %s", qPrintable(file), qPrintable(entry.told()));
            QVERIFY2(before == after,
                     "sh resources/translations/update brings the files up to date");
        }
    }

    void everyTextHasItsTranslation() {
        QVERIFY(french().size() > 700);
        for (const QString &file : files_)
            for (const Entry &entry : entriesOf(folder_.filePath(file))) {
                QVERIFY2(entry.type.isEmpty(), qPrintable(entry.type + u' ' + entry.told()));
                for (const QString &translation : entry.translations)
                    QVERIFY2(!translation.isEmpty(), qPrintable(entry.told()));
            }
    }

    void translationsTakeTheSameValues() {
        for (const QString &file : files_)
            for (const Entry &entry : entriesOf(folder_.filePath(file)))
                for (const QString &translation : entry.translations)
                    QVERIFY2(placeholders(entry.source) == placeholders(translation),
                             qPrintable(entry.told()));
    }

    void whatHasAKeyHasOneInFrench() {
        for (const Entry &entry : french())
            for (const QString &translation : entry.translations)
                QVERIFY2(mnemonics(entry.source) == mnemonics(translation),
                         qPrintable(entry.told()));
    }

    void frenchIsWrittenAsFrenchIs() {
        for (const Entry &entry : french()) {
            if (entry.context == QLatin1String("widgets::Numbers"))
                continue;  // signs
            for (const QString &translation : entry.translations) {
                const QString offence = support::frenchOffence(translation);
                QVERIFY2(offence.isEmpty(), qPrintable(offence + u' ' + entry.told()));
            }
        }
    }

    void offencesAreSeen() {
        for (const char *text : {"Quoi ?", "Quoi?", "a ; b", "a:b", "a :", "«a»", "« a »", "“a”",
                                 "l'état", "trop...", "%1 %", "%1%", "2.5"})
            QVERIFY2(!support::frenchOffence(QString::fromUtf8(text)).isEmpty(), text);
        for (const QString &text :
             {QStringLiteral("Quoi\u202f?"), QStringLiteral("l’état\u00a0: «\u00a0%1\u00a0»"),
              QStringLiteral("%1\u202f% et 2,5"), QStringLiteral("Images (*.png);;Dessins (*.svg)"),
              QStringLiteral("tanh(W [s%2 ; c%2])")})
            QVERIFY2(support::frenchOffence(text).isEmpty(), qPrintable(text));
        QCOMPARE(placeholders(QStringLiteral("%2 %1 %n %2 5 %")), (QStringList{"%1", "%2", "%n"}));
        QCOMPARE(mnemonics(QStringLiteral("&Sel && p&oivre")), 2);
    }
};

REGISTER_GUILESS_QT_TEST(TranslationsTest)
#include "translations_test.moc"
