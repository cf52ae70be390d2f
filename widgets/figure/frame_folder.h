// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>

#include "widgets/figure/animation_output.h"

namespace widgets {

/// A folder of numbered PNG pictures, one per frame, also of equal ones, so that programs that make
/// films of them can be told how many a second has. It is made beside its place, as
/// FOLDER.attention-part, and gets its name once all of it is there. In place of the folder there
/// may be an empty one. @throws model::OutputError
std::unique_ptr<AnimationFile::Output> frameFolder(const std::filesystem::path &folder);

}  // namespace widgets
