// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/drawing/color_map.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace widgets {
namespace {

using Triple = std::array<double, 3>;

constexpr std::array<QRgb, 10> anchors{0x440154, 0x482878, 0x3e4a89, 0x31688e, 0x26828e,
                                       0x1f9e89, 0x35b779, 0x6dcd59, 0xb4de2c, 0xfde725};
constexpr int shades = 256;

double linear(double c) {
    return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}

double encoded(double c) {
    c = std::clamp(c, 0.0, 1.0);
    return c <= 0.0031308 ? c * 12.92 : 1.055 * std::pow(c, 1 / 2.4) - 0.055;
}

/// sRGB to Oklab.
Triple oklab(QRgb color) {
    const double r = linear(qRed(color) / 255.0);
    const double g = linear(qGreen(color) / 255.0);
    const double b = linear(qBlue(color) / 255.0);
    const double l = std::cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
    const double m = std::cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
    const double s = std::cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
    return {0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
            1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
            0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s};
}

/// Oklab to sRGB.
QColor srgb(const Triple &lab) {
    const double l = std::pow(lab[0] + 0.3963377774 * lab[1] + 0.2158037573 * lab[2], 3);
    const double m = std::pow(lab[0] - 0.1055613458 * lab[1] - 0.0638541728 * lab[2], 3);
    const double s = std::pow(lab[0] - 0.0894841775 * lab[1] - 1.2914855480 * lab[2], 3);
    const auto channel = [](double value) {
        return static_cast<int>(std::lround(encoded(value) * 255));
    };
    return {channel(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
            channel(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
            channel(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s)};
}

std::array<QColor, shades> joinedAnchors() {
    std::array<QColor, shades> colors;
    constexpr auto gaps = anchors.size() - 1;
    for (std::size_t i = 0; i < colors.size(); ++i) {
        const double at = static_cast<double>(i) / (shades - 1) * static_cast<double>(gaps);
        const std::size_t from = std::min(static_cast<std::size_t>(at), gaps - 1);
        const double part = at - static_cast<double>(from);
        const Triple a = oklab(anchors[from]);
        const Triple b = oklab(anchors[from + 1]);
        Triple mixed;
        for (std::size_t c = 0; c < mixed.size(); ++c)
            mixed[c] = a[c] + (b[c] - a[c]) * part;
        colors[i] = srgb(mixed);
    }
    return colors;
}

QColor mixed(const QColor &from, const QColor &to, double part) {
    const auto channel = [part](int a, int b) {
        return static_cast<int>(std::lround(a + (b - a) * part));
    };
    return {channel(from.red(), to.red()), channel(from.green(), to.green()),
            channel(from.blue(), to.blue())};
}

}  // namespace

QColor colorOf(ColorMap map, double share, const Theme &theme) {
    if (map == ColorMap::attention || std::isnan(share))
        return theme.weight(share);
    const double part = std::clamp(share, 0.0, 1.0);
    if (map == ColorMap::greys)
        return mixed(theme.surface, theme.text, part);
    static const std::array<QColor, shades> colors = joinedAnchors();
    return colors[static_cast<std::size_t>(std::lround(part * (shades - 1)))];
}

}  // namespace widgets
