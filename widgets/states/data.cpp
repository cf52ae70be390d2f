// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/states/data.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "widgets/drawing/strip.h"
#include "widgets/text/numbers.h"
#include "widgets/text/piece_label.h"
#include "widgets/viewpoint/vectors.h"

namespace widgets {
namespace {

const model::Matrix &matrixOf(const model::GruTrace &cells, StatesQuantity quantity) {
    switch (quantity) {
        case StatesQuantity::reset:
            return cells.reset;
        case StatesQuantity::update:
            return cells.update;
        case StatesQuantity::candidate:
            return cells.candidate;
        case StatesQuantity::state:
            break;
    }
    return cells.state;
}

/// The units of a column.
const float *rowOf(const model::Trace &trace, Vector strip, StatesQuantity quantity, int column) {
    if (strip == Vector::decoderState) {
        const int step = column - statesBegin(strip, quantity);
        return step < 0 ? trace.encoder->initial.data()
                        : matrixOf(trace.step(step).cell, quantity).data();
    }
    if (quantity == StatesQuantity::state) {
        // That is what annotations are made of, and here are the units that are held.
        const model::Matrix &annotations = trace.encoder->annotations;
        const long first =
            strip == Vector::backwardState ? trace.encoder->forward().state.cols() : 0;
        return annotations.data() + column * annotations.cols() + first;
    }
    const model::GruTrace &cells =
        strip == Vector::backwardState ? trace.encoder->backward() : trace.encoder->forward();
    const model::Matrix &matrix = matrixOf(cells, quantity);
    return matrix.data() + column * matrix.cols();
}

/// One word per column of the decoder, where there is one.
QStringList fromInitial(Vector strip, StatesQuantity quantity, QStringList words) {
    if (!words.isEmpty() && statesBegin(strip, quantity) > 0)
        words.prepend(statesSymbol(strip, quantity, 0));
    return words;
}

}  // namespace

int statesBegin(Vector strip, StatesQuantity quantity) {
    return strip == Vector::decoderState && quantity == StatesQuantity::state ? 1 : 0;
}

int statesUnits(const model::Trace &trace, Vector strip) {
    switch (strip) {
        case Vector::forwardState:
            return static_cast<int>(trace.encoder->forward().state.cols());
        case Vector::backwardState:
            return static_cast<int>(trace.encoder->backward().state.cols());
        case Vector::decoderState:
            return static_cast<int>(trace.encoder->initial.size());
        default:
            return 0;
    }
}

int statesColumns(const model::Trace &trace, Vector strip, StatesQuantity quantity) {
    switch (strip) {
        case Vector::forwardState:
            return static_cast<int>(trace.encoder->forward().state.rows());
        case Vector::backwardState:
            return static_cast<int>(trace.encoder->backward().state.rows());
        case Vector::decoderState:
            return trace.targetLength() > 0 ? trace.targetLength() + statesBegin(strip, quantity)
                                            : 0;
        default:
            return 0;
    }
}

QStringList statesLabels(const model::Trace &trace, Vector strip, StatesQuantity quantity) {
    return strip == Vector::decoderState ? fromInitial(strip, quantity, labelsOf(trace.target))
                                         : labelsOf(trace.source);
}

QStringList statesWords(const model::Trace &trace, Vector strip, StatesQuantity quantity) {
    return strip == Vector::decoderState ? fromInitial(strip, quantity, namesOf(trace.target))
                                         : namesOf(trace.source);
}

QString statesName(Vector strip, StatesQuantity quantity) {
    const QString layer = strip == Vector::decoderState    ? QStringLiteral("decoder_")
                          : strip == Vector::backwardState ? QStringLiteral("encoder_backward_")
                                                           : QStringLiteral("encoder_forward_");
    switch (quantity) {
        case StatesQuantity::reset:
            return layer + QStringLiteral("reset");
        case StatesQuantity::update:
            return layer + QStringLiteral("update");
        case StatesQuantity::candidate:
            return layer + QStringLiteral("candidate");
        case StatesQuantity::state:
            break;
    }
    return layer + QStringLiteral("state");
}

float statesValue(const model::Trace &trace, Vector strip, StatesQuantity quantity, int column,
                  int unit) {
    return rowOf(trace, strip, quantity, column)[unit];
}

std::vector<float> statesCourse(const model::Trace &trace, Vector strip, StatesQuantity quantity,
                                int unit) {
    std::vector<float> course;
    for (int column = 0; column < statesColumns(trace, strip, quantity); ++column)
        course.push_back(statesValue(trace, strip, quantity, column, unit));
    return course;
}

bool isGate(StatesQuantity quantity) {
    return quantity == StatesQuantity::reset || quantity == StatesQuantity::update;
}

double statesLimit(const model::Trace &trace, Vector strip, StatesQuantity quantity) {
    if (isGate(quantity))
        return 1;
    std::vector<float> values;
    const int units = statesUnits(trace, strip);
    for (int column = 0; column < statesColumns(trace, strip, quantity); ++column) {
        const float *row = rowOf(trace, strip, quantity, column);
        values.insert(values.end(), row, row + units);
    }
    return robustLimit(values);
}

std::vector<int> statesUnitOrder(const model::Trace &trace, Vector strip, StatesQuantity quantity,
                                 StatesOrder order, int column) {
    const int units = statesUnits(trace, strip);
    const int columns = statesColumns(trace, strip, quantity);
    std::vector<int> result(static_cast<std::size_t>(units));
    std::iota(result.begin(), result.end(), 0);
    std::vector<double> key(result.size(), 0.0);
    if (order == StatesOrder::activity) {
        for (int i = 0; i < columns; ++i) {
            const float *row = rowOf(trace, strip, quantity, i);
            for (std::size_t unit = 0; unit < key.size(); ++unit)
                key[unit] += std::abs(static_cast<double>(row[unit]));
        }
    } else if (order == StatesOrder::moment && column >= 0 && column < columns) {
        const float *row = rowOf(trace, strip, quantity, column);
        std::copy(row, row + units, key.begin());
    } else {
        return result;
    }
    std::stable_sort(result.begin(), result.end(), [&](int a, int b) {
        return key[static_cast<std::size_t>(a)] > key[static_cast<std::size_t>(b)];
    });
    return result;
}

int statesColumnAt(const Moment &moment, const Extent &extent, Vector strip,
                   StatesQuantity quantity) {
    if (strip == Vector::decoderState) {
        if (moment.reading())
            return statesBegin(strip, quantity) > 0 &&
                           statesProgress(moment, extent, strip, quantity, 0) > 0
                       ? 0
                       : -1;
        return moment.step() < extent.steps ? moment.step() + statesBegin(strip, quantity) : -1;
    }
    if (moment.index >= extent.source)
        return -1;
    if (strip == Vector::forwardState && moment.stage == Stage::forward)
        return moment.index;
    if (strip == Vector::backwardState && moment.stage == Stage::backward)
        return extent.source - 1 - moment.index;
    return -1;
}

double statesProgress(const Moment &moment, const Extent &extent, Vector strip,
                      StatesQuantity quantity, int column) {
    const int position = column - statesBegin(strip, quantity);
    return vectorProgress(moment, extent, position < 0 ? Vector::initialState : strip, position);
}

Selection statesSelection(Vector strip, StatesQuantity quantity, int column, int unit) {
    const int position = column - statesBegin(strip, quantity);
    if (position < 0)
        return {.strip = Vector::initialState, .unit = unit};
    Selection selection{.strip = unit < 0 ? Vector::none : strip, .unit = unit};
    (strip == Vector::decoderState ? selection.step : selection.source) = position;
    return selection;
}

int statesColumnOf(const Selection &selection, Vector strip, StatesQuantity quantity) {
    const int begin = statesBegin(strip, quantity);
    if (begin > 0 && selection.strip == Vector::initialState)
        return 0;
    const int position = strip == Vector::decoderState ? selection.step : selection.source;
    return position < 0 ? -1 : position + begin;
}

QString statesSymbol(Vector strip, StatesQuantity quantity, int column) {
    const QString number =
        column < 0 ? QString() : subscript(column + 1 - statesBegin(strip, quantity));
    const bool decoder = strip == Vector::decoderState;
    const QString arrow = decoder                          ? QString()
                          : strip == Vector::backwardState ? QStringLiteral("←")
                                                           : QStringLiteral("→");
    switch (quantity) {
        case StatesQuantity::reset:
            return arrow + u'r' + number;
        case StatesQuantity::update:
            return arrow + u'z' + number;
        case StatesQuantity::candidate:
            return arrow + u'n' + number;
        case StatesQuantity::state:
            break;
    }
    return arrow + (decoder ? u's' : u'h') + number;
}

int statesUnitOf(const Selection &selection, const model::Trace &trace, Vector strip) {
    const int units = statesUnits(trace, strip);
    int unit = selection.strip == strip ? selection.unit : -1;
    if (selection.strip == Vector::context && strip == Vector::forwardState)
        unit = selection.unit;
    if (selection.strip == Vector::context && strip == Vector::backwardState)
        unit = selection.unit - statesUnits(trace, Vector::forwardState);
    if (selection.strip == Vector::initialState && strip == Vector::decoderState)
        unit = selection.unit;
    return unit >= 0 && unit < units ? unit : -1;
}

}  // namespace widgets
