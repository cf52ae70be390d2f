// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/training/vocabularies.h"

#include <array>
#include <cstddef>
#include <span>
#include <vector>

#include "model/error.h"
#include "model/file/safetensors.h"
#include "model/text/tokenizer.h"

namespace model::training {

namespace {

constexpr const char *sourceTokenizer = "tokenizer.source";
constexpr const char *targetTokenizer = "tokenizer.target";

std::string readTokenizer(const safetensors::Contents &contents, const char *name) {
    const safetensors::View *view = contents.find(name);
    if (view == nullptr || view->type != safetensors::Type::u8) {
        throw ModelFileError("tensor %1: not in the file as bytes, expected a tokenizer.",
                             safetensors::inQuotes(name));
    }
    return Tokenizer(safetensors::textOf(*view), name).serialized();
}

}  // namespace

void writeVocabularies(const Vocabularies &vocabularies, const std::filesystem::path &file) {
    safetensors::write(file,
                       std::array{safetensors::textView(sourceTokenizer, vocabularies.source),
                                  safetensors::textView(targetTokenizer, vocabularies.target)},
                       {});
}

Vocabularies readVocabularies(const std::filesystem::path &file) {
    const std::vector<std::byte> bytes = safetensors::readFile(file);
    return safetensors::inFile(file.string(), [&] {
        const auto contents = safetensors::Contents::parse(bytes);
        return Vocabularies{readTokenizer(contents, sourceTokenizer),
                            readTokenizer(contents, targetTokenizer)};
    });
}

}  // namespace model::training
