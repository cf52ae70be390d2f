// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/layers/activation.h"

#include <type_traits>

#include "model/layers/block.h"
#include "model/layers/processor.h"

namespace model::layers {

template <class T>
void hyperbolicTangent(Out<T> x) {
    if constexpr (std::is_same_v<T, float>) {
        kernels().hyperbolicTangent(block(x));
    } else {
        x.array() = x.array().tanh();
    }
}

template void hyperbolicTangent<float>(Out<float>);
template void hyperbolicTangent<double>(Out<double>);

}  // namespace model::layers
