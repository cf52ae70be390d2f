// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/drawing/color_map.h"

namespace widgets {

/// How a person wants the alignment heatmap drawn, on screen and in figures.
struct HeatmapOptions {
    bool words = true;       ///< pieces merged into words
    bool posterior = false;  ///< given the word that came, instead of before it
    ColorMap colors = ColorMap::attention;
    bool targetFromBottom = false;  ///< the first word of the translation lowest, else on top
    bool sourceFromRight = false;   ///< the first source word on the right, else on the left
    bool entropy = false;           ///< beside each row: how spread its weights are
    bool coverage = false;          ///< below each column: how much attention it got in all
    bool operator==(const HeatmapOptions &) const = default;
};

}  // namespace widgets
