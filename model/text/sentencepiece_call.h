// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <exception>
#include <new>

namespace model {

/// Whether a call of SentencePiece, which returns its status, succeeds. What the status says
/// otherwise is about the source code of that library, and some of what it does throws.
/// @throws std::bad_alloc
template <class Call>
bool succeeds(Call call) {
    try {
        return call().ok();
    } catch (const std::bad_alloc &) {
        throw;
    } catch (const std::exception &) {
        return false;
    }
}

}  // namespace model
