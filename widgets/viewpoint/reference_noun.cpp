// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/viewpoint/reference_noun.h"

#include <QCoreApplication>

namespace widgets {

QString referenceNoun(const QString &name) {
    return name.isEmpty()
               ? QCoreApplication::translate("widgets::Reference", "the original",
                                             "in sentences such as “0.32 in the original”")
               : name;
}

}  // namespace widgets
