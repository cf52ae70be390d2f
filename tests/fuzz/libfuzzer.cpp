// SPDX-License-Identifier: GPL-3.0-or-later
// One target for libFuzzer; which one, the build says.
#include <cstddef>
#include <cstdint>

#include "tests/fuzz/targets.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *bytes, std::size_t size) {
    static const fuzz::Target &target = fuzz::target(FUZZ_TARGET);
    target.run({reinterpret_cast<const char *>(bytes), size});
    return 0;
}
