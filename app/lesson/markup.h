// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <functional>
#include <optional>
#include <vector>

#include "widgets/drawing/theme.h"

// The texts of the lesson. A name in braces, "{translation}", stands for a fact that is computed;
// <source>, <target>, <attention> and <state> colour what they enclose as the picture colours it,
// <b> makes it bold.
namespace app {

/// What stands for a name in braces.
struct LessonFact {
    QString text;
    std::optional<widgets::Role> role = {};  ///< whose colour it has; nothing: that of the text
    bool operator==(const LessonFact &) const = default;
};
/// Looks a fact up; nothing while it is not known.
using LessonFacts = std::function<std::optional<LessonFact>(const QString &name)>;

/// A part of a paragraph that looks alike.
struct LessonSpan {
    QString text;
    std::optional<widgets::Role> role = {};
    bool bold = false;
    QString fact = {};     ///< the name that it stands for; empty: it was written so
    bool unknown = false;  ///< of a fact: it is not known
    bool operator==(const LessonSpan &) const = default;
};

/// The parts of a paragraph. What is not known is an ellipsis. @throws std::runtime_error, with one
/// sentence, for a tag that there is not or that is not closed.
std::vector<LessonSpan> spansOf(const QString &paragraph, const LessonFacts &facts);

/// The names in braces, in the order of the text.
QStringList factNames(const QString &paragraph);

/// Paragraphs for a reader who sees.
QString htmlOf(const QStringList &paragraphs, const LessonFacts &facts,
               const widgets::Theme &theme);
/// The same for one who hears.
QString plainTextOf(const QStringList &paragraphs, const LessonFacts &facts);

}  // namespace app
