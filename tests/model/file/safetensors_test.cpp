// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/file/safetensors.h"

#include <gtest/gtest.h>

#include <Eigen/Core>
#include <bit>
#include <cstdint>
#include <cstring>
#include <limits>
#include <random>

#include "tests/model/file/floats.h"
#include "tests/model/file/refusal.h"

namespace {

using namespace model::safetensors;

std::vector<std::byte> bytesOf(std::string_view text) {
    const auto bytes = std::as_bytes(std::span(text));
    return {bytes.begin(), bytes.end()};
}

/// A container with this header and these values.
std::vector<std::byte> container(std::string_view header, std::string_view data) {
    const std::uint64_t length = header.size();
    const auto lengthBytes = std::as_bytes(std::span(&length, 1));
    std::vector<std::byte> bytes(lengthBytes.begin(), lengthBytes.end());
    for (const std::string_view part : {header, data}) {
        const auto more = bytesOf(part);
        bytes.insert(bytes.end(), more.begin(), more.end());
    }
    return bytes;
}

/// The message that parsing ends with.
std::string refusal(std::span<const std::byte> bytes) {
    return messageOf([bytes] { Contents::parse(bytes); });
}

TEST(Safetensors, ReadsTensorsAndMetadata) {
    const auto bytes = container(R"({"b":{"dtype":"U8","shape":[3],"data_offsets":[8,11]},)"
                                 R"("__metadata__":{"name":"é"},)"
                                 R"("a":{"dtype":"F32","shape":[2,1],"data_offsets":[0,8]},)"
                                 R"("none":{"dtype":"F16","shape":[0,7],"data_offsets":[0,0]},)"
                                 R"("half":{"dtype":"F16","shape":[],"data_offsets":[11,13]}}   )",
                                 "abcdefghxyzuv");
    const auto contents = Contents::parse(bytes);
    EXPECT_EQ(contents.metadata(), (Metadata{{"name", "é"}}));
    ASSERT_EQ(contents.tensors().size(), 4U);
    const View *a = contents.find("a");
    ASSERT_NE(a, nullptr);
    EXPECT_EQ(a->type, Type::f32);
    EXPECT_EQ(a->shape, (std::vector<std::size_t>{2, 1}));
    EXPECT_EQ(a->bytes.size(), 8U);
    const View *b = contents.find("b");
    ASSERT_NE(b, nullptr);
    EXPECT_EQ(b->type, Type::u8);
    EXPECT_EQ(std::memcmp(b->bytes.data(), "xyz", 3), 0);
    EXPECT_EQ(contents.find("half")->bytes.size(), 2U);
    EXPECT_TRUE(contents.find("none")->bytes.empty());
    EXPECT_EQ(contents.find("c"), nullptr);
    EXPECT_EQ(Contents::parse(container("{}", "")).tensors().size(), 0U);
}

struct Malformed {
    const char *what;
    std::string header;
    std::string data;
    std::string message;  ///< what the refusal must say
};
void PrintTo(const Malformed &malformed, std::ostream *out) {
    *out << malformed.what;
}

class MalformedContainer : public testing::TestWithParam<Malformed> {};

TEST_P(MalformedContainer, IsRefusedInOneSentence) {
    const std::string message = refusal(container(GetParam().header, GetParam().data));
    EXPECT_EQ(message, GetParam().message);
}

/// A header of one tensor "w".
std::string one(const std::string &description) {
    return "{\"w\":" + description + "}";
}

INSTANTIATE_TEST_SUITE_P(
    Safetensors, MalformedContainer,
    testing::Values(
        Malformed{"no JSON", "rubbish", "",
                  "the header of 7 bytes is not JSON, expected an object of tensors."},
        Malformed{"cut JSON", R"({"w":)", "",
                  "the header of 5 bytes is not JSON, expected an object of tensors."},
        Malformed{"not UTF-8", "{\"\xFF\":1}", "",
                  "the header of 7 bytes is not JSON, expected an object of tensors."},
        Malformed{"an array", "[1]", "", "the header is [1], expected a JSON object of tensors."},
        Malformed{"a name twice",
                  R"({"w":{"dtype":"U8","shape":[1],"data_offsets":[0,1]},)"
                  R"("w":{"dtype":"U8","shape":[1],"data_offsets":[0,1]}})",
                  "x", "the header names \"w\" twice, expected every name once."},
        Malformed{"a key twice",
                  one(R"({"dtype":"U8","dtype":"U8","shape":[1],"data_offsets":[0,1]})"), "x",
                  "the header names \"dtype\" twice, expected every name once."},
        Malformed{"metadata twice", R"({"__metadata__":{"a":"","a":""}})", "",
                  "the header names \"a\" twice, expected every name once."},
        Malformed{"metadata of numbers", R"({"__metadata__":{"a":1}})", "",
                  "the __metadata__ \"a\" is 1, expected a string."},
        Malformed{"metadata no object", R"({"__metadata__":"a"})", "",
                  "the __metadata__ is \"a\", expected a JSON object of strings."},
        Malformed{"no description", one("3"), "",
                  "tensor \"w\": the description is 3, expected a JSON object."},
        Malformed{"no dtype", one(R"({"shape":[1],"data_offsets":[0,1]})"), "x",
                  "tensor \"w\": got no \"dtype\", expected \"dtype\", \"shape\" and "
                  "\"data_offsets\"."},
        Malformed{"no shape", one(R"({"dtype":"U8","data_offsets":[0,1]})"), "x",
                  "tensor \"w\": got no \"shape\", expected \"dtype\", \"shape\" and "
                  "\"data_offsets\"."},
        Malformed{"no offsets", one(R"({"dtype":"U8","shape":[1]})"), "x",
                  "tensor \"w\": got no \"data_offsets\", expected \"dtype\", \"shape\" and "
                  "\"data_offsets\"."},
        Malformed{
            "unknown dtype", one(R"({"dtype":"I64","shape":[1],"data_offsets":[0,8]})"), "12345678",
            "tensor \"w\": the dtype is \"I64\", expected \"F32\", \"F16\", \"I32\" or \"U8\"."},
        Malformed{"dtype no string", one(R"({"dtype":{},"shape":[1],"data_offsets":[0,8]})"),
                  "12345678",
                  "tensor \"w\": the dtype is {}, expected \"F32\", \"F16\", \"I32\" or \"U8\"."},
        Malformed{"negative shape", one(R"({"dtype":"U8","shape":[-1],"data_offsets":[0,1]})"), "x",
                  "tensor \"w\": the shape is [-1], expected an array of whole numbers from 0."},
        Malformed{"broken shape", one(R"({"dtype":"U8","shape":[1.5],"data_offsets":[0,1]})"), "x",
                  "tensor \"w\": the shape is [1.5], expected an array of whole numbers from 0."},
        Malformed{"shape no array", one(R"({"dtype":"U8","shape":1,"data_offsets":[0,1]})"), "x",
                  "tensor \"w\": the shape is 1, expected an array of whole numbers from 0."},
        Malformed{"shape too large",
                  one(R"({"dtype":"F32","shape":[4611686018427387904],"data_offsets":[0,0]})"), "",
                  "tensor \"w\": got 0 bytes, expected more than can be counted for F32 "
                  "[4611686018427387904]."},
        Malformed{"shapes too large together",
                  one(R"({"dtype":"U8","shape":[4294967296,4294967296],"data_offsets":[0,0]})"), "",
                  "tensor \"w\": got 0 bytes, expected more than can be counted for U8 "
                  "[4294967296, 4294967296]."},
        Malformed{"beyond 64 bits",
                  one(R"({"dtype":"U8","shape":[99999999999999999999],"data_offsets":[0,1]})"), "x",
                  "tensor \"w\": the shape is [1e+20], expected an array of whole numbers from "
                  "0."},
        Malformed{"one offset", one(R"({"dtype":"U8","shape":[1],"data_offsets":[1]})"), "x",
                  "tensor \"w\": the data_offsets are [1], expected a begin and an end not before "
                  "it."},
        Malformed{"offsets reversed", one(R"({"dtype":"U8","shape":[1],"data_offsets":[1,0]})"),
                  "x",
                  "tensor \"w\": the data_offsets are [1, 0], expected a begin and an end not "
                  "before it."},
        Malformed{"truncated", one(R"({"dtype":"U8","shape":[4],"data_offsets":[0,4]})"), "xyz",
                  "tensor \"w\": the values end at byte 4, but only 3 bytes follow the header: "
                  "the file is truncated or corrupt."},
        Malformed{"too few bytes", one(R"({"dtype":"F32","shape":[2],"data_offsets":[0,4]})"),
                  "abcd", "tensor \"w\": got 4 bytes, expected 8 for F32 [2]."},
        Malformed{"too many bytes", one(R"({"dtype":"F16","shape":[1],"data_offsets":[0,4]})"),
                  "abcd", "tensor \"w\": got 4 bytes, expected 2 for F16 [1]."},
        Malformed{"overlap",
                  R"({"v":{"dtype":"U8","shape":[3],"data_offsets":[0,3]},)"
                  R"("w":{"dtype":"U8","shape":[2],"data_offsets":[2,4]}})",
                  "abcd",
                  "tensor \"w\": the values begin at byte 2, expected 3 (they overlap those of "
                  "another tensor)."},
        Malformed{"a gap",
                  R"({"v":{"dtype":"U8","shape":[1],"data_offsets":[0,1]},)"
                  R"("w":{"dtype":"U8","shape":[2],"data_offsets":[2,4]}})",
                  "abcd",
                  "tensor \"w\": the values begin at byte 2, expected 1 (the bytes before are "
                  "nobody's)."},
        Malformed{"bytes left over", one(R"({"dtype":"U8","shape":[1],"data_offsets":[0,1]})"),
                  "xyz", "got 3 bytes after the header, expected the 1 of its tensors."}));

TEST(Safetensors, RefusesAHeaderThatIsNotThere) {
    EXPECT_EQ(refusal({}), "got 0 bytes, expected a safetensors file of at least 8.");
    EXPECT_EQ(refusal(bytesOf("1234567")),
              "got 7 bytes, expected a safetensors file of at least 8.");
    auto bytes = container("{}", "");
    bytes.pop_back();
    EXPECT_EQ(refusal(bytes),
              "the header takes 2 bytes, but only 1 are left: the file is truncated or no "
              "safetensors file.");
    EXPECT_EQ(refusal(std::vector<std::byte>(16, std::byte{0xFF})),
              "the header takes 18446744073709551615 bytes, but only 8 are left: the file is "
              "truncated or no safetensors file.");
}

TEST(Safetensors, RefusesAHeaderThatWouldTakeAllMemory) {
    const auto padded = [](std::size_t size) {
        std::string header = "{}";
        header.resize(size, ' ');
        return refusal(container(header, ""));
    };
    EXPECT_EQ(padded(1 << 20), "accepted");
    EXPECT_EQ(padded((1 << 20) + 1), "the header takes 1048577 bytes, expected at most 1048576.");
}

TEST(Safetensors, SurvivesDeepNesting) {
    const std::string deep(500000, '[');
    EXPECT_EQ(refusal(container(deep, "")),
              "the header of 500000 bytes is not JSON, expected an object of tensors.");
    const std::string message = refusal(container(one(deep + std::string(deep.size(), ']')), ""));
    EXPECT_NE(message, "accepted");
    EXPECT_LT(message.size(), 200U);
}

TEST(Safetensors, MakesNamesFitForMessages) {
    EXPECT_EQ(inQuotes("a\n\x7F"
                       "b"),
              "\"a??b\"");
    const std::string cut = inQuotes(std::string(79, 'a') + "éé");
    EXPECT_EQ(cut, "\"" + std::string(79, 'a') + "é...\"");
    EXPECT_EQ(inQuotes(std::string(80, 'a')), "\"" + std::string(80, 'a') + "\"");
    EXPECT_EQ(shapeText(std::vector<std::size_t>(20, 1)), "[1, 1, 1, 1, 1, 1, 1, 1, ...]");
}

TEST(Safetensors, NeverCrashesOnCorruptBytes) {
    const auto whole = container(R"({"__metadata__":{"a":"b"},)"
                                 R"("v":{"dtype":"F16","shape":[2],"data_offsets":[0,4]},)"
                                 R"("w":{"dtype":"U8","shape":[1,2],"data_offsets":[4,6]}})",
                                 "abcdef");
    ASSERT_EQ(refusal(whole), "accepted");
    for (std::size_t size = 0; size < whole.size(); ++size)
        EXPECT_NE(refusal(std::span(whole).first(size)), "accepted") << size;
    std::mt19937 random(1);
    int refused = 0;
    for (int i = 0; i < 20000; ++i) {
        auto bytes = whole;
        for (auto changes = 1 + random() % 3; changes > 0; --changes)
            bytes[random() % bytes.size()] = static_cast<std::byte>(random() % 256);
        refused += refusal(bytes) != "accepted" ? 1 : 0;
    }
    EXPECT_GT(refused, 10000);
}

TEST(Safetensors, WidensEveryHalfExactly) {
    std::vector<std::uint16_t> halves;
    std::vector<float> expected;
    for (std::uint32_t bits = 0; bits < 0x10000; ++bits) {
        const auto half = std::bit_cast<Eigen::half>(static_cast<std::uint16_t>(bits));
        if (!Eigen::numext::isfinite(half))
            continue;
        halves.push_back(static_cast<std::uint16_t>(bits));
        expected.push_back(static_cast<float>(half));
    }
    // One byte off, as nobody promises alignment.
    const auto written = std::as_bytes(std::span(halves));
    std::vector<std::byte> bytes(1);
    bytes.insert(bytes.end(), written.begin(), written.end());
    std::vector<float> values(halves.size());
    copyValues({"w", Type::f16, {halves.size()}, std::span(bytes).subspan(1)}, values);
    EXPECT_EQ(std::memcmp(values.data(), expected.data(), values.size() * sizeof(float)), 0);
}

TEST(Safetensors, CopiesFloatsFromAnyAlignment) {
    std::vector<float> numbers(3000);
    for (std::size_t i = 0; i < numbers.size(); ++i)
        numbers[i] = static_cast<float>(i) * 0.37F - 500;
    std::vector<std::byte> bytes(1 + numbers.size() * sizeof(float));
    std::memcpy(bytes.data() + 1, numbers.data(), bytes.size() - 1);
    std::vector<float> values(numbers.size());
    copyValues({"w", Type::f32, {numbers.size()}, std::span(bytes).subspan(1)}, values);
    EXPECT_EQ(values, numbers);
}

TEST(Safetensors, RefusesValuesThatAreNotFinite) {
    constexpr float infinity = std::numeric_limits<float>::infinity();
    std::vector<float> numbers(2000, 1.0F);
    std::vector<float> values(numbers.size());
    numbers[1500] = std::numeric_limits<float>::quiet_NaN();
    EXPECT_EQ(messageOf([&] { copyValues(floats("w", numbers), values); }),
              "tensor \"w\": value 1500 is NaN, expected finite numbers.");
    numbers[1500] = -infinity;
    EXPECT_EQ(messageOf([&] { copyValues(floats("w", numbers), values); }),
              "tensor \"w\": value 1500 is infinite, expected finite numbers.");
    for (const std::uint16_t bits : {0x7C00, 0xFC00, 0x7E00, 0x7C01}) {
        const View half{"h", Type::f16, {1}, std::as_bytes(std::span(&bits, 1))};
        const std::string message =
            messageOf([&] { copyValues(half, std::span(values).first(1)); });
        EXPECT_EQ(message, std::string("tensor \"h\": value 0 is ") +
                               ((bits & 0x3FF) != 0 ? "NaN" : "infinite") +
                               ", expected finite numbers.");
    }
}

TEST(Safetensors, RefusesToCopyAnotherTypeOrSize) {
    std::vector<float> values(2);
    const std::string text = "ab";
    const View view{"w", Type::u8, {2}, std::as_bytes(std::span(text))};
    EXPECT_EQ(messageOf([&] { copyValues(view, values); }),
              "tensor \"w\": the dtype is U8, expected F32 or F16.");
    EXPECT_EQ(messageOf([&] { copyValues(floats("w", values), std::span(values).first(1)); }),
              "tensor \"w\": got 2 values, expected 1.");
}

}  // namespace
