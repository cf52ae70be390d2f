// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inspector/formula_cell.h"

#include <utility>

#include "widgets/inspector/formula_text.h"

namespace widgets {
namespace {

enum Gate { reset, update, candidate };

QString unitOf(const QString &symbol, int unit) {
    return symbol + u'[' + QString::number(unit + 1) + u']';
}

/// "r", "z", "n"
QString letter(Gate gate) {
    return QStringLiteral("rzn").at(gate);
}

QString inputOf(const CellAt &cell) {
    if (cell.inputSymbols.size() == 1)
        return cell.inputSymbols.front();
    return u'[' + cell.inputSymbols.front() + QStringLiteral(" ; ") + cell.inputSymbols.back() +
           u']';
}

QString gateFormula(const CellAt &cell, Gate gate) {
    const QString of = letter(gate);
    const QString input = QStringLiteral("%1 %2 + %3")
                              .arg(indexed(QStringLiteral("W"), u'i' + of), inputOf(cell),
                                   indexed(QStringLiteral("b"), u'i' + of));
    const QString hidden = QStringLiteral("%1 %2 + %3")
                               .arg(indexed(QStringLiteral("W"), u'h' + of), cell.previousSymbol,
                                    indexed(QStringLiteral("b"), u'h' + of));
    if (gate == candidate)
        return QStringLiteral("n = tanh(%1 + r ∘ (%2))").arg(input, hidden);
    return QStringLiteral("%1 = σ(%2 + %3)").arg(of, input, hidden);
}

/// What is added up inside the σ or tanh of a gate. The trace has the gate, not its summands: they
/// are computed here from its vectors and the weights of the model.
std::vector<FormulaTerm> gateTerms(const model::Weights &weights, const CellAt &cell, Gate gate,
                                   int unit) {
    const QString of = letter(gate);
    const long row = gate * cell.previous.size() + unit;
    // The hidden summands of the candidate pass through the reset gate.
    const double through = gate == candidate ? cell.numbers->reset(cell.row, unit) : 1.0;
    const QString prefix = gate == candidate ? QStringLiteral("r·") : QString();
    const auto w = model::gruTensors(weights, cell.first);
    const model::Row weightIh = w.weightIh.row(row);
    std::vector<FormulaTerm> terms;
    const auto add = [&terms](const QString &label, double value) {
        terms.push_back({label, static_cast<int>(terms.size()) + 1, value, {}});
    };
    long column = 0;
    for (std::size_t i = 0; i < cell.inputs.size(); ++i) {
        const long size = cell.inputs[i].size();
        const double value = weightIh.segment(column, size).dot(cell.inputs[i]);
        add(indexed(QStringLiteral("W"), u'i' + of) + u' ' + cell.inputSymbols[i], value);
        column += size;
    }
    add(indexed(QStringLiteral("b"), u'i' + of), w.biasIh(0, row));
    add(prefix + indexed(QStringLiteral("W"), u'h' + of) + u' ' + cell.previousSymbol,
        through * w.weightHh.row(row).dot(cell.previous));
    add(prefix + indexed(QStringLiteral("b"), u'h' + of), through * w.biasHh(0, row));
    return terms;
}

FormulaPart gatePart(const model::Weights &weights, const CellAt &cell, Gate gate, int unit,
                     bool computed) {
    constexpr std::array kinds{"reset", "update", "candidate"};
    const std::array meanings{Formula::tr("reset gate: how much of the past the candidate sees"),
                              Formula::tr("update gate: how much of the past stays"),
                              Formula::tr("candidate: what is new")};
    FormulaPart part;
    part.kind = QString::fromLatin1(kinds[gate]);
    part.symbol = unitOf(letter(gate), unit);
    part.role = Role::state;
    part.meaning = meanings[gate];
    part.formula = gateFormula(cell, gate);
    if (!computed) {
        part.note = Formula::tr("not yet computed at this moment");
        return part;
    }
    const model::GruTrace &numbers = *cell.numbers;
    const model::Matrix &values = gate == reset    ? numbers.reset
                                  : gate == update ? numbers.update
                                                   : numbers.candidate;
    part.value = values(cell.row, unit);
    part.terms = gateTerms(weights, cell, gate, unit);
    std::vector<double> summands;
    double sum = 0;
    for (const FormulaTerm &term : part.terms) {
        summands.push_back(term.value);
        sum += term.value;
    }
    part.termsSum = sum;
    const QString function = gate == candidate ? QStringLiteral("tanh") : QStringLiteral("σ");
    part.numbers = QStringLiteral("%1(%2) = %1(%3) = %4")
                       .arg(function, mathSum(summands), mathNumber(sum),
                            mathNumber(static_cast<double>(*part.value)));
    part.termsTitle = gate == candidate ? Formula::tr("what tanh is taken of")
                                        : Formula::tr("what σ is taken of");
    return part;
}

}  // namespace

QString stateFormula(const QString &symbol, const QString &previous) {
    return QStringLiteral("%1 = (1 − z) ∘ n + z ∘ %2").arg(symbol, previous);
}

std::vector<FormulaPart> cellParts(const model::Weights &weights, const CellAt &cell, int unit,
                                   bool computed, const QString &meaning) {
    FormulaPart state;
    state.kind = QStringLiteral("state");
    state.symbol = unitOf(cell.symbol, unit);
    state.role = Role::state;
    state.meaning = meaning;
    state.formula = QStringLiteral("%1 = (1 − z)·n + z·%2")
                        .arg(state.symbol, unitOf(cell.previousSymbol, unit));
    if (computed) {
        const double z = cell.numbers->update(cell.row, unit);
        const double n = cell.numbers->candidate(cell.row, unit);
        const double h = cell.previous(unit);
        state.value = cell.numbers->state(cell.row, unit);
        state.numbers =
            QStringLiteral("(1 − %1)·%2 + %1·%3 = %4 = %5")
                .arg(mathNumber(z), mathFactor(n), mathFactor(h), mathSum({(1 - z) * n, z * h}),
                     mathNumber(static_cast<double>(*state.value)));
        state.termsTitle = Formula::tr("new and kept");
        state.terms = {{QStringLiteral("(1 − z)·n"), 1, (1 - z) * n, {}},
                       {QStringLiteral("z·") + unitOf(cell.previousSymbol, unit), 2, z * h, {}}};
        state.termsSum = static_cast<double>(*state.value);
    } else {
        state.note = Formula::tr("not yet computed at this moment");
    }
    std::vector<FormulaPart> parts{std::move(state)};
    for (const Gate gate : {update, candidate, reset})
        parts.push_back(gatePart(weights, cell, gate, unit, computed));
    return parts;
}

}  // namespace widgets
