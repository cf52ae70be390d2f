// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/learning/geometry.h"

#include <algorithm>
#include <cmath>

namespace widgets {
namespace {

constexpr double usefulCell = 2;  // pixels: what can just be told from the next
constexpr int fewestRows = 2;

}  // namespace

std::vector<StripSlot> layoutStrip(const LearningData &data, LearningAxis axis, long moment,
                                   const StripRoom &room) {
    const double length = data.length(axis);
    if (data.sourceLetters <= 0 || room.width <= 0 || room.height <= 0 || length <= 0)
        return {};
    const double wanted =
        std::clamp(data.sourceLetters * usefulCell, std::min(room.height, room.widest),
                   std::max(room.widest, 1.0));
    const int count = std::max(1, static_cast<int>((room.width + room.gap) / (wanted + room.gap)));
    const double part = (room.width + room.gap) / count;
    std::vector<StripSlot> strip(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i)
        strip[static_cast<std::size_t>(i)].rect = {room.left + i * part, room.top, part - room.gap,
                                                   room.height};
    for (int i = 0; i < static_cast<int>(data.pictures.size()); ++i) {
        const double share =
            data.place(data.pictures[static_cast<std::size_t>(i)].update, axis) / length;
        const int index = std::clamp(static_cast<int>(share * count), 0, count - 1);
        StripSlot &slot = strip[static_cast<std::size_t>(index)];
        const bool isOfMoment = data.pictures[static_cast<std::size_t>(i)].update == moment;
        if (slot.picture < 0 || isOfMoment)
            slot.picture = i;
    }
    return strip;
}

double fullWeight(const LearningData &data) {
    return std::min(1.0, 4.0 / std::max(1, data.sourceLetters));
}

int stripRows(const LearningData &data) {
    if (data.shownRows > 0)
        return data.shownRows;
    if (data.pictures.empty())
        return fewestRows;
    const auto rows = static_cast<int>(data.pictures.back().weights.rows());
    return std::max(fewestRows, std::min(rows, data.sourceLetters));
}

}  // namespace widgets
