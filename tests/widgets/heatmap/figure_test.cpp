// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/heatmap/figure.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <cmath>
#include <limits>

#include "tests/support/bytes.h"
#include "tests/support/qt_test.h"
#include "tests/support/traces.h"
#include "widgets/drawing/color_map.h"
#include "widgets/drawing/theme.h"
#include "widgets/heatmap/data.h"

using namespace widgets;

namespace {

int count(const QByteArray &text, const char *pattern) {
    const QRegularExpression expression(QString::fromLatin1(pattern));
    auto matches = expression.globalMatch(QString::fromUtf8(text));
    int found = 0;
    for (; matches.hasNext(); matches.next())
        ++found;
    return found;
}

}  // namespace

class HeatmapFigureTest : public QObject {
    Q_OBJECT

  private slots:
    void init();
    void svgHasAVectorCellForEveryWeightAndTextAsText();
    void neighbouringVectorCellsOverlap();
    void pdfHasOnePageOfTheFiguresSizeAndNoPicture();
    void pngIsScaledAndKnowsItsResolution();
    void darkFiguresAreDark();
    void aFigureFollowsTheOptions();
    void thePosteriorSaysThatItIs();
    void aFigureMayChooseItsSize();
    void aSideThatIsNotGivenIsWhatTheWordsNeed();
    void longSentencesAreExported();
    void theLegendIsWholeAtTheOwnSizeOfAShortSentence();
    void aTranslationThatWasStoppedSaysSo();
    void aSizeWithoutRoomForTheHeatmapIsRefused();
    void unusableRequestsAreRefusedInOneSentence_data();
    void unusableRequestsAreRefusedInOneSentence();
    void aModelWithoutAttentionHasNothingToExport();
    void aFailedExportLeavesTheOldFile();
    void aLinkStaysAndItsTargetIsRenewed();

  private:
    QString path(const QString &name) const { return folder_.filePath(name); }

    QTemporaryDir folder_;
    std::shared_ptr<const model::Trace> trace_;
};

void HeatmapFigureTest::init() {
    trace_ = support::syntheticTrace(6, 5, 3);
}

void HeatmapFigureTest::svgHasAVectorCellForEveryWeightAndTextAsText() {
    writeHeatmap(*trace_, path(QStringLiteral("a.svg")), {});
    const QByteArray svg = support::bytesOf(path(QStringLiteral("a.svg")));
    // Besides the cells: the background, the frame of the matrix and the colour bar.
    QCOMPARE(count(svg, "<rect "), 7 * 6 + 3);
    QCOMPARE(count(svg, "<image"), 0);
    const HeatmapData data = heatmapData(*trace_, true);
    for (const QString &label : data.columnLabels() + data.rowLabels())
        QVERIFY2(svg.contains(">" + label.toHtmlEscaped().toUtf8()) ||
                     svg.contains(">" + label.toUtf8()),
                 qPrintable(label));
    QVERIFY(svg.contains(trace_->translation.c_str()));
    QVERIFY(svg.contains("<title>"));
    QVERIFY(svg.contains(", sans-serif\""));
    QVERIFY(svg.contains("viewBox=\"0 0 800 600\""));
}

void HeatmapFigureTest::neighbouringVectorCellsOverlap() {
    writeHeatmap(*trace_, path(QStringLiteral("seams.svg")), {});
    const QString svg = QString::fromUtf8(support::bytesOf(path(QStringLiteral("seams.svg"))));
    const QRegularExpression rect(
        QStringLiteral("<rect x=\"([0-9.]+)\" y=\"([0-9.]+)\" width=\"([0-9.]+)\""));
    auto matches = rect.globalMatch(svg);
    matches.next();  // the background
    // Without an overlap, viewers leave hairline seams between cells.
    const auto first = matches.next();
    const auto second = matches.next();
    QCOMPARE(first.captured(2), second.captured(2));
    const double overlap =
        first.captured(1).toDouble() + first.captured(3).toDouble() - second.captured(1).toDouble();
    QVERIFY2(overlap > 0.3 && overlap < 1, qPrintable(QString::number(overlap)));
}

