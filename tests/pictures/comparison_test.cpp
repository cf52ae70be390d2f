// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/pictures/comparison.h"

#include <QPainter>
#include <QPainterPath>
#include <algorithm>

#include "tests/pictures/surroundings.h"
#include "tests/support/qt_test.h"

using pictures::compare;

namespace {

/// Something like a view: a grid of cells, labels beside it, a curve.
struct Scene {
    QPointF labelAt{20, 58};
    QString label = QStringLiteral("chat");
    QString number = QStringLiteral("0.47");
    int missingCell = -1;
    int missingLabel = -1;
    QColor cell{0, 114, 178};
    QColor surface{255, 255, 255};
    QColor text{30, 30, 30};
    bool outline = true;
};

constexpr int rows = 6;
constexpr int columns = 8;

QRectF cellRect(int cell) {
    const int row = cell / columns;
    return {80.0 + 36 * (cell % columns), 40.0 + 28 * row, 34, 26};
}

QImage draw(const Scene &scene, int scale) {
    QImage image(QSize(400, 300) * scale, QImage::Format_RGB32);
    image.setDevicePixelRatio(scale);
    image.fill(scene.surface);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    for (int cell = 0; cell < rows * columns; ++cell) {
        if (cell == scene.missingCell)
            continue;
        QColor colour = scene.cell;
        colour.setAlphaF(0.1F + 0.9F * static_cast<float>(cell % 7) / 6);
        painter.fillRect(cellRect(cell), colour);
    }
    painter.setPen(scene.text);
    painter.drawText(scene.labelAt, scene.label);
    for (int row = 1; row < rows; ++row)
        if (row != scene.missingLabel)
            painter.drawText(QPointF(20, 58 + 28 * row), QStringLiteral("mot %1").arg(row));
    painter.drawText(QPointF(84, 30), scene.number);
    if (scene.outline)
        painter.drawRect(cellRect(20));
    QPainterPath curve(QPointF(80, 280));
    curve.cubicTo(QPointF(150, 200), QPointF(250, 300), QPointF(370, 230));
    painter.drawPath(curve);
    return image;
}

/// As another rasterizer might have drawn it: edges smoothed a little otherwise, colours rounded
/// otherwise.
QImage redrawn(const QImage &image) {
    QImage other = image.copy();
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 1; x < image.width(); ++x) {
            const QColor here = image.pixelColor(x, y);
            const QColor left = image.pixelColor(x - 1, y);
            const auto mixed = [&](int a, int b) {
                return std::clamp((7 * a + b) / 8 + ((x + y) % 4 == 0 ? 1 : 0), 0, 255);
            };
            other.setPixelColor(
                x, y,
                QColor(mixed(here.red(), left.red()), mixed(here.green(), left.green()),
                       mixed(here.blue(), left.blue())));
        }
    }
    return other;
}

}  // namespace

/// Each function once at each scale.
class ComparisonTest : public QObject {
    Q_OBJECT

  private slots:
    void thePictureItselfMatches_data() { scales(); }
    void thePictureItselfMatches();
    void edgesSmoothedOtherwiseMatch_data() { scales(); }
    void edgesSmoothedOtherwiseMatch();
    void aMovedLabelDoesNot_data() { scales(); }
    void aMovedLabelDoesNot();
    void aMissingLabelDoesNot_data() { scales(); }
    void aMissingLabelDoesNot();
    void anotherWordDoesNot_data() { scales(); }
    void anotherWordDoesNot();
    void aMissingCellDoesNot_data() { scales(); }
    void aMissingCellDoesNot();
    void aMissingOutlineDoesNot_data() { scales(); }
    void aMissingOutlineDoesNot();
    void anotherHueDoesNot_data() { scales(); }
    void anotherHueDoesNot();
    void aSlightlyOtherSurfaceDoesNot_data() { scales(); }
    void aSlightlyOtherSurfaceDoesNot();
    void anotherSizeDoesNot();
    void theDifferenceIsRedWhereItIs();

  private:
    static void scales() {
        QTest::addColumn<int>("scale");
        QTest::newRow("1") << 1;
        QTest::newRow("2") << 2;
    }
    /// What tells the changed scene from the usual one.
    static pictures::Difference change(const Scene &scene) {
        QFETCH(const int, scale);
        return compare(draw(scene, scale), draw({}, scale), scale);
    }
};

void ComparisonTest::thePictureItselfMatches() {
    const pictures::Difference difference = change({});
    QCOMPARE(difference.verdict, QString());
    QCOMPARE(difference.mean, 0.0);
    QCOMPARE(difference.share, 0.0);
    QCOMPARE(difference.patchShare, 0.0);
}

void ComparisonTest::edgesSmoothedOtherwiseMatch() {
    QFETCH(const int, scale);
    const QImage image = draw({}, scale);
    const pictures::Difference difference = compare(redrawn(image), image, scale);
    QCOMPARE(difference.verdict, QString());
    QVERIFY(difference.mean > 0);
}

void ComparisonTest::aMovedLabelDoesNot() {
    Scene scene;
    scene.labelAt += QPointF(0, 3);
    QVERIFY(!change(scene).match());
    scene.labelAt = Scene{}.labelAt + QPointF(-3, 0);
    QVERIFY(!change(scene).match());
}

void ComparisonTest::aMissingLabelDoesNot() {
    Scene scene;
    scene.missingLabel = 4;
    QVERIFY(!change(scene).match());
    scene = {};
    scene.number.clear();
    QVERIFY(!change(scene).match());
}

void ComparisonTest::anotherWordDoesNot() {
    Scene scene;
    scene.label = QStringLiteral("chien");
    QVERIFY(!change(scene).match());
}

void ComparisonTest::aMissingCellDoesNot() {
    Scene scene;
    scene.missingCell = 17;
    QVERIFY(!change(scene).match());
    // The palest of all.
    scene.missingCell = 14;
    QVERIFY(!change(scene).match());
}

void ComparisonTest::aMissingOutlineDoesNot() {
    Scene scene;
    scene.outline = false;
    QVERIFY(!change(scene).match());
}

void ComparisonTest::anotherHueDoesNot() {
    Scene scene;
    scene.cell = QColor(0, 158, 115);
    QVERIFY(!change(scene).match());
    scene = {};
    scene.text = QColor(150, 30, 30);
    QVERIFY(!change(scene).match());
}

void ComparisonTest::aSlightlyOtherSurfaceDoesNot() {
    Scene scene;
    scene.surface = QColor(252, 253, 255);
    QVERIFY(!change(scene).match());
}

void ComparisonTest::anotherSizeDoesNot() {
    const QImage image = draw({}, 1);
    QVERIFY(!compare(image.copy(0, 0, 399, 300), image, 1).match());
    QVERIFY(!compare(QImage(), image, 1).match());
    QVERIFY(!compare(QImage(), QImage(), 1).match());
}

void ComparisonTest::theDifferenceIsRedWhereItIs() {
    Scene scene;
    scene.missingCell = 17;
    const QImage picture = compare(draw(scene, 1), draw({}, 1), 1).picture;
    const QColor red(220, 0, 0);
    QCOMPARE(picture.pixelColor(cellRect(17).center().toPoint()), red);
    QVERIFY(picture.pixelColor(cellRect(18).center().toPoint()) != red);
}

REGISTER_QT_TEST(ComparisonTest)
#include "comparison_test.moc"
