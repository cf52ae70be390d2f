// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

namespace widgets {

/// Where a key (Qt::Key) takes the cursor in a list of `count` rows; `now` is −1 while it is in
/// none. Nothing for other keys and for an empty list.
std::optional<int> movedInList(int key, int now, int count);

}  // namespace widgets
