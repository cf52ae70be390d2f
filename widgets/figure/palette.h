// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRgb>
#include <cstdint>
#include <unordered_map>
#include <utility>
#include <vector>

namespace widgets {

/// How often colours occur; opaque ones, each as 0xffRRGGBB.
class ColorCounts {
  public:
    /// One more pixel. Pixels of one colour in a row cost next to nothing.
    void add(QRgb color) {
        if (color != last_) {
            last_ = color;
            count_ = &counts_[color];
        }
        ++*count_;
    }
    /// In the order of their numbers: the same for the same picture everywhere.
    std::vector<std::pair<QRgb, std::uint64_t>> sorted() const;

  private:
    std::unordered_map<QRgb, std::uint64_t> counts_;
    QRgb last_ = 0;                   // no opaque colour
    std::uint64_t *count_ = nullptr;  // stays where it is: of a map of nodes
};

/// A few colours in place of many. As long as there are no more than a palette may have, each is
/// itself. Otherwise they are divided by median cut (Heckbert 1982), the group of the greatest
/// variance next, at its mean; a group is shown by the colour that most of its pixels have, so that
/// areas of one colour keep it, and else by its mean.
class Palette {
  public:
    /// `most`: from 1 to 256.
    Palette(const ColorCounts &counts, int most);

    const std::vector<QRgb> &colors() const { return colors_; }
    /// Of one of the colours that were counted.
    int indexOf(QRgb color) const { return indices_.at(color); }

  private:
    std::vector<QRgb> colors_;
    std::unordered_map<QRgb, int> indices_;
};

}  // namespace widgets
