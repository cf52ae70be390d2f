// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/architecture.h"

#include <array>

#include "app/cli/options.h"

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

}  // namespace cli
