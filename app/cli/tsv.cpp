// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/tsv.h"

#include <algorithm>
#include <iostream>

namespace cli {

void printFields(const std::vector<std::string> &fields) {
    std::string line;
    for (const std::string &field : fields) {
        line += (line.empty() && &field == &fields.front() ? "" : "\t");
        std::transform(field.begin(), field.end(), std::back_inserter(line), [](char c) {
            return c == '\t' || c == '\n' || c == '\r' || c == '\v' || c == '\f' ? ' ' : c;
        });
    }
    std::cout << line << '\n';
}

}  // namespace cli
