// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include "app/lesson/knowledge.h"
#include "app/lesson/markup.h"

// What the pages of the lesson say of the sentence in view: words and numbers, each computed.
namespace app {

/// The facts about what is known, of which those about a step are about this one. A fact that needs
/// what is not known, or that the sentence does not have, is nothing. `known` must outlive it.
LessonFacts factsAbout(const LessonKnowledge &known, int step);

/// The names of all facts.
QStringList lessonFactNames();

}  // namespace app
