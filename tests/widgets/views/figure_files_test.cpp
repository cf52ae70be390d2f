// SPDX-License-Identifier: GPL-3.0-or-later
// The files of the figures of every view: each format says the same, whatever the texts are.
#include <qcustomplot.h>

#include <QImage>
#include <QPainter>
#include <QRegularExpression>
#include <QSvgRenderer>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>
#include <cmath>
#include <cstdlib>
#include <map>

#include "tests/support/bytes.h"
#include "tests/support/qt_test.h"
#include "tests/support/traces.h"
#include "widgets/figure/file.h"
#include "widgets/heatmap/figure.h"
#include "widgets/viewpoint/deriver.h"
#include "widgets/viewpoint/viewpoint.h"
#include "widgets/views/views.h"

using namespace widgets;

namespace {

const QSize usual(700, 500);

/// Words that mean something to XML or have no place in it, in place of those of a sentence.
void makeHostile(std::vector<model::Piece> &pieces, std::string &sentence) {
    const std::vector<std::string> words{"<b>M.</b>",      "&amp;&",       "]]></text>",
                                         "\"'\x01\x1b[0m", "\xEF\xBF\xBE", "a\xEF\xBF\xBF\x7F",
                                         "<!--",           "\U0001F600"};
    sentence.clear();
    for (std::size_t i = 0; i + 1 < pieces.size(); ++i) {
        const std::string &word = words[i % words.size()];
        sentence += i == 0 ? "" : " ";
        const int begin = static_cast<int>(sentence.size());
        sentence += word;
        pieces[i].text = "\u2581" + word;
        pieces[i].range = {begin, static_cast<int>(sentence.size())};
    }
    pieces.back().range = {static_cast<int>(sentence.size()), static_cast<int>(sentence.size())};
}

std::shared_ptr<const model::Trace> hostileTrace() {
    auto trace = std::make_shared<model::Trace>(
        *support::syntheticTrace(8, 8, 1, support::smallConfiguration()));
    const model::Model &plain = *trace->model;
    trace->model = std::make_shared<const model::Model>(
        plain.weights(), model::Tokenizer(plain.source().serialized(), "tokenizer.source"),
        model::Tokenizer(plain.target().serialized(), "tokenizer.target"),
        model::Model::Metadata{{"name", "</desc><script>alert(1)</script>&\x02"}});
    std::vector<model::Piece> pieces(trace->source.pieces().begin(), trace->source.pieces().end());
    std::string sentence;
    makeHostile(pieces, sentence);
    trace->source = {std::move(sentence), std::move(pieces)};
    makeHostile(trace->target, trace->translation);
    return trace;
}

/// What an SVG document holds, by the reader of XML: the names of its elements with their texts.
struct Drawing {
    std::multimap<QString, QString> elements;
    QString error;

