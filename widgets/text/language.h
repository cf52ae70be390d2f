// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <functional>

class QWidget;

// Texts that are set once have to be set again when the language of the program changes.
namespace widgets {

/// Calls `write` now and, as long as the widget lives, whenever it hears that the language is
/// another. For texts of widgets and actions; what is painted or told anew with every refresh needs
/// no such call, since the widget is then painted anew.
void inEveryLanguage(QWidget &widget, std::function<void()> write);

/// Facts side by side, separated as the language of the moment does it: "α = 0.83, sum of 2
/// pieces".
QString joined(const QStringList &facts);
/// A word that is spoken of, in the quotes of the language: "“chat”".
QString quoted(const QString &word);
/// What is said of something that has a name: "unit 3 of 128: c = 0.12".
QString told(const QString &name, const QString &fact);

}  // namespace widgets
