// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "model/alignment/aligner.h"
#include "model/training/corpus.h"

namespace cli {

/// The pairs of a corpus. Lines that are none are refused, or left out and named on the error
/// stream. @throws CorpusError as readCorpus()
std::vector<model::training::SentencePair> readPairs(const std::string &file,
                                                     model::training::Columns columns,
                                                     bool skipBadLines);

/// The words of the pairs of a training corpus, as the statistical aligner knows them.
/// @throws CorpusError as readCorpus()
std::vector<model::aligner::WordPair> readWordPairs(const std::string &file, bool skipBadLines);

/// Says that a line is left out; `sentence` says which and why.
void tellSkipped(const std::string &sentence);

/// What the option --skip-bad-lines says about itself.
inline constexpr const char *skipBadLinesHelp = "name bad lines and go on instead of refusing";

}  // namespace cli
