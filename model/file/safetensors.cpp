// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/file/safetensors.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>

#include "model/printable.h"

namespace model::safetensors {
namespace {

using nlohmann::json;

static_assert(std::endian::native == std::endian::little, "values are copied as they are");

constexpr std::size_t lengthBytes = 8;
/// A hundred times the header of a model; parsed, a header takes many times its bytes in memory.
constexpr std::uint64_t longestHeader = 1U << 20;
constexpr std::array types{Type::f32, Type::f16, Type::i32, Type::u8};

std::string count(std::size_t n) {
    return std::to_string(n);
}

/// What a value of the header looks like, for a message.
std::string excerpt(const json &value) {
    constexpr std::size_t longest = 40;
    const auto isNested = [](const json &inner) { return inner.is_structured(); };
    // Writing a deeply nested value would exhaust the stack; a long one would be built for nothing.
    if (value.is_structured() &&
        (value.size() > 8 || std::any_of(value.begin(), value.end(), isNested)))
        return std::string("a larger ") + value.type_name();
    const std::string text = value.dump(-1, ' ', true);
    return text.size() > longest ? text.substr(0, longest) + "..." : text;
}

/// Refuses a header that names anything twice: JSON readers keep the last one and say nothing.
class DuplicateFinder {
  public:
    bool operator()(int, json::parse_event_t event, const json &parsed) {
        if (event == json::parse_event_t::object_start) {
            names_.emplace_back();
        } else if (event == json::parse_event_t::object_end) {
            names_.pop_back();
        } else if (event == json::parse_event_t::key) {
            const auto &name = parsed.get_ref<const std::string &>();
            if (!names_.back().insert(name).second)
                throw ModelFileError("the header names %1 twice, expected every name once.",
                                     inQuotes(name));
        }
        return true;
    }

