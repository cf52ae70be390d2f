// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/use.h"

#include <algorithm>
#include <array>

#include "app/cli/options.h"

namespace cli {
namespace {

/// What is learned from pairs of texts.
constexpr std::array uses{Use::translation, Use::summary, Use::dialogue};

}  // namespace

Use useNamed(const std::string &name) {
    const auto *found = std::ranges::find(uses, name, [](Use use) { return model::toString(use); });
    if (found == uses.end()) {
        throw UsageError("--use got '%1', expected translation, summary or dialogue.", name);
    }
    return *found;
}

}  // namespace cli
