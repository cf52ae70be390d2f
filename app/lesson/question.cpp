// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lesson/question.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>
#include <vector>

#include "widgets/text/numbers.h"
#include "widgets/text/piece_label.h"

namespace app {
namespace {

using widgets::Moment;
using widgets::Stage;

constexpr std::size_t mostChoices = 4;

/// Asks about one stage, which has not begun.
class Asker {
    Q_DECLARE_TR_FUNCTIONS(app::LessonQuestion)
  public:
    Asker(const model::Trace &trace, const Moment &next) : trace_(trace), next_(next) {}

    std::optional<LessonQuestion> ask() const;

  private:
    QString source(int position) const {
        return widgets::shortenedLabel(widgets::positionLabel(trace_.source, position));
    }
    QString candidate(int id) const {
        return widgets::shortenedLabel(widgets::vocabularyLabel(trace_.model->target(), id));
    }
    const model::StepTrace &step() const { return trace_.step(next_.index); }
    QString number() const { return QString::number(next_.index + 1); }

    std::optional<LessonQuestion> position(int right, const QString &text,
                                           const QString &answer) const;
    std::optional<LessonQuestion> read(int position) const;
    std::optional<LessonQuestion> highest(const model::Row &values, const QString &text,
                                          const QString &answer, bool percent) const;
    std::optional<LessonQuestion> share() const;
    std::optional<LessonQuestion> word() const;

    const model::Trace &trace_;
    const Moment &next_;
};

/// A question whose choices are source positions, in their order: the right one and its
/// neighbours.
std::optional<LessonQuestion> Asker::position(int right, const QString &text,
                                              const QString &answer) const {
    const int length = trace_.sourceLength();
    const int most = std::min(length, static_cast<int>(mostChoices));
    const int first = std::clamp(right - most / 2, 0, length - most);
    LessonQuestion question{.text = text, .answer = answer, .reveal = next_};
    for (int j = first; j < first + most; ++j) {
        const QString label = source(j);
        if (j == right)
            question.right = static_cast<int>(question.choices.size());
        else if (label == source(right))
            continue;  // both would be right
        question.choices.append(label);
    }
    return question.choices.size() > 1 ? std::optional(question) : std::nullopt;
}

std::optional<LessonQuestion> Asker::read(int at) const {
    return position(
        at, tr("Which word piece is read next?"),
        tr("It is “%1”, piece %2 of %3.")
            .arg(source(at), QString::number(at + 1), QString::number(trace_.sourceLength())));
}

/// Which position has the highest of these values. `answer` takes its label and the value.
std::optional<LessonQuestion> Asker::highest(const model::Row &values, const QString &text,
                                             const QString &answer, bool percent) const {
    Eigen::Index best = 0;
    const auto value = static_cast<double>(values.maxCoeff(&best));
    const int right = static_cast<int>(best);
    return position(right, text,
                    answer.arg(source(right), percent ? widgets::percentage(value)
                                                      : widgets::signedNumber(value, 2)));
}

/// How much of the context vector comes from one word.
std::optional<LessonQuestion> Asker::share() const {
    constexpr double bounds[] = {0.25, 0.5, 0.75};
    const auto weight = static_cast<double>(step().weights.maxCoeff());
    LessonQuestion question{.text = tr("How much does the largest weight of the sum come to?"),
                            .reveal = next_};
    const auto bound = [&](int i) { return widgets::percentage(bounds[i]); };
    question.choices = {
        tr("less than %1").arg(bound(0)), tr("from %1 to %2").arg(bound(0), bound(1)),
        tr("from %1 to %2").arg(bound(1), bound(2)), tr("more than %1").arg(bound(2))};
    question.right = static_cast<int>(
        std::ranges::count_if(bounds, [&](double each) { return weight >= each; }));
    question.answer = tr("It is %1.").arg(widgets::percentage(weight));
    return question;
}

std::optional<LessonQuestion> Asker::word() const {
    const model::Candidate &chosen = trace_.chosen(next_.index);
    std::vector<int> ids{chosen.id};
    for (const model::Candidate &each : step().candidates)
        if (each.id != chosen.id && ids.size() < mostChoices)
            ids.push_back(each.id);
    LessonQuestion question{
        .text = tr("Which word piece will the decoder choose as number %1?").arg(number()),
        .reveal = next_};
    for (const int id : ids)
        question.choices.append(candidate(id));
    const QString right = question.choices.first();
    question.choices.sort(Qt::CaseInsensitive);  // not by probability
    question.choices.removeDuplicates();
    question.right = static_cast<int>(question.choices.indexOf(right));
    question.answer =
        tr("It is “%1”, with a probability of %2.")
            .arg(right, widgets::percentage(std::exp(static_cast<double>(chosen.logProbability))));
    return question.choices.size() > 1 ? std::optional(question) : std::nullopt;
}

std::optional<LessonQuestion> Asker::ask() const {
    switch (next_.stage) {
        case Stage::embed:
        case Stage::forward:
            return read(next_.index);
        case Stage::backward:
            return read(trace_.sourceLength() - 1 - next_.index);
        case Stage::score:
            return highest(step().scores, tr("Which annotation will fit the decoder's state best?"),
                           tr("It is that of “%1”, with a score of %2."), false);
        case Stage::softmax:
            return highest(step().weights,
                           tr("Which word will the decoder look at most to choose word piece %1?")
                               .arg(number()),
                           tr("It looks most at “%1”: %2 of its attention."), true);
        case Stage::context:
            return trace_.hasAttention() ? share() : std::nullopt;
        case Stage::state:
            return std::nullopt;
        case Stage::word:
            return word();
    }
    return std::nullopt;
}

}  // namespace

std::optional<LessonQuestion> questionAt(const model::Trace &trace, const Moment &moment) {
    const widgets::Extent extent = widgets::extentOf(trace);
    const double now = widgets::position(moment, extent);
    // The first stage that has not begun and about which there is something to ask: that of a
    // state has none.
    for (int stage = static_cast<int>(std::floor(now)); stage < widgets::momentCount(extent);
         ++stage) {
        const Moment next = widgets::momentAt(stage + 1, extent);
        if (auto question = Asker(trace, next).ask())
            return question;
    }
    return std::nullopt;
}

}  // namespace app
