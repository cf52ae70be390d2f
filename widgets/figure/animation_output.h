// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <span>

#include "widgets/figure/animation.h"

namespace widgets {

/// What an AnimationFile writes to: opaque frames of Format_ARGB32 and of one size, each other than
/// the one before where the format is not of single pictures.
class AnimationFile::Output {
  public:
    Output() = default;
    Output(const Output &) = delete;
    Output &operator=(const Output &) = delete;
    virtual ~Output() = default;

    /// Whether a frame that is like the one before is one all the same.
    virtual bool keepsEqualFrames() const { return false; }
    /// @throws model::OutputError, ExportError
    virtual void add(const QImage &image, int milliseconds) = 0;
    /// @throws model::OutputError, ExportError
    virtual void keep() = 0;
};

/// Takes the bytes of a file as they come. @throws model::OutputError
using AnimationSink = std::function<void(std::span<const std::byte> bytes)>;

// Both write their last bytes when they are kept. @throws ExportError where there is no memory
std::unique_ptr<AnimationFile::Output> gifOutput(AnimationSink sink);
std::unique_ptr<AnimationFile::Output> webpOutput(AnimationSink sink);

}  // namespace widgets
