// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace widgets {

/// A text that is not the program's own, such as a word or a file, as it is written in a menu or on
/// a button, where "&" alone marks a key.
QString menuText(QString text);

}  // namespace widgets
