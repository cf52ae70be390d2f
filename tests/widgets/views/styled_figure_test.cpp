// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/styled_figure.h"

#include <qcustomplot.h>

#include <QImage>
#include <QTemporaryDir>
#include <QTest>

#include "tests/support/qt_test.h"
#include "tests/support/traces.h"
#include "widgets/drawing/theme.h"
#include "widgets/figure/ground.h"
#include "widgets/figure/page.h"
#include "widgets/viewpoint/viewpoint.h"
#include "widgets/views/views.h"

using namespace widgets;

/// Figures of views as a style has them.
class StyledFigureTest : public QObject {
    Q_OBJECT

  private:
    Viewpoint seen_;

    static void addViews() {
        QTest::addColumn<QString>("name");
        for (const ViewKind &kind : views())
            QTest::addRow("%s", qPrintable(kind.name)) << kind.name;
    }

    static QString svgOf(const Figure &figure) {
        return QString::fromUtf8(figureBytes(figure, "svg", 1));
    }

  private slots:
    void initTestCase() {
        seen_.setTrace(support::syntheticTrace(6, 6, 1, support::smallConfiguration()));
    }

    void aFigureIsAsWideAsTheColumnOfAPaper() {
        const QStringList heatmap{"heatmap"};
        QCOMPARE(styledFigure(seen_, heatmap, {.width = 120}).size.width(),
                 static_cast<int>(pixelsOf(120)));
        QVERIFY(std::abs(millimetresOf(pixelsOf(88.9)) - 88.9) < 1e-9);
    }

    void textIsAsLargeAsThePaperWantsIt() {
        const QString small = svgOf(styledFigure(seen_, {"heatmap"}, {.font = 6}));
        const QString large = svgOf(styledFigure(seen_, {"heatmap"}, {.font = 15}));
        QVERIFY(small.contains("font-size=\"8\""));
        QVERIFY(!small.contains("font-size=\"20\""));
        QVERIFY(large.contains("font-size=\"20\""));
    }

    void titleAndColourBarCanBeLeftOut() {
        const Figure with = styledFigure(seen_, {"heatmap"}, {});
        const Figure without =
            styledFigure(seen_, {"heatmap"}, {.title = false, .colorBar = false});
        // Once in the description of the file.
        QCOMPARE(svgOf(with).count("Attention weights"), 2);
        QCOMPARE(svgOf(without).count("Attention weights"), 1);
        QVERIFY(svgOf(with).contains("linearGradient"));
        QVERIFY(!svgOf(without).contains("linearGradient"));
        QVERIFY(without.size.height() < with.size.height());
    }

    void everyViewHasATitleOnRequest_data() { addViews(); }
    void everyViewHasATitleOnRequest() {
        QFETCH(const QString, name);
        const Figure with = styledFigure(seen_, {name}, {});
        const Figure without = styledFigure(seen_, {name}, {.title = false});
        QVERIFY(with.size.height() > without.size.height());
    }

    void theGroundIsChosen_data() { addViews(); }
    void theGroundIsChosen() {
        QFETCH(const QString, name);
        const auto corner = [&](Ground ground) {
            const Figure figure = styledFigure(seen_, {name}, {.ground = ground});
            return figureImage(figure, 1).pixelColor(1, 1);
        };
        QVERIFY(corner(Ground::light).lightness() > 200);
        QVERIFY(corner(Ground::dark).lightness() < 80);
        QCOMPARE(corner(Ground::transparent).alpha(), 0);
    }