void HeatmapFigureTest::pdfHasOnePageOfTheFiguresSizeAndNoPicture() {
    writeHeatmap(*trace_, path(QStringLiteral("a.pdf")), {.size = {960, 480}});
    const QByteArray pdf = support::bytesOf(path(QStringLiteral("a.pdf")));
    QVERIFY(pdf.startsWith("%PDF"));
    QVERIFY(!pdf.contains("/Subtype /Image"));
    QVERIFY(pdf.contains("/Count 1"));
    QCOMPARE(count(pdf, "/MediaBox \\[0(\\.0*)? 0(\\.0*)? 720(\\.0*)? 360(\\.0*)?\\]"), 1);
}

void HeatmapFigureTest::pngIsScaledAndKnowsItsResolution() {
    writeHeatmap(*trace_, path(QStringLiteral("a.png")), {.size = {400, 300}, .scale = 2.5});
    const QImage image(path(QStringLiteral("a.png")));
    QCOMPARE(image.size(), QSize(1000, 750));
    QCOMPARE(image.dotsPerMeterX(), static_cast<int>(std::lround(96 * 2.5 / 0.0254)));
    writeHeatmap(*trace_, path(QStringLiteral("A.PNG")), {.size = {400, 300}});
    QCOMPARE(QImage(path(QStringLiteral("A.PNG"))).size(), QSize(400, 300));
}

void HeatmapFigureTest::darkFiguresAreDark() {
    writeHeatmap(*trace_, path(QStringLiteral("light.png")), {});
    writeHeatmap(*trace_, path(QStringLiteral("dark.png")), {.dark = true});
    QCOMPARE(QImage(path(QStringLiteral("light.png"))).pixelColor(2, 2), Theme::light().surface);
    QCOMPARE(QImage(path(QStringLiteral("dark.png"))).pixelColor(2, 2), Theme::darkTheme().surface);
}

void HeatmapFigureTest::aFigureFollowsTheOptions() {
    FigureOptions options;
    options.heatmap = {
        .colors = ColorMap::viridis, .targetFromBottom = true, .entropy = true, .coverage = true};
    writeHeatmap(*trace_, path(QStringLiteral("o.svg")), options);
    const QByteArray svg = support::bytesOf(path(QStringLiteral("o.svg")));
    QVERIFY(svg.contains(">entropy<"));
    QVERIFY(svg.contains(">coverage<"));
    const double weight = static_cast<double>(trace_->steps[0]->weights(0));
    QVERIFY(svg.contains(colorOf(ColorMap::viridis, weight, Theme::light()).name().toUtf8()));
    // The cells, the frames and the colour bar as ever; two scales, a bar per row and column.
    QCOMPARE(count(svg, "<rect "), 7 * 6 + 3 + 2 + 6 + 7);
}

void HeatmapFigureTest::thePosteriorSaysThatItIs() {
    const auto trace = support::tinyTrace("le chat noir");
    FigureOptions options;
    options.heatmap = {.words = false, .posterior = true};
    const auto given = [&](const model::Posterior &posterior) {
        options.posterior = std::make_shared<const model::Posterior>(posterior);
        writeHeatmap(*trace, path(QStringLiteral("given.svg")), options);
        return support::bytesOf(path(QStringLiteral("given.svg")));
    };
    QVERIFY_EXCEPTION_THROWN(writeHeatmap(*trace, path(QStringLiteral("given.svg")), options),
                             ExportError);
    model::Posterior posterior = model::posteriorAttention(*trace);
    const QByteArray own = given(posterior);
    QVERIFY(own.contains("Posterior attention, 0 to 1 · model “tiny”"));
    posterior.weights.setZero();
    QVERIFY(given(posterior) != own);
    // Not where it is not asked for.
    options.heatmap.posterior = false;
    const QByteArray attention = given(posterior);
    options.posterior.reset();
    writeHeatmap(*trace, path(QStringLiteral("own.svg")), options);
    QCOMPARE(support::bytesOf(path(QStringLiteral("own.svg"))), attention);
    QVERIFY(attention.contains("Attention weights, 0 to 1 · model “tiny”"));
}

void HeatmapFigureTest::aFigureMayChooseItsSize() {
    writeHeatmap(*trace_, path(QStringLiteral("few.png")), {.size = {}});
    writeHeatmap(*support::syntheticTrace(40, 40), path(QStringLiteral("many.png")), {.size = {}});
    const QSize few = QImage(path(QStringLiteral("few.png"))).size();
    const QSize many = QImage(path(QStringLiteral("many.png"))).size();
    QVERIFY(few.width() >= 200);
    QVERIFY(many.width() > few.width());
    QVERIFY(many.height() > few.height());
}

