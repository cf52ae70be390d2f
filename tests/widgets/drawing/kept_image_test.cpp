// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/drawing/kept_image.h"

#include <QPainter>
#include <QTest>
#include <QThread>
#include <new>

#include "tests/support/qt_test.h"

namespace {

constexpr QSize size(40, 30);

/// Fills the image, and knows how often and on which thread.
struct Filling {
    QColor color;
    int times = 0;
    QThread *thread = nullptr;

    widgets::ImageSheet::Paint paint() {
        return [this](QPainter &painter) {
            ++times;
            thread = QThread::currentThread();
            painter.fillRect(painter.window(), color);
        };
    }
};

}  // namespace

/// Images that are painted when they change, here or by another thread.
class KeptImageTest : public QObject {
    Q_OBJECT

  private slots:
    void whatIsTheSameIsPaintedOnce();
    void whatWasBegunIsPaintedByAnotherThreadAndOnlyOnce();
    void whatWasBegunForSomethingElseIsNotShown();
    void whatIsThereIsNotBegunAgain();
    void theLastThatWasBegunIsShown();
    void anImageIsPaintedAtTheScreensScale();
    void aSmallerImageKeepsTheMemoryUnlessItIsMuchSmaller();
    void anEmptyWidgetIsNotPaintedInAdvance();
    void whatFailsInAdvanceIsPaintedWhenItIsNeeded();
    void aFontOfItsOwnIsEqual();
};

void KeptImageTest::whatIsTheSameIsPaintedOnce() {
    widgets::KeptImage<int> kept;
    Filling red{Qt::red};
    Filling blue{Qt::blue};
    QCOMPARE(kept.of(0, size, 1, red.paint()).pixelColor(5, 5), QColor(Qt::red));
    QCOMPARE(kept.of(0, size, 1, blue.paint()).pixelColor(5, 5), QColor(Qt::red));
    QCOMPARE(kept.of(1, size, 1, blue.paint()).pixelColor(5, 5), QColor(Qt::blue));
    QCOMPARE(red.times, 1);
    QCOMPARE(blue.times, 1);
    QCOMPARE(blue.thread, thread());
}

void KeptImageTest::whatWasBegunIsPaintedByAnotherThreadAndOnlyOnce() {
    widgets::KeptImage<int> kept;
    Filling green{Qt::green};
    Filling again{Qt::red};
    kept.begin(7, size, 1, green.paint());
    QCOMPARE(kept.of(7, size, 1, again.paint()).pixelColor(39, 29), QColor(Qt::green));
    QCOMPARE(green.times, 1);
    QVERIFY(green.thread != thread());
    QCOMPARE(again.times, 0);
}

void KeptImageTest::whatWasBegunForSomethingElseIsNotShown() {
    widgets::KeptImage<int> kept;
    Filling green{Qt::green};
    Filling red{Qt::red};
    kept.begin(7, size, 1, green.paint());
    QCOMPARE(kept.of(8, size, 1, red.paint()).pixelColor(5, 5), QColor(Qt::red));
    QCOMPARE(kept.of(7, size, 1, green.paint()).pixelColor(5, 5), QColor(Qt::green));
    QCOMPARE(green.times, 2);
}

void KeptImageTest::whatIsThereIsNotBegunAgain() {
    widgets::KeptImage<int> kept;
    Filling green{Qt::green};
    kept.of(7, size, 1, green.paint());
    kept.begin(7, size, 1, green.paint());
    kept.of(7, size, 1, green.paint());
    QCOMPARE(green.times, 1);
}

void KeptImageTest::theLastThatWasBegunIsShown() {
    widgets::KeptImage<int> kept;
    Filling green{Qt::green};
    Filling blue{Qt::blue};
    Filling red{Qt::red};
    kept.begin(1, size, 1, green.paint());
    kept.begin(2, size, 1, blue.paint());
    QCOMPARE(kept.of(2, size, 1, red.paint()).pixelColor(5, 5), QColor(Qt::blue));
    QCOMPARE(red.times, 0);
}

void KeptImageTest::anImageIsPaintedAtTheScreensScale() {
    widgets::KeptImage<int> kept;
    const QImage &image = kept.of(0, size, 2, [](QPainter &painter) {
        painter.fillRect(painter.window(), Qt::white);
        painter.fillRect(QRect(0, 0, 10, 10), Qt::black);
    });
    QCOMPARE(image.size(), size * 2);
    QCOMPARE(image.pixelColor(19, 19), QColor(Qt::black));
    QCOMPARE(image.pixelColor(20, 20), QColor(Qt::white));
    QCOMPARE(image.pixelColor(79, 59), QColor(Qt::white));
}

void KeptImageTest::aSmallerImageKeepsTheMemoryUnlessItIsMuchSmaller() {
    widgets::KeptImage<int> kept;
    Filling green{Qt::green};
    const uchar *memory = kept.of(0, size, 1, green.paint()).constBits();
    QCOMPARE(kept.of(1, size - QSize(5, 0), 1, green.paint()).constBits(), memory);
    kept.begin(2, size, 1, green.paint());
    QCOMPARE(kept.of(2, size, 1, green.paint()).constBits(), memory);
    QCOMPARE(kept.of(3, QSize(10, 10), 1, green.paint()).size(), QSize(10, 10));
    QCOMPARE(kept.of(4, size, 1, green.paint()).size(), size);
    QCOMPARE(kept.of(5, QSize(10, 30), 1, green.paint()).size(), QSize(10, 30));
    QCOMPARE(kept.of(6, size, 1, green.paint()).size(), size);
    QCOMPARE(kept.of(7, QSize(40, 10), 1, green.paint()).size(), QSize(40, 10));
}

void KeptImageTest::anEmptyWidgetIsNotPaintedInAdvance() {
    widgets::KeptImage<int> kept;
    Filling green{Qt::green};
    kept.begin(0, QSize(0, 30), 1, green.paint());
    QCOMPARE(kept.of(0, size, 1, green.paint()).pixelColor(5, 5), QColor(Qt::green));
    QCOMPARE(green.times, 1);
    QCOMPARE(green.thread, thread());
}

void KeptImageTest::whatFailsInAdvanceIsPaintedWhenItIsNeeded() {
    widgets::KeptImage<int> kept;
    Filling green{Qt::green};
    kept.begin(0, size, 1, [](QPainter &) { throw std::bad_alloc(); });
    QCOMPARE(kept.of(0, size, 1, green.paint()).pixelColor(5, 5), QColor(Qt::green));
    kept.begin(1, size, 1, [](QPainter &) { throw std::bad_alloc(); });
    kept.begin(2, size, 1, green.paint());
    QCOMPARE(kept.of(2, size, 1, green.paint()).pixelColor(5, 5), QColor(Qt::green));
    QCOMPARE(green.times, 2);
}

void KeptImageTest::aFontOfItsOwnIsEqual() {
    QFont font(QStringLiteral("DejaVu Sans"), 11);
    font.setBold(true);
    QCOMPARE(widgets::fontOfItsOwn(font), font);
    QVERIFY(!widgets::fontOfItsOwn(font).isCopyOf(font));
}

REGISTER_QT_TEST(KeptImageTest)
#include "drawing/kept_image_test.moc"
