// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <optional>

#include "model/decoding/trace.h"
#include "widgets/viewpoint/moment.h"

namespace app {

/// What a class can guess before it is shown, with its answer.
struct LessonQuestion {
    QString text;
    QStringList choices = {};     ///< in an order that tells nothing
    int right = 0;                ///< which of them is the answer
    QString answer = {};          ///< a whole sentence, with the numbers
    widgets::Moment reveal = {};  ///< where the answer is in view
    bool operator==(const LessonQuestion &) const = default;
};

/// The question about what is computed next at a moment; nothing at the end, and where there is
/// nothing to choose from. Answers are computed from the trace.
std::optional<LessonQuestion> questionAt(const model::Trace &trace, const widgets::Moment &moment);

}  // namespace app
