// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "model/decoding/source.h"
#include "model/use.h"

// What is said of the uses of models, in the language of the program.
namespace widgets {

/// What a use, and what goes in and comes out of its models, are called.
struct UseNames {
    QString group;   ///< a heading of models: "Summaries"
    QString kind;    ///< of a model: "summary"
    QString source;  ///< as a name: "Text"
    QString target;  ///< "Summary"
};

UseNames useNames(model::Use use);

/// What models for a use do, and what is not to be expected of them: two sentences.
QString aboutUse(model::Use use);

/// What is read, on one line, as the title of a figure: a text, or that it is a picture.
QString sourceTitle(const model::Source &source);

}  // namespace widgets
