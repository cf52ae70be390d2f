// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/viewpoint/unit_edit.h"

#include <QCoreApplication>

#include "widgets/text/numbers.h"
#include "widgets/text/piece_label.h"

namespace widgets {
namespace {

/// Whose tr() the texts here are.
struct UnitText {
    Q_DECLARE_TR_FUNCTIONS(widgets::UnitEdit)
};

using Kind = UnitPlace::Kind;

int forwardUnits(const model::Trace &trace) {
    return static_cast<int>(trace.encoder->forward().state.cols());
}

/// The units that are held where this one is.
model::HeldUnits &heldIn(model::Interventions &interventions, const UnitPlace &unit) {
    switch (unit.kind) {
        case Kind::annotation:
            return interventions.annotations[unit.index];
        case Kind::context:
            return interventions.steps[unit.index].context;
        case Kind::initial:
            return interventions.initial;
        case Kind::state:
            break;
    }
    return interventions.steps[unit.index].state;
}

model::HeldUnits heldAt(const model::Interventions &interventions, const UnitPlace &unit) {
    if (unit.kind == Kind::annotation) {
        const auto found = interventions.annotations.find(unit.index);
        return found == interventions.annotations.end() ? model::HeldUnits() : found->second;
    }
    if (unit.kind == Kind::initial)
        return interventions.initial;
    const model::Intervention at = interventions.at(unit.index);
    return unit.kind == Kind::context ? at.context : at.state;
}

}  // namespace

std::optional<UnitPlace> unitPlaceOf(const model::Trace &trace, const Selection &selection) {
    const int unit = selection.unit;
    if (unit < 0)
        return {};
    const bool source = selection.source >= 0 && selection.source < trace.sourceLength();
    const bool step = selection.step >= 0 && selection.step < trace.targetLength();
    switch (selection.strip) {
        case Vector::forwardState:
            if (source && unit < forwardUnits(trace))
                return UnitPlace{Kind::annotation, selection.source, unit};
            break;
        case Vector::backwardState:
            if (source && unit + forwardUnits(trace) < trace.encoder->annotations.cols())
                return UnitPlace{Kind::annotation, selection.source, unit + forwardUnits(trace)};
            break;
        case Vector::context:
            if (unit >= trace.encoder->annotations.cols())
                break;
            if (source)
                return UnitPlace{Kind::annotation, selection.source, unit};
            if (step)
                return UnitPlace{Kind::context, selection.step, unit};
            break;
        case Vector::initialState:
            if (unit < trace.encoder->initial.size())
                return UnitPlace{Kind::initial, 0, unit};
            break;
        case Vector::decoderState:
            if (step && unit < trace.encoder->initial.size())
                return UnitPlace{Kind::state, selection.step, unit};
            break;
        default:
            break;
    }
    return {};
}

Selection selectionOf(const model::Trace &trace, const UnitPlace &unit) {
    if (unit.kind == Kind::state)
        return {.step = unit.index, .strip = Vector::decoderState, .unit = unit.unit};
    if (unit.kind == Kind::initial)
        return {.strip = Vector::initialState, .unit = unit.unit};
    if (unit.kind == Kind::context)
        return {.step = unit.index, .strip = Vector::context, .unit = unit.unit};
    const int half = forwardUnits(trace);
    return unit.unit < half
               ? Selection{.source = unit.index, .strip = Vector::forwardState, .unit = unit.unit}
               : Selection{.source = unit.index,
                           .strip = Vector::backwardState,
                           .unit = unit.unit - half};
}

int stepOf(const UnitPlace &unit) {
    return unit.kind == Kind::state || unit.kind == Kind::context ? unit.index : -1;
}

float valueOf(const model::Trace &trace, const UnitPlace &unit) {
    switch (unit.kind) {
        case Kind::annotation:
            return trace.encoder->annotations(unit.index, unit.unit);
        case Kind::context:
            return trace.step(unit.index).context(unit.unit);
        case Kind::initial:
            return trace.encoder->initial(unit.unit);
        case Kind::state:
            break;
    }
    return trace.step(unit.index).cell.state(unit.unit);
}

bool isHeld(const model::Trace &trace, const UnitPlace &unit) {
    return heldAt(trace.interventions, unit).contains(unit.unit);
}

std::vector<UnitPlace> heldUnits(const model::Trace &trace) {
    std::vector<UnitPlace> units;
    for (const auto &[position, held] : trace.interventions.annotations)
        for (const auto &each : held)
            units.push_back({Kind::annotation, position, each.first});
    for (const auto &each : trace.interventions.initial)
        units.push_back({Kind::initial, 0, each.first});
    if (trace.interventions.steps.empty() && trace.interventions.every.empty())
        return units;
    for (int step = 0; step < trace.targetLength(); ++step) {
        const model::Intervention at = trace.interventions.at(step);
        for (const auto &each : at.state)
            units.push_back({Kind::state, step, each.first});
        for (const auto &each : at.context)
            units.push_back({Kind::context, step, each.first});
    }
    return units;
}

QString unitName(const UnitPlace &unit) {
    const bool state = unit.kind == Kind::state || unit.kind == Kind::initial;
    const QChar symbol = unit.kind == Kind::annotation ? u'h' : state ? u's' : u'c';
    const int number = unit.kind == Kind::initial ? 0 : unit.index + 1;
    return UnitText::tr("unit %1 of %2").arg(unit.unit + 1).arg(symbol + subscript(number));
}

Edit holdUnit(const model::Trace &trace, const UnitPlace &unit, float value) {
    model::Interventions interventions = trace.interventions;
    heldIn(interventions, unit)[unit.unit] = value;
    return {interventions, UnitText::tr("%1 at %2", "unit 13 of s₇ at 0.5")
                               .arg(unitName(unit), numberText(static_cast<double>(value), {}))};
}

Edit releaseUnit(const model::Trace &trace, const UnitPlace &unit) {
    model::Interventions interventions = trace.interventions;
    heldIn(interventions, unit).erase(unit.unit);
    if (unit.kind == Kind::annotation) {
        if (interventions.annotations[unit.index].empty())
            interventions.annotations.erase(unit.index);
    } else if (unit.kind != Kind::initial) {
        interventions.set(unit.index, interventions.steps[unit.index]);
    }
    return {interventions, UnitText::tr("%1 left to the model").arg(unitName(unit))};
}

std::vector<UnitElsewhere> unitElsewhere(const model::Trace &trace, const UnitPlace &unit) {
    const bool source = unit.kind == Kind::annotation;
    const QStringList words = source ? labelsOf(trace.source) : labelsOf(trace.target);
    std::vector<UnitElsewhere> places;
    if (unit.kind == Kind::initial)
        places.push_back({0, UnitText::tr("before the first word"), valueOf(trace, unit)});
    const Kind kind = unit.kind == Kind::initial ? Kind::state : unit.kind;
    for (int i = 0; i < words.size(); ++i)
        places.push_back({i + 1, words[i], valueOf(trace, {kind, i, unit.unit})});
    return places;
}

}  // namespace widgets
