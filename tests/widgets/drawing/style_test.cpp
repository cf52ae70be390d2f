// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/drawing/style.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScreen>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSlider>
#include <QSpinBox>
#include <QStyleOptionSlider>
#include <QTest>

#include "tests/support/qt_test.h"
#include "widgets/drawing/theme.h"

namespace {

/// A bar whose page is a quarter of what there is, with the program's style.
class Bar : public QScrollBar {
  public:
    explicit Bar(Qt::Orientation orientation) : QScrollBar(orientation) {
        setStyle(&style_);
        setPalette(widgets::Theme::light().palette());
        setRange(0, 300);
        setPageStep(100);
        resize(orientation == Qt::Horizontal ? QSize(400, 14) : QSize(14, 400));
        show();
    }
    ~Bar() override { setStyle(nullptr); }

    /// Where the style has the slider.
    QRect slider() const {
        QStyleOptionSlider option;
        initStyleOption(&option);
        return style_.subControlRect(QStyle::CC_ScrollBar, &option, QStyle::SC_ScrollBarSlider,
                                     this);
    }

  private:
    widgets::Style style_;
};

/// The stretch of a line of pixels that has another colour than its first one's neighbour, the
/// background.
QPair<int, int> stretch(const QImage &image, bool across, QRgb color) {
    int first = -1;
    int last = -1;
    const int length = across ? image.width() : image.height();
    for (int i = 0; i < length; ++i) {
        if (image.pixel(across ? i : 7, across ? 7 : i) != color)
            continue;
        first = first < 0 ? i : first;
        last = i;
    }
    return {first, last};
}

class StyleTest : public QObject {
    Q_OBJECT
  private slots:
    void controlsHaveAnOutlineThatIsSeenInHighContrast() {
        widgets::Style style;
        const widgets::Theme &theme = widgets::Theme::highContrast();
        QWidget window;
        window.setPalette(theme.palette());
        window.setStyle(&style);
        QLineEdit field(&window);
        QCheckBox box(&window);
        QSpinBox spin(&window);
        QPushButton button(&window);
        for (QWidget *part : std::initializer_list<QWidget *>{&field, &box, &spin, &button}) {
            part->setStyle(&style);
            part->resize(120, 30);
            const QImage image = part->grab().toImage();
            // The upper edge; of the box, wherever it is.
            double most = 1;
            for (int y = 0; y < (part == &box ? image.height() : 2); ++y)
                for (int x = 0; x < image.width() / 4; ++x)
                    most = std::max(most, widgets::contrast(image.pixelColor(x, y), theme.window));
            QVERIFY2(most >= 3, part->metaObject()->className());
        }
    }

