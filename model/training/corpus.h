// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace model::training {

/// A French sentence with its English translations (one for training, several to evaluate against).
struct SentencePair {
    std::string source;
    std::vector<std::string> references;
};

/// What to do about a line that is not a pair.
enum class BadLines { refuse, skip };

/// The meaning of the columns after the first.
enum class Columns {
    training,    ///< French, English, optionally more (such as the origin)
    references,  ///< French, one or more English references
};

struct Corpus {
    std::vector<SentencePair> pairs;
    /// One sentence per skipped line, which names it by number and says what is wrong.
    std::vector<std::string> skipped;
};

/// Reads a file of tab-separated UTF-8 lines (LineReader). A line is bad if it lacks a column, has
/// an empty one, or is not valid UTF-8. @throws CorpusError if the file cannot be read, is empty,
/// or has a bad line and those are refused.
Corpus readCorpus(const std::filesystem::path &file, Columns columns, BadLines badLines);

/// Distinguishes one list of pairs from another.
std::uint64_t hash(const std::vector<SentencePair> &pairs);

}  // namespace model::training
