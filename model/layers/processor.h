// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string_view>

#include "model/layers/kernels.h"

// The features of the processor are detected when the program runs, not where it is built.
namespace model::layers {

/// A kind of processor that the kernels are compiled for, with its name in the x86-64 psABI
/// ("plain" on other architectures).
struct ProcessorLevel {
    std::string_view name;
    const Kernels *kernels;
    bool supported;  ///< by this processor and its operating system
};

/// The levels of this architecture; the first one is supported by all processors.
std::span<const ProcessorLevel> processorLevels();

/// The level whose kernels run: the highest supported one, or the one that the environment variable
/// ATTENTION_CPU names. Programs ask at startup, so that a wrong name is refused there.
/// @throws Error for a name that is unknown or not supported
const ProcessorLevel &processorLevel();

/// Chooses another, which must be supported, before there are other threads: for tests.
void setProcessorLevel(const ProcessorLevel &level);

inline const Kernels &kernels() {
    return *processorLevel().kernels;
}

}  // namespace model::layers
