// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <exception>

#include "model/error.h"

namespace model {

/// What any exception says, as a message for a user: an Error's own, a sentence in place of what
/// the standard library throws for want of memory or threads, and the text of anything else.
Message messageOf(const std::exception_ptr &failure);

}  // namespace model
