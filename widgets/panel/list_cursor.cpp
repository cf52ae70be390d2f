// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panel/list_cursor.h"

#include <Qt>
#include <algorithm>

namespace widgets {

std::optional<int> movedInList(int key, int now, int count) {
    if (count <= 0)
        return {};
    switch (key) {
        case Qt::Key_Down:
            return std::min(now + 1, count - 1);
        case Qt::Key_Up:
            return now < 0 ? count - 1 : std::max(now - 1, 0);
        case Qt::Key_Home:
            return 0;
        case Qt::Key_End:
            return count - 1;
        default:
            return {};
    }
}

}  // namespace widgets
