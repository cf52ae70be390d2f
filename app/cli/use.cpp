// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/use.h"

#include <algorithm>
#include <array>
#include <utility>

#include "app/cli/options.h"

namespace cli {
namespace {

constexpr std::array<std::pair<Use, std::string_view>, 3> uses{
    {{Use::translation, "translation"}, {Use::summary, "summary"}, {Use::dialogue, "dialogue"}}};

}  // namespace

std::string_view toString(Use use) {
    return uses[static_cast<std::size_t>(use)].second;
}

Use useNamed(const std::string &name) {
    const auto *found = std::ranges::find(uses, name, &decltype(uses)::value_type::second);
    if (found == uses.end()) {
        throw UsageError("--use got '%1', expected translation, summary or dialogue.", name);
    }
    return found->first;
}

Use useOf(const model::Model &model) {
    const auto *found = std::ranges::find(uses, std::string_view(model.metadata("task")),
                                          &decltype(uses)::value_type::second);
    return found == uses.end() ? Use::translation : found->first;
}

}  // namespace cli
