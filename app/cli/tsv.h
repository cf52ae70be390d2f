// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace cli {

/// A line of a table for spreadsheets and programs, printed on the standard output: the fields with
/// a tab between them. Tabs and line breaks in a field become blanks.
void printFields(const std::vector<std::string> &fields);

}  // namespace cli
