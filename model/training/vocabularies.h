// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>

namespace model::training {

/// Both tokenizers of a model, serialized, apart from any weights: several models that share them
/// can learn from each other.
struct Vocabularies {
    std::string source;
    std::string target;
};

/// Writes a file that holds nothing but them. @throws ModelFileError
void writeVocabularies(const Vocabularies &vocabularies, const std::filesystem::path &file);

/// Reads them from such a file or from that of a model. @throws ModelFileError
Vocabularies readVocabularies(const std::filesystem::path &file);

}  // namespace model::training
