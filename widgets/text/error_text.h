// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <exception>

#include "model/error.h"

// What model/ reports, in the language of the program.
namespace widgets {

/// The message's text, translated (context "model"), with its arguments in their places.
QString errorText(const model::Message &message);

/// Any exception as one sentence.
QString errorText(const std::exception_ptr &error);

}  // namespace widgets
