// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string_view>

#include "model/layers/kernels.h"

// What the processor has is found out when the program runs, not where it is built.
namespace model::layers {

/// A kind of processor that the kernels are compiled for, called what the x86-64 psABI calls it
/// ("plain" on other architectures).
struct ProcessorLevel {
    std::string_view name;
    const Kernels *kernels;
    bool supported;  ///< by this processor and its operating system
};

/// Those of this architecture, the plainest, which all support, first.
std::span<const ProcessorLevel> processorLevels();

/// That whose kernels run: the highest that is supported, or the one that is named by the
/// environment variable ATTENTION_CPU. Programs ask at their start, so that a wrong name is refused
/// there. @throws Error for a name that is none or not supported
const ProcessorLevel &processorLevel();

/// Chooses another, which must be supported, before there are other threads: for tests.
void setProcessorLevel(const ProcessorLevel &level);

inline const Kernels &kernels() {
    return *processorLevel().kernels;
}

}  // namespace model::layers
