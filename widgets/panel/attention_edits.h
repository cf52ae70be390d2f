// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

class QMenu;

namespace widgets {

class Viewpoint;

/// Adds what the user can decide about the attention of a step to a menu, each of which asks the
/// viewpoint for another translation. `positions`: those of the source word that the menu is about;
/// empty: of none. Nothing is added where the step is none of the trace, or the model has no
/// attention.
void addAttentionEdits(QMenu &menu, Viewpoint &viewpoint, int step,
                       const std::vector<int> &positions);

/// The positions of the source word that a position belongs to; empty for −1.
std::vector<int> wordAround(const Viewpoint &viewpoint, int position);

}  // namespace widgets
