// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <span>

#include "model/model.h"

namespace model::training {

/// A model whose weights are the means of those of several models that began alike and were then
/// trained separately: a uniform "soup" (Wortsman et al. 2022, section 2), often better than each
/// of them and no slower. `metadata` is what the new model says about itself.
/// @throws Error if there are no models, or if architecture, sizes or vocabularies differ.
std::shared_ptr<const Model> average(std::span<const std::shared_ptr<const Model>> models,
                                     Model::Metadata metadata);

}  // namespace model::training
