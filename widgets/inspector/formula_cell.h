// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "model/parameters.h"
#include "widgets/inspector/formula.h"

namespace widgets {

/// A GRU at one position, with the symbols that its formulas use (HTML).
struct CellAt {
    const model::GruTrace *numbers = nullptr;
    long row = 0;         ///< of its numbers
    model::Row previous;  ///< h_{t−1}
    /// What it reads, one after the other: [y ; c] has two.
    std::vector<model::Row> inputs;
    std::vector<QString> inputSymbols;
    QString symbol;          ///< →h<sub>3</sub>
    QString previousSymbol;  ///< →h<sub>2</sub>
    model::Tensor first{};   ///< of the GRU's four tensors
};

/// One unit of the new state: its state, update gate, candidate and reset gate, each with its
/// formula. `meaning` is said of the state.
std::vector<FormulaPart> cellParts(const model::Weights &weights, const CellAt &cell, int unit,
                                   bool computed, const QString &meaning);
/// h' = (1 − z)·n + z·h with these symbols, for units or vectors.
QString stateFormula(const QString &symbol, const QString &previous);

}  // namespace widgets
