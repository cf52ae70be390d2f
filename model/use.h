// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace model {

class Model;

/// What a model is for.
enum class Use {
    translation,  ///< a sentence in another language
    summary,      ///< a text in a few words
    dialogue,     ///< a reply to a turn
    caption,      ///< a picture in words
    exercise,     ///< another task that a model has learned, such as numbers in digits
};

/// All of them, in the order in which they are listed.
inline constexpr Use everyUse[] = {Use::translation, Use::summary, Use::dialogue, Use::caption,
                                   Use::exercise};

/// As in the metadata of a model, under "task": "summary".
std::string_view toString(Use use);
/// That of the task in the metadata of a model: a translation where there is none, an exercise for
/// a name that is none of the others.
Use useOfTask(std::string_view task);
/// That of a model: a caption where it sees pictures, otherwise as its metadata say.
Use useOf(const Model &model);
/// Whether a sentence goes in, or what a model of a task reads in place of one: no text, no turn
/// with what was before it, no picture.
bool readsSentences(Use use);

/// What stands in a source between a turn and the one before it: "before | turn".
inline constexpr std::string_view betweenTurns = " | ";

}  // namespace model
