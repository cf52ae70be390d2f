// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "widgets/unrolled/geometry.h"

// The picture on paper, which cannot be scrolled: cut into bands that follow one another like lines
// of text. Pure functions.
namespace widgets {

/// What a band shows: an x range of the content.
struct UnrolledBand {
    double left = 0;
    double right = 0;
    bool operator==(const UnrolledBand &) const = default;
};

/// How a content is cut.
struct BandRules {
    double widest = 0;        ///< a band, at most
    double shared = 0;        ///< what neighbours have in common: what is no wider is whole in one
    UnrolledBand whole = {};  ///< what is not cut, if a band has room for it and for that
    /// Where columns begin, one after the other: bands end there, if the pitch is not 0.
    double first = 0;
    double pitch = 0;
};

/// Cuts a content into bands, from left to right.
std::vector<UnrolledBand> cutIntoBands(double content, const BandRules &rules);

/// A picture and how it is cut.
struct UnrolledBands {
    UnrolledGeometry geometry;
    std::vector<UnrolledBand> bands;
};

/// The picture in as few bands as let its columns be read, each of them no wider than `width` with
/// the captions before it; columns are as wide as these bands have room for. Words are whole,
/// turned where columns are narrow. The context of `step` (−1: none is in view) is not cut. Of
/// `input`, the width of the viewport and the zoom make no difference.
UnrolledBands unrolledBands(UnrolledInput input, double width, int step);

}  // namespace widgets