    /// Of the first element of a name; empty: there is none.
    QString text(const QString &name) const {
        const auto found = elements.find(name);
        return found == elements.end() ? QString() : found->second;
    }
};

Drawing drawingOf(const QByteArray &svg) {
    Drawing drawing;
    QXmlStreamReader reader(svg);
    std::vector<std::multimap<QString, QString>::iterator> open;
    while (!reader.atEnd()) {
        reader.readNext();
        if (reader.isStartElement())
            open.push_back(drawing.elements.insert({reader.name().toString(), QString()}));
        else if (reader.isCharacters())
            open.back()->second += reader.text();
        else if (reader.isEndElement())
            open.pop_back();
    }
    if (reader.hasError())
        drawing.error = reader.errorString();
    return drawing;
}

QString replaced(const std::string &text) {
    QString shown = QString::fromStdString(text);
    for (QChar &c : shown)
        if (c < u' ' || c == QChar(0xFFFE) || c == QChar(0xFFFF))
            c = QChar::ReplacementCharacter;
    return shown;
}

double factorOf(double a, double b, double c, double d) {
    return std::sqrt(std::abs(a * d - b * c));
}

/// Tenths of pixels, for sets.
int tenths(double pixels) {
    return static_cast<int>(std::lround(pixels * 10));
}

/// The sizes of text in an SVG document, in its pixels.
QSet<int> textSizes(const QByteArray &svg) {
    static const QRegularExpression matrix(
        QStringLiteral("matrix\\(([^,]+),([^,]+),([^,]+),([^,]+),"));
    QSet<int> sizes;
    double factor = 1;
    for (QXmlStreamReader reader(svg); !reader.atEnd(); reader.readNext()) {
        if (!reader.isStartElement())
            continue;
        const QXmlStreamAttributes attributes = reader.attributes();
        if (const auto found = matrix.match(attributes.value("transform").toString());
            found.hasMatch())
            factor = factorOf(found.captured(1).toDouble(), found.captured(2).toDouble(),
                              found.captured(3).toDouble(), found.captured(4).toDouble());
        if (reader.name() == QLatin1String("text"))
            sizes.insert(tenths(attributes.value("font-size").toDouble() * factor));
    }
    return sizes;
}

/// What the streams of a PDF hold.
QByteArray contentOf(const QByteArray &pdf) {
    QByteArray content;
    for (qsizetype at = pdf.indexOf("stream\n"); at >= 0; at = pdf.indexOf("stream\n", at)) {
        at += 7;
        const qsizetype end = pdf.indexOf("endstream", at);
        if (pdf.mid(at, 2) != QByteArray("\x78\x9c"))
            continue;  // it is not compressed
        // As qUncompress() wants it: after the expected size.
        content += qUncompress(QByteArray("\0\1\0\0", 4) + pdf.mid(at, end - at));
        at = end + 9;
    }
    return content;
}

/// The sizes of text in a PDF, in pixels of 1/96 inch.
QSet<int> textSizesOfPdf(const QByteArray &pdf) {
    QSet<int> sizes;
    std::vector<double> factors{96.0 / 72};
    const QList<QByteArray> words = contentOf(pdf).simplified().split(' ');
    const auto before = [&](qsizetype i, int back) { return words.value(i - back).toDouble(); };
    for (qsizetype i = 0; i < words.size(); ++i) {
        if (words[i] == "q")
            factors.push_back(factors.back());
        else if (words[i] == "Q" && factors.size() > 1)
            factors.pop_back();
        else if (words[i] == "cm")
            factors.back() *= factorOf(before(i, 6), before(i, 5), before(i, 4), before(i, 3));
        else if (words[i] == "Tf")
            sizes.insert(tenths(before(i, 1) * factors.back()));
    }
    return sizes;
}

/// How far two pictures are apart: the largest difference of the means of their squares of 16
/// pixels, at the size of the first. Letters may be smoothed another way; where one is larger, or
/// elsewhere, there is another amount of ink.
double apart(const QImage &a, const QImage &b) {
    const QSize squares(a.width() / 16, a.height() / 16);
    const auto coarse = [&](const QImage &image) {
        return image.convertToFormat(QImage::Format_RGB32)
            .scaled(squares, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    };
    const QImage one = coarse(a);
    const QImage other = coarse(b);
    double most = 0;
    for (int y = 0; y < squares.height(); ++y)
        for (int x = 0; x < squares.width(); ++x)
            most =
                std::max(most, std::abs(double(qGray(one.pixel(x, y)) - qGray(other.pixel(x, y)))));
    return most;
}

}  // namespace

class FigureFilesTest : public QObject {
    Q_OBJECT

  private:
    QTemporaryDir folder_;

    QString path(const QString &name) const { return folder_.filePath(name); }

    /// Writes the figure of a view, made without a window, and reads it again.
    QByteArray written(const QString &name, const std::shared_ptr<const model::Trace> &trace,
                       const QString &file, double scale = 1, const QSize &size = usual) const {
        Viewpoint viewpoint;
        const Deriver deriver(&viewpoint);
        viewpoint.setTrace(trace);
        const auto view = viewNamed(name)->make(&viewpoint);
        showOffScreen(*view, size);
        const QString title =
            QString::fromStdString(trace->source.text() + " → " + trace->translation);
        writeFigure(view->figure(title), path(file), scale);
        return support::bytesOf(path(file));
    }

    static void addViews() {
        QTest::addColumn<QString>("name");
        for (const ViewKind &kind : views())
            QTest::addRow("%s", qPrintable(kind.name)) << kind.name;
    }

    static void checkDrawing(const QByteArray &svg, const QString &title) {
        const Drawing drawing = drawingOf(svg);
        QVERIFY2(drawing.error.isEmpty(), qPrintable(drawing.error));
        for (const char *strange : {"script", "b"})
            QVERIFY2(!drawing.elements.contains(strange), strange);
        QCOMPARE(drawing.elements.count("title"), std::size_t(1));
        QCOMPARE(drawing.text("title"), title);
    }

  private slots:
    void everyTextOfADrawingIsWellFormed_data() { addViews(); }
    void everyTextOfADrawingIsWellFormed() {
        QFETCH(QString, name);
        const auto trace = hostileTrace();
        checkDrawing(written(name, trace, "hostile.svg"),
                     replaced(trace->source.text() + " → " + trace->translation));
    }

    void everyTextOfAHeatmapIsWellFormed() {
        const auto trace = hostileTrace();
        writeHeatmap(*trace, path("heatmap.svg"), {.size = {}});
        const QByteArray svg = support::bytesOf(path("heatmap.svg"));
        checkDrawing(svg, replaced(trace->source.text() + " → " + trace->translation));
        QVERIFY(drawingOf(svg).text("desc").contains(
            QString("model “</desc><script>alert(1)</script>&%1”").arg(QChar(0xFFFD))));
    }

