// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/language.h"

#include <QApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>
#include <algorithm>

#include "app/resources.h"
#include "app/settings/settings.h"

namespace app {
namespace {

Language chosen = Language::system;
QString inUse = QStringLiteral("en");

/// The texts of the program, and those of Qt.
struct Translators {
    QTranslator own;
    QTranslator qt;
};

/// The first language that the system prefers of those there are.
Language systemLanguage() {
    const std::vector<Language> known = languages();
    for (const QString &preferred : QLocale::system().uiLanguages()) {
        const QString code = preferred.section(u'-', 0, 0);
        const auto found = std::ranges::find(known, code, &codeOf);
        if (found != known.end())
            return *found;
    }
    return Language::english;
}

}  // namespace

std::vector<Language> languages() {
    return {Language::english, Language::french};
}

QString ownName(Language language) {
    switch (language) {
        case Language::english:
            return QStringLiteral("English");
        case Language::french:
            return QStringLiteral("Français");
        case Language::system:
            break;
    }
    return {};
}

QString codeOf(Language language) {
    switch (language) {
        case Language::english:
            return QStringLiteral("en");
        case Language::french:
            return QStringLiteral("fr");
        case Language::system:
            break;
    }
    return QStringLiteral("system");
}

Language rememberedLanguage() {
    const QString code = settings::get(settings::language);
    const std::vector<Language> known = languages();
    const auto found = std::ranges::find(known, code, &codeOf);
    return found == known.end() ? Language::system : *found;
}

void applyLanguage(Language language) {
    static Translators translators;
    initializeResources();
    chosen = language;
    const QString code = codeOf(language == Language::system ? systemLanguage() : language);
    inUse = code;
    // What is in use must not be read anew: other threads may be looking something up in it.
    QCoreApplication::removeTranslator(&translators.own);
    QCoreApplication::removeTranslator(&translators.qt);
    // Many systems have no translations of Qt; what the program shows of Qt is among its own texts,
    // which are looked up first.
    const QString folder = QLibraryInfo::path(QLibraryInfo::TranslationsPath);
    if (translators.qt.load(QStringLiteral("qtbase_") + code, folder))
        QCoreApplication::installTranslator(&translators.qt);
    if (translators.own.load(QStringLiteral(":/translations/attention-visualizer_") + code))
        QCoreApplication::installTranslator(&translators.own);
    QApplication::setApplicationDisplayName(programName());
}

void setLanguage(Language language) {
    applyLanguage(language);
    settings::set(settings::language, codeOf(language));
}

Language currentLanguage() {
    return chosen;
}

QString languageInUse() {
    return inUse;
}

QString programName() {
    return QCoreApplication::translate("main", "Attention Visualizer");
}

}  // namespace app