  private:
    std::vector<std::set<std::string>> names_;  ///< of the objects that are open
};

json parseHeader(std::string_view text) {
    DuplicateFinder finder;
    json header;
    try {
        header = json::parse(text, [&finder](int depth, json::parse_event_t event, json &parsed) {
            return finder(depth, event, parsed);
        });
    } catch (const json::exception &) {
        throw ModelFileError("the header of %1 bytes is not JSON, expected an object of tensors.",
                             text.size());
    }
    if (!header.is_object())
        throw ModelFileError("the header is %1, expected a JSON object of tensors.",
                             excerpt(header));
    return header;
}

/// `bytes` are the first ones of the file.
std::string_view headerText(std::span<const std::byte> bytes, std::size_t size) {
    if (size < lengthBytes)
        throw ModelFileError("got %1 bytes, expected a safetensors file of at least 8.", size);
    std::uint64_t length = 0;
    std::memcpy(&length, bytes.data(), lengthBytes);
    if (length > size - lengthBytes)
        throw ModelFileError(
            "the header takes %1 bytes, but only %2 are left: the file is truncated or no "
            "safetensors file.",
            length, size - lengthBytes);
    if (length > longestHeader)
        throw ModelFileError("the header takes %1 bytes, expected at most %2.", length,
                             longestHeader);
    return {reinterpret_cast<const char *>(bytes.data()) + lengthBytes,
            static_cast<std::size_t>(length)};
}

[[noreturn]] void refuse(std::string_view tensor, const Message &problem) {
    throw ModelFileError("tensor %1: %2.", inQuotes(tensor), problem);
}

const json &member(const json &description, const char *key, std::string_view tensor) {
    const auto found = description.find(key);
    if (found == description.end())
        refuse(tensor,
               Message("got no \"%1\", expected \"dtype\", \"shape\" and \"data_offsets\"", key));
    return *found;
}

Type readType(const json &value, std::string_view tensor) {
    for (const Type type : types)
        if (value.is_string() && value.get_ref<const std::string &>() == toString(type))
            return type;
    refuse(tensor, Message("the dtype is %1, expected \"F32\", \"F16\", \"I32\" or \"U8\"",
                           excerpt(value)));
}

std::vector<std::size_t> readNumbers(const json &value, const char *key, std::string_view tensor) {
    std::vector<std::size_t> numbers;
    const auto isNumber = [](const json &number) { return number.is_number_unsigned(); };
    if (!value.is_array() || !std::all_of(value.begin(), value.end(), isNumber))
        refuse(tensor, Message("the %1 is %2, expected an array of whole numbers from 0", key,
                               excerpt(value)));
    for (const json &number : value)
        numbers.push_back(number.get<std::size_t>());
    return numbers;
}

/// Bytes of a tensor, or nothing if they cannot be counted.
std::optional<std::size_t> byteCount(Type type, std::span<const std::size_t> shape) {
    std::size_t bytes = sizeOf(type);
    for (const std::size_t size : shape)
        if (__builtin_mul_overflow(bytes, size, &bytes))
            return {};
    return bytes;
}

View readTensor(const std::string &name, const json &description, std::span<const std::byte> data) {
    if (!description.is_object())
        refuse(name,
               Message("the description is %1, expected a JSON object", excerpt(description)));
    View view;
    view.name = name;
    view.type = readType(member(description, "dtype", name), name);
    view.shape = readNumbers(member(description, "shape", name), "shape", name);
    const auto offsets =
        readNumbers(member(description, "data_offsets", name), "data_offsets", name);
    if (offsets.size() != 2 || offsets[0] > offsets[1])
        refuse(name, Message("the data_offsets are %1, expected a begin and an end not before it",
                             shapeText(offsets)));
    if (offsets[1] > data.size())
        refuse(name, Message("the values end at byte %1, but only %2 bytes follow the header: the "
                             "file is truncated or corrupt",
                             offsets[1], data.size()));
    const auto expected = byteCount(view.type, view.shape);
    if (expected != offsets[1] - offsets[0])
        refuse(name,
               expected
                   ? Message("got %1 bytes, expected %2 for %3 %4", offsets[1] - offsets[0],
                             *expected, toString(view.type), shapeText(view.shape))
                   : Message("got %1 bytes, expected more than can be counted for %2 %3",
                             offsets[1] - offsets[0], toString(view.type), shapeText(view.shape)));
    view.bytes = data.subspan(offsets[0], offsets[1] - offsets[0]);
    return view;
}

Metadata readMetadata(const json &description) {
    if (!description.is_object())
        throw ModelFileError("the __metadata__ is %1, expected a JSON object of strings.",
                             excerpt(description));
    Metadata metadata;
    for (const auto &[key, value] : description.items()) {
        if (!value.is_string())
            throw ModelFileError("the __metadata__ %1 is %2, expected a string.", inQuotes(key),
                                 excerpt(value));
        metadata[key] = value.get<std::string>();
    }
    return metadata;
}

/// Every byte after the header must belong to exactly one tensor. `tensors` are sorted.
void checkCoverage(const std::vector<View> &tensors, std::span<const std::byte> data) {
    const std::byte *end = data.data();
    for (const View &tensor : tensors) {
        const auto begin = static_cast<std::size_t>(tensor.bytes.data() - data.data());
        const auto expected = static_cast<std::size_t>(end - data.data());
        if (begin != expected)
            refuse(tensor.name,
                   begin < expected
                       ? Message("the values begin at byte %1, expected %2 (they overlap "
                                 "those of another tensor)",
                                 begin, expected)
                       : Message("the values begin at byte %1, expected %2 (the bytes "
                                 "before are nobody's)",
                                 begin, expected));
        end = tensor.bytes.data() + tensor.bytes.size();
    }
    const auto covered = static_cast<std::size_t>(end - data.data());
    if (covered != data.size())
        throw ModelFileError("got %1 bytes after the header, expected the %2 of its tensors.",
                             data.size(), covered);
}

constexpr std::size_t blockSize = 1024;

/// Half to single precision, all bit patterns exactly. At most blockSize values, whose bytes need
/// not be aligned. Eigen's conversion is not vectorised here and takes four times as long.
void widen(const std::byte *from, std::span<float> to) {
    std::array<std::uint16_t, blockSize> halves;
    std::memcpy(halves.data(), from, to.size() * sizeof(std::uint16_t));
    for (std::size_t i = 0; i < to.size(); ++i) {
        const std::uint32_t half = halves[i];
        // The fields in their new places stand for a number 2^112 times too small, since the biases
        // of the exponents are 15 and 127; subnormal numbers come out right as well.
        const float magnitude = std::bit_cast<float>((half & 0x7FFFU) << 13) * 0x1p112F;
        const std::uint32_t notFinite = (half & 0x7C00U) == 0x7C00U ? 0x7F800000U : 0U;
        to[i] = std::bit_cast<float>(std::bit_cast<std::uint32_t>(magnitude) |
                                     (half & 0x8000U) << 16 | notFinite);
    }
}

/// `first` is the index in the tensor of the first value of the block.
void checkFinite(std::string_view tensor, std::size_t first, std::span<const float> block) {
    // All ones in the exponent are an infinity or NaN; a loop without an early exit is vectorised.
    constexpr std::uint32_t exponent = 0x7F800000;
    std::uint32_t bad = 0;
    for (const float value : block)
        bad |= (std::bit_cast<std::uint32_t>(value) & exponent) == exponent ? 1U : 0U;
    if (bad == 0)
        return;
    const auto value = std::find_if_not(block.begin(), block.end(),
                                        [](float each) { return std::isfinite(each); });
    const auto place = first + static_cast<std::size_t>(value - block.begin());
    refuse(tensor, std::isnan(*value)
                       ? Message("value %1 is NaN, expected finite numbers", place)
                       : Message("value %1 is infinite, expected finite numbers", place));
}

}  // namespace

std::string_view toString(Type type) {
    switch (type) {
        case Type::f32:
            return "F32";
        case Type::f16:
            return "F16";
        case Type::i32:
            return "I32";
        case Type::u8:
            return "U8";
    }
    return "";
}

View textView(std::string name, std::string_view text) {
    return {std::move(name), Type::u8, {text.size()}, std::as_bytes(std::span(text))};
}

std::string_view textOf(const View &tensor) {
    return {reinterpret_cast<const char *>(tensor.bytes.data()), tensor.bytes.size()};
}

std::size_t sizeOf(Type type) {
    switch (type) {
        case Type::f32:
            return 4;
        case Type::f16:
            return 2;
        case Type::i32:
            return 4;
        case Type::u8:
            return 1;
    }
    return 0;
}

void checkBeginning(std::span<const std::byte> beginning, std::size_t size) {
    parseHeader(headerText(beginning, size));
}

Contents Contents::parse(std::span<const std::byte> bytes) {
    const std::string_view text = headerText(bytes, bytes.size());
    const json header = parseHeader(text);
    const auto data = bytes.subspan(lengthBytes + text.size());
    Contents contents;
    for (const auto &[name, description] : header.items()) {
        if (name == "__metadata__")
            contents.metadata_ = readMetadata(description);
        else
            contents.tensors_.push_back(readTensor(name, description, data));
    }
    std::sort(contents.tensors_.begin(), contents.tensors_.end(), [](const View &a, const View &b) {
        return std::pair(a.bytes.data(), a.bytes.size()) <
               std::pair(b.bytes.data(), b.bytes.size());
    });
    checkCoverage(contents.tensors_, data);
    for (std::size_t i = 0; i < contents.tensors_.size(); ++i)
        contents.index_[contents.tensors_[i].name] = i;
    return contents;
}

const View *Contents::find(std::string_view name) const {
    const auto found = index_.find(name);
    return found == index_.end() ? nullptr : &tensors_[found->second];
}

void copyValues(const View &tensor, std::span<float> values) {
    if (tensor.type != Type::f32 && tensor.type != Type::f16)
        refuse(tensor.name, Message("the dtype is %1, expected F32 or F16", toString(tensor.type)));
    const std::size_t got = tensor.bytes.size() / sizeOf(tensor.type);
    if (got != values.size())
        refuse(tensor.name, Message("got %1 values, expected %2", got, values.size()));
    for (std::size_t i = 0; i < got; i += blockSize) {
        const auto block = values.subspan(i, std::min(blockSize, got - i));
        const std::byte *from = tensor.bytes.data() + i * sizeOf(tensor.type);
        if (tensor.type == Type::f32)
            std::memcpy(block.data(), from, block.size_bytes());
        else
            widen(from, block);
        checkFinite(tensor.name, i, block);
    }
}

void checkFinite(const View &tensor) {
    constexpr std::uint16_t exponent = 0x7C00;
    const std::size_t size = tensor.bytes.size() / sizeof(std::uint16_t);
    std::array<std::uint16_t, blockSize> halves;
    for (std::size_t first = 0; first < size; first += blockSize) {
        const std::size_t n = std::min(blockSize, size - first);
        const std::byte *from = tensor.bytes.data() + first * sizeof(std::uint16_t);
        std::memcpy(halves.data(), from, n * sizeof(std::uint16_t));
        std::uint16_t bad = 0;
        for (std::size_t i = 0; i < n; ++i)
            bad |= (halves[i] & exponent) == exponent ? 1U : 0U;
        if (bad != 0) {
            std::array<float, blockSize> values;
            widen(from, std::span(values).first(n));
            checkFinite(tensor.name, first, std::span(values).first(n));
        }
    }
}

std::string shapeText(std::span<const std::size_t> shape) {
    std::string text = "[";
    for (std::size_t i = 0; i < shape.size(); ++i) {
        if (i == 8)
            return text + ", ...]";
        text += (i ? ", " : "") + count(shape[i]);
    }
    return text + "]";
}

std::string inQuotes(std::string_view name) {
    constexpr std::size_t longest = 80;
    std::size_t end = std::min(longest, name.size());
    while (end < name.size() && (static_cast<unsigned char>(name[end]) & 0xC0) == 0x80)
        ++end;  // cut between characters only
    return '"' + printable(name.substr(0, end)) + (end < name.size() ? "...\"" : "\"");
}

}  // namespace model::safetensors
