// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/task_report.h"

#include <algorithm>
#include <cstdio>

#include "app/cli/options.h"

namespace cli {

using model::training::HeldOutFigures;
using model::training::LengthAccuracy;
using model::training::Task;

bool asksForTask(std::span<const std::string> arguments) {
    return std::ranges::any_of(arguments, [](const std::string &argument) {
        return argument == "--task" || argument.starts_with("--task=");
    });
}

const Task &requireTask(const std::string &name) {
    const Task *task = model::training::taskNamed(name);
    if (task != nullptr) {
        return *task;
    }
    std::string names;
    for (const Task &each : model::training::tasks()) {
        names += (names.empty() ? "" : ", ") + std::string(each.name);
    }
    names += ", caption";
    throw UsageError("--task got '%1', expected one of these: %2.", name, names);
}

void checkLongest(const Task &task, int longest) {
    const auto &[usual, least, most] = task.longest;
    if (longest == 0 || (longest >= least && longest <= most)) {
        return;
    }
    if (most == 0) {
        throw UsageError("--longest does not go with the task %1.", task.name);
    }
    throw UsageError("--longest got '%1', expected a number from %2 to %3 for the task %4.",
                     longest, least, most, task.name);
}

std::string listOfTasks() {
    std::string list;
    for (const Task &task : model::training::tasks()) {
        const std::string name(task.name);
        list += "\n  " + name + std::string(11 - name.size(), ' ') + std::string(task.about);
    }
    return list + "\n  caption    descriptions of drawn scenes; --task caption --help tells of it";
}

void printReport(const HeldOutFigures &figures) {
    std::printf("%d held-out pairs: %.1f %% right, %.2f %% of the letters, loss %.4f per letter\n",
                figures.pairs, 100 * figures.accuracy, 100 * figures.letterAccuracy, figures.loss);
    if (figures.aligned) {
        std::printf("attention: %.1f %% on the letters that a letter comes from, entropy %.2f\n",
                    100 * *figures.aligned, *figures.entropy);
    } else if (figures.entropy) {
        std::printf("attention: entropy %.2f\n", *figures.entropy);
    }
    std::printf("\nsource letters   pairs   right\n");
    for (const LengthAccuracy &range : figures.byLength) {
        std::printf("%6d - %-5d   %5d   %3.0f %%\n", range.least, range.most, range.pairs,
                    100.0 * range.right / range.pairs);
    }
}

model::Json toJson(const HeldOutFigures &figures) {
    model::Json json{{"pairs", figures.pairs},
                     {"accuracy", figures.accuracy},
                     {"letter_accuracy", figures.letterAccuracy},
                     {"loss", figures.loss}};
    if (figures.aligned) {
        json["aligned"] = *figures.aligned;
    }
    if (figures.entropy) {
        json["entropy"] = *figures.entropy;
    }
    json["by_length"] = model::Json::array();
    for (const LengthAccuracy &range : figures.byLength) {
        json["by_length"].push_back({{"least", range.least},
                                     {"most", range.most},
                                     {"pairs", range.pairs},
                                     {"right", range.right}});
    }
    return json;
}

}  // namespace cli