    void theSliderIsPaintedAsLongAsAPageAndWhereTheValueIs_data();
    void theSliderIsPaintedAsLongAsAPageAndWhereTheValueIs();
    void theSliderFollowsTheMouse();
    void aMenuHigherThanTheScreenScrolls();
    void aClickBesideTheSliderTurnsAPage();
    void fromRightToLeftTheSliderBeginsOnTheRight();
    void theSliderStaysLargeEnoughToBeHit();
    void aBarWithNothingToScrollHasNoSlider();
    void aSliderWithTicksIsNotCutOff_data();
    void aSliderWithTicksIsNotCutOff();
    void aSliderShowsItsFocus();
    void linesGrowWithTheTextOfAWidget_data();
    void linesGrowWithTheTextOfAWidget();
    void boxesToTickGrowWithText();
};

void StyleTest::theSliderIsPaintedAsLongAsAPageAndWhereTheValueIs_data() {
    QTest::addColumn<Qt::Orientation>("orientation");
    QTest::newRow("across") << Qt::Horizontal;
    QTest::newRow("down") << Qt::Vertical;
}

void StyleTest::theSliderIsPaintedAsLongAsAPageAndWhereTheValueIs() {
    QFETCH(const Qt::Orientation, orientation);
    Bar bar(orientation);
    const auto &theme = widgets::Theme::light();
    const QRgb handle = theme.handle(widgets::Theme::Handle::idle).rgb();
    for (const auto &[value, first] : {QPair{0, 0}, {150, 150}, {300, 300}}) {
        bar.setValue(value);
        const QImage image = bar.grab().toImage();
        QCOMPARE(stretch(image, orientation == Qt::Horizontal, handle),
                 qMakePair(first, first + 99));
        QCOMPARE(image.pixel(0, 0), theme.window.rgb());
    }
}

void StyleTest::aMenuHigherThanTheScreenScrolls() {
    widgets::Style style;
    QMenu menu;
    menu.setStyle(&style);
    for (int i = 0; i < 200; ++i)
        menu.addAction(QStringLiteral("sentence %1").arg(i));
    menu.popup({0, 0});
    QTRY_VERIFY(menu.isVisible());
    QVERIFY(menu.height() <= menu.screen()->geometry().height());
    QCOMPARE(menu.actionGeometry(menu.actions().last()).left(),
             menu.actionGeometry(menu.actions().first()).left());
    menu.close();
}

void StyleTest::theSliderFollowsTheMouse() {
    Bar bar(Qt::Horizontal);
    QTest::mousePress(&bar, Qt::LeftButton, {}, {50, 7});
    QMouseEvent move(QEvent::MouseMove, QPointF(110, 7), bar.mapToGlobal(QPointF(110, 7)),
                     Qt::NoButton, Qt::LeftButton, {});
    QCoreApplication::sendEvent(&bar, &move);
    QCOMPARE(bar.value(), 60);
    const QRgb pressed = widgets::Theme::light().handle(widgets::Theme::Handle::pressed).rgb();
    QCOMPARE(stretch(bar.grab().toImage(), true, pressed), qMakePair(60, 159));
    QTest::mouseRelease(&bar, Qt::LeftButton, {}, {110, 7});
    QCOMPARE(bar.value(), 60);
}

void StyleTest::aClickBesideTheSliderTurnsAPage() {
    for (const Qt::Orientation orientation : {Qt::Horizontal, Qt::Vertical}) {
        Bar bar(orientation);
        const bool across = orientation == Qt::Horizontal;
        QTest::mouseClick(&bar, Qt::LeftButton, {}, across ? QPoint(399, 7) : QPoint(7, 399));
        QCOMPARE(bar.value(), 100);
        QTest::mouseClick(&bar, Qt::LeftButton, {}, across ? QPoint(0, 7) : QPoint(7, 0));
        QCOMPARE(bar.value(), 0);
    }
}

void StyleTest::fromRightToLeftTheSliderBeginsOnTheRight() {
    Bar bar(Qt::Horizontal);
    bar.setLayoutDirection(Qt::RightToLeft);
    QCOMPARE(bar.slider(), QRect(300, 0, 100, 14));
}

void StyleTest::theSliderStaysLargeEnoughToBeHit() {
    Bar bar(Qt::Vertical);
    bar.setRange(0, 1'000'000);
    QVERIFY(bar.slider().height() >= 20);
    bar.setValue(1'000'000);
    QCOMPARE(bar.slider().bottom(), 399);
    bar.setRange(INT_MIN, INT_MAX);
    QVERIFY(bar.slider().height() >= 20 && bar.slider().height() < 100);
    QVERIFY(bar.rect().contains(bar.slider()));
}

void StyleTest::aBarWithNothingToScrollHasNoSlider() {
    Bar bar(Qt::Horizontal);
    bar.setRange(0, 0);
    const QRgb handle = widgets::Theme::light().handle(widgets::Theme::Handle::idle).rgb();
    QCOMPARE(stretch(bar.grab().toImage(), true, handle), qMakePair(-1, -1));
}

void StyleTest::aSliderWithTicksIsNotCutOff_data() {
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

void StyleTest::aSliderWithTicksIsNotCutOff() {
    QFETCH(const bool, dark);
    const auto &theme = dark ? widgets::Theme::darkTheme() : widgets::Theme::light();
    widgets::Style style;
    QSlider slider(Qt::Horizontal);
    slider.setStyle(&style);
    slider.setPalette(theme.palette());
    slider.setRange(-100, 100);
    slider.setTickPosition(QSlider::TicksBelow);
    slider.setTickInterval(100);
    slider.resize(220, slider.sizeHint().height());
    QStyleOptionSlider option;
    option.initFrom(&slider);
    option.orientation = Qt::Horizontal;
    option.minimum = -100;
    option.maximum = 100;
    option.tickPosition = QSlider::TicksBelow;
    const QRect handle =
        style.subControlRect(QStyle::CC_Slider, &option, QStyle::SC_SliderHandle, &slider);
    QVERIFY(slider.rect().adjusted(2, 2, -2, -2).contains(handle));
    const QImage image = slider.grab().toImage();
    // The handle in the middle, a groove on both sides of it, a tick below.
    QCOMPARE(image.pixelColor(handle.center()), theme.mutedText);
    const QColor groove = theme.handle(widgets::Theme::Handle::idle);
    for (const int x : {30, 190})
        QCOMPARE(image.pixelColor(x, handle.center().y()), groove);
    QVERIFY(widgets::contrast(groove, theme.surface) > 2);
    for (const int x : {3 + 5, handle.center().x(), 219 - 3 - 5})
        QCOMPARE(image.pixelColor(x, handle.bottom() + 4), theme.mutedText);
    slider.setStyle(nullptr);
}

void StyleTest::aSliderShowsItsFocus() {
    widgets::Style style;
    QSlider slider(Qt::Horizontal);
    slider.setStyle(&style);
    slider.setPalette(widgets::Theme::light().palette());
    slider.show();
    QVERIFY(QTest::qWaitForWindowActive(&slider));
    slider.setFocus();
    QTRY_VERIFY(slider.hasFocus());
    QCOMPARE(slider.grab().toImage().pixelColor(1, 6),
             widgets::Theme::light().role(widgets::Role::source));
    slider.clearFocus();
    QVERIFY(slider.grab().toImage().pixelColor(1, 6) !=
            widgets::Theme::light().role(widgets::Role::source));
    slider.setStyle(nullptr);
}

void StyleTest::linesGrowWithTheTextOfAWidget_data() {
    QTest::addColumn<int>("text");
    QTest::addColumn<QList<double>>("lines");  // usually 1, 1.2 and 2 thick
    QTest::newRow("small") << 9 << QList<double>{1, 1.2, 2};
    QTest::newRow("usual") << 12 << QList<double>{1, 1.2, 2};
    QTest::newRow("of many desktops") << 15 << QList<double>{1, 1.2, 2};
    QTest::newRow("of a presentation") << 17 << QList<double>{2, 2, 3};
    QTest::newRow("twice as large") << 24 << QList<double>{2, 2, 4};
}

void StyleTest::linesGrowWithTheTextOfAWidget() {
    QFETCH(const int, text);
    QFETCH(const QList<double>, lines);
    QWidget widget;
    QFont font = widget.font();
    font.setPixelSize(text);
    widget.setFont(font);
    const auto theme = widgets::Theme::of(widget);
    const QList<double> usual{1, 1.2, 2};
    for (qsizetype i = 0; i < usual.size(); ++i) {
        QCOMPARE(theme.thickness(usual[i]), lines[i]);
        QCOMPARE(theme.pen(Qt::red, usual[i], Qt::DotLine), QPen(Qt::red, lines[i], Qt::DotLine));
    }
}

void StyleTest::boxesToTickGrowWithText() {
    widgets::Style style;
    QWidget widget;
    const int usual = style.pixelMetric(QStyle::PM_IndicatorWidth, nullptr, &widget);
    QFont font = widget.font();
    font.setPixelSize(24);
    widget.setFont(font);
    QCOMPARE(style.pixelMetric(QStyle::PM_IndicatorWidth, nullptr, &widget), 2 * usual);
    QCOMPARE(style.pixelMetric(QStyle::PM_SliderLength, nullptr, &widget),
             style.pixelMetric(QStyle::PM_SliderLength, nullptr, nullptr));
}

}  // namespace

REGISTER_QT_TEST(StyleTest)
#include "drawing/style_test.moc"
