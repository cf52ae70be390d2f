// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scenes/wording.h"

namespace model::scenes {
namespace {

constexpr std::array<std::string_view, 2> languages{"en", "fr"};
/// Between these limits a shape is neither small nor large.
constexpr double largestSmall = 0.097;
constexpr double smallestLarge = 0.132;

bool beginsWithVowel(std::string_view word) {
    return std::string_view("aeiou").find(word.front()) != std::string_view::npos;
}

}  // namespace

std::optional<SizeWord> sizeWordOf(double size) {
    if (size <= largestSmall) {
        return SizeWord::small;
    }
    return size >= smallestLarge ? std::optional(SizeWord::large) : std::nullopt;
}

const Wording *Wording::of(std::string_view language) {
    if (language == languages[0]) {
        return &english();
    }
    return language == languages[1] ? &french() : nullptr;
}

const Wording &Wording::english() {
    static const Wording words = [] {
        Wording w;
        w.nouns_ = {{{"circle"}, {"square"}, {"triangle"}, {"star"}, {"cross"}}};
        w.colors_ = {{{"red", "red"},
                      {"green", "green"},
                      {"blue", "blue"},
                      {"yellow", "yellow"},
                      {"orange", "orange"},
                      {"purple", "purple"},
                      {"pink", "pink"},
                      {"brown", "brown"},
                      {"gray", "gray"}}};
        w.sizes_ = {
            {{{{"small", "small"}, {"little", "little"}}}, {{{"large", "large"}, {"big", "big"}}}}};
        w.relations_ = {{{"above", "over"},
                         {"below", "under"},
                         {"left of", "to the left of"},
                         {"right of", "to the right of"},
                         {"in front of", "in front of"},
                         {"behind", "behind"}}};
        w.articles_ = {"a", "a"};
        w.colorFirst_ = true;
        w.skies_ = {"by day", "at night"};
        w.and_ = "and";
        w.thereIs_ = "there is";
        w.listAll();
        return w;
    }();
    return words;
}

const Wording &Wording::french() {
    static const Wording words = [] {
        Wording w;
        w.nouns_ = {{{"cercle", false},
                     {"carré", false},
                     {"triangle", false},
                     {"étoile", true},
                     {"croix", true}}};
        w.colors_ = {{{"rouge", "rouge"},
                      {"vert", "verte"},
                      {"bleu", "bleue"},
                      {"jaune", "jaune"},
                      {"orange", "orange"},
                      {"violet", "violette"},
                      {"rose", "rose"},
                      {"marron", "marron"},
                      {"gris", "grise"}}};
        w.sizes_ = {{{{{"petit", "petite"}, {"petit", "petite"}}},
                     {{{"grand", "grande"}, {"gros", "grosse"}}}}};
        w.relations_ = {{{"au-dessus d'", "au-dessus d'"},
                         {"au-dessous d'", "sous"},
                         {"à gauche d'", "à gauche d'"},
                         {"à droite d'", "à droite d'"},
                         {"devant", "devant"},
                         {"derrière", "derrière"}}};
        w.articles_ = {"un", "une"};
        w.colorFirst_ = false;
        w.skies_ = {"en plein jour", "la nuit"};
        w.and_ = "et";
        w.thereIs_ = "il y a";
        w.listAll();
        return w;
    }();
    return words;
}

void Wording::listAll() {
    constexpr std::array<std::optional<SizeWord>, 3> sizes{std::nullopt, SizeWord::small,
                                                           SizeWord::large};
    for (int color = 0; color < colorCount; ++color) {
        for (int form = 0; form < formCount; ++form) {
            for (const auto &size : sizes) {
                const Mention mention{static_cast<Form>(form), static_cast<Color>(color), size};
                for (std::size_t way = 0; way < objectWays; ++way) {
                    allObjects_.push_back({object(mention, way), mention});
                }
            }
        }
    }
    for (int kind = 0; kind < relationCount; ++kind) {
        const auto which = static_cast<Relation>(kind);
        for (std::size_t way = 0; way < relationWays; ++way) {
            allRelations_.push_back({relation(which, way), which});
        }
    }
}

Phrase Wording::object(const Mention &mention, std::size_t which) const {
    const Noun &noun = nouns_[static_cast<std::size_t>(mention.form)];
    const std::size_t gender = noun.feminine ? 1 : 0;
    const PhrasePart form{std::string(noun.text), Role::form};
    const PhrasePart color{std::string(colors_[static_cast<std::size_t>(mention.color)][gender]),
                           Role::color};
    Phrase phrase;
    if (mention.size) {
        const auto &ways = sizes_[static_cast<std::size_t>(*mention.size)];
        phrase.push_back({std::string(ways[which % objectWays][gender]), Role::size});
    }
    phrase.push_back(colorFirst_ ? color : form);
    phrase.push_back(colorFirst_ ? form : color);
    std::string article(articles_[gender]);
    if (colorFirst_ && beginsWithVowel(phrase.front().text)) {
        article += 'n';
    }
    phrase.insert(phrase.begin(), {std::move(article), Role::article});
    return phrase;
}

Phrase Wording::relation(Relation relation, std::size_t which) const {
    const auto &ways = relations_[static_cast<std::size_t>(relation)];
    return {{std::string(ways[which % relationWays]), Role::relation}};
}

Phrase Wording::sky(bool night) const {
    return {{std::string(skies_[night ? 1 : 0]), Role::sky}};
}

}  // namespace model::scenes
