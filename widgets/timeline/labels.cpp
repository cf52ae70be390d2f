// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/labels.h"

#include <algorithm>
#include <cmath>

namespace widgets {
namespace {

constexpr int fewestLetters = 3;  // of a word that is worth being written alone

/// Neighbouring steps that share one label.
struct Run {
    int begin = 0;
    int end = 0;
};

/// The width that three of four words worth writing do with.
double usualWidth(const std::vector<TimelineWord> &words) {
    std::vector<double> widths;
    for (const TimelineWord &word : words)
        if (word.letters >= fewestLetters)
            widths.push_back(word.width);
    if (widths.empty())
        return 0;
    const auto third = widths.begin() + static_cast<std::ptrdiff_t>(widths.size() * 3 / 4);
    std::nth_element(widths.begin(), third, widths.end());
    return *third;
}

std::vector<Run> runsOf(int steps, int length, int focus) {
    std::vector<Run> runs;
    for (int begin = 0; begin < steps; begin += length) {
        const int end = std::min(begin + length, steps);
        if (focus < begin || focus >= end) {
            runs.push_back({begin, end});
            continue;
        }
        if (focus > begin)
            runs.push_back({begin, focus});
        if (focus + 1 < end)
            runs.push_back({focus + 1, end});
    }
    return runs;
}

}  // namespace

bool crowded(const std::vector<double> &widths, double box) {
    const auto fitting =
        std::count_if(widths.begin(), widths.end(), [box](double width) { return width <= box; });
    return 3 * fitting < 2 * static_cast<std::ptrdiff_t>(widths.size());
}

std::vector<TimelineLabel> spreadLabels(const TimelineGeometry &places,
                                        const std::vector<TimelineWord> &words, int steps,
                                        int focus, double gap) {
    std::vector<TimelineLabel> labels;
    const double usual = usualWidth(words);
    const double box = places.step(focus == 0 ? steps - 1 : 0).width();
    if (usual <= 0 || box <= 0)
        return labels;
    const int length = std::max(1, static_cast<int>(std::ceil((usual + gap) / box)));
    for (const Run &run : runsOf(steps, length, focus)) {
        const double left = places.step(run.begin).left() + gap / 2;
        const double right = places.step(run.end - 1).right() - gap / 2;
        int best = -1;
        for (int i = 0; i < static_cast<int>(words.size()); ++i) {
            const TimelineWord &word = words[static_cast<std::size_t>(i)];
            const bool here = word.begin >= run.begin && word.begin < run.end &&
                              !(word.begin <= focus && focus < word.end);
            const int most =
                best < 0 ? fewestLetters - 1 : words[static_cast<std::size_t>(best)].letters;
            if (here && word.letters > most && word.width <= right - left)
                best = i;
        }
        if (best < 0)
            continue;
        const TimelineWord &word = words[static_cast<std::size_t>(best)];
        const QRectF track = places.step(run.begin);
        const double own = (places.step(word.begin).left() + places.step(word.end - 1).right()) / 2;
        const double at =
            std::clamp(own - word.width / 2, left, std::max(left, right - word.width));
        labels.push_back({best, QRectF(at, track.top(), word.width, track.height())});
    }
    return labels;
}

}  // namespace widgets
