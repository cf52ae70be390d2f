// SPDX-License-Identifier: GPL-3.0-or-later
#include "resources/built_in_models.h"

#include <algorithm>
#include <array>
#include <system_error>

#include "model/error.h"
#include "model/file/mapped_file.h"

// The branches for macOS and Windows were not tried.
#if defined(__APPLE__)
#include <mach-o/dyld.h>

#include <cstdint>
#elif defined(_WIN32)
#include <windows.h>
#endif

namespace resources {
namespace {

namespace fs = std::filesystem;

/// As CMakeLists.txt lists them.
constexpr auto models = std::to_array<BuiltInModel>({ATTENTION_BUILT_IN_MODELS});

/// The file of the program that is running, free of symbolic links; empty where that is unknown.
fs::path programFile() {
    std::error_code failed;
#if defined(__APPLE__)
    std::array<char, 4096> path{};
    std::uint32_t size = path.size();
    return _NSGetExecutablePath(path.data(), &size) == 0 ? fs::canonical(path.data(), failed)
                                                         : fs::path();
#elif defined(_WIN32)
    std::array<wchar_t, 4096> path{};
    const DWORD size = GetModuleFileNameW(nullptr, path.data(), path.size());
    return size < path.size() ? fs::canonical(path.data(), failed) : fs::path();
#else
    // Of Linux; the systems of BSD have it where procfs is mounted, under these names.
    for (const char *link : {"/proc/self/exe", "/proc/curproc/exe", "/proc/curproc/file"}) {
        if (fs::path path = fs::read_symlink(link, failed); !failed)
            return path;
    }
    return {};
#endif
}

}  // namespace

fs::path builtInModelFolder() {
    const fs::path program = programFile();
    if (program.empty())
        throw model::ModelFileError(
            "The built-in models cannot be found: the system does not tell where the program is "
            "(is /proc mounted?).");
    return (program.parent_path() / ATTENTION_MODEL_FOLDER).lexically_normal();
}

std::span<const std::byte> BuiltInModel::bytes() const {
    const fs::path file = builtInModelFolder() / (std::string(name) + ".safetensors");
    try {
        return model::mapFile(file);
    } catch (const model::ModelFileError &error) {
        throw model::ModelFileError("The built-in model %1 is not where it was installed: %2", name,
                                    error.message());
    }
}

std::span<const BuiltInModel> builtInModels() {
    return models;
}

const BuiltInModel *findBuiltInModel(std::string_view name) {
    const auto *found = std::ranges::find(models, name, &BuiltInModel::name);
    return found == models.end() ? nullptr : found;
}

}  // namespace resources
