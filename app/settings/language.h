// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <vector>

namespace app {

/// The language of every text, number and figure of the program, or as the system has it: the first
/// that it prefers of those there are, else English.
enum class Language { system, english, french };

/// Those that can be chosen by name.
std::vector<Language> languages();
/// What a language calls itself, such as "Français"; in every language the same. Empty: system.
QString ownName(Language language);
/// "en", "fr"; "system".
QString codeOf(Language language);

/// The remembered choice; system where there is none.
Language rememberedLanguage();
/// Changes every text of the program, and remembers the choice.
void setLanguage(Language language);
/// The same without remembering; at program start, before any text is made.
void applyLanguage(Language language);
/// The one that was given last.
Language currentLanguage();

/// The code of the language that the texts are in now: "en" or "fr", never "system".
QString languageInUse();

/// What the program is called, in its language.
QString programName();

}  // namespace app
