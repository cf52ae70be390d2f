// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace widgets {
class HeatmapPanel;
}  // namespace widgets

namespace app {

/// Gives the heatmap the options of the last run, and remembers them for the next one.
void rememberOptions(widgets::HeatmapPanel &view);

}  // namespace app
