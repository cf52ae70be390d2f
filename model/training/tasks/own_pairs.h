// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "model/training/corpus.h"
#include "model/training/tasks/task.h"

namespace model::training {

/// A task whose pairs are the user's own, drawn at random; nothing is known of their alignment, and
/// the letters are those that occur. The texts are normalised as those of their languages.
/// @throws CorpusError unless some pairs are held out (isHeldOut()) and others are not
Task taskOfPairs(const std::vector<SentencePair> &pairs, const std::string &sourceLanguage,
                 const std::string &targetLanguage);

}  // namespace model::training
