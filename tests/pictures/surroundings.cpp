// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/pictures/surroundings.h"

#include <QApplication>
#include <QFontDatabase>
#include <QFontInfo>
#include <QLocale>

#include "widgets/drawing/style.h"

namespace pictures {
namespace {

const QString family = QStringLiteral("DejaVu Sans");
constexpr int points = 10;

}  // namespace

void fixSurroundings() {
    for (const char *name :
         {"QT_STYLE_OVERRIDE", "QT_QPA_PLATFORMTHEME", "QT_SCREEN_SCALE_FACTORS",
          "QT_ENABLE_HIGHDPI_SCALING", "QT_SCALE_FACTOR_ROUNDING_POLICY", "QT_USE_PHYSICAL_DPI"})
        qunsetenv(name);
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qputenv("QT_FONT_DPI", "96");
    qputenv("FONTCONFIG_FILE", PICTURES_FOLDER "/fonts.conf");
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
}

QString fixStyleAndFont() {
    for (const char *name : {"DejaVuSans.ttf", "DejaVuSans-Bold.ttf"}) {
        const QString file = QStringLiteral(TEST_FONTS "/") + QLatin1String(name);
        if (QFontDatabase::addApplicationFont(file) < 0)
            return QStringLiteral(
                       "There is no font %1, and pictures can only be compared if they are drawn "
                       "with it: install fonts-dejavu-core, or give CMake the folder that has it "
                       "as ATTENTION_TEST_FONTS.")
                .arg(file);
    }
    QApplication::setStyle(new widgets::Style);
    QApplication::setFont(QFont(family, points));
    QApplication::setCursorFlashTime(0);
    const QString used = QFontInfo(QApplication::font()).family();
    if (used != family)
        return QStringLiteral("%1 is drawn with in place of %2.").arg(used, family);
    return {};
}

}  // namespace pictures
