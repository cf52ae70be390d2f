// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/motion.h"

#include <QApplication>
#include <QStyle>

#include "app/settings/settings.h"

namespace app {
namespace {

std::optional<bool> said;

}  // namespace

void setSystemReducesMotion(std::optional<bool> reduced) {
    said = reduced;
}

bool systemReducesMotion() {
    if (said)
        return *said;
    // Qt 6.4 does not tell: what the desktops write is read instead.
    const QVariant animated = settings::ofGtk(QStringLiteral("gtk-enable-animations"));
    if (animated.isValid())
        return !animated.toBool();
    const QVariant factor = settings::ofDesktop(QStringLiteral("kdeglobals"),
                                                QStringLiteral("KDE/AnimationDurationFactor"));
    if (factor.isValid())
        return factor.toDouble() <= 0;
    return QApplication::style()->styleHint(QStyle::SH_Widget_Animation_Duration) == 0;
}

bool rememberedReducedMotion() {
    const std::optional<bool> chosen = settings::remembered(settings::reducedMotion);
    return chosen ? *chosen : systemReducesMotion();
}

void rememberReducedMotion(bool reduced) {
    settings::set(settings::reducedMotion, reduced);
}

}  // namespace app
