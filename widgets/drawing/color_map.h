// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

#include "widgets/drawing/theme.h"

namespace widgets {

/// How weights become colours; each is sequential from 0 to 1.
enum class ColorMap {
    attention,  ///< from the surface to the attention hue
    viridis,    ///< dark violet over green to yellow, the same on light and dark ground
    greys,      ///< from the surface to the colour of text
};

/// The colour of a share in [0, 1]; clamped, NaN is the grey of the theme. Steps of equal size are
/// told apart about equally well in `viridis` (anchors of Smith and van der Walt's map, 2015,
/// joined in Ottosson's Oklab space), and it reads well in greyscale and with colour blindness.
QColor colorOf(ColorMap map, double share, const Theme &theme);

}  // namespace widgets
