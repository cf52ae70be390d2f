// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/scenes/scene.h"

// The words that captions are made of, in each language. Whoever writes a caption and whoever reads
// one take them from here.
namespace model::scenes {

/// How two shapes stand to each other: the first is … the second.
enum class Relation { above, below, left, right, inFront, behind };
inline constexpr int relationCount = 6;

/// What is said of a size; of most shapes in between nothing can be said.
enum class SizeWord { small, large };
/// Those that go with a size.
std::optional<SizeWord> sizeWordOf(double size);

/// What is said of one shape.
struct Mention {
    Form form = Form::circle;
    Color color = Color::red;
    std::optional<SizeWord> size;

    bool operator==(const Mention &) const = default;
};

/// What a part of a caption speaks of.
enum class Role { article, color, form, size, relation, sky, other };
inline constexpr std::size_t roleCount = 7;

/// A part of a phrase; parts are divided by blanks, but for those after an apostrophe.
struct PhrasePart {
    std::string text;
    Role role = Role::other;
};
using Phrase = std::vector<PhrasePart>;

/// The words of a language.
class Wording {
  public:
    /// Those of "en" or "fr", as in the metadata of a model; null for any other.
    static const Wording *of(std::string_view language);

    /// "a small red circle". Where several words say the same, `which` tells them apart.
    Phrase object(const Mention &mention, std::size_t which) const;
    /// "to the left of"; of the ways to say it, the one numbered `which`.
    Phrase relation(Relation relation, std::size_t which) const;
    /// "at night".
    Phrase sky(bool night) const;
    std::string_view andWord() const { return and_; }
    std::string_view thereIs() const { return thereIs_; }

    /// A phrase and what it says.
    template <class What>
    struct Saying {
        Phrase phrase;
        What what;
    };
    /// All phrases that name a shape, and a relation.
    const std::vector<Saying<Mention>> &objects() const { return allObjects_; }
    const std::vector<Saying<Relation>> &relations() const { return allRelations_; }

    /// How many ways there are to name a shape, and to name a relation.
    static constexpr std::size_t objectWays = 2;
    static constexpr std::size_t relationWays = 2;

  private:
    struct Noun {
        std::string_view text;
        bool feminine = false;
    };
    /// Of a masculine and of a feminine noun.
    using Forms = std::array<std::string_view, 2>;

    std::array<Noun, formCount> nouns_{};
    std::array<Forms, colorCount> colors_{};
    std::array<std::array<Forms, objectWays>, 2> sizes_{};  ///< small, large
    std::array<std::array<std::string_view, relationWays>, relationCount> relations_{};
    Forms articles_{};
    bool colorFirst_ = true;
    std::array<std::string_view, 2> skies_{};
    std::string_view and_, thereIs_;
    std::vector<Saying<Mention>> allObjects_;
    std::vector<Saying<Relation>> allRelations_;

    /// Once all words are there.
    void listAll();

    static const Wording &english();
    static const Wording &french();
};

}  // namespace model::scenes
