// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace app {

/// Makes the files that are compiled into the program readable by their names, which begin with
/// ":/". To be called before any of them is read; again, it does nothing.
void initializeResources();

}  // namespace app
