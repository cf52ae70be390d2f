// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "model/use.h"

// What the window says of what the model in use reads and does, in the language of the program.
namespace app {

/// What a model reads, as its metadata say it.
struct Reads {
    model::Use use = model::Use::translation;
    QString language = {};  ///< a code: "fr"; empty: not known
    QString task = {};      ///< of an exercise, its name

    bool operator==(const Reads &) const = default;
};

/// What the field says as long as nothing is typed.
QString placeholderFor(const Reads &reads);
/// What there is to do to see anything.
QString invitationFor(const Reads &reads);
/// What is being done.
QString busyTextFor(model::Use use);

}  // namespace app
