// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/laboratory/setup.h"

#include <QCoreApplication>
#include <algorithm>
#include <array>
#include <filesystem>

#include "model/training/corpus.h"
#include "model/training/tasks/own_pairs.h"
#include "model/training/tasks/task.h"
#include "widgets/figure/file.h"

namespace app {
namespace {

using model::Architecture;

/// What is said of a task, for translators to find.
struct TaskText {
    const char *task;
    const char *title;
    const char *name;
};
constexpr std::array taskTexts{
    TaskText{"numbers", QT_TRANSLATE_NOOP("app::Task", "Number → digits"),
             QT_TRANSLATE_NOOP("app::Task", "numbers")},
    TaskText{"digits", QT_TRANSLATE_NOOP("app::Task", "Digits → number"),
             QT_TRANSLATE_NOOP("app::Task", "digits")},
    TaskText{"dates", QT_TRANSLATE_NOOP("app::Task", "Date → digits"),
             QT_TRANSLATE_NOOP("app::Task", "dates")},
    TaskText{"backwards", QT_TRANSLATE_NOOP("app::Task", "Word backwards"),
             QT_TRANSLATE_NOOP("app::Task", "backwards")},
    TaskText{"second", QT_TRANSLATE_NOOP("app::Task", "Every second letter"),
             QT_TRANSLATE_NOOP("app::Task", "second letters")},
    TaskText{"sorted", QT_TRANSLATE_NOOP("app::Task", "Letters in order"),
             QT_TRANSLATE_NOOP("app::Task", "sorted letters")},
    TaskText{LaboratorySetup::ownPairs, QT_TRANSLATE_NOOP("app::Task", "Pairs of a file…"),
             QT_TRANSLATE_NOOP("app::Task", "own pairs")},
};

QString textOf(const std::string &task, const char *TaskText::*text) {
    const auto found = std::ranges::find(taskTexts, task, &TaskText::task);
    return found == taskTexts.end() ? QString::fromStdString(task)
                                    : QCoreApplication::translate("app::Task", (*found).*text);
}

}  // namespace

QString taskTitle(const std::string &task) {
    return textOf(task, &TaskText::title);
}

QString taskName(const std::string &task) {
    return textOf(task, &TaskText::name);
}

model::training::Task taskOf(const LaboratorySetup &setup) {
    namespace training = model::training;
    if (setup.task != LaboratorySetup::ownPairs) {
        const training::Task *task = training::taskNamed(setup.task);
        return task ? *task : training::tasks().front();
    }
    const std::filesystem::path file = widgets::pathOf(setup.file);
    const auto corpus =
        training::readCorpus(file, training::Columns::training, training::BadLines::refuse);
    return training::taskOfPairs(corpus.pairs, "fr", "en");
}

std::vector<model::training::ExperimentOptions> experimentsOf(const LaboratorySetup &setup) {
    model::training::ExperimentOptions options;
    options.task = setup.task;
    options.size = setup.size;
    options.learningRate = setup.learningRate;
    options.guidance = setup.guided ? 1 : 0;
    options.seed = setup.seed;
    options.pairs = setup.pairs;
    std::vector<model::training::ExperimentOptions> experiments;
    for (const Architecture architecture : {Architecture::attention, Architecture::bottleneck}) {
        const auto other = architecture == Architecture::attention
                               ? LaboratorySetup::Models::bottleneck
                               : LaboratorySetup::Models::attention;
        if (setup.models == other)
            continue;
        options.architecture = architecture;
        experiments.push_back(options);
    }
    return experiments;
}

}  // namespace app
