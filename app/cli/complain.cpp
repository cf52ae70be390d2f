// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/complain.h"

#include <iostream>

#include "model/printable.h"

namespace cli {

void complain(std::string_view sentence) {
    constexpr std::size_t longest = 4000;
    std::cerr << "attention-model: " << model::printable(sentence, longest) << '\n';
}

}  // namespace cli
