// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/decoding/intervention_json.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <nlohmann/json.hpp>
#include <set>
#include <span>
#include <utility>
#include <vector>

#include "model/error.h"
#include "model/numerics/digits.h"

namespace model {
namespace {

using Json = nlohmann::ordered_json;

/// Levels of objects and arrays within each other; the format has four.
constexpr std::size_t deepest = 16;
/// Of steps, positions, units and pieces.
constexpr int largestIndex = 1 << 30;
/// Bytes of a value in a message.
constexpr std::size_t longestValue = 60;

Json unitsToJson(const HeldUnits &units) {
    Json result = Json::array();
    for (const auto &[unit, value] : units) {
        result.push_back({{"unit", unit}, {"value", widened(value)}});
    }
    return result;
}

Json pinToJson(const AttentionPin &pinned) {
    if (const auto *given = std::get_if<pin::Weights>(&pinned)) {
        Json weights = Json::array();
        for (const float weight : given->values) {
            weights.push_back(widened(weight));
        }
        return {{"weights", std::move(weights)}};
    }
    if (const auto *one = std::get_if<pin::Position>(&pinned)) {
        return {{"position", one->position}};
    }
    if (std::holds_alternative<pin::Uniform>(pinned)) {
        return "uniform";
    }
    return std::holds_alternative<pin::Previous>(pinned) ? "previous" : "posterior";
}

void write(const Intervention &intervention, Json &json) {
    if (intervention.attention) {
        json["attention"] = pinToJson(*intervention.attention);
    }
    if (!intervention.muted.empty()) {
        json["muted"] = intervention.muted;
    }
    if (intervention.temperature) {
        json["temperature"] = widened(*intervention.temperature);
    }
    if (!intervention.state.empty()) {
        json["state"] = unitsToJson(intervention.state);
    }
    if (!intervention.context.empty()) {
        json["context"] = unitsToJson(intervention.context);
    }
    if (intervention.word) {
        json["pieces"] = {*intervention.word};
    }
}

/// Parses JSON in which no object names a member twice. @throws InterventionError
Json parse(std::string_view text, const std::string &name) {
    std::vector<std::set<std::string>> members;
    std::string last;
    const auto watch = [&](int depth, Json::parse_event_t event, const Json &parsed) {
        if (depth > static_cast<int>(deepest)) {
            refuseInterventions(
                name, Message("after \"%1\" it is nested more than %2 levels deep", last, deepest));
        }
        if (event == Json::parse_event_t::object_start) {
            members.emplace_back();
        } else if (event == Json::parse_event_t::object_end) {
            members.pop_back();
        } else if (event == Json::parse_event_t::key) {
            last = parsed.get<std::string>();
            if (!members.back().insert(last).second) {
                refuseInterventions(
                    name, Message("an object has two members \"%1\", expected one", last));
            }
        }
        return true;
    };
    try {
        return Json::parse(text.begin(), text.end(), watch);
    } catch (const Json::parse_error &error) {
        const std::string_view before = text.substr(0, error.byte > 0 ? error.byte - 1 : 0);
        const auto line = std::count(before.begin(), before.end(), '\n') + 1;
        const std::size_t column = before.size() - (before.rfind('\n') + 1) + 1;
        refuseInterventions(name, Message("at line %1, byte %2 it is not JSON", line, column));
    } catch (const Json::exception &) {
        refuseInterventions(name, Message("after \"%1\" stands a number that is too large", last));
    }
}

/// A value in the text and where it stands: "steps[2].muted[0]".
class Value {
  public:
    Value(const Json &json, std::string place, const std::string &name)
        : json_(&json), place_(std::move(place)), name_(&name) {}

    [[noreturn]] void refuse(const Message &expected) const {
        std::string got = json_->dump(-1, ' ', false, Json::error_handler_t::replace);
        if (got.size() > longestValue) {
            got = got.substr(0, longestValue) + "…";
        }
        refuseInterventions(*name_, Message("got %1 at %2, expected %3", got, place(), expected));
    }

