// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <nlohmann/json_fwd.hpp>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/error.h"

// JSON that comes from outside: nothing in it is taken for what it should be before that is known.
namespace model {

/// A text that is no JSON, or not what is expected. The message is the reason alone, for the caller
/// to put after the name: "got 3 at steps[0], expected an object".
class JsonError : public Error {
  public:
    using Error::Error;
};

/// Parses JSON in which no object names a member twice; `deepest`: how many objects and arrays may
/// lie within each other. @throws JsonError
nlohmann::ordered_json parseJson(std::string_view text, std::size_t deepest);

/// A value in a text of JSON, and where it stands: "steps[2].muted[0]". The JSON must outlive it.
/// Whatever is asked of it that it is not, throws JsonError.
class JsonValue {
  public:
    explicit JsonValue(const nlohmann::ordered_json &json, std::string place = {})
        : json_(&json), place_(std::move(place)) {}

    /// @throws JsonError: what was got here, and that this was expected.
    [[noreturn]] void refuse(const Message &expected) const;
    /// Refuses what is no object or has other members than these.
    void checkObject(std::span<const std::string_view> members) const;
    bool has(const char *member) const;
    JsonValue at(const char *member) const;
    std::vector<JsonValue> elements() const;
    /// The members of an object, in the order of the text.
    std::vector<std::pair<std::string, JsonValue>> members() const;
    /// A whole number from 0 on; the largest is 2³⁰, or that which is told.
    int count(int largest = largestCount) const;
    float number() const;
    double real() const;
    std::string text() const;
    bool boolean() const;
    bool isText() const;
    bool isNumber() const;
    bool isBoolean() const;
    const nlohmann::ordered_json &json() const { return *json_; }

    static constexpr int largestCount = 1 << 30;

  private:
    std::string place() const { return place_.empty() ? "the top" : place_; }

    const nlohmann::ordered_json *json_;
    std::string place_;
};

}  // namespace model
