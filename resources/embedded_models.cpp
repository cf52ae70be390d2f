// SPDX-License-Identifier: GPL-3.0-or-later
#include "resources/embedded_models.h"

#include <algorithm>
#include <array>

extern "C" {
extern const std::byte resources_attention_model_begin[];
extern const std::byte resources_attention_model_end[];
extern const std::byte resources_bottleneck_model_begin[];
extern const std::byte resources_bottleneck_model_end[];
}

namespace resources {

std::span<const EmbeddedModel> embeddedModels() {
    static const std::array<EmbeddedModel, 2> models{
        EmbeddedModel{"attention",
                      {resources_attention_model_begin, resources_attention_model_end}},
        EmbeddedModel{"bottleneck",
                      {resources_bottleneck_model_begin, resources_bottleneck_model_end}}};
    return models;
}

const EmbeddedModel *findEmbeddedModel(std::string_view name) {
    const auto models = embeddedModels();
    const auto found = std::ranges::find(models, name, &EmbeddedModel::name);
    return found == models.end() ? nullptr : &*found;
}

}  // namespace resources