    void onATransparentGroundTheSameIsDrawn_data() { addViews(); }
    void onATransparentGroundTheSameIsDrawn() {
        QFETCH(const QString, name);
        const QImage light = figureImage(styledFigure(seen_, {name}, {}), 1);
        const QImage clear =
            figureImage(styledFigure(seen_, {name}, {.ground = Ground::transparent}), 1);
        QCOMPARE(clear.size(), light.size());
        QImage onLight(clear.size(), QImage::Format_RGB32);
        onLight.fill(Theme::light().surface);
        QPainter painter(&onLight);
        painter.drawImage(0, 0, clear);
        painter.end();
        const QSize coarse = light.size() / 16;
        const auto small = [&](const QImage &image) {
            return image.scaled(coarse, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
        };
        const QImage a = small(light);
        const QImage b = small(onLight);
        for (int y = 0; y < coarse.height(); ++y)
            for (int x = 0; x < coarse.width(); ++x) {
                const int apart = std::abs(qGray(a.pixel(x, y)) - qGray(b.pixel(x, y)));
                QVERIFY2(apart < 30, qPrintable(QString("%1, %2: %3").arg(x).arg(y).arg(apart)));
            }
    }

    void aTransparentFileOfVectorsHasNoGround() {
        const Figure figure = styledFigure(seen_, {"heatmap"}, {.ground = Ground::transparent});
        const QString ground = QString("<rect x=\"0\" y=\"0\" width=\"%1\" height=\"%2\"/>")
                                   .arg(figure.size.width())
                                   .arg(figure.size.height());
        QVERIFY(!svgOf(figure).contains(ground));
        QVERIFY(svgOf(styledFigure(seen_, {"heatmap"}, {})).contains(ground));
        QVERIFY(figureBytes(figure, "pdf", 1).startsWith("%PDF"));
    }

    void severalViewsAreOneFigureWithLetters() {
        const Figure two =
            styledFigure(seen_, {"heatmap", "scores"}, {.columns = 2, .title = false});
        const Figure below =
            styledFigure(seen_, {"heatmap", "scores"}, {.columns = 1, .title = false});
        const QString svg = svgOf(two);
        QVERIFY(svg.contains(">a</text>") && svg.contains(">b</text>"));
        QVERIFY(!svg.contains(">c</text>"));
        QVERIFY(two.size.width() > below.size.width());
        QVERIFY(two.size.height() < below.size.height());
    }

    void whatAFigureIsMadeOfIsWhereItsPlaceIs() {
        const auto square = [](const QColor &color) {
            Figure figure;
            figure.size = {50, 40};
            figure.paint = [color](QCPPainter &painter) {
                painter.fillRect(QRect(0, 0, 50, 40), color);
            };
            return figure;
        };
        const Figure whole =
            page({square(Qt::red), square(Qt::green), square(Qt::blue)},
                 {.font = QFont(), .text = Qt::black, .ground = Qt::white, .columns = 2});
        const QImage image = figureImage(whole, 1);
        QCOMPARE(image.pixelColor(20, whole.size.height() - 1), QColor(Qt::blue));
        QCOMPARE(image.pixelColor(whole.size.width() - 1, whole.size.height() / 2 - 20),
                 QColor(Qt::green));
        QCOMPARE(image.pixelColor(whole.size.width() - 1, whole.size.height() - 1),
                 QColor(Qt::white));
    }

    void theOptionsOfAViewAreKeptButForWhatTheStyleKnows() {
        const auto optionsOf = [](const QString &) {
            return QVariantMap{{"words", false}, {"entropy", true}};
        };
        const QString svg = svgOf(styledFigure(seen_, {"heatmap"}, {}, optionsOf));
        QVERIFY(svg.contains("entropy"));
    }

    void aViewThatHasNothingToShowSaysSo() {
        const Viewpoint nothing;
        for (const QString &name : {QString("heatmap"), QString("states")})
            QVERIFY_EXCEPTION_THROWN(styledFigure(nothing, {name}, {.title = false}), ExportError);
    }

    void stylesAreStoredByName() {
        const FigureStyle style{.width = 89,
                                .font = 8,
                                .columns = 3,
                                .ground = Ground::transparent,
                                .title = false,
                                .colorBar = false,
                                .words = false,
                                .colors = ColorMap::viridis};
        QVERIFY(restoredOptions<FigureStyle>(storedOptions(style)) == style);
        QVERIFY(restoredOptions<FigureStyle>({{"width", -5}, {"ground", "nowhere"}}) ==
                FigureStyle());
    }

    void numbersOfAViewAreThoseThatItShows() {
        const std::vector<Table> tables = viewTables(seen_, "heatmap");
        QCOMPARE(tables.size(), std::size_t(1));
        QCOMPARE(tables[0].name(), QString("attention"));
        QVERIFY(viewTables(seen_, "timeline").empty());
    }
};

REGISTER_QT_TEST(StyledFigureTest)
#include "views/styled_figure_test.moc"
