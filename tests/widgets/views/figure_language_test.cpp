// SPDX-License-Identifier: GPL-3.0-or-later
// What a reader finds in the figures of every view, in the language of the moment.
#include <qcustomplot.h>

#include <QRegularExpression>
#include <QSet>
#include <QTest>
#include <QTranslator>
#include <QXmlStreamReader>

#include "tests/support/qt_test.h"
#include "tests/support/traces.h"
#include "widgets/figure/file.h"
#include "widgets/figure/svg.h"
#include "widgets/heatmap/figure.h"
#include "widgets/text/piece_label.h"
#include "widgets/viewpoint/deriver.h"
#include "widgets/viewpoint/viewpoint.h"
#include "widgets/views/views.h"

using namespace widgets;

namespace {

const QSize roomy(1500, 1100);  // nothing is shortened

/// A language in which every text is the English one in capitals: what is put into it is not.
class PseudoLanguage : public QTranslator {
  public:
    QString translate(const char *, const char *text, const char *, int) const override {
        return QString::fromUtf8(text).toUpper().replace(QStringLiteral("%N"),
                                                         QStringLiteral("%n"));
    }
    bool isEmpty() const override { return false; }
};

/// The texts of an SVG document, and of what describes it.
QStringList textsOf(const QByteArray &svg) {
    QStringList texts;
    for (QXmlStreamReader reader(svg); !reader.atEnd(); reader.readNext())
        if (reader.isStartElement() &&
            (reader.name() == QLatin1String("text") || reader.name() == QLatin1String("desc")))
            texts.append(reader.readElementText().simplified());
    return texts;
}

/// The words of figures that are in no language: those of the models, and names of functions.
QSet<QString> wordsOfData(const model::Trace &trace) {
    QSet<QString> words{"exp", "max", "tanh", "cos", "tiny"};
    for (const auto *tokenizer : {&trace.model->source(), &trace.model->target()})
        for (int id = 0; id < tokenizer->size(); ++id)
            words.insert(vocabularyLabel(*tokenizer, id));
    for (const QString &label : labelsOf(trace.source) + labelsOf(trace.target))
        words.insert(label);
    for (const QString &word :
         QString::fromStdString(trace.source.text() + ' ' + trace.translation).split(u' '))
        words.insert(word);
    return words;
}

/// The words of the English texts.
QStringList untranslated(const QStringList &texts, const QSet<QString> &data) {
    static const QRegularExpression word(QStringLiteral("[A-Za-zÀ-ÿ]{2,}"));
    QStringList found;
    for (const QString &text : texts) {
        if (data.contains(text))
            continue;
        for (auto match = word.globalMatch(text); match.hasNext();)
            if (const QString left = match.next().captured();
                left != left.toUpper() && !data.contains(left))
                found.append(QStringLiteral("“%1” of “%2”").arg(left, text));
    }
    return found;
}

}  // namespace

class FigureLanguageTest : public QObject {
    Q_OBJECT

  private:
    PseudoLanguage pseudo_;

    static QStringList textsOf(View &view) { return ::textsOf(svg(view.figure("←"))); }

    static void addViews() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("model");
        for (const ViewKind &kind : views())
            for (const QString model : {"tiny", "tiny_bottleneck"})
                QTest::addRow("%s, %s", qPrintable(kind.name), qPrintable(model))
                    << kind.name << model;
    }

  private slots:
    void cleanup() { QCoreApplication::removeTranslator(&pseudo_); }

    void theTextsOfAFigureFollowTheLanguage_data() { addViews(); }
    void theTextsOfAFigureFollowTheLanguage() {
        QFETCH(const QString, name);
        QFETCH(const QString, model);
        const auto trace = support::tinyTrace("un chat noir dort", model.toStdString());
        Viewpoint viewpoint;
        const Deriver deriver(&viewpoint);
        viewpoint.setTrace(trace);
        viewpoint.setMoment(endOfStep(0, viewpoint.extent()));
        const auto view = viewNamed(name)->make(&viewpoint);
        showOffScreen(*view, roomy);
        if (!view->message().isEmpty())
            return;  // there is no figure
        const QSet<QString> data = wordsOfData(*trace);
        const QStringList english = textsOf(*view);
        QVERIFY2(!untranslated(english, data).isEmpty(), "the test finds words");

        QCoreApplication::installTranslator(&pseudo_);
        QCoreApplication::sendPostedEvents();
        const QStringList left = untranslated(textsOf(*view), data);
        QVERIFY2(left.isEmpty(), qPrintable(left.join(u'\n')));
        const auto madeAnew = viewNamed(name)->make(&viewpoint);
        showOffScreen(*madeAnew, roomy);
        const QStringList anew = untranslated(textsOf(*madeAnew), data);
        QVERIFY2(anew.isEmpty(), qPrintable(anew.join(u'\n')));

        QCoreApplication::removeTranslator(&pseudo_);
        QCoreApplication::sendPostedEvents();
        QCOMPARE(textsOf(*view), english);
    }

    void theTextsOfAHeatmapFollowTheLanguage() {
        const auto trace = support::tinyTrace("un chat noir dort");
        QCoreApplication::installTranslator(&pseudo_);
        const QTemporaryDir folder;
        const QString file = folder.filePath("heatmap.svg");
        writeHeatmap(*trace, file, {.size = {}});
        QFile written(file);
        QVERIFY(written.open(QIODevice::ReadOnly));
        const QStringList texts = ::textsOf(written.readAll());
        QVERIFY(texts.join(u' ').contains("ATTENTION WEIGHTS"));
        const QStringList left = untranslated(texts, wordsOfData(*trace));
        QVERIFY2(left.isEmpty(), qPrintable(left.join(u'\n')));
    }
};

REGISTER_QT_TEST(FigureLanguageTest)
#include "views/figure_language_test.moc"
