// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/layers/processor.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cstdlib>
#include <string>
#include <vector>

#include "model/error.h"

namespace model::layers {

namespace {

/// "a, b or c"
Message alternatives(bool supportedOnly) {
    std::vector<std::string> names;
    for (const ProcessorLevel &level : processorLevels()) {
        if (!supportedOnly || level.supported) {
            names.emplace_back(level.name);
        }
    }
    auto text = Message("%1", names.front());
    for (std::size_t i = 1; i < names.size(); ++i) {
        text = i + 1 < names.size() ? Message("%1, %2", text, names[i])
                                    : Message("%1 or %2", text, names[i]);
    }
    return text;
}

const ProcessorLevel &levelNamed(const std::string &name) {
    const auto levels = processorLevels();
    const auto found = std::find_if(levels.begin(), levels.end(),
                                    [&name](const auto &level) { return level.name == name; });
    if (found == levels.end()) {
        throw Error("The environment variable ATTENTION_CPU is '%1', expected %2.", name,
                    alternatives(false));
    }
    if (!found->supported) {
        throw Error(
            "The environment variable ATTENTION_CPU is '%1', which this processor does not "
            "support, expected %2.",
            name, alternatives(true));
    }
    return *found;
}

const ProcessorLevel &levelAtStart() {
    const char *name = std::getenv("ATTENTION_CPU");
    if (name != nullptr && *name != '\0') {
        return levelNamed(name);
    }
    const auto levels = processorLevels();
    return *std::find_if(levels.rbegin(), levels.rend(),
                         [](const ProcessorLevel &level) { return level.supported; });
}

std::atomic<const ProcessorLevel *> &chosen() {
    static std::atomic<const ProcessorLevel *> level{&levelAtStart()};
    return level;
}

#if defined(__x86_64__)
// Both also ask whether the operating system keeps the wide registers.
#ifdef __clang__
// clang before 18 knows no names of levels. No processor has these without the rest of the level.
bool hasV3() {
    return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") &&
           __builtin_cpu_supports("bmi") && __builtin_cpu_supports("bmi2");
}
bool hasV4() {
    return hasV3() && __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
           __builtin_cpu_supports("avx512cd") && __builtin_cpu_supports("avx512dq") &&
           __builtin_cpu_supports("avx512vl");
}
#else
bool hasV3() {
    return __builtin_cpu_supports("x86-64-v3") != 0;
}
bool hasV4() {
    return __builtin_cpu_supports("x86-64-v4") != 0;
}
#endif
#endif

}  // namespace

std::span<const ProcessorLevel> processorLevels() {
#if defined(__x86_64__)
    static const std::array<ProcessorLevel, 3> levels{{
        {"x86-64", &kernelsV1, true},
        {"x86-64-v3", &kernelsV3, hasV3()},
        {"x86-64-v4", &kernelsV4, hasV4()},
    }};
#else
    static const std::array<ProcessorLevel, 1> levels{{{"plain", &kernelsPlain, true}}};
#endif
    return levels;
}

const ProcessorLevel &processorLevel() {
    return *chosen().load(std::memory_order_relaxed);
}

void setProcessorLevel(const ProcessorLevel &level) {
    chosen() = &level;
}

}  // namespace model::layers