void HeatmapFigureTest::aSideThatIsNotGivenIsWhatTheWordsNeed() {
    const auto sizeOf = [&](const QSize &given) {
        writeHeatmap(*trace_, path(QStringLiteral("side.png")), {.size = given});
        return QImage(path(QStringLiteral("side.png"))).size();
    };
    const QSize own = sizeOf({});
    QCOMPARE(sizeOf({0, own.height() + 111}), QSize(own.width(), own.height() + 111));
    QCOMPARE(sizeOf({own.width() + 77, 0}).width(), own.width() + 77);
    // Wider: the title may need fewer lines, never more.
    QVERIFY(sizeOf({own.width() + 77, 0}).height() <= own.height());
    QVERIFY(sizeOf({own.width() + 77, 0}).height() > own.height() / 2);
}

void HeatmapFigureTest::longSentencesAreExported() {
    const auto trace = support::syntheticTrace(40, 40);
    writeHeatmap(*trace, path(QStringLiteral("long.svg")), {.size = {}});
    const QByteArray svg = support::bytesOf(path(QStringLiteral("long.svg")));
    const HeatmapData data = heatmapData(*trace, true);
    const int cells = static_cast<int>(data.weights.size());
    QCOMPARE(count(svg, "<rect "), cells + 3);
    QVERIFY(!svg.contains("…"));
}

void HeatmapFigureTest::theLegendIsWholeAtTheOwnSizeOfAShortSentence() {
    const auto trace = std::make_shared<model::Trace>(*support::syntheticTrace(1, 1));
    const model::Model &plain = *trace->model;
    for (const int words : {1, 30}) {
        std::string name = "attention fr-en";
        for (int i = 1; i < words; ++i)
            name += " and more";
        trace->model = std::make_shared<const model::Model>(
            plain.weights(), model::Tokenizer(plain.source().serialized(), "tokenizer.source"),
            model::Tokenizer(plain.target().serialized(), "tokenizer.target"),
            model::Model::Metadata{{"name", name}});
        writeHeatmap(*trace, path(QStringLiteral("short.svg")), {.size = {}});
        const QByteArray svg = support::bytesOf(path(QStringLiteral("short.svg")));
        QVERIFY(!svg.contains("…"));
        QCOMPARE(count(svg, "more"), 2 * (words - 1));  // in the description and in the picture
    }
}

void HeatmapFigureTest::aTranslationThatWasStoppedSaysSo() {
    auto trace = std::make_shared<model::Trace>(*trace_);
    writeHeatmap(*trace, path(QStringLiteral("end.svg")), {});
    QVERIFY(!support::bytesOf(path(QStringLiteral("end.svg"))).contains("length limit"));
    trace->ending = model::Ending::length;
    writeHeatmap(*trace, path(QStringLiteral("end.svg")), {});
    QVERIFY(support::bytesOf(path(QStringLiteral("end.svg"))).contains("length limit"));
}

void HeatmapFigureTest::aSizeWithoutRoomForTheHeatmapIsRefused() {
    const auto refusal = [&](const QSize &size) {
        try {
            writeHeatmap(*trace_, path(QStringLiteral("flat.svg")), {.size = size});
        } catch (const ExportError &error) {
            return error.sentence();
        }
        return QString();
    };
    const QString flat = refusal({800, 100});
    QVERIFY2(flat.contains("no room"), qPrintable(flat));
    QVERIFY(!QFile::exists(path(QStringLiteral("flat.svg"))));
    QVERIFY(!refusal({100, 600}).isEmpty());
    const auto enough =
        QRegularExpression(QStringLiteral("; (\\d+) × (\\d+) are enough")).match(flat);
    QVERIFY(enough.hasMatch());
    QCOMPARE(refusal({enough.captured(1).toInt(), enough.captured(2).toInt()}), QString());
}

void HeatmapFigureTest::unusableRequestsAreRefusedInOneSentence_data() {
    QTest::addColumn<QString>("file");
    QTest::addColumn<QSize>("size");
    QTest::addColumn<double>("scale");
    QTest::addColumn<QString>("named");
    const QSize usual(800, 600);
    QTest::newRow("unknown suffix") << "a.bmp" << usual << 1.0 << ".bmp";
    QTest::newRow("no suffix") << "a" << usual << 1.0 << "suffix";
    QTest::newRow("no name") << ".png" << usual << 1.0 << "name of the file is missing";
    QTest::newRow("dots") << "..png" << usual << 1.0 << "name of the file is missing";
    QTest::newRow("no name in a folder") << "missing/" << usual << 1.0 << "is missing";
    QTest::newRow("no folder") << "missing/a.png" << usual << 1.0 << "does not exist";
    QTest::newRow("too large") << "a.png" << usual << 40.0 << "too large";
    QTest::newRow("too small") << "a.svg" << QSize(3, 3) << 1.0 << "3 × 3";
    QTest::newRow("no scale") << "a.png" << usual << 0.0 << "scale";
    QTest::newRow("nan scale") << "a.png" << usual << std::numeric_limits<double>::quiet_NaN()
                               << "scale";
}

