// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <functional>

#include "app/session/session.h"
#include "widgets/viewpoint/moment.h"

// What a page of the lesson can wait for: something that the learner does in the window.
namespace app {

/// How things were when the page had been set up.
struct LessonStart {
    widgets::Moment moment;
    QString sentence;  ///< the learner's own
};

/// What can be asked whether the learner has done it.
struct LessonCondition {
    /// `own`: the learner's sentence now.
    std::function<bool(Session &session, const LessonStart &start, const QString &own)> met;
    /// Does it in the learner's place. `setOwn` takes another sentence as the learner's own.
    std::function<void(Session &session, const std::function<void(const QString &)> &setOwn)> show;
};

/// Null for an unknown name. "end": time is at the end; "moved": it is another than at the start;
/// "source": a source word is selected; "step": a step; "bottleneck" and "attention": that model is
/// in use; "sentence": the learner has typed another; "edit": something is decided in place of the
/// model; "undone": nothing is.
const LessonCondition *lessonCondition(const QString &name);

}  // namespace app
