// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/architecture.h"

#include <array>

namespace cli {

model::Architecture architectureNamed(const std::string &name) {
    for (const auto architecture :
         std::array{model::Architecture::attention, model::Architecture::bottleneck}) {
        if (name == model::toString(architecture)) {
            return architecture;
        }
    }
    throw UsageError("--architecture got '%1', expected attention or bottleneck.", name);
}

void declareSizes(Options &options, model::Configuration &configuration) {
    model::Configuration &c = configuration;
    options.integer("source-vocabulary", "N", c.sourceVocabulary, 300, 1000000, "source pieces");
    options.integer("target-vocabulary", "N", c.targetVocabulary, 300, 1000000, "target pieces");
    options.integer("embedding", "N", c.embedding, 1, 65536, "embedding size");
    options.integer("encoder", "N", c.encoder, 1, 65536, "encoder units per direction");
    options.integer("decoder", "N", c.decoder, 1, 65536, "decoder units");
    options.integer("attention", "N", c.attention, 1, 65536, "attention units");
    options.flag("query-of-word", c.queryOfWord,
                 "make the attention's query of the piece before, too, not of the state alone");
}

}  // namespace cli
