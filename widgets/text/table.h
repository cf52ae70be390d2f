// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <cstdint>
#include <optional>
#include <utility>
#include <variant>
#include <vector>

#include "model/numerics/digits.h"

// Numbers that are taken away, to be read by spreadsheets and programs: nothing in them depends on
// the language of the window or of the system.
namespace widgets {

/// Cells of one kind; without a value: not (yet) known.
using TextCells = std::vector<QString>;
using WholeCells = std::vector<std::optional<std::int64_t>>;
using FloatCells = std::vector<std::optional<float>>;
using DoubleCells = std::vector<std::optional<double>>;

/// A column of a table: of one kind, from the top down.
struct TableColumn {
    QString heading;
    std::variant<TextCells, WholeCells, FloatCells, DoubleCells> cells;

    std::size_t size() const;
    bool operator==(const TableColumn &) const = default;
};

/// Rows and columns, without the headings.
struct TableShape {
    std::size_t rows = 0;
    std::size_t columns = 0;
    bool operator==(const TableShape &) const = default;
};

/// Numbers in columns of one kind each, with the words that belong to them. Headings are stable
/// English names or symbols of the formulas; in a matrix over the words of a sentence they are
/// these words, which may come twice. Names and headings are never translated.
class Table {
  public:
    Table() = default;
    /// `name` tells the tables of a panel apart: "attention", "steps".
    explicit Table(QString name) : name_(std::move(name)) {}

    const QString &name() const { return name_; }
    const std::vector<TableColumn> &columns() const { return columns_; }
    TableShape shape() const;
    bool empty() const { return shape().rows == 0; }
    /// The new last column. All columns are equally long (std::invalid_argument).
    void add(QString heading, decltype(TableColumn::cells) cells);

    bool operator==(const Table &) const = default;

  private:
    QString name_;
    std::vector<TableColumn> columns_;
};

/// The fewest digits that read back as the same number, with a point: "0.1", "-1e-05", "nan",
/// "inf".
QString exactDigits(float value);
QString exactDigits(double value);
/// A float where a column of doubles has some, with the digits that it has as a float: 0.1F → 0.1.
using model::widened;

/// Tab-separated: a line of headings, then a line per row, without a line break at the end. Tabs
/// and line breaks in texts become spaces.
QString tsv(const Table &table);
/// One table after the other, with an empty line between them.
QString tsv(const std::vector<Table> &tables);
/// The same with commas, as RFC 4180 has it: CR LF after every line, quotes where they are needed.
QString csv(const Table &table);
/// One after the other, with an empty line between them.
QString csv(const std::vector<Table> &tables);

}  // namespace widgets
