// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/text/menu_text.h"

namespace widgets {

QString menuText(QString text) {
    return text.replace(u'&', QStringLiteral("&&"));
}

}  // namespace widgets
