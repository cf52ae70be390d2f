// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>

#include "widgets/drawing/color_map.h"
#include "widgets/panel/options.h"

namespace widgets {

/// What colour maps are called where they are stored.
inline constexpr std::array colorMapNames{ValueName{ColorMap::attention, "attention"},
                                          ValueName{ColorMap::viridis, "viridis"},
                                          ValueName{ColorMap::greys, "greys"}};

/// How the user wants the alignment heatmap drawn, on screen and in figures.
struct HeatmapOptions {
    bool words = true;       ///< pieces merged into words
    bool posterior = false;  ///< given the word that came, instead of before it
    ColorMap colors = ColorMap::attention;
    bool targetFromBottom = false;  ///< the first word of the translation lowest, else on top
    bool sourceFromRight = false;   ///< the first source word on the right, else on the left
    bool entropy = false;           ///< beside each row: how spread its weights are
    bool coverage = false;          ///< below each column: how much attention it got in all
    bool effects = false;           ///< beside each row: what other attention would have changed
    bool difference = false;        ///< of an edited translation: from the original
    bool colorBar = true;           ///< what the colours stand for, at the right
    bool operator==(const HeatmapOptions &) const = default;

    /// Names each for where it is stored (see widgets/panel/options.h).
    template <class Options, class Names>
    static void name(Options &options, const Names &names) {
        names("words", options.words);
        names("posterior", options.posterior);
        names("colors", options.colors, colorMapNames);
        names("targetFromBottom", options.targetFromBottom);
        names("sourceFromRight", options.sourceFromRight);
        names("entropy", options.entropy);
        names("coverage", options.coverage);
        names("effects", options.effects);
        names("difference", options.difference);
        names("colorBar", options.colorBar);
    }
};

}  // namespace widgets
