// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/drawing/theme.h"

#include <QFontInfo>
#include <QWidget>
#include <algorithm>
#include <cmath>

namespace widgets {
namespace {

/// `amount` of `over` on `under`, opaque: blended beforehand, since translucent painting is slow.
QColor blend(const QColor &under, const QColor &over, double amount) {
    const auto mix = [amount](int a, int b) {
        return static_cast<int>(std::lround(a + (b - a) * amount));
    };
    return {mix(under.red(), over.red()), mix(under.green(), over.green()),
            mix(under.blue(), over.blue())};
}

/// WCAG 2.1 relative luminance.
double luminance(const QColor &color) {
    const auto linear = [](double c) {
        return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) +
           0.0722 * linear(color.blueF());
}

QColor notANumber() {
    return {128, 128, 128};
}

/// How many times as thick as usual lines are beside a text of so many pixels.
double linesBeside(int text) {
    constexpr double usual = 12;  // pixels
    return std::max(1.0, std::floor(2 * (text + 1) / usual) / 2);
}

}  // namespace

QColor Theme::role(Role role) const {
    // Okabe & Ito's blue, bluish green, vermilion and reddish purple, made darker or lighter until
    // text in them reads well on the surface.
    switch (role) {
        case Role::source:
            return dark ? QColor(0x5f, 0xb4, 0xe8) : QColor(0x00, 0x6c, 0xab);
        case Role::target:
            return dark ? QColor(0x33, 0xc2, 0x98) : QColor(0x00, 0x80, 0x5d);
        case Role::attention:
            return dark ? QColor(0xf5, 0x8b, 0x3e) : QColor(0xc4, 0x55, 0x00);
        case Role::state:
            return dark ? QColor(0xd0, 0x96, 0xd8) : QColor(0x85, 0x4b, 0x9f);
    }
    return text;
}

QColor Theme::fill(Role which) const {
    return blend(surface, role(which), dark ? 0.20 : 0.13);
}

QColor Theme::strongFill(Role which) const {
    return blend(surface, role(which), dark ? 0.38 : 0.28);
}

QColor Theme::handle(Handle handle) const {
    const double amount = handle == Handle::idle ? 0.55 : handle == Handle::hovered ? 0.7 : 0.85;
    return blend(window, text, amount);
}

QColor Theme::sequential(double value, Role which) const {
    if (std::isnan(value))
        return notANumber();
    return blend(surface, role(which), std::clamp(value, 0.0, 1.0));
}

QColor Theme::stroke(double value, Role which) const {
    constexpr double visible = 3;
    const QColor color = sequential(value, which);
    if (!contrasting || !(value > 0) || contrast(color, surface) >= visible)
        return color;
    // The least share of the hue that is visible, and a little more for more.
    double least = 0;
    for (double step = 0.5; step > 0.01; step /= 2)
        if (contrast(sequential(least + step, which), surface) < visible)
            least += step;
    return sequential(std::max(value, least + 0.02), which);
}

QColor Theme::weight(double value) const {
    return sequential(value, Role::attention);
}

QColor Theme::diverging(double value, double limit) const {
    if (std::isnan(value) || std::isnan(limit))
        return notANumber();
    const double part = limit > 0 ? std::clamp(value / limit, -1.0, 1.0) : 0.0;
    const QColor negative = dark ? QColor(0x4f, 0xa3, 0xe6) : QColor(0x21, 0x66, 0xac);
    const QColor positive = dark ? QColor(0xf2, 0x7f, 0x77) : QColor(0xc1, 0x2f, 0x37);
    return blend(surface, part < 0 ? negative : positive, std::abs(part));
}

const Theme &Theme::light() {
    static const Theme theme{
        .dark = false,
        .window = {0xf5, 0xf6, 0xf8},
        .surface = {0xff, 0xff, 0xff},
        .text = {0x1f, 0x23, 0x2b},
        .mutedText = {0x66, 0x6d, 0x7a},
        .outline = {0xd9, 0xdd, 0xe3},
        .pending = {0x69, 0x70, 0x7e},
        .emphasis = {0x1f, 0x23, 0x2b},
    };
    return theme;
}

const Theme &Theme::darkTheme() {
    static const Theme theme{
        .dark = true,
        .window = {0x16, 0x18, 0x1d},
        .surface = {0x1e, 0x21, 0x28},
        .text = {0xe7, 0xe9, 0xee},
        .mutedText = {0xa0, 0xa7, 0xb4},
        .outline = {0x3a, 0x40, 0x4b},
        .pending = {0x86, 0x8e, 0x9c},
        .emphasis = {0xf2, 0xf4, 0xf8},
    };
    return theme;
}

const Theme &Theme::highContrast() {
    static const Theme theme{
        .dark = true,
        .window = {0x00, 0x00, 0x00},
        .surface = {0x00, 0x00, 0x00},
        .text = {0xff, 0xff, 0xff},
        .mutedText = {0xdd, 0xdd, 0xdd},
        .outline = {0x8a, 0x8a, 0x8a},
        .pending = {0xb4, 0xb4, 0xb4},
        .emphasis = {0xff, 0xff, 0xff},
        .lines = 1,
        .contrasting = true,
    };
    return theme;
}

const Theme &Theme::of(const QPalette &palette) {
    if (palette.color(QPalette::Active, QPalette::Window) == highContrast().window)
        return highContrast();
    return luminance(palette.color(QPalette::Active, QPalette::Window)) < 0.2 ? darkTheme()
                                                                              : light();
}

Theme Theme::of(const QWidget &widget) {
    Theme theme = of(widget.palette());
    theme.lines = linesBeside(QFontInfo(widget.font()).pixelSize());
    return theme;
}

double Theme::thickness(double usual) const {
    return lines > 1 ? std::round(usual * lines) : usual;
}

QPen Theme::pen(const QColor &color, double usual, Qt::PenStyle style, Qt::PenCapStyle cap,
                Qt::PenJoinStyle join) const {
    return {color, thickness(usual), style, cap, join};
}

QPalette Theme::palette() const {
    const QColor button = dark ? blend(window, text, 0.10) : surface;
    const QColor accent = role(Role::source);
    QPalette palette(button, window);
    palette.setColor(QPalette::Window, window);
    palette.setColor(QPalette::WindowText, text);
    palette.setColor(QPalette::Base, surface);
    palette.setColor(QPalette::AlternateBase, blend(surface, text, 0.04));
    palette.setColor(QPalette::Text, text);
    palette.setColor(QPalette::Button, button);
    palette.setColor(QPalette::ButtonText, text);
    palette.setColor(QPalette::BrightText, textOn(accent));
    palette.setColor(QPalette::ToolTipBase, blend(surface, text, 0.08));
    palette.setColor(QPalette::ToolTipText, text);
    palette.setColor(QPalette::PlaceholderText, mutedText);
    palette.setColor(QPalette::Highlight, accent);
    palette.setColor(QPalette::HighlightedText, textOn(accent));
    palette.setColor(QPalette::Link, accent);
    palette.setColor(QPalette::LinkVisited, role(Role::state));
    palette.setColor(QPalette::Light, blend(button, Qt::white, dark ? 0.12 : 1.0));
    palette.setColor(QPalette::Midlight, blend(button, Qt::white, dark ? 0.06 : 0.5));
    palette.setColor(QPalette::Mid, blend(window, text, 0.20));
    palette.setColor(QPalette::Dark, blend(window, text, 0.35));
    palette.setColor(QPalette::Shadow, dark ? QColor(Qt::black) : blend(window, text, 0.7));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, pending);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, outline);
    palette.setColor(QPalette::Disabled, QPalette::HighlightedText, mutedText);
    return palette;
}

QColor textOn(const QColor &background) {
    return contrast(background, Qt::black) >= contrast(background, Qt::white) ? Qt::black
                                                                              : Qt::white;
}

double contrast(const QColor &a, const QColor &b) {
    const double x = luminance(a) + 0.05;
    const double y = luminance(b) + 0.05;
    return std::max(x, y) / std::min(x, y);
}

}  // namespace widgets
