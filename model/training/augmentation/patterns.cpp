// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/training/augmentation/patterns.h"

#include <algorithm>
#include <map>
#include <utility>

#include "model/error.h"
#include "model/training/augmentation/addresses.h"

namespace model::training {

namespace {

/// "{name2}" is a slot of the kind "name".
std::string_view kindOf(std::string_view slot) {
    while (!slot.empty() && slot.back() >= '0' && slot.back() <= '9') {
        slot.remove_suffix(1);
    }
    return slot;
}

/// A kind that needs nothing but chance.
struct Kind {
    std::string_view name;
    Counterparts (*invent)(Random &);
};

constexpr Kind kinds[] = {
    {"age", [](Random &random) { return wholeNumber(2, 99, random); }},
    {"few", [](Random &random) { return wholeNumber(2, 20, random); }},
    {"number", [](Random &random) { return wholeNumber(2, 999, random); }},
    {"year", [](Random &random) { return wholeNumber(1900, 2040, random); }},
    {"large", largeNumber},
    {"decimal", decimal},
    {"percent", percentage},
    {"price", price},
    {"measure", measure},
    {"time", timeOfDay},
    {"hour", fullHour},
    {"weekday", weekday},
    {"month", month},
    {"day", dayOfMonth},
    {"date", date},
    {"numericdate", numericDate},
    {"phone", [](Random &random) { return copied(inventPhone(random)); }},
    {"code", [](Random &random) { return copied(inventCode(random)); }},
    {"emoji", [](Random &random) { return copied(inventEmoji(random)); }},
    {"foreign", [](Random &random) { return copied(inventForeign(random)); }},
    {"letters", [](Random &random) { return copied(inventLetters(random)); }},
};

/// A kind that is made of names.
struct NamedKind {
    std::string_view name;
    std::string (*invent)(const Names &, Random &);
};

constexpr NamedKind namedKinds[] = {
    {"name", [](const Names &names, Random &random) { return names.any(random); }},
    {"mail", inventMail},
    {"link", inventLink},
    {"tag", inventTag},
};

}  // namespace

Patterns::Patterns(const std::vector<SentencePair> &patterns, const Names &names,
                   std::span<const SentencePair> sentences, bool reversed)
    : names_(names), sentences_(sentences), reversed_(reversed) {
    for (const SentencePair &pair : patterns) {
        Pattern pattern{read(pair.source), read(pair.references.front())};
        check(pattern, pair);
        patterns_.push_back(std::move(pattern));
    }
    if (patterns_.empty() || sentences_.empty()) {
        throw CorpusError("There are %1 patterns for %2 sentence pairs, expected some of each.",
                          patterns_.size(), sentences_.size());
    }
}

Patterns::Side Patterns::read(std::string_view text) {
    Side side;
    while (!text.empty()) {
        const std::size_t open = std::min(text.find('{'), text.size());
        const std::size_t close = text.find('}', open);
        if (close == std::string_view::npos) {
            side.push_back({std::string(text)});
            break;
        }
        side.push_back({std::string(text.substr(0, open))});
        side.push_back({std::string(text.substr(open + 1, close - open - 1)), true});
        text.remove_prefix(close + 1);
    }
    return side;
}

Patterns::Invention Patterns::inventionOf(std::string_view slot) const {
    const std::string_view kind = kindOf(slot);
    const auto *simple = std::ranges::find(kinds, kind, &Kind::name);
    if (simple != std::end(kinds)) {
        return simple->invent;
    }
    const auto *named = std::ranges::find(namedKinds, kind, &NamedKind::name);
    if (named != std::end(namedKinds)) {
        return [this, named](Random &random) { return copied(named->invent(names_, random)); };
    }
    if (kind == "sentence") {
        return [this](Random &random) { return sentence(random); };
    }
    return {};
}

void Patterns::check(const Pattern &pattern, const SentencePair &from) const {
    const auto slotsOf = [](const Side &side) {
        std::vector<std::string> slots;
        for (const Part &part : side) {
            if (part.isSlot) {
                slots.push_back(part.text);
            }
        }
        std::sort(slots.begin(), slots.end());
        return slots;
    };
    const std::vector<std::string> slots = slotsOf(pattern.french);
    for (const std::string &slot : slots) {
        if (!inventionOf(slot)) {
            throw CorpusError("The pattern '%1' has a slot {%2}, which is of no known kind.",
                              from.source, slot);
        }
    }
    if (slots != slotsOf(pattern.english)) {
        throw CorpusError("The pattern '%1' has other slots than '%2', expected the same.",
                          from.source, from.references.front());
    }
}

Counterparts Patterns::sentence(Random &random) const {
    constexpr std::size_t longest = 80;  // bytes
    constexpr int attempts = 20;
    const SentencePair *pair = nullptr;
    for (int attempt = 0; attempt < attempts; ++attempt) {
        pair = &random.oneOf(sentences_);
        // A quotation within another is another matter.
        const bool quotes = pair->source.find_first_of("\"{}") != std::string::npos ||
                            pair->source.find("«") != std::string::npos;
        if (pair->source.size() <= longest && !quotes) {
            break;
        }
    }
    const std::string &other = pair->references.front();
    return reversed_ ? Counterparts{other, pair->source} : Counterparts{pair->source, other};
}

SentencePair Patterns::invent(Random random) const {
    const Pattern &pattern = random.oneOf(patterns_);
    std::map<std::string_view, Counterparts> inventions;
    for (const Part &part : pattern.french) {
        if (part.isSlot && !inventions.contains(part.text)) {
            inventions.emplace(part.text, inventionOf(part.text)(random));
        }
    }
    std::string french;
    std::string english;
    for (const Part &part : pattern.french) {
        french += part.isSlot ? inventions.find(part.text)->second.french : part.text;
    }
    for (const Part &part : pattern.english) {
        english += part.isSlot ? inventions.find(part.text)->second.english : part.text;
    }
    if (reversed_) {
        return {std::move(english), {std::move(french)}};
    }
    return {std::move(french), {std::move(english)}};
}

}  // namespace model::training
