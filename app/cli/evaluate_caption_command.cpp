// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>
#include <cstdio>
#include <iostream>
#include <utility>

#include "app/cli/caption_command.h"
#include "app/cli/open_model.h"
#include "app/cli/options.h"
#include "model/evaluation/captions.h"
#include "model/printable.h"
#include "model/scenes/generator.h"
#include "model/trace_file/json.h"
#include "model/training/tasks/captions.h"

namespace cli {

namespace {

using model::evaluation::AttentionOnThing;
using model::evaluation::CaptionFigures;
using model::scenes::Role;

constexpr std::array<std::pair<const char *, Role>, 5> measuredRoles{
    {{"article", Role::article},
     {"color", Role::color},
     {"form", Role::form},
     {"size", Role::size},
     {"relation", Role::relation}}};

using Counted = std::pair<const char *, int CaptionFigures::*>;
constexpr std::array<Counted, 6> counted{{{"right", &CaptionFigures::right},
                                          {"well_formed", &CaptionFigures::wellFormed},
                                          {"objects", &CaptionFigures::objects},
                                          {"complete", &CaptionFigures::complete},
                                          {"relations", &CaptionFigures::relations},
                                          {"sky", &CaptionFigures::skies}}};

model::Json toJson(const CaptionFigures &figures) {
    model::Json json{{"scenes", figures.scenes}};
    for (const auto &[name, count] : counted) {
        json[name] = figures.share(figures.*count);
    }
    for (const auto &[name, role] : measuredRoles) {
        const AttentionOnThing &attention = figures.of(role);
        json["attention"][name] = {{"words", attention.words},
                                   {"weight", attention.meanWeight()},
                                   {"touching", attention.meanTouching()}};
    }
    return json;
}

void printFigures(const char *title, const CaptionFigures &figures) {
    std::printf("\n%s, %d scenes\n\n", title, figures.scenes);
    for (const auto &[name, count] : counted) {
        std::printf("  %-12s %6.2f %%\n", name, 100 * figures.share(figures.*count));
    }
    std::printf("\n  attention for      words   on the thing   on its cells\n");
    for (const auto &[name, role] : measuredRoles) {
        const AttentionOnThing &attention = figures.of(role);
        std::printf("  %-12s %11ld %12.1f %% %12.1f %%\n", name, attention.words,
                    100 * attention.meanWeight(), 100 * attention.meanTouching());
    }
}

}  // namespace

int evaluateCaptionCommand(std::span<const std::string> arguments) {
    std::string name = model::training::captionTask;
    std::string file;
    int limit = 2000;
    int combinations = 500;
    int threads = 2;
    bool json = false;
    Options options("attention-model evaluate --task caption --model FILE [OPTIONS]",
                    "Captions drawn scenes that the model did not learn from, and others that show "
                    "combinations of form and color that\nit never saw. A caption is right where "
                    "the grammar can read it, every shape is named with its form and color, no\n"
                    "other is, and what is said of sizes, relations and the sky is true. On the "
                    "thing: the share of the attention for a\nword that lies on what it speaks of, "
                    "a cell counting by how much of it that fills beside the cell that it fills\n"
                    "most; on its cells: the share on all of those where any of it is seen.");
    options.text("task", "NAME", name, "what the model has learned");
    options.text("model", "FILE", file, modelHelp);
    options.integer("limit", "N", limit, 1, 1000000, "scenes");
    options.integer("combinations", "N", combinations, 1, 1000000,
                    "scenes that show combinations held out");
    options.integer("threads", "N", threads, 1, 64,
                    "threads; the result is the same for any number");
    options.flag("json", json, "one JSON object instead of a table");
    if (!options.parse(arguments)) {
        return 0;
    }
    const auto model = openModel(file);
    const auto measure = [&](model::scenes::Part part, int count) {
        return model::evaluation::measureCaptions(
            model,
            model::scenes::firstScenes(part, static_cast<std::size_t>(count),
                                       model::scenes::developmentScenes),
            threads);
    };
    const CaptionFigures heldOut = measure(model::scenes::Part::heldOut, limit);
    const CaptionFigures unseen = measure(model::scenes::Part::combinations, combinations);
    if (json) {
        std::cout << model::lineOf({{"model", model->metadata("name")},
                                    {"architecture", toString(model->configuration().architecture)},
                                    {"task", name},
                                    {"held_out", toJson(heldOut)},
                                    {"combinations", toJson(unseen)}})
                  << '\n';
        return 0;
    }
    std::printf("model   %s\ntask    %s\n", model::printable(model->metadata("name")).c_str(),
                name.c_str());
    printFigures("held out", heldOut);
    printFigures("combinations never seen", unseen);
    return 0;
}

}  // namespace cli
