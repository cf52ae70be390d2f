// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <functional>
#include <memory>

#include "model/decoding/trace.h"

class QWidget;

namespace app {

/// Asks for a file and writes every number of a translation to it, for NumPy, as JSON or as
/// safetensors by the suffix. `done` is called with the file once it is written; if it cannot be,
/// one sentence says why.
void exportNumbers(QWidget *parent, std::shared_ptr<const model::Trace> trace,
                   std::function<void(const QString &file)> done);

}  // namespace app
