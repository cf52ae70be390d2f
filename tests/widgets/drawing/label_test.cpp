// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/drawing/label.h"

#include <QBuffer>
#include <QFontMetricsF>
#include <QImage>
#include <QPainter>
#include <QSvgGenerator>
#include <QTest>

#include "tests/support/qt_test.h"

using widgets::drawLabel;
using widgets::elidedLabel;
using widgets::labelWidth;

namespace {

constexpr QRectF place{20, 10, 120, 40};

template <class Draw>
QImage painted(double ratio, const Draw &draw) {
    QImage image(QSize(160, 60) * ratio, QImage::Format_RGB32);
    image.setDevicePixelRatio(ratio);
    image.fill(Qt::white);
    QPainter painter(&image);
    draw(painter);
    return image;
}

}  // namespace

class LabelTest : public QObject {
    Q_OBJECT

  private slots:
    void aLabelLooksLikeTheSameTextDrawnAnew_data();
    void aLabelLooksLikeTheSameTextDrawnAnew();
    void theFontThePenAndTheDirectionAreThePainters();
    void aTooWideTextIsCutAtItsEnd();
    void anSvgKeepsTheText();
};

void LabelTest::aLabelLooksLikeTheSameTextDrawnAnew_data() {
    QTest::addColumn<int>("alignment");
    QTest::newRow("centre") << int(Qt::AlignCenter);
    QTest::newRow("left") << int(Qt::AlignLeft | Qt::AlignVCenter);
    QTest::newRow("right") << int(Qt::AlignRight | Qt::AlignVCenter);
    QTest::newRow("top") << int(Qt::AlignLeft | Qt::AlignTop);
    QTest::newRow("bottom") << int(Qt::AlignHCenter | Qt::AlignBottom);
}

void LabelTest::aLabelLooksLikeTheSameTextDrawnAnew() {
    QFETCH(const int, alignment);
    const QStringList texts{QStringLiteral("0.12"), QStringLiteral("élève"), QString(),
                            QStringLiteral("chair")};
    for (int i = 0; i < 48; ++i) {
        // Fractions of a pixel, and heights of lines that are none in whole pixels.
        const QRectF rect = place.translated(0.125 * i, 0.0625 * i);
        QFont font;
        font.setPixelSize(11 + i % 5);
        const QString &text = texts[i % 4];
        const double ratio = 1 + i / 24;
        const QImage label = painted(ratio, [&](QPainter &painter) {
            painter.setFont(font);
            drawLabel(painter, rect, Qt::Alignment(alignment), text);
        });
        const QImage expected = painted(ratio, [&](QPainter &painter) {
            painter.setFont(font);
            painter.drawText(rect, alignment | Qt::TextDontClip | Qt::TextSingleLine, text);
        });
        QCOMPARE(label, expected);
    }
}

void LabelTest::theFontThePenAndTheDirectionAreThePainters() {
    QFont large;
    large.setPixelSize(24);
    QFont bold;
    bold.setBold(true);
    const auto compare = [](const auto &prepare) {
        const QString text = QStringLiteral("Wort");
        const QImage label = painted(1, [&](QPainter &painter) {
            prepare(painter);
            drawLabel(painter, place, Qt::AlignCenter, text);
        });
        const QImage expected = painted(1, [&](QPainter &painter) {
            prepare(painter);
            painter.drawText(place, Qt::AlignCenter | Qt::TextDontClip, text);
        });
        QCOMPARE(label, expected);
    };
    compare([&](QPainter &) {});
    compare([&](QPainter &painter) { painter.setFont(large); });
    compare([&](QPainter &painter) { painter.setFont(bold); });
    compare([&](QPainter &painter) { painter.setPen(Qt::red); });
    compare([&](QPainter &painter) {
        painter.translate(30, 50);
        painter.rotate(-90);
    });
    compare([&](QPainter &) {});
    QCOMPARE(labelWidth(large, QStringLiteral("Wort")),
             QFontMetricsF(large).horizontalAdvance(QStringLiteral("Wort")));
    QCOMPARE(labelWidth(bold, QStringLiteral("Wort")),
             QFontMetricsF(bold).horizontalAdvance(QStringLiteral("Wort")));
}

void LabelTest::aTooWideTextIsCutAtItsEnd() {
    const QFont font;
    const QString text = QStringLiteral("extraordinairement");
    const double width = labelWidth(font, text);
    QCOMPARE(elidedLabel(font, text, width), text);
    const QString cut = elidedLabel(font, text, width / 2);
    QVERIFY(cut.endsWith(u'…') && text.startsWith(cut.chopped(1)));
    QVERIFY(cut.size() > 3);
    QVERIFY(labelWidth(font, cut) <= width / 2);
}

void LabelTest::anSvgKeepsTheText() {
    QBuffer buffer;
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize({160, 60});
    QPainter painter(&generator);
    drawLabel(painter, place, Qt::AlignCenter, QStringLiteral("0.12"));
    painter.end();
    QVERIFY(buffer.data().contains(">0.12</text>"));
}

REGISTER_QT_TEST(LabelTest)
#include "drawing/label_test.moc"
