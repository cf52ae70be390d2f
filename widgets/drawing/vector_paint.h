// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QPainter;

// What is different where a picture is written as vectors.
namespace widgets {

/// Whether the painter writes a file of vectors, which must not be given pictures of pixels.
bool paintsVectors(const QPainter &painter);

/// Pixels by which neighbouring cells are to overlap: in files of vectors, cells that only touch
/// show hairlines between them.
double cellOverlap(const QPainter &painter);

}  // namespace widgets
