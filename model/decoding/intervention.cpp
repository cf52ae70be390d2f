// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/decoding/intervention.h"

#include <array>
#include <charconv>
#include <cmath>
#include <string>
#include <utility>

#include "model/error.h"

namespace model {
namespace {

/// By how much the sum of given weights may differ from 1: what rounding to a few digits does.
constexpr double sumTolerance = 1e-3;

std::string shown(double value) {
    std::array<char, 32> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value,
                                   std::chars_format::general, 6);
    return {digits.data(), end.ptr};
}

/// Checks what is decided at one place.
class Check {
  public:
    Check(Message where, const Configuration &configuration, std::optional<int> sourceLength)
        : where_(std::move(where)), configuration_(configuration), length_(sourceLength) {}

    void step(const Intervention &intervention) const {
        const bool attends = configuration_.attends();
        if (!attends && (intervention.changesWeights() || intervention.temperature)) {
            refuse("the model has no attention, expected one that has.");
        }
        if (intervention.attention) {
            std::visit([this](const auto &pinned) { pin(pinned); }, *intervention.attention);
        }
        muted(intervention.muted);
        const float temperature = intervention.temperature.value_or(1);
        if (!(temperature > 0) || !std::isfinite(temperature)) {
            refuse("got the temperature %1, expected a number above 0.", shown(temperature));
        }
        units(intervention.state, configuration_.decoder);
        units(intervention.context, configuration_.annotation());
        const int vocabulary = configuration_.targetVocabulary;
        if (intervention.word && (*intervention.word < 0 || *intervention.word >= vocabulary)) {
            refuse("got the piece %1 as the next word, expected 0 to %2.", *intervention.word,
                   vocabulary - 1);
        }
    }

    void position(int position) const {
        if (position < 0) {
            refuse("got the source position %1, expected one from 0 on.", position);
        }
        if (length_ && position >= *length_) {
            refuse("got the source position %1, expected 0 to %2.", position, *length_ - 1);
        }
    }

    void units(const HeldUnits &units, int size) const {
        for (const auto &[unit, value] : units) {
            if (unit < 0 || unit >= size) {
                refuse("got the unit %1, expected 0 to %2.", unit, size - 1);
            }
            if (!std::isfinite(value)) {
                refuse("got %1 as the value of the unit %2, expected a finite number.",
                       shown(value), unit);
            }
        }
    }

    template <class... Arguments>
    [[noreturn]] void refuse(const std::string &text, const Arguments &...arguments) const {
        throw InterventionError("The intervention at %1 cannot be made: %2", where_,
                                Message(text, arguments...));
    }

  private:
    void pin(const pin::Weights &given) const {
        const Row &weights = given.values;
        if (length_ && weights.size() != *length_) {
            refuse("got %1 attention weights, expected %2, one per source position.",
                   weights.size(), *length_);
        }
        double sum = 0;
        for (const float weight : weights) {
            if (!(weight >= 0) || !std::isfinite(weight)) {
                refuse("got the attention weight %1, expected a number from 0 to 1.",
                       shown(weight));
            }
            sum += weight;
        }
        if (!(std::abs(sum - 1) <= sumTolerance)) {
            refuse("got attention weights with the sum %1, expected 1.", shown(sum));
        }
    }
    void pin(const pin::Position &one) const { position(one.position); }
    template <class Pin>
    void pin(const Pin &) const {}

    void muted(const std::set<int> &positions) const {
        for (const int each : positions) {
            position(each);
        }
        if (length_ && static_cast<int>(positions.size()) >= *length_) {
            refuse("got all %1 source positions as muted, expected at least one that is not.",
                   *length_);
        }
    }

    Message where_;
    const Configuration &configuration_;
    std::optional<int> length_;
};

}  // namespace

bool pin::Weights::operator==(const Weights &other) const {
    // Eigen compares only what has the same size.
    return values.size() == other.values.size() && values == other.values;
}

bool Intervention::changesWeights() const {
    return attention || !muted.empty() || temperature.value_or(1) != 1;
}

Intervention Interventions::at(int step) const {
    Intervention result;
    if (const auto found = steps.find(step); found != steps.end()) {
        result = found->second;
    }
    const bool noPrevious =
        step == 0 && every.attention && std::holds_alternative<pin::Previous>(*every.attention);
    if (!result.attention && !noPrevious) {
        result.attention = every.attention;
    }
    if (!result.temperature) {
        result.temperature = every.temperature;
    }
    result.muted.insert(every.muted.begin(), every.muted.end());
    // What is there stays.
    result.state.insert(every.state.begin(), every.state.end());
    result.context.insert(every.context.begin(), every.context.end());
    return result;
}

void Interventions::set(int step, Intervention intervention) {
    if (intervention.empty()) {
        steps.erase(step);
    } else {
        steps.insert_or_assign(step, std::move(intervention));
    }
}

Interventions Interventions::ofSteps(int count) const {
    Interventions result = *this;
    result.steps.erase(result.steps.lower_bound(count), result.steps.end());
    return result;
}

bool Interventions::sameEncoder(const Interventions &other) const {
    return annotations == other.annotations && initial == other.initial;
}

void holdUnits(const HeldUnits &units, Row &vector) {
    for (const auto &[unit, value] : units) {
        vector(unit) = value;
    }
}

void checkIntervention(const Intervention &intervention, const Configuration &configuration,
                       std::optional<int> sourceLength) {
    Check(Message("a step"), configuration, sourceLength).step(intervention);
}

void checkInterventions(const Interventions &interventions, const Configuration &configuration,
                        std::optional<int> sourceLength) {
    const Check every(Message("every step"), configuration, sourceLength);
    every.step(interventions.every);
    if (interventions.every.word) {
        every.refuse("got the piece %1 as every word, expected a step for it.",
                     *interventions.every.word);
    }
    for (const auto &[step, intervention] : interventions.steps) {
        const Check check(Message("step %1", step), configuration, sourceLength);
        if (step < 0) {
            check.refuse("got the step %1, expected one from 0 on.", step);
        }
        const Intervention all = interventions.at(step);
        if (step == 0 && all.attention && std::holds_alternative<pin::Previous>(*all.attention)) {
            check.refuse("got the weights of the step before, expected a step that has one.");
        }
        check.step(all);
    }
    for (const auto &[position, units] : interventions.annotations) {
        const Check check(Message("the annotation of source position %1", position), configuration,
                          sourceLength);
        check.position(position);
        check.units(units, configuration.annotation());
    }
    Check(Message("the initial state"), configuration, sourceLength)
        .units(interventions.initial, configuration.decoder);
}

}  // namespace model
