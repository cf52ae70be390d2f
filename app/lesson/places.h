// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <optional>

#include "app/lesson/knowledge.h"
#include "app/lesson/lesson.h"
#include "widgets/viewpoint/moment.h"
#include "widgets/viewpoint/selection.h"

// Where a page of the lesson leads: names that mean a step, a moment or a selection of whatever
// sentence is in view.
namespace app {

/// The decoder step of a name: a number from 0, "last" (that of the end piece), "sharpest" and
/// "broadest" (of all words, with the largest and the smallest of all largest weights), "crossing"
/// (whose attention lies furthest to the left of that of the step before), "disagreement" (where
/// attention and posterior attention differ most). 0 for what the sentence does not have, and
/// nothing while it is not known, or for any other name.
std::optional<int> stepNamed(const QString &name, const LessonKnowledge &known);

/// The step that a page is about: its own, else 0.
std::optional<int> stepOf(const LessonPage &page, const LessonKnowledge &known);

/// The moment of a name: "start", "read" (the end of reading), "end", "before" (where the step of
/// the page has begun), or a stage, at whose end it is: "embed", "forward" and "backward" with the
/// position of a word piece ("forward 1"), and "score", "softmax", "context", "state" and "word" of
/// the step of the page. What the sentence does not have is clamped; nothing for any other name.
std::optional<widgets::Moment> momentNamed(const QString &name, int step,
                                           const model::Trace &trace);

/// The selection of a name: "none"; of the step of the page "top" (the word that it attends to
/// most), "row" (the step), "cell" (both), "context", "state"; "first" (the first word piece),
/// "embedding", "forward" and "backward" (its vectors).
std::optional<widgets::Selection> selectionNamed(const QString &name, int step,
                                                 const model::Trace &trace);

}  // namespace app
