// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/use.h"

#include <algorithm>
#include <array>

#include "model/model.h"

namespace model {
namespace {

/// In the order of Use.
constexpr std::array<std::string_view, 5> names{"translation", "summary", "dialogue", "caption",
                                                "exercise"};

}  // namespace

std::string_view toString(Use use) {
    return names[static_cast<std::size_t>(use)];
}

Use useOfTask(std::string_view task) {
    if (task.empty())
        return Use::translation;
    const auto found = std::ranges::find(names, task);
    return found == names.end() ? Use::exercise : static_cast<Use>(found - names.begin());
}

Use useOf(const Model &model) {
    return model.configuration().seesPictures() ? Use::caption : useOfTask(model.metadata("task"));
}

bool readsSentences(Use use) {
    return use == Use::translation || use == Use::exercise;
}

}  // namespace model
