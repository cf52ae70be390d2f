// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/text/whole_words.h"

#include <sentencepiece_processor.h>
#include <utf8proc.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <unordered_map>
#include <utility>

#include "model/error.h"
#include "model/text/protocol_buffer.h"
#include "model/text/sentencepiece_call.h"
#include "model/text/tokenizer.h"
#include "model/text/utf8.h"

namespace model {

namespace {

// Field numbers of sentencepiece_model.proto.
constexpr std::uint64_t vocabularyField = 1;
constexpr std::uint64_t textField = 1;   ///< of a piece
constexpr std::uint64_t scoreField = 2;  ///< of a piece

/// Longer runs of letters are no words.
constexpr std::size_t mostBytes = 60;
/// A word counts as this share of how often it is written with the other kind of first letter.
constexpr double otherSpelling = 0.02;
/// A whole word is this much more probable (in nats) than its parts.
constexpr float margin = 0.1F;

/// How often each word occurs, "▁" before those that follow a blank.
using Counts = std::unordered_map<std::string, double>;

/// "▁chat" with another first letter.
std::string withFirst(const std::string &word, utf8proc_int32_t (*change)(utf8proc_int32_t)) {
    const Character first = characterAt(word, spaceMark.size());
    std::string result(spaceMark);
    append(change(first.codePoint), result);
    return result.append(word.substr(static_cast<std::size_t>(first.range.end)));
}

void countWords(std::string_view sentence, Counts &counts) {
    std::string word;
    const auto finish = [&] {
        if (!word.empty() && word != spaceMark && word.size() <= mostBytes) {
            ++counts[word];
        }
        word.clear();
    };
    bool afterBlank = true;
    for (const Character &character : charactersOf(sentence)) {
        if (!isLetter(character.codePoint)) {
            finish();
            afterBlank = character.codePoint == ' ';
            continue;
        }
        if (word.empty() && afterBlank) {
            word = spaceMark;
        }
        append(character.codePoint, word);
        afterBlank = false;
    }
    finish();
}

/// The most frequent words first; equally frequent ones by their letters.
std::vector<std::pair<double, std::string>> byFrequency(const Counts &counts) {
    Counts all = counts;
    for (const auto &[word, count] : counts) {
        if (word.starts_with(spaceMark)) {
            for (const std::string &other :
                 {withFirst(word, utf8proc_toupper), withFirst(word, utf8proc_tolower)}) {
                double &known = all[other];
                known = std::max(known, otherSpelling * count);
            }
        }
    }
    std::vector<std::pair<double, std::string>> words;
    for (const auto &[word, count] : all) {
        words.emplace_back(-count, word);
    }
    std::sort(words.begin(), words.end());
    return words;
}

/// A unigram model whose pieces get other scores, and more of which there may be.
class Unigram {
  public:
    explicit Unigram(std::string_view serialized) {
        for (protobuf::Fields fields(serialized); !fields.isAtEnd();) {
            const auto field = fields.next();
            if (!field) {
                throw Error("A tokenizer of %1 bytes cannot be read.", serialized.size());
            }
            if (field->number == vocabularyField) {
                addPiece(field->bytes);
            } else {
                rest_ += field->whole;
            }
        }
        load();
    }

    bool has(const std::string &piece) const { return places_.contains(piece); }

    void set(const std::string &piece, float score) {
        const auto [place, isNew] = places_.emplace(piece, pieces_.size());
        if (isNew) {
            pieces_.push_back({piece, {}, 0});
        }
        pieces_[place->second].score = score;
    }

    std::string serialized() const {
        std::string message;
        for (const Piece &piece : pieces_) {
            std::string fields;
            protobuf::append(textField, piece.text, fields);
            protobuf::append(scoreField, piece.score, fields);
            protobuf::append(vocabularyField, fields + piece.others, message);
        }
        return message + rest_;
    }

    /// Splits from now on by the scores that were set.
    void load() {
        if (!succeeds([&] { return processor_.LoadFromSerializedProto(serialized()); })) {
            throw Error("A tokenizer of %1 pieces cannot be used.", pieces_.size());
        }
    }

    /// The sum of the scores of the pieces that a word is split into; nothing for one that is
    /// whole, or has letters that are spelled in bytes.
    std::optional<float> splitScore(const std::string &word) const {
        const bool afterBlank = word.starts_with(spaceMark);
        const std::string text =
            afterBlank ? word.substr(spaceMark.size()) : std::string("'").append(word);
        sentencepiece::ImmutableSentencePieceText split;
        if (!processor_.Encode(text, split.mutable_proto()).ok()) {
            return {};
        }
        float sum = 0;
        int count = 0;
        for (const auto &piece : split.pieces()) {
            if (!afterBlank && piece.begin() == 0) {
                continue;  // the apostrophe
            }
            const auto id = static_cast<int>(piece.id());
            if (processor_.IsByte(id) || processor_.IsUnknown(id)) {
                return {};
            }
            sum += processor_.GetScore(id);
            ++count;
        }
        return count > 1 ? std::optional(sum) : std::nullopt;
    }

  private:
    struct Piece {
        std::string text;
        std::string others;  ///< its other fields
        float score = 0;
    };

    void addPiece(std::string_view bytes) {
        Piece piece;
        for (protobuf::Fields fields(bytes); !fields.isAtEnd();) {
            const auto field = fields.next();
            if (!field) {
                throw Error("A piece of %1 bytes of a tokenizer cannot be read.", bytes.size());
            }
            if (field->number == textField) {
                piece.text = field->bytes;
            } else if (field->number != scoreField) {
                piece.others += field->whole;
            } else {
                piece.score = protobuf::toFloat(field->bytes);
            }
        }
        places_.emplace(piece.text, pieces_.size());
        pieces_.push_back(std::move(piece));
    }

    std::vector<Piece> pieces_;
    std::unordered_map<std::string, std::size_t> places_;
    std::string rest_;  ///< all that is no piece
    sentencepiece::SentencePieceProcessor processor_;
};

/// The words that get a piece of their own, with the score that their frequency gives them.
std::map<std::string, float> chooseWords(const Unigram &unigram, const Counts &counts, int count) {
    double total = 0;
    for (const auto &[word, times] : counts) {
        total += times;
    }
    std::map<std::string, float> chosen;
    for (const auto &[negative, word] : byFrequency(counts)) {
        if (count <= 0) {
            break;
        }
        if (unigram.splitScore(word)) {
            chosen.emplace(word, static_cast<float>(std::log(-negative / total)));
            count -= unigram.has(word) ? 0 : 1;
        }
    }
    return chosen;
}

}  // namespace

std::string withWholeWords(std::string_view serialized, const std::vector<std::string> &sentences,
                           int count) {
    Counts counts;
    for (const std::string &sentence : sentences) {
        countWords(sentence, counts);
    }
    Unigram unigram(serialized);
    std::map<std::string, float> words = chooseWords(unigram, counts, count);
    // Words that are whole now may be parts of others, whose parts are more probable then.
    constexpr int rounds = 8;
    for (int round = 0; round < rounds && !words.empty(); ++round) {
        std::map<std::string, float> split;
        for (const auto &[word, score] : words) {
            if (const auto parts = unigram.splitScore(word)) {
                split.emplace(word, std::max(score, *parts + margin));
            }
        }
        for (const auto &[word, score] : split) {
            unigram.set(word, score);
        }
        unigram.load();
        words = std::move(split);
    }
    return unigram.serialized();
}

}  // namespace model
