// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace model {

/// Half-open range of UTF-8 bytes in a text.
struct Range {
    int begin = 0;
    int end = 0;
    bool empty() const { return begin == end; }
    bool operator==(const Range &) const = default;
};

/// Whether two ranges have a byte in common.
constexpr bool overlap(Range a, Range b) {
    return a.begin < b.end && b.begin < a.end;
}

}  // namespace model
