// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/appearance.h"

#include <QApplication>
#include <QToolTip>
#include <utility>

#include "app/settings/settings.h"
#include "widgets/drawing/theme.h"

namespace app {
namespace {

/// What each is called where it is remembered.
constexpr std::pair<Appearance, const char *> names[] = {{Appearance::system, "system"},
                                                         {Appearance::light, "light"},
                                                         {Appearance::dark, "dark"},
                                                         {Appearance::highContrast, "contrast"}};

Appearance current = Appearance::system;
std::optional<bool> systemDark;
std::optional<bool> systemContrast;

bool systemWantsContrast() {
    if (systemContrast)
        return *systemContrast;
    // Qt 6.4 does not tell: what the desktops write is read instead.
    return settings::ofGtk(QStringLiteral("gtk-theme-name"))
        .toString()
        .startsWith(QLatin1String("HighContrast"), Qt::CaseInsensitive);
}

const widgets::Theme &themeOf(Appearance appearance) {
    // Qt 6.4 cannot tell what the desktop prefers, but its palette may; ours replaces it.
    static const widgets::Theme *const desktop = &widgets::Theme::of(QApplication::palette());
    switch (appearance) {
        case Appearance::light:
            return widgets::Theme::light();
        case Appearance::dark:
            return widgets::Theme::darkTheme();
        case Appearance::highContrast:
            return widgets::Theme::highContrast();
        case Appearance::system:
            break;
    }
    if (systemWantsContrast())
        return widgets::Theme::highContrast();
    if (systemDark)
        return *systemDark ? widgets::Theme::darkTheme() : widgets::Theme::light();
    return *desktop;
}

}  // namespace

Appearance rememberedAppearance() {
    const QString value = settings::get(settings::appearance);
    for (const auto &[appearance, name] : names)
        if (value == QLatin1String(name))
            return appearance;
    return Appearance::system;
}

void applyAppearance(Appearance appearance) {
    current = appearance;
    themeOf(Appearance::system);  // while the palette of the desktop is still there
    const QPalette palette = themeOf(appearance).palette();
    QApplication::setPalette(palette);
    QToolTip::setPalette(palette);
}

Appearance currentAppearance() {
    return current;
}

void setSystemPrefersDark(std::optional<bool> dark) {
    if (std::exchange(systemDark, dark) != dark && current == Appearance::system)
        applyAppearance(current);
}

void setSystemWantsContrast(std::optional<bool> wanted) {
    if (std::exchange(systemContrast, wanted) != wanted && current == Appearance::system)
        applyAppearance(current);
}

void setAppearance(Appearance appearance) {
    applyAppearance(appearance);
    for (const auto &[known, name] : names)
        if (known == appearance)
            settings::set(settings::appearance, QString::fromLatin1(name));
}

}  // namespace app