    void aFontOfAStrangeNameIsNamedInAWellFormedWay() {
        Figure figure;
        figure.size = {100, 40};
        figure.paint = [](QCPPainter &painter) {
            painter.setFont(QFont("A \"B\" & <C>"));
            painter.drawText(10, 20, "font-family=\"x\" font-size=\"");
        };
        writeFigure(figure, path("font.svg"), 1);
        const Drawing drawing = drawingOf(support::bytesOf(path("font.svg")));
        QCOMPARE(drawing.error, QString());
        QCOMPARE(drawing.text("text").trimmed(), QString("font-family=\"x\" font-size=\""));
    }

    void textIsAsLargeInEveryFormatAndAtEveryScale_data() { addViews(); }
    void textIsAsLargeInEveryFormatAndAtEveryScale() {
        QFETCH(QString, name);
        const auto trace = support::syntheticTrace(8, 8, 1, support::smallConfiguration());
        written(name, trace, "1.png");
        const QImage plain(path("1.png"));
        for (const double scale : {0.5, 2.0, 3.0}) {
            const QString file = QString("%1.png").arg(scale);
            written(name, trace, file, scale);
            const QImage scaled(path(file));
            QCOMPARE(scaled.size(), plain.size() * scale);
            const double far = apart(plain, scaled);
            QVERIFY2(far < 30, qPrintable(QString("scale %1: %2").arg(scale).arg(far)));
        }
        const QByteArray svg = written(name, trace, "1.svg");
        QImage drawn(plain.size(), QImage::Format_RGB32);
        QPainter painter(&drawn);
        QSvgRenderer(svg).render(&painter);
        painter.end();
        const double far = apart(plain, drawn);
        QVERIFY2(far < 30, qPrintable(QString("SVG: %1").arg(far)));
        const QByteArray pdf = written(name, trace, "1.pdf");
        QVERIFY(!textSizes(svg).isEmpty());
        QCOMPARE(textSizesOfPdf(pdf), textSizes(svg));
    }

    void aViewThatIsTooSmallGrowsUntilItShowsSomething_data() { addViews(); }
    void aViewThatIsTooSmallGrowsUntilItShowsSomething() {
        QFETCH(QString, name);
        const auto trace = support::syntheticTrace(8, 8, 1, support::smallConfiguration());
        const QByteArray svg = written(name, trace, "small.svg", 1, QSize(100, 100));
        QVERIFY(!svg.contains("Enlarge"));
        QVERIFY(!textSizes(svg).isEmpty());
    }

    void aDrawingHoldsNoPictureOfPixels_data() { addViews(); }
    void aDrawingHoldsNoPictureOfPixels() {
        QFETCH(QString, name);
        const auto trace = support::syntheticTrace(8, 8, 1, support::smallConfiguration());
        const Drawing drawing = drawingOf(written(name, trace, "vectors.svg"));
        // The points of all embeddings would be as many elements.
        QCOMPARE(drawing.elements.count("image"), std::size_t(name == "embeddings" ? 1 : 0));
    }

    void noWordIsCutInAFigureOfItsOwnSize_data() { addViews(); }
    void noWordIsCutInAFigureOfItsOwnSize() {
        QFETCH(QString, name);
        auto trace = std::make_shared<model::Trace>(
            *support::syntheticTrace(8, 8, 1, support::smallConfiguration()));
        const auto lengthen = [](model::Piece &piece) { piece.text = "\u2581habiterait"; };
        for (int i = 0; i < 8; ++i)
            trace->source = support::withPiece(trace->source, i, lengthen);
        std::for_each(trace->target.begin(), trace->target.end() - 1, lengthen);
        const Drawing drawing = drawingOf(written(name, trace, "words.svg", 1, QSize()));
        const auto [first, last] = drawing.elements.equal_range("text");
        for (auto text = first; text != last; ++text)
            QVERIFY2(!text->second.trimmed().startsWith("hab") || !text->second.contains(u'…'),
                     qPrintable(text->second));
    }

    void aDrawingIsExactlyAsLargeAsItsFigure() {
        writeHeatmap(*support::syntheticTrace(5, 5), path("size.svg"), {.size = {801, 603}});
        const QByteArray svg = support::bytesOf(path("size.svg"));
        QVERIFY(svg.contains("<svg width=\"801\" height=\"603\" viewBox=\"0 0 801 603\""));
        QCOMPARE(QSvgRenderer(svg).defaultSize(), QSize(801, 603));
    }

    void aPageThatPdfDoesNotKnowIsRefused() {
        Figure figure;
        figure.paint = [](QCPPainter &) {};
        figure.size = {19200, 50};
        writeFigure(figure, path("long.pdf"), 1);
        QVERIFY(support::bytesOf(path("long.pdf")).contains("14400"));
        figure.size = {50, 19201};
        QVERIFY_EXCEPTION_THROWN(writeFigure(figure, path("longer.pdf"), 1), ExportError);
        writeFigure(figure, path("longer.svg"), 1);
        QCOMPARE(QDir(folder_.path()).entryList({"longer.*"}), QStringList("longer.svg"));
    }
};

REGISTER_QT_TEST(FigureFilesTest)
#include "views/figure_files_test.moc"
