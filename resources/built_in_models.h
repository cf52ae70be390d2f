// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>

namespace resources {

/// A model that comes with the programs.
struct BuiltInModel {
    std::string_view name;  ///< what one calls it instead of a file: "attention"

    /// What stands for its file in messages.
    std::string title() const { return "the built-in model " + std::string(name); }
    /// Of its file, at a page's boundary, until the program ends; read as they are looked at.
    /// @throws model::ModelFileError if it is not where it was installed.
    std::span<const std::byte> bytes() const;
};

/// All of them; the first is the one that is used where none is named.
std::span<const BuiltInModel> builtInModels();
/// Null where none of them is called that.
const BuiltInModel *findBuiltInModel(std::string_view name);
/// Where their files lie: a folder beside that of the program which is running, wherever it was
/// moved to. @throws model::ModelFileError if the system does not tell where the program is.
std::filesystem::path builtInModelFolder();

}  // namespace resources
