// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

#include "model/configuration.h"
#include "model/layers/product.h"

namespace model::training {

/// How long each library takes for the matrix products of one update, in seconds on one thread: of
/// a run with these sizes and so many target pieces per batch. The libraries take turns on one kind
/// of product after the other, in `budget` seconds altogether, or longer where running each product
/// twice takes longer.
std::vector<double> productSeconds(std::span<const layers::ProductLibrary> libraries,
                                   const Configuration &configuration, int targetPieces,
                                   double budget);

}  // namespace model::training
