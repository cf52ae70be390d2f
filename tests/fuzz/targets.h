// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// What reads bytes that anybody may have written: tried with mutated ones by libFuzzer, and with
/// some fixed ones by fuzz_test.
namespace fuzz {

struct Target {
    const char *name;
    /// Reads the bytes. What is refused ends with the error that is documented for it, which is
    /// caught here; anything else that is thrown is a fault.
    void (*run)(std::string_view bytes);
    /// Inputs that are read without an error, to begin with.
    std::vector<std::string> (*seeds)();
};

std::span<const Target> targets();
/// @throws std::out_of_range
const Target &target(std::string_view name);

void readModelFile(std::string_view bytes);
void readTokenizerFile(std::string_view bytes);
void readCheckpointFile(std::string_view bytes);
void readExpectationsFile(std::string_view bytes);
void readCorpusFile(std::string_view bytes);
void readInterventionText(std::string_view bytes);
void readSceneText(std::string_view bytes);
void readText(std::string_view bytes);
void readSessionText(std::string_view bytes);

std::vector<std::string> modelFiles();
std::vector<std::string> tokenizerFiles();
std::vector<std::string> checkpointFiles();
std::vector<std::string> expectationFiles();
std::vector<std::string> corpusFiles();
std::vector<std::string> interventionTexts();
std::vector<std::string> sceneTexts();
std::vector<std::string> texts();
std::vector<std::string> sessionTexts();

/// A statement that is true of whatever was read. @throws std::logic_error
void require(bool statement, const char *what);

/// Bytes as a file, for what reads files only. One at a time; removed at the end of the program.
std::filesystem::path asFile(std::string_view bytes);
std::string contentsOf(const std::filesystem::path &file);

}  // namespace fuzz
