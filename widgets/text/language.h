// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

class QWidget;

// Texts that are set once have to be set again when the language of the program changes.
namespace widgets {

/// Calls `write` now and, as long as the widget lives, whenever it hears that the language is
/// another. For texts of widgets and actions; what is painted or told anew with every refresh needs
/// no such call.
void inEveryLanguage(QWidget &widget, std::function<void()> write);

}  // namespace widgets
