// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace widgets {
class Panel;
}

namespace app {

/// Asks for a file and writes the panel's picture to it: PNG at twice the screen's size, SVG or PDF
/// by the suffix. `title` names the panel. If it cannot be written, one sentence says why.
void exportPanel(widgets::Panel &panel, const QString &title);

}  // namespace app
