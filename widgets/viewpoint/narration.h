// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "model/decoding/trace.h"
#include "widgets/viewpoint/moment.h"

namespace widgets {

/// What happens at a moment, told with the words and the numbers of the trace.
struct Narration {
    QString sentence;  ///< plain; empty where the trace has no such moment
    QString more;      ///< a second sentence for those who ask: numbers, what it is for
    bool operator==(const Narration &) const = default;
};

/// In the language of the moment. Everything is computed from the trace, nothing is assumed of it.
Narration narrate(const model::Trace &trace, const Moment &moment);

}  // namespace widgets
