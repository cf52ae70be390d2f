// SPDX-License-Identifier: GPL-3.0-or-later
// attention-model as a user or a script runs it.
#pragma once

#include <gtest/gtest.h>
#include <sys/wait.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include "model/decoding/search.h"
#include "tests/model/file/temporary_folder.h"
#include "tests/support/traces.h"

/// What became of a run.
struct Outcome {
    int status = -1;
    std::string out;
    std::string err;
};

/// Runs the program in a folder of its own.
class Command : public testing::Test {
  protected:
    /// Runs the program; the arguments are written as in a shell.
    Outcome run(const std::string &arguments, const std::string &input = "") const {
        return runOn(write("in", input), arguments);
    }
    Outcome runOn(const std::string &in, const std::string &arguments) const {
        const std::string out = (folder_ / "out").string();
        const std::string err = (folder_ / "err").string();
        const int status = std::system(
            (std::string(ATTENTION_MODEL) + " " + arguments + " <" + in + " >" + out + " 2>" + err)
                .c_str());
        return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, read(out), read(err)};
    }
    std::string write(const std::string &name, const std::string &text) const {
        const std::filesystem::path file = folder_ / name;
        std::ofstream(file, std::ios::binary) << text;
        return file.string();
    }
    static std::string read(const std::filesystem::path &file) {
        std::ostringstream text;
        text << std::ifstream(file, std::ios::binary).rdbuf();
        return text.str();
    }
    static std::string tiny(const std::string &name = "tiny") {
        return "--model " + support::dataFile(name + ".safetensors").string();
    }
    static std::string translation(const std::string &sentence) {
        return support::tinyTrace(sentence)->translation;
    }

    TemporaryFolder folder_;
};

inline bool contains(const std::string &text, const std::string &part) {
    return text.find(part) != std::string::npos;
}
