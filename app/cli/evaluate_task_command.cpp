// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cstdio>
#include <iostream>

#include "app/cli/open_model.h"
#include "app/cli/options.h"
#include "app/cli/task_command.h"
#include "app/cli/task_report.h"
#include "model/numerics/parse.h"
#include "model/printable.h"
#include "model/training/tasks/task_pairs.h"

namespace cli {

namespace {

using namespace model::training;

/// As long as what the model has learned, where it says so of this task.
int longestFor(const model::Model &model, const Task &task) {
    const auto learned = model::parseNumber<int>(model.metadata("longest"));
    const bool known = learned && model.metadata("task") == task.name;
    return known ? std::clamp(*learned, task.longest.least, task.longest.most) : task.longest.usual;
}

}  // namespace

int evaluateTaskCommand(std::span<const std::string> arguments) {
    std::string name;
    std::string file;
    int longest = 0;
    int limit = 1000;
    int threads = 2;
    bool json = false;
    Options options("attention-model evaluate --task NAME --model FILE [OPTIONS]",
                    "Measures a model that \"train --task\" wrote on pairs that it did not learn "
                    "from: how many come out right, by\nthe length of the source, and how much of "
                    "the attention is on the letters that a letter comes from. The tasks:\n" +
                        listOfTasks());
    options.text("task", "NAME", name, "what the model has learned");
    options.text("model", "FILE", file, "a model file");
    options.integer("longest", "N", longest, 0, 1000,
                    "digits of a number or letters of a word at most; 0: as many as were learned");
    options.integer("limit", "N", limit, 1, 1000000, "pairs");
    options.integer("threads", "N", threads, 1, 64,
                    "threads; the result is the same for any number");
    options.flag("json", json, "one JSON object instead of a table");
    if (!options.parse(arguments)) {
        return 0;
    }
    const Task &task = requireTask(name);
    checkLongest(task, longest);
    const auto model = openModel(file);
    longest = longest == 0 ? longestFor(*model, task) : longest;
    const HeldOut heldOut(heldOutPairs(task, longest, static_cast<std::size_t>(limit)),
                          model->source(), model->target());
    const HeldOutFigures figures = heldOut.measure(model->weights().parameters(), threads);
    if (json) {
        model::Json all{{"model", model->metadata("name")},
                        {"architecture", toString(model->configuration().architecture)},
                        {"task", name}};
        all.update(toJson(figures));
        std::cout << model::lineOf(all) << '\n';
        return 0;
    }
    std::printf("model   %s (%s)\ntask    %s\n\n",
                model::printable(model->metadata("name")).c_str(),
                std::string(toString(model->configuration().architecture)).c_str(), name.c_str());
    printReport(figures);
    return 0;
}

}  // namespace cli
