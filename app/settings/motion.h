// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

namespace app {

/// Whether the desktop asks for less movement: what it said, or else GTK's gtk-enable-animations or
/// KDE's AnimationDurationFactor in the settings files, or a widget style without animation.
bool systemReducesMotion();
/// What the desktop said; nothing: it does not say.
void setSystemReducesMotion(std::optional<bool> reduced);
/// The remembered choice; the system's where there is none.
bool rememberedReducedMotion();
void rememberReducedMotion(bool reduced);

}  // namespace app
