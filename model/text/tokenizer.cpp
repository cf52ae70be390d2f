// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/text/tokenizer.h"

#include <sentencepiece_processor.h>

#include <array>
#include <optional>
#include <utility>

#include "model/configuration.h"
#include "model/error.h"
#include "model/text/sentencepiece_call.h"
#include "model/text/tokenizer_file.h"
#include "model/text/utf8.h"

namespace model {
namespace {

constexpr std::int32_t spaceSign = U'▁';
constexpr std::string_view replacement = "\uFFFD";
/// What stands for an unknown piece in a decoded text, as in SentencePiece itself.
constexpr std::string_view unknownSurface = "⁇";

bool isControl(int id) {
    return id == special::padding || id == special::begin || id == special::end;
}

/// The value of a byte piece "<0x0A>".
std::optional<char> byteValue(std::string_view piece) {
    const auto digit = [](char c) {
        return c >= '0' && c <= '9' ? c - '0' : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
    };
    if (piece.size() != 6 || !piece.starts_with("<0x") || piece[5] != '>')
        return {};
    const int high = digit(piece[3]);
    const int low = digit(piece[4]);
    if (high < 0 || low < 0)
        return {};
    return static_cast<char>(high * 16 + low);
}

/// A piece as the vocabulary has it, without a range.
Piece describeOne(const Tokenizer &tokenizer, int id) {
    Piece piece;
    piece.id = id;
    piece.text = tokenizer.piece(id);
    piece.startsWord =
        piece.text.starts_with(spaceMark) || id == special::end || tokenizer.hasLetterPieces();
    piece.isByte = tokenizer.isByte(id);
    return piece;
}

/// A range without the blanks at its ends: the piece of a word stands for the word, not for the
/// space that its ▁ is. A blank alone stays as it is.
Range visible(std::string_view text, Range range) {
    Range inner = range;
    while (inner.begin < inner.end && text[static_cast<std::size_t>(inner.begin)] == ' ')
        ++inner.begin;
    while (inner.begin < inner.end && text[static_cast<std::size_t>(inner.end) - 1] == ' ')
        --inner.end;
    return inner.empty() ? range : inner;
}

/// Puts a decoded text together, piece by piece, and notes where each piece went.
class Renderer {
  public:
    explicit Renderer(const Tokenizer &tokenizer) : tokenizer_(tokenizer) {}

    void add(int id) {
        if (id < 0 || id >= tokenizer_.size())
            throw Error("A tokenizer of %1 pieces was asked to decode the piece %2.",
                        tokenizer_.size(), id);
        Piece piece = describeOne(tokenizer_, id);
        if (piece.isByte) {
            bytes_ += byteValue(piece.text).value_or('?');
        } else {
            flushBytes();
            const auto begin = size();
            addSurface(piece);
            piece.range = visible(text, {begin, size()});
        }
        pieces.push_back(std::move(piece));
    }

    void finish() { flushBytes(); }

    std::string text;
    std::vector<Piece> pieces;

  private:
    int size() const { return static_cast<int>(text.size()); }

    void addSurface(const Piece &piece) {
        if (isControl(piece.id))
            return;
        if (piece.id == special::unknown) {
            text += unknownSurface;
            return;
        }
        for (const Character &character : charactersOf(piece.text)) {
            if (character.codePoint != spaceSign)
                addCharacter(piece.text, character);
            else if (!text.empty())
                text += ' ';
        }
    }

    /// Adds a character of a piece; what is none that can be shown is U+FFFD. A line break would be
    /// read as the end of the translation, and other controls are for terminals.
    void addCharacter(std::string_view of, const Character &character) {
        const auto begin = static_cast<std::size_t>(character.range.begin);
        const auto size = static_cast<std::size_t>(character.range.end) - begin;
        const bool shown = character.isValid && !breaksLine(character.codePoint);
        text += shown ? of.substr(begin, size) : replacement;
    }

