// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "model/error.h"

// The safetensors container: a header length (8 bytes, little endian), a header in JSON, and the
// values of the tensors one after the other, little endian, row-major.
// https://huggingface.co/docs/safetensors
namespace model::safetensors {

enum class Type { f32, f16, i32, u8 };
std::string_view toString(Type type);
std::size_t sizeOf(Type type);  ///< bytes of one value

/// A named tensor; its bytes are not owned.
struct View {
    std::string name;
    Type type = Type::f32;
    std::vector<std::size_t> shape;    ///< empty: one value
    std::span<const std::byte> bytes;  ///< product of shape × sizeOf(type); of any alignment
};

/// A text or other bytes as a tensor.
View textView(std::string name, std::string_view text);
/// The bytes of a tensor as text.
std::string_view textOf(const View &tensor);

using Metadata = std::map<std::string, std::string>;

/// What a container holds. The views point into the bytes that it was parsed from.
class Contents {
  public:
    /// @throws ModelFileError with one sentence that names the tensor, what was got and what was
    /// expected; nothing but the types above, no gap, no overlap and no name twice is accepted.
    static Contents parse(std::span<const std::byte> bytes);

    /// In the order of their values.
    const std::vector<View> &tensors() const { return tensors_; }
    const Metadata &metadata() const { return metadata_; }
    /// Null where there is none of that name.
    const View *find(std::string_view name) const;

  private:
    std::vector<View> tensors_;
    std::map<std::string, std::size_t, std::less<>> index_;
    Metadata metadata_;
};

/// Checks whether a file of `size` bytes may be a container, before all of it is read: `beginning`
/// holds the header, if there is one. @throws ModelFileError as Contents::parse() does.
void checkBeginning(std::span<const std::byte> beginning, std::size_t size);

/// A whole file in memory; where its beginning is not that of a container, the rest is not read.
/// @throws ModelFileError that names the file if it is missing, is no regular file, cannot be read,
/// or does not begin as a container does; Cancelled.
std::vector<std::byte> readFile(const std::filesystem::path &file,
                                const std::stop_token &stop = {});

/// Writes a container, whole or not at all: see OutputFile.
/// @throws ModelFileError that names the file; what stood there is untouched then.
void write(const std::filesystem::path &file, std::span<const View> tensors,
           const Metadata &metadata);

/// Checks whether write() could write there, and changes nothing.
/// @throws ModelFileError that names the file.
void checkWritable(const std::filesystem::path &file);

/// The values of an f32 or f16 tensor as float. @throws ModelFileError if it has another type,
/// another number of values, or holds NaN or an infinity.
void copyValues(const View &tensor, std::span<float> values);

/// Checks an f16 tensor where it lies. @throws ModelFileError if it holds NaN or an infinity.
void checkFinite(const View &tensor);

/// Runs `read` and puts the file name before the message of any ModelFileError that it throws.
template <class Function>
auto inFile(std::string_view name, Function &&read) {
    try {
        return read();
    } catch (const ModelFileError &error) {
        throw ModelFileError("%1: %2", name, error.message());
    }
}

/// "[512, 256]"
std::string shapeText(std::span<const std::size_t> shape);
/// A name from a file, fit for a message: in quotes, printable, cut if long.
std::string inQuotes(std::string_view name);

}  // namespace model::safetensors
