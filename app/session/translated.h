// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <stop_token>

#include "model/decoding/translation.h"

namespace app {

/// A whole translation, for a worker; `known` as for model::Translation. @throws as that one;
/// model::Cancelled
std::shared_ptr<const model::Trace> translated(const model::TranslationRequest &request,
                                               const std::shared_ptr<const model::Trace> &known,
                                               const std::stop_token &stop);

}  // namespace app
