// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QString>

namespace pictures {

/// How far pictures of the same thing may be apart. Edges of letters and lines may be smoothed
/// otherwise by another version of a library; nothing may move, be missing or change its colour.
struct Tolerance {
    /// Mean absolute difference of all channels of all pixels, of 255.
    double mean = 0.5;
    /// Share of clearly different pixels in the whole picture, and in any square patch of it.
    double share = 0.0005;
    double patchShare = 0.02;
    /// Side of a patch, in units of a pixel at scale 1.
    int patch = 32;
    /// A pixel is clearly different if in the other picture neither it nor one beside it is like
    /// it: a channel is so much outside of what there is, of 255, and so much more for the contrast
    /// that there is.
    int slack = 10;
    double contrastSlack = 0.2;
};

/// What sets two pictures apart.
struct Difference {
    double mean = 0;
    double share = 0;
    double patchShare = 0;  ///< in the patch that has most
    QString verdict;        ///< a sentence why they do not match, or nothing
    QImage picture;         ///< the expected one, faint, with the clearly different pixels in red

    bool match() const { return verdict.isEmpty(); }
};

/// `scale` is the pictures' device pixel ratio. Pictures of different sizes never match.
Difference compare(const QImage &actual, const QImage &expected, int scale,
                   const Tolerance &tolerance = {});

}  // namespace pictures
