// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inspector/formula_text.h"

#include <QStringList>
#include <algorithm>
#include <cmath>
#include <numeric>

#include "widgets/text/language.h"
#include "widgets/text/numbers.h"

namespace widgets {
namespace {

constexpr int significant = 4;
constexpr long firstComponents = 4;  // of a vector, in the line

}  // namespace

QString mathNumber(double value) {
    if (std::isnan(value))
        return QStringLiteral("NaN");
    if (std::isinf(value))
        return numberText(value, {});
    const double magnitude = std::abs(value);
    if (magnitude == 0)
        return QStringLiteral("0");
    if (magnitude >= 1e-3 && magnitude < 1e5) {
        const int whole = static_cast<int>(std::floor(std::log10(magnitude)));
        return numberText(value, {.decimals = std::clamp(significant - 1 - whole, 0, 5)});
    }
    const PowerOfTen power = powerOfTen(value, 2);
    return QStringLiteral("%1·10<sup>%2</sup>").arg(power.factor, power.exponent);
}

QString mathFactor(double value) {
    return value < 0 ? u'(' + mathNumber(value) + u')' : mathNumber(value);
}

QString exactNumber(float value) {
    return std::isnan(value) ? mathNumber(static_cast<double>(value)) : shortestText(value);
}

QString mathSum(const std::vector<double> &values) {
    QString text;
    for (const double value : values) {
        if (text.isEmpty())
            text = mathNumber(value);
        else
            text += (value < 0 ? QStringLiteral(" − ") : QStringLiteral(" + ")) +
                    mathNumber(std::abs(value));
    }
    return text;
}

QString indexed(const QString &symbol, const QString &index) {
    return symbol + QStringLiteral("<sub>") + index + QStringLiteral("</sub>");
}

QString indexed(const QString &symbol, int index) {
    return indexed(symbol, QString::number(index));
}

QString indexed(const QString &symbol, int step, int source) {
    return indexed(symbol, QString::number(step + 1) + u',' + QString::number(source + 1));
}

QString plainSymbol(const QString &html) {
    QString text = html;
    text.replace(QStringLiteral("<sub>"), QStringLiteral("_"));
    text.replace(QStringLiteral("<sup>"), QStringLiteral("^"));
    qsizetype from = 0;
    while ((from = text.indexOf(u'<', from)) >= 0) {
        const qsizetype to = text.indexOf(u'>', from);
        if (to < 0)
            break;
        text.remove(from, to - from + 1);
    }
    return text.replace(QStringLiteral("&lt;"), QStringLiteral("<"))
        .replace(QStringLiteral("&gt;"), QStringLiteral(">"))
        .replace(QStringLiteral("&quot;"), QStringLiteral("\""))
        .replace(QStringLiteral("&amp;"), QStringLiteral("&"));
}

QString termText(const FormulaPart &part, const FormulaTerm &term) {
    // A term without a place in the vector, as a bias is.
    if (term.index == 0)
        return term.label;
    QString text = part.termPattern;
    text.replace(QStringLiteral("%1"), QString::number(term.index));
    for (std::size_t i = 0; i < term.factors.size(); ++i) {
        const QString place = u'%' + QString::number(i + 2);
        if (text.contains(place))
            text.replace(place, mathFactor(term.factors[i]));
    }
    if (term.label.isEmpty() || text.isEmpty())
        return term.label + text;
    return text + QStringLiteral(" &nbsp; ") + term.label;
}

std::vector<int> largestTerms(const FormulaPart &part, int count) {
    std::vector<int> order(part.terms.size());
    std::iota(order.begin(), order.end(), 0);
    const auto kept = std::min(order.size(), static_cast<std::size_t>(std::max(0, count)));
    const auto magnitude = [&part](int i) {
        return std::abs(part.terms[static_cast<std::size_t>(i)].value);
    };
    std::partial_sort(order.begin(), order.begin() + static_cast<long>(kept), order.end(),
                      [&](int a, int b) { return magnitude(a) > magnitude(b); });
    order.resize(kept);
    return order;
}

QString sumInLine(const FormulaPart &part) {
    std::vector<double> shown;
    for (const int i : largestTerms(part, termsInLine))
        shown.push_back(part.terms[static_cast<std::size_t>(i)].value);
    if (shown.size() == part.terms.size())
        return mathSum(shown);
    return mathSum(shown) + QStringLiteral(" + … ") +
           Formula::tr("(%1 terms)").arg(part.terms.size());
}

FormulaPart vectorPart(const QString &kind, const QString &symbol, Role role,
                       const QString &formula, const QString &meaning) {
    FormulaPart part;
    part.kind = kind;
    part.symbol = symbol;
    part.role = role;
    part.formula = formula;
    part.meaning = meaning;
    part.note = Formula::tr("not yet computed at this moment");
    return part;
}

void fillVector(FormulaPart &part, const float *values, long size) {
    part.note.clear();
    QStringList first;
    double squares = 0;
    part.terms.reserve(static_cast<std::size_t>(size));
    for (long u = 0; u < size; ++u) {
        const double value = values[u];
        squares += value * value;
        if (u < firstComponents)
            first.append(mathNumber(value));
        part.terms.push_back({{}, static_cast<int>(u) + 1, value, {}});
    }
    if (size > firstComponents)
        first.append(QStringLiteral("…"));
    part.numbers = QStringLiteral("[%1], &nbsp;‖%2‖ = %3")
                       .arg(joined(first), part.symbol, mathNumber(std::sqrt(squares)));
    part.termsTitle = Formula::tr("components");
    part.termPattern = part.symbol + QStringLiteral("[%1]");
}

}  // namespace widgets
