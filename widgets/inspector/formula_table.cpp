// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inspector/formula_table.h"

#include <algorithm>

#include "widgets/inspector/formula_text.h"
#include "widgets/text/language.h"
#include "widgets/text/numbers.h"
#include "widgets/text/piece_label.h"
#include "widgets/viewpoint/embedding_tables.h"

namespace widgets {
namespace {

/// A row of a table that is pointed at, with what its formulas ask for again and again.
struct PointedRow {
    const model::Trace &trace;
    const TableRow &row;
    const model::WeightMatrix &table;
    model::Row values;  ///< x
    QString label;

    PointedRow(const model::Trace &of, const TableRow &pointed)
        : trace(of),
          row(pointed),
          table(embeddingTable(*of.model, pointed.side)),
          values(table.row(pointed.piece)),
          label(labelOf(pointed.piece)) {}

    bool source() const { return row.side == TableSide::source; }
    Role role() const { return source() ? Role::source : Role::target; }
    bool has(int piece) const { return piece >= 0 && piece < table.rows(); }
    QString labelOf(int piece) const {
        return vocabularyLabel(tokenizerOf(*trace.model, row.side), piece);
    }
    /// The space, if it belongs to this table.
    const EmbeddingSpace *space() const {
        const EmbeddingSpace *known = row.space.get();
        const bool fits = known && known->principal.coordinates.rows() == table.rows() &&
                          known->principal.mean.size() == table.cols();
        return fits ? known : nullptr;
    }
    FormulaPart part(const QString &kind, const QString &symbol) const {
        FormulaPart part;
        part.kind = kind;
        part.symbol = symbol;
        part.role = role();
        return part;
    }
};

QString quotedHtml(const QString &label) {
    return quoted(label).toHtmlEscaped();
}

/// y: numbers of the trace for a piece of the sentence, of the table for others.
model::Row lookedUpValues(const PointedRow &pointed) {
    const int piece = pointed.row.lookedUp;
    const model::Trace &trace = pointed.trace;
    if (pointed.source()) {
        for (int j = 0; j < trace.sourceLength(); ++j)
            if (trace.source.token(j) == piece)
                return trace.encoder->embeddings.row(j);
    } else {
        for (const auto &step : trace.steps)
            if (step->previousId == piece)
                return step->previousEmbedding;
    }
    return pointed.table.row(piece);
}

FormulaPart cosinePart(const PointedRow &pointed) {
    const QString other = pointed.labelOf(pointed.row.lookedUp);
    FormulaPart part = pointed.part(
        QStringLiteral("cosine"),
        QStringLiteral("cos(%1, %2)").arg(quotedHtml(pointed.label), quotedHtml(other)));
    const QString x = QString::number(pointed.row.piece);
    const QString y = QString::number(pointed.row.lookedUp);
    part.meaning = pointed.source()
                       ? Formula::tr("cosine of the rows %1 and %2 of the source table").arg(x, y)
                       : Formula::tr("cosine of the rows %1 and %2 of the target table").arg(x, y);
    part.formula = QStringLiteral("cos(x, y) = x · y / (‖x‖ ‖y‖)");
    const model::Row values = lookedUpValues(pointed);
    double product = 0;
    for (long k = 0; k < values.size(); ++k) {
        const double a = pointed.values(k);
        const double b = values(k);
        product += a * b;
        part.terms.push_back({{}, static_cast<int>(k) + 1, a * b, {a, b}});
    }
    part.termsSum = product;
    part.termPattern = QStringLiteral("x[%1]·y[%1] = %2·%3");
    part.termsTitle = Formula::tr("what x · y adds up, x the row of %1, y the row of %2")
                          .arg(quotedHtml(pointed.label), quotedHtml(other));
    const EmbeddingSpace *space = pointed.space();
    const double xNorm = space ? space->norms(pointed.row.piece) : pointed.values.stableNorm();
    const double yNorm = values.stableNorm();
    const bool defined = xNorm > 0 && yNorm > 0;
    if (!defined)
        part.note = Formula::tr("A row of zeros has no direction: its cosine counts as 0.");
    if (pointed.row.isNeighbour)
        part.value = pointed.row.cosine;
    else
        part.value =
            defined ? static_cast<float>(std::clamp(product / (xNorm * yNorm), -1.0, 1.0)) : 0.0F;
    if (defined)
        part.numbers = QStringLiteral("%1 / (%2 · %3) = %4")
                           .arg(mathNumber(product), mathNumber(xNorm), mathNumber(yNorm),
                                mathNumber(static_cast<double>(*part.value)));
    return part;
}

/// Both coordinates in a line.
FormulaPart placePart(const PointedRow &pointed, const EmbeddingSpace &space) {
    FormulaPart part = pointed.part(QStringLiteral("place"), quotedHtml(pointed.label));
    const QString row = QString::number(pointed.row.piece);
    part.meaning =
        pointed.source()
            ? Formula::tr("row %1 of the source table, where it lies on the map").arg(row)
            : Formula::tr("row %1 of the target table, where it lies on the map").arg(row);
    part.formula = QStringLiteral(
        "(PC<sub>1</sub>, PC<sub>2</sub>) = (u<sub>1</sub> · (x − μ), "
        "u<sub>2</sub> · (x − μ))");
    const auto at = space.principal.coordinates.row(pointed.row.piece);
    part.numbers =
        QStringLiteral("(%1, %2)")
            .arg(mathNumber(static_cast<double>(at(0))), mathNumber(static_cast<double>(at(1))));
    return part;
}

FormulaPart coordinatePart(const PointedRow &pointed, const EmbeddingSpace &space, int axis) {
    const QString number = QString::number(axis + 1);
    FormulaPart part = pointed.part(QStringLiteral("coordinate") + number,
                                    indexed(QStringLiteral("PC"), axis + 1));
    const double share = space.principal.explained[static_cast<std::size_t>(axis)];
    part.meaning = Formula::tr("“%1” along principal axis %2, which holds %3 % of the variance")
                       .arg(pointed.label, number, exactText(100 * share, 1));
    part.formula = QStringLiteral("%1 = %2 · (x − μ)")
                       .arg(part.symbol, indexed(QStringLiteral("u"), axis + 1));
    double sum = 0;
    for (long k = 0; k < pointed.values.size(); ++k) {
        const double u = space.principal.axes(axis, k);
        const double x = pointed.values(k);
        const double mean = space.principal.mean(k);
        sum += u * (x - mean);
        part.terms.push_back({{}, static_cast<int>(k) + 1, u * (x - mean), {u, x, mean}});
    }
    part.value = space.principal.coordinates(pointed.row.piece, axis);
    part.termsSum = sum;
    part.termPattern = QStringLiteral("u[%1]·(x[%1] − μ[%1]) = %2·(%3 − %4)");
    part.termsTitle =
        Formula::tr("the sum's terms, x the row of %1, u the axis, μ the mean of all rows")
            .arg(quotedHtml(pointed.label));
    part.numbers =
        sumInLine(part) + QStringLiteral(" = ") + mathNumber(static_cast<double>(*part.value));
    return part;
}

FormulaPart rowPart(const PointedRow &pointed, int unit) {
    const QString table = pointed.source() ? QStringLiteral("E<sub>source</sub>")
                                           : QStringLiteral("E<sub>target</sub>");
    const int id = pointed.row.piece;
    const QString meaning = pointed.source() ? Formula::tr("“%1”: row %2 of the source table")
                                             : Formula::tr("“%1”: row %2 of the target table");
    return lookedUp(vectorPart(QStringLiteral("tableRow"), QStringLiteral("x"), pointed.role(),
                               QStringLiteral("x = %1[%2]").arg(table).arg(id),
                               meaning.arg(pointed.label, QString::number(id))),
                    table, id, pointed.values, unit, true);
}

}  // namespace

FormulaPart lookedUp(FormulaPart part, const QString &table, int id, const model::Row &row,
                     int unit, bool computed) {
    if (unit >= 0) {
        const QString u = u'[' + QString::number(unit + 1) + u']';
        part.kind += QStringLiteral("Unit");
        part.symbol += u;
        part.formula = QStringLiteral("%1 = %2[%3]%4").arg(part.symbol, table).arg(id).arg(u);
    }
    if (!computed)
        return part;
    if (unit < 0) {
        fillVector(part, row.data(), row.size());
        return part;
    }
    part.note.clear();
    part.value = row(unit);
    part.numbers = mathNumber(static_cast<double>(*part.value));
    return part;
}

std::vector<FormulaPart> tableRowParts(const model::Trace &trace, const TableRow &row, int unit) {
    if (row.piece < 0 || row.piece >= embeddingTable(*trace.model, row.side).rows())
        return {};
    const PointedRow pointed(trace, row);
    if (unit >= 0 && unit < pointed.values.size())
        return {rowPart(pointed, unit)};
    std::vector<FormulaPart> parts;
    // With itself every row has the cosine 1.
    if (pointed.has(row.lookedUp) && row.lookedUp != row.piece)
        parts.push_back(cosinePart(pointed));
    if (const EmbeddingSpace *space = pointed.space()) {
        const auto place = row.onMap ? parts.begin() : parts.end();
        parts.insert(place, placePart(pointed, *space));
        parts.push_back(coordinatePart(pointed, *space, 0));
        parts.push_back(coordinatePart(pointed, *space, 1));
    }
    parts.push_back(rowPart(pointed, -1));
    return parts;
}

}  // namespace widgets
