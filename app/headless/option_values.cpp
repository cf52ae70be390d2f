// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headless/option_values.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <algorithm>
#include <optional>

#include "app/export/documents.h"
#include "app/export/moment_name.h"
#include "widgets/text/numbers.h"
#include "widgets/views/views.h"

namespace app {
namespace {

constexpr int smallest = 100;  // pixels
constexpr int largest = 20000;
constexpr double smallestScale = 0.1;
constexpr double largestScale = 20;
constexpr double slowest = 0.1;
constexpr double fastest = 20;
constexpr int mostFrames = 100;  // per second
constexpr int mostJobs = 256;

/// Whose tr() the texts here are.
struct ValueText {
    Q_DECLARE_TR_FUNCTIONS(app::CommandLine)
};

QString listed(const QStringList &names) {
    return names.join(QStringLiteral(", "));
}

double parseNumber(const QString &option, const QString &text, double least, double most) {
    const auto written = [](double number) {
        return widgets::numberText(number, {.trimmed = true});
    };
    const std::optional<double> number = widgets::readNumber(text);
    if (!number || *number < least || *number > most)
        throw UsageError(ValueText::tr("--%1 got '%2', expected a number from %3 to %4.")
                             .arg(option, text, written(least), written(most)));
    return *number;
}

int parseWhole(const QString &option, const QString &text, int most) {
    bool known = false;
    const int number = text.toInt(&known);
    if (!known || number < 1 || number > most)
        throw UsageError(ValueText::tr("--%1 got '%2', expected a whole number from 1 to %3.")
                             .arg(option, text)
                             .arg(most));
    return number;
}

/// Some of these, each once, with commas between them.
QStringList parseList(const QString &option, const QString &text, const QStringList &known) {
    QStringList list = text.split(u',');
    for (QString &name : list)
        name = name.trimmed();
    const auto wrong =
        std::ranges::find_if(list, [&](const QString &name) { return !known.contains(name); });
    if (wrong != list.end())
        throw UsageError(ValueText::tr("--%1 got '%2', expected one or more of %3, with commas "
                                       "between them.")
                             .arg(option, *wrong, listed(known)));
    list.removeDuplicates();
    return list;
}

}  // namespace

QSize parseSize(const QString &text) {
    static const QRegularExpression form(QStringLiteral("^(\\d{1,6})[x×](\\d{1,6})$"));
    const QRegularExpressionMatch match = form.match(text);
    const QSize size(match.captured(1).toInt(), match.captured(2).toInt());
    const bool fits = std::min(size.width(), size.height()) >= smallest &&
                      std::max(size.width(), size.height()) <= largest;
    if (!match.hasMatch() || !fits)
        throw UsageError(
            ValueText::tr("--size got '%1', expected width and height from %2 to %3 pixels, such "
                          "as 800x600.")
                .arg(text)
                .arg(smallest)
                .arg(largest));
    return size;
}

double parseScale(const QString &text) {
    return parseNumber(QStringLiteral("scale"), text, smallestScale, largestScale);
}

double parseSpeed(const QString &text) {
    return parseNumber(QStringLiteral("speed"), text, slowest, fastest);
}

int parseFrameRate(const QString &text) {
    return parseWhole(QStringLiteral("fps"), text, mostFrames);
}

int parseJobs(const QString &text) {
    return parseWhole(QStringLiteral("jobs"), text, mostJobs);
}

QStringList parseViews(const QString &option, const QString &names) {
    return parseList(option, names, widgets::viewNames());
}

QStringList parseFormats(const QString &names) {
    return parseList(QStringLiteral("format"), names, documentSuffixes());
}

widgets::Moment parseMoment(const QString &text) {
    try {
        return momentNamed(text);
    } catch (const std::invalid_argument &) {
        throw UsageError(
            ValueText::tr("--at got '%1', expected a number from 1 on and one of %2, such as "
                          "3.softmax.")
                .arg(text, stageList()));
    }
}

QString viewList() {
    return listed(widgets::viewNames());
}

QString formatList() {
    return listed(documentSuffixes());
}

QString stageList() {
    return listed(stageNames());
}

}  // namespace app
