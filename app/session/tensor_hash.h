// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <stop_token>

#include "model/model.h"

namespace app {

/// What tells a model from any other that would give other numbers: SHA-256, in hexadecimal digits,
/// of its tensors in the order in which model::Weights has them, tokenizers last, each as its name,
/// its shape ("weight_ih F16 768 256\n") and its values as they lie in memory. Reads all of the
/// model: for a worker. @throws model::Cancelled
QString tensorHash(const model::Model &model, const std::stop_token &stop = {});

}  // namespace app
