// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/drawing/style.h"

#include <QPainter>
#include <QStyleOptionSlider>
#include <algorithm>
#include <cmath>

#include "widgets/drawing/focus_ring.h"
#include "widgets/drawing/theme.h"

namespace widgets {
namespace {

/// Between the long sides of the slider and those of the bar.
constexpr int margin = 3;

// Of a slider, in pixels.
constexpr int handleLength = 11;
constexpr int handleThickness = 15;
constexpr int grooveThickness = 4;
constexpr int tickLength = 4;
constexpr int focusRoom = 3;  // around it, for the frame that shows the focus

Theme::Handle handleOf(const QStyleOptionSlider &option) {
    const bool active = option.activeSubControls.testFlag(QStyle::SC_ScrollBarSlider);
    if (active && option.state.testFlag(QStyle::State_Sunken))
        return Theme::Handle::pressed;
    return active && option.state.testFlag(QStyle::State_MouseOver) ? Theme::Handle::hovered
                                                                    : Theme::Handle::idle;
}

/// A rectangle along a slider as it lies on the screen, of one that is thought of as lying.
QRect turned(const QStyleOptionSlider &slider, int from, int side, int length, int thickness) {
    const QRect &whole = slider.rect;
    return slider.orientation == Qt::Horizontal
               ? QRect(whole.x() + from, whole.y() + side, length, thickness)
               : QRect(whole.x() + side, whole.y() + from, thickness, length);
}

int lengthOf(const QStyleOptionSlider &slider) {
    return slider.orientation == Qt::Horizontal ? slider.rect.width() : slider.rect.height();
}

bool ticksAt(const QStyleOptionSlider &slider, QSlider::TickPosition side) {
    return slider.tickPosition == side || slider.tickPosition == QSlider::TicksBothSides;
}

/// How thick a slider is with its ticks.
int thicknessOf(const QStyleOptionSlider &slider) {
    const int sides = (ticksAt(slider, QSlider::TicksAbove) ? 1 : 0) +
                      (ticksAt(slider, QSlider::TicksBelow) ? 1 : 0);
    return handleThickness + sides * (tickLength + 1) + 2 * focusRoom;
}

/// Where the handle begins, across the slider: it and its ticks lie in the middle.
int handleSide(const QStyleOptionSlider &slider) {
    const int room =
        slider.orientation == Qt::Horizontal ? slider.rect.height() : slider.rect.width();
    return (room - thicknessOf(slider)) / 2 + focusRoom +
           (ticksAt(slider, QSlider::TicksAbove) ? tickLength + 1 : 0);
}

/// Where the handle begins for a value, along the slider.
int handleBegin(const QStyleOptionSlider &slider, int value) {
    const int room = lengthOf(slider) - handleLength - 2 * focusRoom;
    return focusRoom + QStyle::sliderPositionFromValue(slider.minimum, slider.maximum, value, room,
                                                       slider.upsideDown);
}

QRect handleRect(const QStyleOptionSlider &slider) {
    return turned(slider, handleBegin(slider, slider.sliderPosition), handleSide(slider),
                  handleLength, handleThickness);
}

/// The whole length of it: Qt measures in it which value a place has.
QRect grooveRect(const QStyleOptionSlider &slider) {
    return turned(slider, focusRoom, handleSide(slider) + (handleThickness - grooveThickness) / 2,
                  lengthOf(slider) - 2 * focusRoom, grooveThickness);
}

void drawTicks(QPainter &painter, const QStyleOptionSlider &slider, const QColor &color) {
    const int interval = slider.tickInterval > 0 ? slider.tickInterval : slider.pageStep;
    if (slider.tickPosition == QSlider::NoTicks || interval <= 0)
        return;
    const int side = handleSide(slider);
    for (int value = slider.minimum; value <= slider.maximum; value += interval) {
        const int middle = handleBegin(slider, value) + handleLength / 2;
        if (ticksAt(slider, QSlider::TicksAbove))
            painter.fillRect(turned(slider, middle, side - 1 - tickLength, 1, tickLength), color);
        if (ticksAt(slider, QSlider::TicksBelow))
            painter.fillRect(turned(slider, middle, side + handleThickness + 1, 1, tickLength),
                             color);
        if (value > slider.maximum - interval)  // the next one might not be a number
            break;
    }
}

void drawSlider(QPainter &painter, const QStyleOptionSlider &slider, const QWidget *widget) {
    const Theme &theme = Theme::of(slider.palette);
    const bool enabled = slider.state.testFlag(QStyle::State_Enabled);
    const bool active = slider.activeSubControls.testFlag(QStyle::SC_SliderHandle);
    const bool pressed = active && slider.state.testFlag(QStyle::State_Sunken);
    const bool hovered = active && slider.state.testFlag(QStyle::State_MouseOver);
    // No part of it is filled: the value is no amount of anything.
    painter.fillRect(grooveRect(slider), theme.handle(Theme::Handle::idle));
    drawTicks(painter, slider, theme.mutedText);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme.pen(theme.surface, 1));
    painter.setBrush(!enabled  ? theme.handle(Theme::Handle::idle)
                     : pressed ? theme.emphasis
                     : hovered ? theme.handle(Theme::Handle::pressed)
                               : theme.mutedText);
    painter.drawRoundedRect(QRectF(handleRect(slider)).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    painter.restore();
    if (widget)
        drawFocusFrame(painter, *widget);
}

}  // namespace

Style::Style() : QProxyStyle(QStringLiteral("Fusion")) {}

namespace {

/// Fusion draws outlines darker than what they surround, which nothing is on black.
void outlineIn(QPainter &painter, const QStyleOption &option) {
    const Theme &theme = Theme::of(option.palette);
    if (&theme != &Theme::highContrast())
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    const bool focused = option.state.testFlag(QStyle::State_HasFocus);
    painter.setPen(theme.pen(focused ? theme.role(Role::source) : theme.outline, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(option.rect.adjusted(0, 0, -1, -1));
    painter.restore();
}

}  // namespace

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                          const QWidget *widget) const {
    QProxyStyle::drawPrimitive(element, option, painter, widget);
    switch (element) {
        case PE_FrameLineEdit:
        case PE_IndicatorCheckBox:
        case PE_IndicatorItemViewItemCheck:
        case PE_IndicatorRadioButton:
        case PE_PanelButtonCommand:
        case PE_FrameMenu:
            return outlineIn(*painter, *option);
        default:
            break;
    }
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                               QPainter *painter, const QWidget *widget) const {
    const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (control == CC_Slider && bar != nullptr)
        return drawSlider(*painter, *bar, widget);
    if (control != CC_ScrollBar || bar == nullptr) {
        QProxyStyle::drawComplexControl(control, option, painter, widget);
        if (control == CC_SpinBox || control == CC_ComboBox)
            outlineIn(*painter, *option);
        return;
    }
    const Theme &theme = Theme::of(bar->palette);
    // With nothing to scroll it is as if it were not there.
    const bool useless = bar->maximum == bar->minimum;
    painter->fillRect(bar->rect, useless ? theme.surface : theme.window);
    if (useless)
        return;
    const bool across = bar->orientation == Qt::Horizontal;
    const QRect slider = subControlRect(control, bar, SC_ScrollBarSlider, widget)
                             .adjusted(across ? 0 : margin, across ? margin : 0,
                                       across ? 0 : -margin, across ? -margin : 0);
    painter->fillRect(slider, theme.handle(handleOf(*bar)));
}

QRect Style::sliderRect(const QStyleOptionSlider &option, const QWidget *widget) const {
    const bool across = option.orientation == Qt::Horizontal;
    const int room = across ? option.rect.width() : option.rect.height();
    const auto range = static_cast<double>(option.maximum) - option.minimum;
    const double share = range > 0 ? option.pageStep / (range + option.pageStep) : 1.0;
    const int least = std::min(room, pixelMetric(PM_ScrollBarSliderMin, &option, widget));
    const int length = std::clamp(static_cast<int>(room * share), least, room);
    const int begin = sliderPositionFromValue(option.minimum, option.maximum, option.sliderPosition,
                                              room - length, option.upsideDown);
    const QRect &bar = option.rect;
    return across ? QRect(bar.x() + begin, bar.y(), length, bar.height())
                  : QRect(bar.x(), bar.y() + begin, bar.width(), length);
}

QRect Style::subControlRect(ComplexControl control, const QStyleOptionComplex *option,
                            SubControl part, const QWidget *widget) const {
    const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (control == CC_Slider && bar != nullptr && part == SC_SliderHandle)
        return handleRect(*bar);
    if (control == CC_Slider && bar != nullptr && part == SC_SliderGroove)
        return grooveRect(*bar);
    if (control != CC_ScrollBar || bar == nullptr)
        return QProxyStyle::subControlRect(control, option, part, widget);
    const QRect &whole = bar->rect;
    const QRect slider = sliderRect(*bar, widget);
    const bool across = bar->orientation == Qt::Horizontal;
    QRect rect;
    if (part == SC_ScrollBarSlider) {
        rect = slider;
    } else if (part == SC_ScrollBarGroove) {
        rect = whole;
    } else if (part == SC_ScrollBarSubPage) {
        rect = across ? QRect(whole.topLeft(), QPoint(slider.left() - 1, whole.bottom()))
                      : QRect(whole.topLeft(), QPoint(whole.right(), slider.top() - 1));
    } else if (part == SC_ScrollBarAddPage) {
        rect = across ? QRect(QPoint(slider.right() + 1, whole.top()), whole.bottomRight())
                      : QRect(QPoint(whole.left(), slider.bottom() + 1), whole.bottomRight());
    }
    return across ? visualRect(bar->direction, whole, rect) : rect;
}

int Style::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                     QStyleHintReturn *answer) const {
    return hint == SH_Menu_Scrollable ? 1 : QProxyStyle::styleHint(hint, option, widget, answer);
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption *option,
                       const QWidget *widget) const {
    const int usual = QProxyStyle::pixelMetric(metric, option, widget);
    if (!widget)
        return usual;
    switch (metric) {
        case PM_IndicatorWidth:
        case PM_IndicatorHeight:
        case PM_ExclusiveIndicatorWidth:
        case PM_ExclusiveIndicatorHeight:
        case PM_ScrollBarExtent: {
            // Fusion has let them grow with the dots per inch.
            const double larger = Theme::of(*widget).lines * 96 / widget->logicalDpiY();
            return static_cast<int>(std::lround(usual * std::max(larger, 1.0)));
        }
        default:
            return usual;
    }
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                              const QWidget *widget) const {
    const QSize usual = QProxyStyle::sizeFromContents(type, option, size, widget);
    const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (type != CT_Slider || slider == nullptr)
        return usual;
    const int thickness = thicknessOf(*slider);
    return slider->orientation == Qt::Horizontal ? QSize(usual.width(), thickness)
                                                 : QSize(thickness, usual.height());
}

}  // namespace widgets
