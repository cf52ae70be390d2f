// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/cli/open_model.h"

#include "resources/embedded_models.h"

namespace cli {

std::shared_ptr<const model::Model> openModel(const std::string &file) {
    return file.empty() ? model::readModel(resources::attentionModel(), "the built-in model")
                        : model::readModel(file);
}

}  // namespace cli
