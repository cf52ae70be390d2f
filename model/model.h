// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <memory>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>

#include "model/configuration.h"
#include "model/text/tokenizer.h"
#include "model/weights.h"

namespace model {

/// A trained model: weights, two tokenizers and what is known about it. Immutable, shared.
class Model {
  public:
    /// The strings of __metadata__ in the file: "name", "license", "source_language", "training", …
    using Metadata = std::map<std::string, std::string>;

    Model(Weights weights, Tokenizer source, Tokenizer target, Metadata metadata);

    const Configuration &configuration() const { return weights_.configuration(); }
    const Weights &weights() const { return weights_; }
    const Tokenizer &source() const { return source_; }
    const Tokenizer &target() const { return target_; }
    const Metadata &metadata() const { return metadata_; }
    /// A metadata string, or "" where the file has none of that name.
    const std::string &metadata(const std::string &key) const;
    /// What its sentences are normalised as, by "source_language" and "target_language".
    Language sourceLanguage() const { return languageOf(metadata("source_language")); }
    Language targetLanguage() const { return languageOf(metadata("target_language")); }

  private:
    Weights weights_;
    Tokenizer source_;
    Tokenizer target_;
    Metadata metadata_;
};

/// Reads a model file. @throws ModelFileError naming the file, the tensor, what was got and what
/// was expected; Cancelled.
std::shared_ptr<const Model> readModel(const std::filesystem::path &file,
                                       const std::stop_token &stop = {});
/// The same from memory that outlives the model, whose F16 weights are left where they lie; `name`
/// stands for the file in messages.
std::shared_ptr<const Model> readModel(std::span<const std::byte> bytes, std::string_view name);

enum class Precision { f16, f32 };
/// Writes a model file, whole or not at all (written beside and renamed). @throws ModelFileError
void writeModel(const Model &model, const std::filesystem::path &file, Precision precision);

}  // namespace model
