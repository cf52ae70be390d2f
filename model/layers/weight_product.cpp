// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/layers/weight_product.h"

#include <algorithm>
#include <vector>

#include "model/layers/block.h"
#include "model/layers/processor.h"
#include "model/numerics/helper.h"

namespace model::layers {

namespace {

/// The minimum number of products in a part that is worth another thread: some microseconds.
constexpr long leastPart = 50'000;
constexpr long mostParts = 16;

/// The products with the rows of weights from `first` on and before `end`.
void productOfRows(const In<float> &x, const WeightMatrix &weight, long first, long end, Block y) {
    const Block part{y.values + first, y.rows, end - first, y.stride};
    const long offset = first * weight.stride();
    if (weight.halves() == nullptr) {
        kernels().multiplyFloats(
            block(x), {weight.floats() + offset, end - first, weight.cols(), weight.stride()},
            false, part);
        return;
    }
    static_assert(sizeof(Eigen::half) == sizeof(*HalfBlock{}.values));
    std::vector<float> scratch(
        x.rows() > inputsTogether ? static_cast<std::size_t>(rowsTogether * weight.cols()) : 0);
    const auto *halves = reinterpret_cast<const unsigned short *>(weight.halves() + offset);
    kernels().multiplyHalves(block(x), {halves, end - first, weight.cols(), weight.stride()}, part,
                             scratch.data());
}

}  // namespace

void linear(const In<float> &x, const WeightMatrix &weight, Out<float> y) {
    const long rows = weight.rows();
    const long wanted = std::clamp(x.rows() * rows * weight.cols() / leastPart, 1L, mostParts);
    const long groups = std::max(1L, (rows + rowsTogether - 1) / rowsTogether);
    const long part = (groups + wanted - 1) / wanted * rowsTogether;
    shareOut((rows + part - 1) / part, [&](long index) {
        productOfRows(x, weight, index * part, std::min((index + 1) * part, rows), block(y));
    });
}

void linear(const In<float> &x, const WeightMatrix &weight, const WeightMatrix &bias,
            Out<float> y) {
    linear(x, weight, y);
    kernels().addToRows(bias.row(0).data(), block(y));
}

}  // namespace model::layers