void HeatmapFigureTest::unusableRequestsAreRefusedInOneSentence() {
    QFETCH(QString, file);
    QFETCH(QSize, size);
    QFETCH(double, scale);
    QFETCH(QString, named);
    const QStringList before = QDir(folder_.path()).entryList(QDir::Files);
    QString sentence;
    try {
        writeHeatmap(*trace_, path(file), {.size = size, .scale = scale});
    } catch (const ExportError &error) {
        sentence = error.sentence();
    }
    QVERIFY2(sentence.contains(named), qPrintable(sentence));
    QVERIFY(sentence.endsWith(u'.'));
    QCOMPARE(QDir(folder_.path()).entryList(QDir::Files), before);
}

void HeatmapFigureTest::aModelWithoutAttentionHasNothingToExport() {
    const auto bottleneck = support::tinyTrace("le chat", "tiny_bottleneck");
    QVERIFY_EXCEPTION_THROWN(writeHeatmap(*bottleneck, path(QStringLiteral("b.svg")), {}),
                             ExportError);
    QVERIFY(!QFile::exists(path(QStringLiteral("b.svg"))));
    auto none = std::make_shared<model::Trace>(*trace_);
    none->steps.clear();
    none->target.clear();
    QVERIFY_EXCEPTION_THROWN(writeHeatmap(*none, path(QStringLiteral("n.svg")), {}), ExportError);
}

void HeatmapFigureTest::aFailedExportLeavesTheOldFile() {
    const QString file = path(QStringLiteral("kept.png"));
    writeHeatmap(*trace_, file, {});
    const QByteArray before = support::bytesOf(file);
    QVERIFY(!before.isEmpty());
    QVERIFY_EXCEPTION_THROWN(writeHeatmap(*trace_, file, {.scale = 1000}), ExportError);
    QCOMPARE(support::bytesOf(file), before);
    // What is no file is not replaced, no matter who runs this.
    QDir(folder_.path()).mkdir(QStringLiteral("folder.svg"));
    QVERIFY_EXCEPTION_THROWN(writeHeatmap(*trace_, path(QStringLiteral("folder.svg")), {}),
                             ExportError);
    QVERIFY_EXCEPTION_THROWN(checkFigureFile(path(QStringLiteral("folder.svg"))), ExportError);
    QVERIFY(QFile::link(QStringLiteral("/dev/null"), path(QStringLiteral("device.svg"))));
    // Not by writing: the administrator could put a file in its place.
    QVERIFY_EXCEPTION_THROWN(checkFigureFile(path(QStringLiteral("device.svg"))), ExportError);
    QVERIFY(QFile::setPermissions(file, QFile::ReadOwner));
    QVERIFY_EXCEPTION_THROWN(writeHeatmap(*trace_, file, {}), ExportError);
    QCOMPARE(support::bytesOf(file), before);
}

void HeatmapFigureTest::aLinkStaysAndItsTargetIsRenewed() {
    QVERIFY(QDir(folder_.path()).mkdir(QStringLiteral("far")));
    QFile target(path(QStringLiteral("far/target.svg")));
    QVERIFY(target.open(QIODevice::WriteOnly));
    const auto mode = QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup | QFile::WriteGroup;
    QVERIFY(target.setPermissions(mode));
    const QString link = path(QStringLiteral("link.svg"));
    QVERIFY(QFile::link(QStringLiteral("far/target.svg"), link));
    writeHeatmap(*trace_, link, {});
    QVERIFY(QFileInfo(link).isSymLink());
    QVERIFY(support::bytesOf(target.fileName()).contains("<svg"));
    QCOMPARE(QFile::permissions(target.fileName()) & QFile::Permissions(mode | QFile::ReadOther),
             QFile::Permissions(mode));
}

REGISTER_QT_TEST(HeatmapFigureTest)
#include "heatmap/figure_test.moc"
