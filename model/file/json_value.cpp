// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/file/json_value.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <set>

namespace model {
namespace {

using Json = nlohmann::ordered_json;

/// Bytes of a value in a message.
constexpr std::size_t longestValue = 60;

}  // namespace

Json parseJson(std::string_view text, std::size_t deepest) {
    std::vector<std::set<std::string>> members;
    std::string last;
    const auto watch = [&](int depth, Json::parse_event_t event, const Json &parsed) {
        if (depth > static_cast<int>(deepest)) {
            throw JsonError("after \"%1\" it is nested more than %2 levels deep", last, deepest);
        }
        if (event == Json::parse_event_t::object_start) {
            members.emplace_back();
        } else if (event == Json::parse_event_t::object_end) {
            members.pop_back();
        } else if (event == Json::parse_event_t::key) {
            last = parsed.get<std::string>();
            if (!members.back().insert(last).second) {
                throw JsonError("an object has two members \"%1\", expected one", last);
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
        throw JsonError("at line %1, byte %2 it is not JSON", line, column);
    } catch (const Json::exception &) {
        throw JsonError("after \"%1\" stands a number that is too large", last);
    }
}

void JsonValue::refuse(const Message &expected) const {
    std::string got = json_->dump(-1, ' ', false, Json::error_handler_t::replace);
    if (got.size() > longestValue) {
        got = got.substr(0, longestValue) + "…";
    }
    throw JsonError("got %1 at %2, expected %3", got, place(), expected);
}

void JsonValue::checkObject(std::span<const std::string_view> members) const {
    if (!json_->is_object()) {
        refuse(Message("an object"));
    }
    std::string known;
    for (const std::string_view member : members) {
        known += (known.empty() ? "" : ", ") + std::string(member);
    }
    for (const auto &[key, value] : json_->items()) {
        if (std::find(members.begin(), members.end(), key) == members.end()) {
            throw JsonError("got the member \"%1\" at %2, expected one of %3", key, place(), known);
        }
    }
}

bool JsonValue::has(const char *member) const {
    return json_->contains(member);
}

JsonValue JsonValue::at(const char *member) const {
    if (!has(member)) {
        throw JsonError("got no \"%1\" at %2, expected one", member, place());
    }
    return JsonValue(json_->at(member), (place_.empty() ? "" : place_ + ".") + member);
}

std::vector<JsonValue> JsonValue::elements() const {
    if (!json_->is_array()) {
        refuse(Message("an array"));
    }
    std::vector<JsonValue> result;
    for (const Json &element : *json_) {
        result.emplace_back(element, place_ + "[" + std::to_string(result.size()) + "]");
    }
    return result;
}

std::vector<std::pair<std::string, JsonValue>> JsonValue::members() const {
    if (!json_->is_object()) {
        refuse(Message("an object"));
    }
    std::vector<std::pair<std::string, JsonValue>> result;
    for (const auto &[key, value] : json_->items()) {
        result.emplace_back(key, JsonValue(value, (place_.empty() ? "" : place_ + ".") + key));
    }
    return result;
}

int JsonValue::count(int largest) const {
    const bool whole = json_->is_number_integer();
    if (!whole || *json_ < 0 || *json_ > largest) {
        refuse(Message("a whole number from 0 to %1", largest));
    }
    return json_->get<int>();
}

float JsonValue::number() const {
    if (!json_->is_number() || !std::isfinite(json_->get<float>())) {
        refuse(Message("a number"));
    }
    return json_->get<float>();
}

double JsonValue::real() const {
    if (!json_->is_number() || !std::isfinite(json_->get<double>())) {
        refuse(Message("a number"));
    }
    return json_->get<double>();
}

std::string JsonValue::text() const {
    if (!json_->is_string()) {
        refuse(Message("a text"));
    }
    return json_->get<std::string>();
}

bool JsonValue::boolean() const {
    if (!json_->is_boolean()) {
        refuse(Message("true or false"));
    }
    return json_->get<bool>();
}

bool JsonValue::isText() const {
    return json_->is_string();
}

bool JsonValue::isNumber() const {
    return json_->is_number();
}

bool JsonValue::isBoolean() const {
    return json_->is_boolean();
}

}  // namespace model
