// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "model/error.h"

/// The message of the ModelFileError that a function ends with.
template <class Function>
std::string messageOf(Function &&function) {
    try {
        function();
        return "accepted";
    } catch (const model::ModelFileError &error) {
        return error.what();
    }
}
