// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The files of this room that include it are written for POSIX; a port to Windows begins here.
#include <unistd.h>

#include <system_error>

#include "model/error.h"

namespace model {

/// An open file that is closed in any case.
class Descriptor {
  public:
    Descriptor() = default;
    explicit Descriptor(int descriptor) : descriptor_(descriptor) {}
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;
    ~Descriptor() { reset(-1); }
    int get() const { return descriptor_; }
    bool valid() const { return descriptor_ >= 0; }
    void reset(int descriptor) {
        if (valid())
            ::close(descriptor_);
        descriptor_ = descriptor;
    }

  private:
    int descriptor_ = -1;
};

/// What an errno means: "No space left on device".
inline Message reasonOf(int error) {
    return Message(std::generic_category().message(error));
}

}  // namespace model
