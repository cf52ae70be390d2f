// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

namespace app {

/// Light, dark, white on black, or as the desktop has it: what it says it prefers, or else as its
/// palette was when the program started.
enum class Appearance { system, light, dark, highContrast };

/// The remembered choice; system where there is none.
Appearance rememberedAppearance();
/// Gives the whole program the palette of an appearance, and remembers the choice.
void setAppearance(Appearance appearance);
/// The same without remembering; at program start, before any window.
void applyAppearance(Appearance appearance);
/// The one that was given last.
Appearance currentAppearance();
/// What the desktop says it prefers; nothing: it does not say. Shown at once where the appearance
/// is the system's.
void setSystemPrefersDark(std::optional<bool> dark);
/// The same of high contrast, which goes before light and dark; where it does not say, the theme
/// that is named in the settings of GTK may.
void setSystemWantsContrast(std::optional<bool> wanted);

}  // namespace app
