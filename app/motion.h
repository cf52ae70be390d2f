// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace app {

/// Whether the desktop asks for less movement: GTK's gtk-enable-animations or KDE's
/// AnimationDurationFactor in the settings files, or a widget style without animation.
bool systemReducesMotion();
/// The remembered choice; the system's where there is none.
bool rememberedReducedMotion();
void rememberReducedMotion(bool reduced);

/// Weight below which the unrolled view draws no link: remembered, or the view's own.
double rememberedLeastWeight(double otherwise);
void rememberLeastWeight(double weight);

}  // namespace app