    /// Refuses what is no object or has other members than these.
    void checkObject(std::span<const std::string_view> members) const {
        if (!json_->is_object()) {
            refuse(Message("an object"));
        }
        std::string known;
        for (const std::string_view member : members) {
            known += (known.empty() ? "" : ", ") + std::string(member);
        }
        for (const auto &[key, value] : json_->items()) {
            if (std::find(members.begin(), members.end(), key) == members.end()) {
                refuseInterventions(
                    *name_, Message("got the member \"%1\" at %2, expected one of %3", key, place(),
                                    known));
            }
        }
    }
    bool has(const char *member) const { return json_->contains(member); }
    Value at(const char *member) const {
        if (!has(member)) {
            refuseInterventions(*name_,
                                Message("got no \"%1\" at %2, expected one", member, place()));
        }
        return {json_->at(member), (place_.empty() ? "" : place_ + ".") + member, *name_};
    }
    std::vector<Value> elements() const {
        if (!json_->is_array()) {
            refuse(Message("an array"));
        }
        std::vector<Value> result;
        for (const Json &element : *json_) {
            result.emplace_back(element, place_ + "[" + std::to_string(result.size()) + "]",
                                *name_);
        }
        return result;
    }

    int count() const {
        const bool whole = json_->is_number_integer();
        if (!whole || *json_ < 0 || *json_ > largestIndex) {
            refuse(Message("a whole number from 0 to %1", largestIndex));
        }
        return json_->get<int>();
    }
    float number() const {
        if (!json_->is_number() || !std::isfinite(json_->get<float>())) {
            refuse(Message("a number"));
        }
        return json_->get<float>();
    }
    std::string text() const {
        if (!json_->is_string()) {
            refuse(Message("a text"));
        }
        return json_->get<std::string>();
    }
    bool isText() const { return json_->is_string(); }

  private:
    std::string place() const { return place_.empty() ? "the top" : place_; }

