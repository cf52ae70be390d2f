// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/trace_file/trace_file.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "model/file/output_file.h"
#include "model/file/safetensors.h"
#include "model/text/utf8.h"
#include "model/trace_file/arrays.h"
#include "model/trace_file/json.h"
#include "model/trace_file/npz.h"

namespace model {
namespace {

constexpr std::array<std::string_view, 3> suffixes{"json", "npz", "safetensors"};

/// Runs `write` and names the file before what kept it from being written.
template <class Write>
void writing(const std::filesystem::path &file, Write &&write) {
    try {
        write();
    } catch (const OutputError &error) {
        throw TraceFileError("%1: cannot be written (%2).", file.string(), error.message());
    }
}

void writeBytes(const std::filesystem::path &file, std::span<const std::byte> bytes) {
    writing(file, [&] {
        OutputFile output(file);
        output.append(bytes);
        output.keep();
    });
}

[[noreturn]] void refuseSuffix(const std::filesystem::path &file) {
    throw TraceFileError(
        "%1: got a file of this name, expected one that ends in .json, .npz or .safetensors.",
        file.string());
}

/// A container has numbers only: texts stand in its metadata, several of a kind as JSON.
void writeSafetensors(const Trace &trace, const std::filesystem::path &file) {
    const std::vector<Array> arrays = arraysOf(trace);
    std::vector<safetensors::View> tensors;
    safetensors::Metadata metadata{{"format", "attention-trace 1"},
                                   {"model", trace.model->metadata("name")},
                                   {"source", trace.source.text()},
                                   {"translation", trace.translation}};
    for (const Array &array : arrays) {
        if (const auto *texts = std::get_if<Array::Texts>(&array.values)) {
            metadata[array.name] = lineOf(Json(*texts));
        } else if (const auto *floats = std::get_if<Array::Floats>(&array.values)) {
            tensors.push_back({array.name, safetensors::Type::f32, array.shape,
                               std::as_bytes(std::span(*floats))});
        } else {
            const auto &whole = std::get<Array::Whole>(array.values);
            tensors.push_back(
                {array.name, safetensors::Type::i32, array.shape, std::as_bytes(std::span(whole))});
        }
    }
    try {
        safetensors::write(file, tensors, metadata);
    } catch (const ModelFileError &error) {
        throw TraceFileError(error.message());
    }
}

}  // namespace

std::span<const std::string_view> traceSuffixes() {
    return suffixes;
}

std::string_view traceSuffix(const std::filesystem::path &file) {
    const std::string suffix = lowerCased(file.extension().string());
    const auto found = std::find_if(suffixes.begin(), suffixes.end(), [&](std::string_view each) {
        return !suffix.empty() && std::string_view(suffix).substr(1) == each;
    });
    return found == suffixes.end() ? std::string_view() : *found;
}

void checkTraceFile(const std::filesystem::path &file) {
    if (traceSuffix(file).empty()) {
        refuseSuffix(file);
    }
    writing(file, [&] { checkOutput(file); });
}

void writeTrace(const Trace &trace, const std::filesystem::path &file) {
    const std::string_view suffix = traceSuffix(file);
    if (suffix == "json") {
        const std::string text = lineOf(toJson(trace, Numbers::all)) + '\n';
        writeBytes(file, std::as_bytes(std::span(text)));
    } else if (suffix == "npz") {
        writeBytes(file, npzOf(arraysOf(trace)));
    } else if (suffix == "safetensors") {
        writeSafetensors(trace, file);
    } else {
        refuseSuffix(file);
    }
}

}  // namespace model
