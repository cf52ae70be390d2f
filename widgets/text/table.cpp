// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/text/table.h"

#include <QStringList>
#include <algorithm>
#include <cmath>
#include <functional>
#include <stdexcept>
#include <utility>

namespace widgets {
namespace {

template <class Number>
QString shortest(Number value) {
    if (std::isnan(value))
        return QStringLiteral("nan");  // whatever its sign
    return QString::fromStdString(model::shortestDigits(value));
}

QString cellText(const QString &text) {
    return text;
}

QString cellText(const std::optional<std::int64_t> &number) {
    return number ? QString::number(*number) : QString();
}

template <class Number>
QString cellText(const std::optional<Number> &number) {
    return number ? exactDigits(*number) : QString();
}

QString cellText(const TableColumn &column, std::size_t row) {
    return std::visit([row](const auto &cells) { return cellText(cells[row]); }, column.cells);
}

/// A field without what would end it.
QString tabField(QString text) {
    for (QChar &c : text)
        if (c == u'\t' || c == u'\n' || c == u'\r' || c == u'\v' || c == u'\f' ||
            c == QChar(0x85) || c == QChar::LineSeparator || c == QChar::ParagraphSeparator)
            c = u' ';
    return text;
}

QString commaField(QString text) {
    const bool quoted = std::any_of(text.begin(), text.end(), [](QChar c) {
        return c == u',' || c == u'"' || c == u'\n' || c == u'\r';
    });
    if (!quoted)
        return text;
    return u'"' + text.replace(u'"', QStringLiteral("\"\"")) + u'"';
}

/// The headings and the rows, each as a line.
QStringList linesOf(const Table &table, QChar separator,
                    const std::function<QString(QString)> &field) {
    QStringList lines;
    QStringList fields;
    for (const TableColumn &column : table.columns())
        fields.append(field(column.heading));
    lines.append(fields.join(separator));
    for (std::size_t row = 0; row < table.shape().rows; ++row) {
        fields.clear();
        for (const TableColumn &column : table.columns())
            fields.append(field(cellText(column, row)));
        lines.append(fields.join(separator));
    }
    return lines;
}

}  // namespace

std::size_t TableColumn::size() const {
    return std::visit([](const auto &column) { return column.size(); }, cells);
}

TableShape Table::shape() const {
    return {columns_.empty() ? 0 : columns_.front().size(), columns_.size()};
}

void Table::add(QString heading, decltype(TableColumn::cells) cells) {
    TableColumn column{std::move(heading), std::move(cells)};
    if (!columns_.empty() && column.size() != columns_.front().size())
        throw std::invalid_argument("a column of another length than the table's");
    columns_.push_back(std::move(column));
}

QString exactDigits(float value) {
    return shortest(value);
}

QString exactDigits(double value) {
    return shortest(value);
}

QString tsv(const Table &table) {
    if (table.columns().empty())
        return {};
    return linesOf(table, u'\t', tabField).join(u'\n');
}

QString tsv(const std::vector<Table> &tables) {
    QStringList texts;
    for (const Table &table : tables)
        texts.append(tsv(table));
    return texts.join(QStringLiteral("\n\n"));
}

QString csv(const Table &table) {
    if (table.columns().empty())
        return {};
    const QString end = QStringLiteral("\r\n");
    return linesOf(table, u',', commaField).join(end) + end;
}

QString csv(const std::vector<Table> &tables) {
    QString text;
    for (const Table &table : tables)
        text += (text.isEmpty() ? QString() : QStringLiteral("\r\n")) + csv(table);
    return text;
}

}  // namespace widgets
