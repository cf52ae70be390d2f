// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>

class QStyleOptionSlider;

namespace widgets {

/// Fusion with scroll bars of two plain rectangles and with plain sliders. The bars of Fusion are a
/// dozen gradients and translucent lines, which Qt deals out to several threads where they are
/// long: they took longer to paint than a panel beside them. Its sliders are cut off at the top
/// where they have ticks, and in the dark hardly anything of them is seen, the focus least.
class Style : public QProxyStyle {
    Q_OBJECT
  public:
    Style();

    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                            QPainter *painter, const QWidget *widget) const override;
    /// Where contrast is high, whatever can be handled has an outline that is seen.
    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    /// Scroll bars have no arrows: the slider has the whole length. So has the groove of a slider.
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                         const QWidget *widget) const override;
    /// Menus that are higher than the screen scroll: Fusion gives them columns beside the screen.
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *answer) const override;
    /// Boxes to tick and scroll bars grow with text as lines do.
    int pixelMetric(PixelMetric metric, const QStyleOption *option,
                    const QWidget *widget) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                           const QWidget *widget) const override;

  private:
    QRect sliderRect(const QStyleOptionSlider &option, const QWidget *widget) const;
};

}  // namespace widgets
