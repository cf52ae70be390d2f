// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/decoding/intervention_json.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <set>
#include <utility>
#include <vector>

#include "model/error.h"
#include "model/file/json_value.h"
#include "model/numerics/digits.h"

namespace model {
namespace {

using Json = nlohmann::ordered_json;

/// Levels of objects and arrays within each other; the format has four.
constexpr std::size_t deepest = 16;

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

/// Adds a unit and its value; each only once.
void readUnit(const JsonValue &value, HeldUnits &units) {
    const float held = value.at("value").number();
    if (!units.emplace(value.at("unit").count(), held).second) {
        value.refuse(Message("a unit that is not held before"));
    }
}

HeldUnits readUnits(const JsonValue &value) {
    static constexpr std::array<std::string_view, 2> members{"unit", "value"};
    HeldUnits units;
    for (const JsonValue &element : value.elements()) {
        element.checkObject(members);
        readUnit(element, units);
    }
    return units;
}

AttentionPin readPin(const JsonValue &value) {
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
                       [](const JsonValue &element) { return element.number(); });
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
Intervention readIntervention(const JsonValue &value) {
    Intervention result;
    if (value.has("attention")) {
        result.attention = readPin(value.at("attention"));
    }
    if (value.has("muted")) {
        for (const JsonValue &element : value.at("muted").elements()) {
            result.muted.insert(element.count());
        }
    }
    if (value.has("temperature")) {
        const JsonValue temperature = value.at("temperature");
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
std::vector<int> readPieces(const JsonValue &value, const Model &model) {
    std::vector<int> pieces;
    if (value.has("pieces") && value.has("words")) {
        value.refuse(Message("either \"pieces\" or \"words\""));
    }
    if (value.has("pieces")) {
        for (const JsonValue &element : value.at("pieces").elements()) {
            pieces.push_back(element.count());
        }
    }
    if (value.has("words")) {
        const JsonValue words = value.at("words");
        for (const Piece &piece : model.target().encode(words.text(), model.targetLanguage())) {
            pieces.push_back(piece.id);
        }
        if (pieces.empty()) {
            words.refuse(Message("a word"));
        }
    }
    return pieces;
}

void readStep(const JsonValue &value, const Model &model, std::set<int> &named,
              Interventions &all) {
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

void readAnnotation(const JsonValue &value, Interventions &all) {
    static constexpr std::array<std::string_view, 3> members{"position", "unit", "value"};
    value.checkObject(members);
    readUnit(value, all.annotations[value.at("position").count()]);
}

Interventions readAll(const JsonValue &top, const Model &model) {
    static constexpr std::array<std::string_view, 5> members{"format", "every_step", "steps",
                                                             "annotations", "initial_state"};
    static constexpr std::array<std::string_view, 5> ofEvery{"attention", "muted", "temperature",
                                                             "state", "context"};
    top.checkObject(members);
    const JsonValue format = top.at("format");
    if (!format.isText() || format.text() != interventionFormat) {
        format.refuse(Message("\"%1\"", interventionFormat));
    }
    Interventions result;
    if (top.has("every_step")) {
        const JsonValue every = top.at("every_step");
        every.checkObject(ofEvery);
        result.every = readIntervention(every);
    }
    if (top.has("steps")) {
        std::set<int> named;
        for (const JsonValue &step : top.at("steps").elements()) {
            readStep(step, model, named, result);
        }
    }
    if (top.has("annotations")) {
        for (const JsonValue &annotation : top.at("annotations").elements()) {
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
    Interventions result;
    try {
        const Json json = parseJson(text, deepest);
        result = readAll(JsonValue(json), model);
    } catch (const JsonError &error) {
        refuseInterventions(name, error.message());
    }
    checkInterventions(result, model.configuration(), {});
    return result;
}

}  // namespace model
