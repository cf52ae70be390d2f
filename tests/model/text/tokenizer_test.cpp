// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/text/tokenizer.h"

#include <gtest/gtest.h>
#include <sentencepiece_trainer.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>
#include <thread>
#include <unordered_map>
#include <utility>

#include "model/configuration.h"
#include "model/error.h"
#include "tests/model/text/tiny_tokenizer.h"

namespace {

using model::Language;
using model::Piece;
using model::Range;
using model::Tokenizer;

std::string_view part(std::string_view text, Range range) {
    return text.substr(static_cast<std::size_t>(range.begin),
                       static_cast<std::size_t>(range.end - range.begin));
}

std::vector<int> idsOf(const std::vector<Piece> &pieces) {
    std::vector<int> ids;
    for (const Piece &piece : pieces)
        ids.push_back(piece.id);
    return ids;
}

/// The piece of one byte.
int byteId(unsigned char byte) {
    for (int id = 0; id < tokenizer().size(); ++id) {
        std::array<char, 8> name{};
        std::snprintf(name.data(), name.size(), "<0x%02X>", byte);
        if (tokenizer().piece(id) == name.data())
            return id;
    }
    return -1;
}

/// A tokenizer made with other settings than the project's own.
std::string trainWith(std::unordered_map<std::string, std::string> arguments) {
    class Iterator : public sentencepiece::SentenceIterator {
      public:
        bool done() const override { return index_ == frenchSentences().size(); }
        void Next() override { ++index_; }
        const std::string &value() const override { return frenchSentences()[index_]; }
        sentencepiece::util::Status status() const override { return {}; }

      private:
        std::size_t index_ = 0;
    };
    arguments.insert({{"vocab_size", "90"}, {"hard_vocab_limit", "false"}, {"minloglevel", "3"}});
    Iterator iterator;
    std::string serialized;
    const auto status =
        sentencepiece::SentencePieceTrainer::Train(arguments, &iterator, &serialized);
    EXPECT_TRUE(status.ok()) << status.ToString();
    return serialized;
}

TEST(Tokenizer, HasTheSpecialIds) {
    EXPECT_EQ(tokenizer().piece(model::special::padding), "<pad>");
    EXPECT_EQ(tokenizer().piece(model::special::unknown), "<unk>");
    EXPECT_EQ(tokenizer().piece(model::special::begin), "<s>");
    EXPECT_EQ(tokenizer().piece(model::special::end), "</s>");
    EXPECT_LE(tokenizer().size(), 340);
    EXPECT_GT(tokenizer().size(), 280);
}

TEST(Tokenizer, HasAPieceForEveryByte) {
    for (int byte = 0; byte < 256; ++byte) {
        const int id = byteId(static_cast<unsigned char>(byte));
        ASSERT_GE(id, 0) << byte;
        EXPECT_TRUE(tokenizer().isByte(id));
    }
    EXPECT_FALSE(tokenizer().isByte(model::special::end));
}

TEST(Tokenizer, GivesBackWhatItSplit) {
    for (const std::string &sentence : frenchSentences())
        EXPECT_EQ(tokenizer().decode(tokenizer().encodeNormalized(sentence)), sentence);
    for (const std::string sentence : {"日本語 👩\u200D👧 été", "</s> <unk> <0x41> ⁇", "x", "a_b"}) {
        const auto ids = tokenizer().encodeNormalized(sentence);
        EXPECT_EQ(tokenizer().decode(ids), sentence);
        EXPECT_EQ(std::count(ids.begin(), ids.end(), model::special::unknown), 0);
        EXPECT_EQ(std::count(ids.begin(), ids.end(), model::special::end), 0);
    }
}

TEST(Tokenizer, SplitsTypedTextAsItsNormalisedForm) {
    EXPECT_EQ(idsOf(tokenizer().encode("  Où est l\u2019hôpital?", Language::french)),
              tokenizer().encodeNormalized("Où est l'hôpital ?"));
    EXPECT_TRUE(tokenizer().encode("", Language::french).empty());
    EXPECT_TRUE(tokenizer().encode(" \n\u200B", Language::french).empty());
}

TEST(Tokenizer, LeadsEachPieceBackToWhatWasTyped) {
    const std::string typed = "  Le chat\u00A0 noir… e\u0301te\u0301?";
    std::string together;
    int before = 0;
    for (const Piece &piece : tokenizer().encode(typed, Language::french)) {
        const auto text = part(typed, piece.range);
        EXPECT_TRUE(piece.text == "▁" || (!text.starts_with(' ') && !text.ends_with(' ')))
            << piece.text << " is [" << text << "]";
        EXPECT_GE(piece.range.begin, before);
        before = piece.range.begin;
        if (piece.text != "▁" && (together.empty() || !together.ends_with(text)))
            together += text;
    }
    EXPECT_EQ(together, "Lechatnoir…e\u0301te\u0301?");
}

TEST(Tokenizer, GivesAWordsPieceTheWordWithoutTheBlankBefore) {
    const std::string typed = "Le chat dort dans la cour";
    bool found = false;
    for (const Piece &piece : tokenizer().encode(typed, Language::french)) {
        EXPECT_EQ(piece.startsWord, piece.text.starts_with("▁")) << piece.text;
        if (piece.text == "▁dans") {
            EXPECT_EQ(piece.range, (Range{13, 17}));
            found = true;
        }
    }
    EXPECT_TRUE(found);
}

TEST(Tokenizer, GivesALoneBlankTheBlank) {
    const std::string typed = "la 語";
    const auto pieces = tokenizer().encode(typed, Language::french);
    const auto blank = std::find_if(pieces.rbegin(), pieces.rend(),
                                    [](const Piece &piece) { return piece.text == "▁"; });
    ASSERT_NE(blank, pieces.rend());
    EXPECT_EQ(blank->range, (Range{2, 3}));
    // There was none before the first character.
    const auto first = tokenizer().encode(" 語", Language::french).front();
    EXPECT_EQ(first.text, "▁");
    EXPECT_EQ(first.range, (Range{1, 1}));
}

TEST(Tokenizer, GivesTheBytesOfACharacterItsRange) {
    const std::string typed = "語👍";
    const auto pieces = tokenizer().encode(typed, Language::french);
    ASSERT_EQ(pieces.size(), 1U + 3 + 4);
    for (std::size_t i = 1; i < pieces.size(); ++i) {
        EXPECT_TRUE(pieces[i].isByte);
        EXPECT_FALSE(pieces[i].startsWord);
        EXPECT_EQ(pieces[i].range, i <= 3 ? (Range{0, 3}) : (Range{3, 7})) << i;
    }
    // The same character twice is two characters.
    const auto twice = tokenizer().encode("語語", Language::french);
    ASSERT_EQ(twice.size(), 7U);
    EXPECT_EQ(twice[3].range, (Range{0, 3}));
    EXPECT_EQ(twice[4].range, (Range{3, 6}));
}

TEST(Tokenizer, GivesUnknownPiecesTheirRangesWhereThereIsNoByteFallback) {
    const Tokenizer plain(trainWith({{"pad_id", "0"},
                                     {"unk_id", "1"},
                                     {"bos_id", "2"},
                                     {"eos_id", "3"},
                                     {"normalization_rule_name", "identity"}}),
                          "tokenizer.source");
    const std::string typed = "Le 日本 chat";
    const auto pieces = plain.encode(typed, Language::french);
    const auto unknown = std::find_if(pieces.begin(), pieces.end(), [](const Piece &piece) {
        return piece.id == model::special::unknown;
    });
    ASSERT_NE(unknown, pieces.end());
    EXPECT_EQ(part(typed, unknown->range), "日本");
    EXPECT_EQ(unknown->text, "<unk>");
    EXPECT_FALSE(unknown->isByte);
    EXPECT_EQ(plain.decode(idsOf(pieces)), "Le ⁇ chat");
}

TEST(Tokenizer, DescribesPiecesWithRangesInTheDecodedText) {
    const std::string sentence = "Où est la 語 ?";
    auto ids = tokenizer().encodeNormalized(sentence);
    ids.push_back(model::special::end);
    const std::string decoded = tokenizer().decode(ids);
    EXPECT_EQ(decoded, sentence);
    const auto pieces = tokenizer().describe(ids);
    EXPECT_EQ(idsOf(pieces), ids);
    for (const Piece &piece : pieces) {
        if (piece.text == "▁" || piece.id == model::special::end)
            continue;
        const std::string visible =
            piece.isByte ? "語" : piece.text.substr(piece.text.starts_with("▁") ? 3 : 0);
        EXPECT_EQ(part(decoded, piece.range), visible);
    }
    EXPECT_EQ(pieces.back().text, "</s>");
    EXPECT_TRUE(pieces.back().startsWord);
    const auto size = static_cast<int>(decoded.size());
    EXPECT_EQ(pieces.back().range, (Range{size, size}));
}

TEST(Tokenizer, LeavesControlPiecesOutOfTheText) {
    const auto chat = tokenizer().encodeNormalized("Le chat");
    std::vector<int> ids{model::special::begin};
    ids.insert(ids.end(), chat.begin(), chat.end());
    ids.insert(ids.end(), {model::special::padding, model::special::end});
    EXPECT_EQ(tokenizer().decode(ids), "Le chat");
    EXPECT_EQ(tokenizer().decode({}), "");
}

TEST(Tokenizer, ReplacesBytesThatMakeNoCharacter) {
    const std::vector<int> cut{byteId(0xE8), byteId(0xAA)};  // 語 without its last byte
    EXPECT_EQ(tokenizer().decode(cut), "\uFFFD\uFFFD");
    const std::vector<int> lone{byteId(0xFF), byteId('a'), byteId(0xC3), byteId(0xA9)};
    EXPECT_EQ(tokenizer().decode(lone), "\uFFFDaé");
    const auto pieces = tokenizer().describe(lone);
    EXPECT_EQ(pieces[0].range, (Range{0, 3}));
    EXPECT_EQ(pieces[1].range, (Range{3, 4}));
    EXPECT_EQ(pieces[2].range, (Range{4, 6}));
    EXPECT_EQ(pieces[3].range, (Range{4, 6}));
    const std::vector<int> lines{byteId('a'), byteId('\n'), byteId(0x1B), byteId('b')};
    EXPECT_EQ(tokenizer().decode(lines), "a\uFFFD\uFFFDb") << "one line stays one line";
}

TEST(Tokenizer, RefusesToDecodeWhatIsNoPiece) {
    for (const int id : {-1, tokenizer().size()})
        EXPECT_THROW(tokenizer().decode(std::vector{id}), model::Error);
}

TEST(Tokenizer, TakesLongAndHostileText) {
    const auto pieces = tokenizer().encode(std::string(10000, 'a'), Language::french);
    EXPECT_EQ(pieces.back().range.end, 10000);
    std::string binary;
    for (int byte = 0; byte < 256; ++byte)
        binary += static_cast<char>(byte);
    const auto ids = idsOf(tokenizer().encode(binary, Language::french));
    EXPECT_EQ(tokenizer().decode(ids), model::normalize(binary, Language::french).text);
}

TEST(Tokenizer, EncodesInSeveralThreadsAtOnce) {
    std::vector<std::vector<int>> expected;
    for (const std::string &sentence : frenchSentences())
        expected.push_back(tokenizer().encodeNormalized(sentence));
    std::array<bool, 4> same{};
    {
        std::vector<std::jthread> threads;
        for (bool &result : same)
            threads.emplace_back([&result, &expected] {
                result = true;
                for (int round = 0; round < 20; ++round)
                    for (std::size_t i = 0; i < expected.size(); ++i)
                        result =
                            result && idsOf(tokenizer().encode(frenchSentences()[i],
                                                               Language::french)) == expected[i];
            });
    }
    EXPECT_EQ(same, (std::array{true, true, true, true}));
}

TEST(Tokenizer, RefusesBytesThatAreNoTokenizer) {
    const std::string rubbish = refusal("rubbish");
    EXPECT_NE(rubbish.find("tokenizer.source: got 7 bytes"), std::string::npos) << rubbish;
    EXPECT_NE(refusal(""), "accepted");
    EXPECT_NE(refusal(std::string_view(tinyTokenizer()).substr(0, 1000)), "accepted");
}

TEST(Tokenizer, RefusesOtherSpecialIds) {
    const std::string otherIds = refusal(trainWith({{"normalization_rule_name", "identity"}}));
    EXPECT_EQ(otherIds, "tokenizer.source: the padding piece has the id -1, expected 0.");
    const std::string noEnd = refusal(trainWith({{"normalization_rule_name", "identity"},
                                                 {"pad_id", "0"},
                                                 {"unk_id", "1"},
                                                 {"bos_id", "2"},
                                                 {"eos_id", "-1"}}));
    EXPECT_EQ(noEnd, "tokenizer.source: the end piece has the id -1, expected 3.");
}

TEST(Tokenizer, RefusesTablesThatWouldBeFollowedUnchecked) {
    EXPECT_TRUE(refusal(trainWith({{"normalization_rule_name", "nmt_nfkc"}}))
                    .starts_with("tokenizer.source: got a SentencePiece model that changes "
                                 "characters by a table of "));
    EXPECT_EQ(refusal(trainWith(
                  {{"normalization_rule_name", "identity"}, {"user_defined_symbols", "chat"}})),
              "tokenizer.source: got a SentencePiece model with a user-defined piece, expected "
              "none.");
    // Fields behind all others: a self test, a denormaliser with a table, one without.
    using namespace std::string_literals;
    EXPECT_EQ(refusal(tinyTokenizer() + "\x22\x00"s),
              "tokenizer.source: got a SentencePiece model with tests of itself, expected none.");
    EXPECT_EQ(refusal(tinyTokenizer() + "\x2A\x05\x12\x03"
                                        "abc"s),
              "tokenizer.source: got a SentencePiece model that changes characters by a table of "
              "3 bytes, expected one that changes none.");
    EXPECT_EQ(refusal(tinyTokenizer() + "\x2A\x02\x12\x00"s), "accepted");
}

TEST(Tokenizer, RefusesFieldsThatReachBeyondTheEnd) {
    using namespace std::string_literals;
    for (const std::string &tail :
         {"\x0A"s, "\x0A\x7F"s, "\x0A\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x01"s, "\x0D\x00"s,
          "\x09\x00"s, "\x0B"s, "\x08\xFF"s, std::string(20, '\xFF')}) {
        const std::string message = refusal(tinyTokenizer() + tail);
        EXPECT_TRUE(message.ends_with(" bytes that are not a SentencePiece model, expected one."))
            << message;
    }
}

TEST(TokenizerTraining, GivesTheSameBytesForTheSameSeed) {
    EXPECT_EQ(model::trainTokenizer(frenchSentences(), {.vocabulary = 340, .threads = 1}),
              tinyTokenizer());
}

/// The fields of a serialized protocol buffer message that hold bytes: number and content.
std::vector<std::pair<std::uint64_t, std::string_view>> byteFields(std::string_view message) {
    std::vector<std::pair<std::uint64_t, std::string_view>> fields;
    std::size_t at = 0;
    const auto number = [&message, &at] {
        std::uint64_t value = 0;
        for (unsigned shift = 0; at < message.size(); shift += 7) {
            const auto byte = static_cast<unsigned char>(message[at++]);
            value |= static_cast<std::uint64_t>(byte & 0x7FU) << shift;
            if (byte < 0x80)
                break;
        }
        return value;
    };
    while (at < message.size()) {
        const auto key = number();
        const auto kind = key & 7U;
        if (kind == 0) {
            number();
        } else {
            EXPECT_TRUE(kind == 2 || kind == 5) << kind;
            const auto size = kind == 2 ? number() : 4;
            if (kind == 2)
                fields.emplace_back(key >> 3U, message.substr(at, size));
            at += size;
        }
    }
    return fields;
}

TEST(TokenizerTraining, LeavesNoPathInTheTokenizer) {
    bool sawSpecification = false;
    for (const auto &[number, content] : byteFields(tinyTokenizer())) {
        EXPECT_LE(number, 3U);  // pieces, trainer_spec, normalizer_spec
        if (number != 2)
            continue;
        sawSpecification = true;
        for (const auto &[field, text] : byteFields(content)) {
            EXPECT_NE(field, 1U) << "input: " << text;
            EXPECT_NE(field, 2U) << "model_prefix: " << text;
            EXPECT_EQ(text.find('/'), std::string_view::npos) << field << ": " << text;
        }
    }
    EXPECT_TRUE(sawSpecification);
}

TEST(TokenizerTraining, SplitsNumbersIntoDigits) {
    auto sentences = frenchSentences();
    sentences.insert(sentences.end(), 20, "Il est né en 1962 à 10:30.");
    const Tokenizer trained(model::trainTokenizer(sentences, {.vocabulary = 360, .threads = 1}),
                            "tokenizer");
    for (const Piece &piece : trained.encode("en 1962", Language::french))
        EXPECT_LE(std::count_if(piece.text.begin(), piece.text.end(),
                                [](char c) { return c >= '0' && c <= '9'; }),
                  1)
            << piece.text;
}

TEST(TokenizerTraining, RefusesWhatCannotBeTrained) {
    EXPECT_THROW(model::trainTokenizer({}, {}), model::CorpusError);
    EXPECT_THROW(model::trainTokenizer(frenchSentences(), {.vocabulary = 200}), model::CorpusError);
    EXPECT_THROW(model::trainTokenizer({"", ""}, {.vocabulary = 400}), model::CorpusError);
}

}  // namespace
