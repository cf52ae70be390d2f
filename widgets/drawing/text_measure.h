// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <functional>
#include <vector>

// How large text is, told to geometry that is to be tested without a display.
namespace widgets {

/// How large text is, in pixels.
struct TextMeasure {
    std::function<double(const QString &)> width;
    double height = 0;  ///< of one line
    /// Of what the characters themselves cover; not given: of a line.
    std::function<double(const QString &)> ink = {};
};

/// The sizes that text may have, largest first; the last can still just be read.
using TextSizes = std::vector<TextMeasure>;

/// The text, shortened with "…" until it is no wider than `width`; never inside a character. Empty
/// where not even one character and the ellipsis fit.
QString elided(const QString &text, double width, const TextMeasure &measure);

/// Which labels of an axis are drawn: every `stride`-th and the marked one, which wins over those
/// that it would touch. `marked` −1: none.
bool labelShown(int index, int stride, int marked);

}  // namespace widgets
