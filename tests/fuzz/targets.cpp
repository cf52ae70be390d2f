// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/targets.h"

#include <unistd.h>

#include <array>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace fuzz {

namespace {

class OneFile {
  public:
    ~OneFile() { std::filesystem::remove(path_); }
    const std::filesystem::path &path() const { return path_; }

  private:
    std::filesystem::path path_ =
        std::filesystem::temp_directory_path() / ("attention-fuzz-" + std::to_string(::getpid()));
};

constexpr std::array all{
    Target{"model_file", readModelFile, modelFiles},
    Target{"tokenizer_file", readTokenizerFile, tokenizerFiles},
    Target{"checkpoint", readCheckpointFile, checkpointFiles},
    Target{"expectations", readExpectationsFile, expectationFiles},
    Target{"corpus", readCorpusFile, corpusFiles},
    Target{"interventions", readInterventionText, interventionTexts},
    Target{"scene", readSceneText, sceneTexts},
    Target{"text", readText, texts},
#ifdef FUZZ_SESSIONS  // where there is Qt
    Target{"session", readSessionText, sessionTexts},
#endif
};

}  // namespace

std::span<const Target> targets() {
    return all;
}

const Target &target(std::string_view name) {
    for (const Target &one : all) {
        if (one.name == name) {
            return one;
        }
    }
    throw std::out_of_range("There is no target " + std::string(name) + ".");
}

void require(bool statement, const char *what) {
    if (!statement) {
        throw std::logic_error(what);
    }
}

std::filesystem::path asFile(std::string_view bytes) {
    static const OneFile file;
    std::ofstream(file.path(), std::ios::binary)
        .write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    return file.path();
}

std::string contentsOf(const std::filesystem::path &file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

}  // namespace fuzz
