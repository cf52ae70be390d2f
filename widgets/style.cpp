// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/style.h"

#include <QPainter>
#include <QStyleOptionSlider>
#include <algorithm>

#include "widgets/theme.h"

namespace widgets {
namespace {

/// Between the slider's long sides and the bar's.
constexpr int margin = 3;

Theme::Handle handleOf(const QStyleOptionSlider &option) {
    const bool active = option.activeSubControls.testFlag(QStyle::SC_ScrollBarSlider);
    if (active && option.state.testFlag(QStyle::State_Sunken))
        return Theme::Handle::pressed;
    return active && option.state.testFlag(QStyle::State_MouseOver) ? Theme::Handle::hovered
                                                                    : Theme::Handle::idle;
}

}  // namespace

Style::Style() : QProxyStyle(QStringLiteral("Fusion")) {}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                               QPainter *painter, const QWidget *widget) const {
    const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (control != CC_ScrollBar || bar == nullptr) {
        QProxyStyle::drawComplexControl(control, option, painter, widget);
        return;
    }
    const Theme &theme = Theme::of(bar->palette);
    painter->fillRect(bar->rect, theme.window);
    if (bar->maximum == bar->minimum)
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

}  // namespace widgets
