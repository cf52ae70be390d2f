// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lesson/markup.h"

#include <QRegularExpression>
#include <stdexcept>
#include <utility>

namespace app {
namespace {

using widgets::Role;

const QRegularExpression &signs() {
    static const QRegularExpression form(QStringLiteral("\\{(\\w+)\\}|<(/?)(\\w+)>"));
    return form;
}

std::optional<Role> roleOf(const QString &tag) {
    static const std::pair<const char *, Role> roles[] = {{"source", Role::source},
                                                          {"target", Role::target},
                                                          {"attention", Role::attention},
                                                          {"state", Role::state}};
    for (const auto &[name, role] : roles)
        if (tag == QLatin1String(name))
            return role;
    return std::nullopt;
}

/// Reads a paragraph from left to right.
class Reader {
  public:
    explicit Reader(const LessonFacts &facts) : facts_(facts) {}

    std::vector<LessonSpan> read(const QString &paragraph);

  private:
    void add(const QString &text) {
        if (!text.isEmpty())
            spans_.push_back({.text = text, .role = role_, .bold = bold_});
    }
    void addFact(const QString &name);
    void takeTag(const QString &tag, bool opens);

    const LessonFacts &facts_;
    std::vector<LessonSpan> spans_;
    QStringList open_;
    std::optional<Role> role_;
    bool bold_ = false;
};

void Reader::addFact(const QString &name) {
    const std::optional<LessonFact> fact = facts_(name);
    LessonSpan span{.text = {}, .role = role_, .bold = bold_, .fact = name, .unknown = !fact};
    span.text = fact ? fact->text : QStringLiteral("…");
    if (fact && fact->role)
        span.role = fact->role;
    spans_.push_back(span);
}

void Reader::takeTag(const QString &tag, bool opens) {
    const bool known = tag == QLatin1String("b") || roleOf(tag);
    if (!known || (!opens && (open_.isEmpty() || open_.last() != tag)))
        throw std::runtime_error(
            QStringLiteral("The tag <%1> of a lesson is unknown or out of place.")
                .arg(tag)
                .toStdString());
    if (opens)
        open_.append(tag);
    else
        open_.removeLast();
    bold_ = open_.contains(QStringLiteral("b"));
    role_.reset();
    for (const QString &each : std::as_const(open_))
        if (const auto role = roleOf(each))
            role_ = role;
}

std::vector<LessonSpan> Reader::read(const QString &paragraph) {
    qsizetype at = 0;
    for (auto found = signs().globalMatch(paragraph); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        add(paragraph.mid(at, match.capturedStart() - at));
        if (match.hasCaptured(1))
            addFact(match.captured(1));
        else
            takeTag(match.captured(3), match.captured(2).isEmpty());
        at = match.capturedEnd();
    }
    add(paragraph.mid(at));
    if (!open_.isEmpty())
        throw std::runtime_error(QStringLiteral("The tag <%1> of a lesson is not closed.")
                                     .arg(open_.last())
                                     .toStdString());
    return std::move(spans_);
}

QString htmlOf(const LessonSpan &span, const widgets::Theme &theme) {
    QString text = span.text.toHtmlEscaped();
    // No line begins with a sign that French sets off from its word, as learners may have typed it.
    static const QRegularExpression setOff(QStringLiteral(" (?=[?!:;»])"));
    text.replace(setOff, QString(QChar::Nbsp));
    if (span.bold)
        text = QStringLiteral("<b>%1</b>").arg(text);
    if (span.unknown)
        return QStringLiteral("<span style=\"color:%1\">%2</span>")
            .arg(theme.mutedText.name(), text);
    if (span.role)
        return QStringLiteral("<span style=\"color:%1; font-weight:600\">%2</span>")
            .arg(theme.role(*span.role).name(), text);
    return text;
}

}  // namespace

std::vector<LessonSpan> spansOf(const QString &paragraph, const LessonFacts &facts) {
    return Reader(facts).read(paragraph);
}

QStringList factNames(const QString &paragraph) {
    QStringList names;
    for (const LessonSpan &span : spansOf(paragraph, [](const QString &) { return std::nullopt; }))
        if (!span.fact.isEmpty())
            names.append(span.fact);
    return names;
}

QString htmlOf(const QStringList &paragraphs, const LessonFacts &facts,
               const widgets::Theme &theme) {
    QString html;
    for (const QString &paragraph : paragraphs) {
        html += QStringLiteral("<p style=\"line-height:115%\">");
        for (const LessonSpan &span : spansOf(paragraph, facts))
            html += htmlOf(span, theme);
        html += QStringLiteral("</p>");
    }
    return html;
}

QString plainTextOf(const QStringList &paragraphs, const LessonFacts &facts) {
    QStringList texts;
    for (const QString &paragraph : paragraphs) {
        QString text;
        for (const LessonSpan &span : spansOf(paragraph, facts))
            text += span.text;
        texts.append(text);
    }
    return texts.join(u'\n');
}

}  // namespace app
