// SPDX-License-Identifier: GPL-3.0-or-later
#include "resources/embedded_models.h"

extern "C" {
extern const std::byte resources_attention_model_begin[];
extern const std::byte resources_attention_model_end[];
}

namespace resources {

std::span<const std::byte> attentionModel() {
    return {resources_attention_model_begin, resources_attention_model_end};
}

}  // namespace resources
