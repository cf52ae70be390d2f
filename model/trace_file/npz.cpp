// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/trace_file/npz.h"

#include <zip.h>

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstring>
#include <memory>

#include "model/error.h"
#include "model/text/utf8.h"

namespace model {
namespace {

static_assert(std::endian::native == std::endian::little, "values are copied as they are");

constexpr std::size_t npyAlignment = 64;
/// 1 January 1980, the first day that an archive can name: no file says when it was written.
constexpr zip_uint16_t firstDay = 0x21;

/// How NumPy calls the type of the values, and their bytes.
struct Encoded {
    std::string type;
    std::string bytes;
};

template <class Number>
Encoded encoded(const std::vector<Number> &values, const char *type) {
    return {type, {reinterpret_cast<const char *>(values.data()), values.size() * sizeof(Number)}};
}

Encoded encode(const Array::Floats &values) {
    return encoded(values, "<f4");
}
Encoded encode(const Array::Whole &values) {
    return encoded(values, "<i4");
}
/// Every text takes as many code points as the longest; the rest is zero.
Encoded encode(const Array::Texts &values) {
    std::size_t longest = 1;
    for (const std::string &text : values) {
        longest = std::max(longest, charactersOf(text).size());
    }
    std::vector<std::int32_t> codePoints;
    for (const std::string &text : values) {
        const std::size_t end = codePoints.size() + longest;
        for (const Character &character : charactersOf(text)) {
            codePoints.push_back(character.codePoint);
        }
        codePoints.resize(end);
    }
    std::string type = "<U";
    type += std::to_string(longest);
    return encoded(codePoints, type.c_str());
}

std::string shapeAsTuple(std::span<const std::size_t> shape) {
    std::string text = "(";
    for (const std::size_t size : shape) {
        text += std::to_string(size) + ", ";
    }
    return text + ")";
}

/// An array as a file of NumPy's.
std::string npyOf(const Array &array) {
    const Encoded values = std::visit([](const auto &each) { return encode(each); }, array.values);
    std::string header = "{'descr': '" + values.type +
                         "', 'fortran_order': False, 'shape': " + shapeAsTuple(array.shape) + ", }";
    const std::string magic{"\x93NUMPY\x01\x00", 8};
    const std::size_t before = magic.size() + sizeof(std::uint16_t);
    header.append(npyAlignment - 1 - (before + header.size()) % npyAlignment, ' ');
    header += '\n';
    const auto length = static_cast<std::uint16_t>(header.size());
    std::string file = magic;
    file.append(reinterpret_cast<const char *>(&length), sizeof length);
    return file + header + values.bytes;
}

/// Nothing but memory can be missing where nothing is read and the archive is not yet a file.
template <class Result>
Result orThrow(Result result, bool good) {
    if (!good) {
        throw Error("The arrays cannot be made one archive, expected more memory.");
    }
    return result;
}

struct Discard {
    void operator()(zip_t *archive) const { zip_discard(archive); }
    void operator()(zip_source_t *source) const { zip_source_free(source); }
};

void add(zip_t *archive, const std::string &name, const std::string &content) {
    zip_source_t *source = zip_source_buffer(archive, content.data(), content.size(), 0);
    orThrow(source, source != nullptr);
    const zip_int64_t place = zip_file_add(archive, name.c_str(), source, ZIP_FL_ENC_UTF_8);
    if (place < 0) {
        zip_source_free(source);
    }
    const auto index = static_cast<zip_uint64_t>(orThrow(place, place >= 0));
    orThrow(0, zip_set_file_compression(archive, index, ZIP_CM_STORE, 0) == 0);
    orThrow(0, zip_file_set_dostime(archive, index, 0, firstDay, 0) == 0);
}

std::vector<std::byte> contentOf(zip_source_t *source) {
    orThrow(0, zip_source_open(source) == 0);
    zip_stat_t status;
    orThrow(0, zip_source_stat(source, &status) == 0);
    std::vector<std::byte> bytes(status.size);
    const zip_int64_t got = zip_source_read(source, bytes.data(), bytes.size());
    zip_source_close(source);
    orThrow(got, got == static_cast<zip_int64_t>(bytes.size()));
    return bytes;
}

}  // namespace

std::vector<std::byte> npzOf(std::span<const Array> arrays) {
    std::vector<std::string> files;  // the archive does not copy them
    for (const Array &array : arrays) {
        files.push_back(npyOf(array));
    }
    zip_error_t error;
    zip_error_init(&error);
    std::unique_ptr<zip_source_t, Discard> source(zip_source_buffer_create(nullptr, 0, 0, &error));
    orThrow(0, source != nullptr);
    std::unique_ptr<zip_t, Discard> archive(
        zip_open_from_source(source.get(), ZIP_TRUNCATE, &error));
    orThrow(0, archive != nullptr);
    zip_source_keep(source.get());  // from here on the archive holds it, too
    for (std::size_t i = 0; i < files.size(); ++i) {
        add(archive.get(), arrays[i].name + ".npy", files[i]);
    }
    orThrow(0, zip_close(archive.get()) == 0);
    archive.release();
    return contentOf(source.get());
}

}  // namespace model
