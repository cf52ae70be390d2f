// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/options.h"
#include "model/decoding/search_tree.h"

namespace cli {

/// Declares --beam, --length-penalty and the options of an anti-language model.
void declareSearch(Options &options, model::SearchOptions &search);

}  // namespace cli