    /// Turns the byte pieces collected so far into characters; the pieces of one character share
    /// its range.
    void flushBytes() {
        auto piece = pieces.size() - bytes_.size();
        for (const Character &character : charactersOf(bytes_)) {
            const auto used = static_cast<std::size_t>(character.range.end - character.range.begin);
            const auto begin = size();
            addCharacter(bytes_, character);
            for (const auto end = piece + used; piece < end; ++piece)
                pieces[piece].range = {begin, size()};
        }
        bytes_.clear();
    }

    const Tokenizer &tokenizer_;
    std::string bytes_;  ///< of the last pieces
};

}  // namespace

Tokenizer::Tokenizer(std::string_view serialized, std::string_view name)
    : processor_(std::make_unique<sentencepiece::SentencePieceProcessor>()),
      serialized_(serialized),
      hasLetterPieces_(model::hasLetterPieces(serialized)) {
    const std::string tensor(name);
    checkTokenizerFile(serialized_, name);
    if (!succeeds([&] { return processor_->LoadFromSerializedProto(serialized_); }))
        throw ModelFileError("%1: got %2 bytes that are not a SentencePiece model, expected one.",
                             tensor, serialized_.size());
    const std::array<std::pair<const char *, std::array<int, 2>>, 4> ids{{
        {"padding", {processor_->pad_id(), special::padding}},
        {"unknown", {processor_->unk_id(), special::unknown}},
        {"begin", {processor_->bos_id(), special::begin}},
        {"end", {processor_->eos_id(), special::end}},
    }};
    for (const auto &[meaning, id] : ids)
        if (id[0] != id[1])
            throw ModelFileError("%1: the %2 piece has the id %3, expected %4.", tensor, meaning,
                                 id[0], id[1]);
}

Tokenizer::~Tokenizer() = default;
Tokenizer::Tokenizer(Tokenizer &&) noexcept = default;
Tokenizer &Tokenizer::operator=(Tokenizer &&) noexcept = default;

int Tokenizer::size() const {
    return processor_->GetPieceSize();
}
std::string_view Tokenizer::piece(int id) const {
    return processor_->IdToPiece(id);
}
bool Tokenizer::isByte(int id) const {
    return processor_->IsByte(id);
}
const std::string &Tokenizer::serialized() const {
    return serialized_;
}

std::vector<Piece> Tokenizer::encode(std::string_view sentence, Language language) const {
    const NormalizedText normalized = normalize(sentence, language);
    sentencepiece::ImmutableSentencePieceText encoded;
    const auto status = processor_->Encode(normalized.text, encoded.mutable_proto());
    if (!status.ok())
        throw Error("The sentence could not be split into pieces.");

    std::vector<Piece> pieces;
    pieces.reserve(encoded.pieces_size());
    std::size_t firstByte = 0;  // of the character that is being spelled in bytes
    for (const auto &from : encoded.pieces()) {
        Piece piece = describeOne(*this, static_cast<int>(from.id()));
        const Range range{static_cast<int>(from.begin()), static_cast<int>(from.end())};
        piece.range = normalized.original(visible(normalized.text, range));
        pieces.push_back(std::move(piece));
        // All bytes of a character but the last come with an empty range.
        if (!pieces.back().isByte || !range.empty()) {
            for (; firstByte + 1 < pieces.size(); ++firstByte)
                pieces[firstByte].range = pieces.back().range;
            firstByte = pieces.size();
        }
    }
    return pieces;
}

std::vector<int> Tokenizer::encodeNormalized(std::string_view normalized) const {
    std::vector<int> ids;
    const auto status = processor_->Encode(normalized, &ids);
    if (!status.ok())
        throw Error("The text could not be split into pieces.");
    return ids;
}

std::string Tokenizer::decode(std::span<const int> ids) const {
    Renderer renderer(*this);
    for (const int id : ids)
        renderer.add(id);
    renderer.finish();
    return std::move(renderer.text);
}

std::vector<Piece> Tokenizer::describe(std::span<const int> ids) const {
    Renderer renderer(*this);
    for (const int id : ids)
        renderer.add(id);
    renderer.finish();
    return std::move(renderer.pieces);
}

}  // namespace model
