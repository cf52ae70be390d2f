// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "widgets/inspector/formula.h"

namespace widgets {

/// A row of an embedding table, or a unit of it (−1: all), with its numbers if it is computed yet.
/// `table` is the symbol of the table, `id` the place of the row in it.
FormulaPart lookedUp(FormulaPart part, const QString &table, int id, const model::Row &row,
                     int unit, bool computed);

/// What is pointed at in an embedding table: how near it is to the row that is looked up, its place
/// on the map, and the row itself; or, of a unit (−1: none is meant), its number. Numbers that come
/// with `row` are shown as they are; what its formulas add up is computed from the table of the
/// model. Empty where the table has no such row.
std::vector<FormulaPart> tableRowParts(const model::Trace &trace, const TableRow &row, int unit);

}  // namespace widgets
