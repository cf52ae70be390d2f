// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace widgets {

/// What a translation is compared with, as a noun in a sentence: "the original" or, where something
/// was chosen, its name (Viewpoint::referenceName()).
QString referenceNoun(const QString &name);

}  // namespace widgets
