// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/motion.h"

#include <QApplication>
#include <QSettings>
#include <QStandardPaths>
#include <QStyle>

namespace app {
namespace {

const QString motionKey = QStringLiteral("view/reducedMotion");
const QString weightKey = QStringLiteral("view/leastWeight");

std::optional<bool> said;

/// A value of one of the desktop's settings files; invalid where there is no such file or value.
QVariant desktopSetting(const QString &file, const QString &key) {
    const QString path = QStandardPaths::locate(QStandardPaths::GenericConfigLocation, file);
    return path.isEmpty() ? QVariant() : QSettings(path, QSettings::IniFormat).value(key);
}

}  // namespace

void setSystemReducesMotion(std::optional<bool> reduced) {
    said = reduced;
}

bool systemReducesMotion() {
    if (said)
        return *said;
    // Qt 6.4 does not tell: what the desktops write is read instead.
    for (const char *file : {"gtk-4.0/settings.ini", "gtk-3.0/settings.ini"}) {
        const QVariant animated =
            desktopSetting(QLatin1String(file), QStringLiteral("Settings/gtk-enable-animations"));
        if (animated.isValid())
            return !animated.toBool();
    }
    const QVariant factor =
        desktopSetting(QStringLiteral("kdeglobals"), QStringLiteral("KDE/AnimationDurationFactor"));
    if (factor.isValid())
        return factor.toDouble() <= 0;
    return QApplication::style()->styleHint(QStyle::SH_Widget_Animation_Duration) == 0;
}

bool rememberedReducedMotion() {
    const QVariant value = QSettings().value(motionKey);
    return value.isValid() ? value.toBool() : systemReducesMotion();
}

void rememberReducedMotion(bool reduced) {
    QSettings().setValue(motionKey, reduced);
}

double rememberedLeastWeight(double otherwise) {
    bool known = false;
    const double weight = QSettings().value(weightKey).toDouble(&known);
    return known && weight >= 0 && weight <= 1 ? weight : otherwise;
}

void rememberLeastWeight(double weight) {
    QSettings().setValue(weightKey, weight);
}

}  // namespace app