    const Json *json_;
    std::string place_;
    const std::string *name_;
};

/// Adds a unit and its value; each only once.
void readUnit(const Value &value, HeldUnits &units) {
    const float held = value.at("value").number();
    if (!units.emplace(value.at("unit").count(), held).second) {
        value.refuse(Message("a unit that is not held before"));
    }
}

HeldUnits readUnits(const Value &value) {
    static constexpr std::array<std::string_view, 2> members{"unit", "value"};
    HeldUnits units;
    for (const Value &element : value.elements()) {
        element.checkObject(members);
        readUnit(element, units);
    }
    return units;
}

AttentionPin readPin(const Value &value) {
    static constexpr std::array<std::string_view, 2> members{"weights", "position"};
    if (!value.isText()) {
        value.checkObject(members);
        if (value.has("weights") == value.has("position")) {
            value.refuse(Message("either \"weights\" or \"position\""));
        }
        if (value.has("position")) {
            return pin::Position{value.at("position").count()};
        }
        const auto elements = value.at("weights").elements();
        Row weights(static_cast<long>(elements.size()));
        std::transform(elements.begin(), elements.end(), weights.begin(),
                       [](const Value &element) { return element.number(); });
        return pin::Weights{weights};
    }
    const std::string text = value.text();
    if (text == "uniform") {
        return pin::Uniform{};
    }
    if (text == "previous") {
        return pin::Previous{};
    }
    if (text != "posterior") {
        value.refuse(Message("\"uniform\", \"previous\", \"posterior\" or an object"));
    }
    return pin::Posterior{};
}

/// All but the words.
Intervention readIntervention(const Value &value) {
    Intervention result;
    if (value.has("attention")) {
        result.attention = readPin(value.at("attention"));
    }
    if (value.has("muted")) {
        for (const Value &element : value.at("muted").elements()) {
            result.muted.insert(element.count());
        }
    }
    if (value.has("temperature")) {
        const Value temperature = value.at("temperature");
        result.temperature = temperature.number();
        if (!(*result.temperature > 0)) {
            temperature.refuse(Message("a number above 0"));
        }
    }
    if (value.has("state")) {
        result.state = readUnits(value.at("state"));
    }
    if (value.has("context")) {
        result.context = readUnits(value.at("context"));
    }
    return result;
}

/// The pieces that a step and those after it are forced to take.
std::vector<int> readPieces(const Value &value, const Model &model) {
    std::vector<int> pieces;
    if (value.has("pieces") && value.has("words")) {
        value.refuse(Message("either \"pieces\" or \"words\""));
    }
    if (value.has("pieces")) {
        for (const Value &element : value.at("pieces").elements()) {
            pieces.push_back(element.count());
        }
    }
    if (value.has("words")) {
        const Value words = value.at("words");
        for (const Piece &piece : model.target().encode(words.text(), model.targetLanguage())) {
            pieces.push_back(piece.id);
        }
        if (pieces.empty()) {
            words.refuse(Message("a word"));
        }
    }
    return pieces;
}

void readStep(const Value &value, const Model &model, std::set<int> &named, Interventions &all) {
    static constexpr std::array<std::string_view, 8> members{
        "step", "attention", "muted", "temperature", "state", "context", "pieces", "words"};
    value.checkObject(members);
    const int step = value.at("step").count();
    if (!named.insert(step).second) {
        value.refuse(Message("a step that is not named before"));
    }
    Intervention &own = all.steps[step];
    const auto word = own.word;
    own = readIntervention(value);
    own.word = word;
    for (int at = step; const int piece : readPieces(value, model)) {
        auto &taken = all.steps[at++].word;
        if (taken) {
            value.refuse(Message("a step without a piece that is forced before"));
        }
        taken = piece;
    }
    all.set(step, Intervention(all.steps[step]));
}

void readAnnotation(const Value &value, Interventions &all) {
    static constexpr std::array<std::string_view, 3> members{"position", "unit", "value"};
    value.checkObject(members);
    readUnit(value, all.annotations[value.at("position").count()]);
}

Interventions readAll(const Value &top, const Model &model) {
    static constexpr std::array<std::string_view, 5> members{"format", "every_step", "steps",
                                                             "annotations", "initial_state"};
    static constexpr std::array<std::string_view, 5> ofEvery{"attention", "muted", "temperature",
                                                             "state", "context"};
    top.checkObject(members);
    const Value format = top.at("format");
    if (!format.isText() || format.text() != interventionFormat) {
        format.refuse(Message("\"%1\"", interventionFormat));
    }
    Interventions result;
    if (top.has("every_step")) {
        const Value every = top.at("every_step");
        every.checkObject(ofEvery);
        result.every = readIntervention(every);
    }
    if (top.has("steps")) {
        std::set<int> named;
        for (const Value &step : top.at("steps").elements()) {
            readStep(step, model, named, result);
        }
    }
    if (top.has("annotations")) {
        for (const Value &annotation : top.at("annotations").elements()) {
            readAnnotation(annotation, result);
        }
    }
    if (top.has("initial_state")) {
        result.initial = readUnits(top.at("initial_state"));
    }
    return result;
}

}  // namespace

void refuseInterventions(const std::string &name, const Message &problem) {
    throw InterventionError("The interventions %1 cannot be used: %2.", name, problem);
}

std::string interventionsToJson(const Interventions &interventions) {
    Json json{{"format", interventionFormat}};
    if (!interventions.every.empty()) {
        write(interventions.every, json["every_step"]);
    }
    for (const auto &[step, intervention] : interventions.steps) {
        Json own{{"step", step}};
        write(intervention, own);
        json["steps"].push_back(std::move(own));
    }
    for (const auto &[position, units] : interventions.annotations) {
        for (const auto &[unit, value] : units) {
            json["annotations"].push_back(
                {{"position", position}, {"unit", unit}, {"value", widened(value)}});
        }
    }
    if (!interventions.initial.empty()) {
        json["initial_state"] = unitsToJson(interventions.initial);
    }
    return json.dump(1) + "\n";
}

Interventions interventionsFromJson(std::string_view text, const Model &model,
                                    const std::string &name) {
    if (text.size() > longestInterventionText) {
        refuseInterventions(name, Message("got %1 bytes, expected at most %2", text.size(),
                                          longestInterventionText));
    }
    const Json json = parse(text, name);
    Interventions result = readAll(Value(json, "", name), model);
    checkInterventions(result, model.configuration(), {});
    return result;
}

}  // namespace model
