// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>

#include "model/model.h"
#include "model/trace_file/json.h"
#include "model/training/tasks/held_out.h"
#include "model/training/tasks/task.h"

namespace cli {

/// Whether a command was asked for a task, by --task NAME or --task=NAME.
bool asksForTask(std::span<const std::string> arguments);

/// The task of that name. @throws UsageError where there is none
const model::training::Task &requireTask(const std::string &name);

/// That --longest is 0 or goes with the task. @throws UsageError
void checkLongest(const model::training::Task &task, int longest);

/// The names and what they are, one per line, for the help.
std::string listOfTasks();

/// How a model does on held-out pairs of a task, by length.
void printReport(const model::training::HeldOutFigures &figures);
model::Json toJson(const model::training::HeldOutFigures &figures);

}  // namespace cli
