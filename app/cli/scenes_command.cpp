// SPDX-License-Identifier: GPL-3.0-or-later
#include <iostream>

#include "app/cli/caption_command.h"
#include "app/cli/options.h"
#include "model/scenes/caption.h"
#include "model/scenes/generator.h"

namespace cli {

int scenesCommand(std::span<const std::string> arguments) {
    namespace scenes = model::scenes;
    int count = 10;
    long seed = 1;
    std::string language;
    Options options("attention-model scenes [OPTIONS]",
                    "Draws scenes at random, as those that \"train --task caption\" learns from, "
                    "and prints them, one a line, as JSON that\n\"translate\" reads where the "
                    "model describes pictures.");
    options.integer("count", "N", count, 1, 1000000000, "scenes");
    options.integer("seed", "N", seed, 0, 1L << 62, "of everything random");
    options.text("captions", "NAME", language,
                 "also a caption after a tab, in this language: en or fr");
    if (!options.parse(arguments)) {
        return 0;
    }
    const scenes::Wording *wording = language.empty() ? nullptr : scenes::Wording::of(language);
    if (wording == nullptr && !language.empty()) {
        throw UsageError("--captions got '%1', expected en or fr.", language);
    }
    for (int i = 0; i < count && std::cout; ++i) {
        model::Random random{static_cast<std::uint64_t>(seed), static_cast<std::uint64_t>(i)};
        const scenes::Scene scene = scenes::drawScene(random, scenes::Part::heldOut);
        std::cout << scenes::toJson(scene);
        if (wording != nullptr) {
            std::cout << '\t' << scenes::describe(scene, *wording, random);
        }
        std::cout << '\n';
    }
    return 0;
}

}  // namespace cli
