// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "model/model.h"

namespace cli {

/// What a model is for: it decides how the model is measured.
enum class Use { translation, summary, dialogue };

/// As in the metadata of a model, under "task"; "translation" may be left out there.
std::string_view toString(Use use);
/// The value of --use. @throws UsageError for any other name
Use useNamed(const std::string &name);
/// What the metadata say; a translation where they say nothing of these.
Use useOf(const model::Model &model);

}  // namespace cli
