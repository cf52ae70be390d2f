// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/viewpoint/steps_before.h"

#include <algorithm>

namespace widgets {

std::vector<std::optional<StepsBefore>> stepsBefore(const Comparison &comparison, int steps,
                                                    int referenceSteps) {
    std::vector<std::optional<StepsBefore>> before(static_cast<std::size_t>(steps));
    int there = 0;  // the next step of the reference
    for (int step = 0; step < steps;) {
        if (const int same = comparison.sameWord(step); same >= 0) {
            there = same + 1;
            ++step;
            continue;
        }
        int end = step;
        while (end < steps && comparison.sameWord(end) < 0)
            ++end;
        const int last = end < steps ? comparison.sameWord(end) : referenceSteps;
        for (; step < end; ++step) {
            const int next = step + 1 < end ? std::min(there + 1, last) : last;
            before[static_cast<std::size_t>(step)] = StepsBefore{there, next};
            there = next;
        }
    }
    return before;
}

}  // namespace widgets
