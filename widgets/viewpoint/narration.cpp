// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/viewpoint/narration.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>
#include <vector>

#include "widgets/text/numbers.h"
#include "widgets/text/piece_label.h"
#include "widgets/text/use_names.h"
#include "widgets/viewpoint/vectors.h"

namespace widgets {
namespace {

/// Weights from which on all of the attention, or most of it, is on one word.
constexpr float almostAll = 0.9F;
constexpr float most = 0.5F;
/// A second word is named from here on.
constexpr float worthNaming = 0.1F;

/// Tells one moment.
class Teller {
    Q_DECLARE_TR_FUNCTIONS(widgets::Narration)
  public:
    Teller(const model::Trace &trace, const Moment &moment) : trace_(trace), moment_(moment) {}

    Narration tell() const;

  private:
    QString source(int position) const {
        return shortenedLabel(positionLabel(trace_.source, position));
    }
    QString word(int step) const {
        return shortenedLabel(pieceLabel(trace_.target[static_cast<std::size_t>(step)]));
    }
    bool isEnd(int step) const { return trace_.chosen(step).id == model::special::end; }
    const model::StepTrace &step() const { return trace_.step(moment_.index); }
    QString number() const { return QString::number(moment_.index + 1); }

    Narration embed() const;
    Narration forward() const;
    Narration backward() const;
    Narration score() const;
    Narration softmax() const;
    Narration context() const;
    Narration state() const;
    Narration choice() const;
    Narration whole() const;
    QString complete(int steps) const;
    QString lookedAt(int first, int second) const;
    QString sumOf(int first, int second) const;
    /// The positions by weight, the heaviest first.
    std::vector<int> heaviest() const;
    /// The second of these, or −1 where it weighs too little to be named.
    int secondOf(const std::vector<int> &order) const {
        return order.size() > 1 && step().weights[order[1]] >= worthNaming ? order[1] : -1;
    }

    const model::Trace &trace_;
    const Moment &moment_;
};

Narration Teller::embed() const {
    const int j = moment_.index;
    const auto &table = trace_.model->configuration();
    if (trace_.source.picture())
        return {
            tr("Cell %1 of the picture is seen: convolutions have made %n numbers of what is in "
               "it and around it, and the vector of its place is added.",
               nullptr, table.encoder)
                .arg(source(j)),
            tr("They are its annotation: what attention can look at.")};
    return {tr("Word piece %1, “%2”, is looked up in a table: its row there is its embedding, the "
               "vector that stands for it.")
                .arg(QString::number(j + 1), source(j)),
            tr("It is row %1 of %2, with %n numbers, which training has found.", nullptr,
               table.embedding)
                .arg(trace_.source.token(j))
                .arg(table.sourceVocabulary)};
}

Narration Teller::forward() const {
    const int j = moment_.index;
    if (j == 0)
        return {tr("Reading begins: hidden state #1 is made of the first word piece, “%1”.")
                    .arg(source(0)),
                tr("There is no hidden state before it; the network begins with zeros.")};
    return {tr("Hidden state #%1 is made of hidden state #%2 and word piece %1, “%3”.")
                .arg(QString::number(j + 1), QString::number(j), source(j)),
            tr("So it holds something of all words up to here, most of the last ones.")};
}

Narration Teller::backward() const {
    const int last = trace_.sourceLength() - 1;
    const int j = last - moment_.index;
    if (j == last)
        return {tr("A second reading goes from right to left: it begins with “%1”.").arg(source(j)),
                tr("So that each word piece is read with what follows it, too.")};
    return {
        tr("From right to left, hidden state #%1 is made of hidden state #%2 and “%3”.")
            .arg(QString::number(j + 1), QString::number(j + 2), source(j)),
        tr("Both hidden states of “%1” together are its annotation: what attention can look at.")
            .arg(source(j))};
}

std::vector<int> Teller::heaviest() const {
    const model::Row &weights = step().weights;
    std::vector<int> order(static_cast<std::size_t>(weights.size()));
    for (std::size_t j = 0; j < order.size(); ++j)
        order[j] = static_cast<int>(j);
    std::stable_sort(order.begin(), order.end(),
                     [&](int a, int b) { return weights[a] > weights[b]; });
    return order;
}

Narration Teller::score() const {
    const model::Row &scores = step().scores;
    Eigen::Index best = 0;
    const float highest = scores.maxCoeff(&best);
    return {tr("To choose word piece %1, the decoder compares its state with every annotation: "
               "“%2” fits "
               "best.")
                .arg(number(), source(static_cast<int>(best))),
            tr("Its score is %1; the scores of all %n pieces go from %2 to %1.", nullptr,
               trace_.sourceLength())
                .arg(signedNumber(static_cast<double>(highest), 2),
                     signedNumber(static_cast<double>(scores.minCoeff()), 2))};
}

/// To which words a step attends; `second` is negative where there is only one.
QString Teller::lookedAt(int first, int second) const {
    const model::Row &weights = step().weights;
    const QString share = percentage(static_cast<double>(weights[first]));
    if (weights[first] >= almostAll)
        return tr("To choose word piece %1, the decoder looks almost only at “%2” (%3).")
            .arg(number(), source(first), share);
    if (second < 0)
        return tr("To choose word piece %1, the decoder looks at many words, most at “%2” (%3).")
            .arg(number(), source(first), share);
    const QString other = percentage(static_cast<double>(weights[second]));
    if (weights[first] >= most)
        return tr("To choose word piece %1, the decoder looks mostly at “%2” (%3), and at “%4” "
                  "(%5).")
            .arg(number(), source(first), share, source(second), other);
    return tr("To choose word piece %1, the decoder looks at several words, most at “%2” (%3) and "
              "“%4” "
              "(%5).")
        .arg(number(), source(first), share, source(second), other);
}

Narration Teller::softmax() const {
    const std::vector<int> order = heaviest();
    return {lookedAt(order.front(), secondOf(order)),
            tr("Softmax has made weights of the scores: positive, and together 1.")};
}

/// What the context vector is close to; `second` is negative where no other weighs much.
QString Teller::sumOf(int first, int second) const {
    const auto share = [this](int j) { return percentage(static_cast<double>(step().weights[j])); };
    if (step().weights[first] >= almostAll)
        return tr("The context vector is nearly the annotation of “%1”: %2 of it.")
            .arg(source(first), share(first));
    if (second < 0)
        return tr("The context vector is the sum of all annotations by their weights: %2 of “%1”, "
                  "less of others.")
            .arg(source(first), share(first));
    return tr("The context vector is the sum of all annotations by their weights: %2 of “%1”, %4 "
              "of "
              "“%3”, less of others.")
        .arg(source(first), share(first), source(second), share(second));
}

Narration Teller::context() const {
    if (!trace_.hasAttention())
        return {tr("Without attention, the context of word piece %1 is that of every one: what the "
                   "encoder ended with.")
                    .arg(number()),
                tr("One vector has to hold the whole source, however long it is.")};
    const std::vector<int> order = heaviest();
    return {sumOf(order.front(), secondOf(order)),
            tr("It is as long as one annotation, however long the source is.")};
}

Narration Teller::state() const {
    if (moment_.index == 0)
        return {tr("From the context and its initial state, the decoder makes its first state."),
                tr("The initial state comes from what the encoder ended with.")};
    return {tr("From the word before, “%1”, the context and state %2, the decoder makes state %3.")
                .arg(word(moment_.index - 1), QString::number(moment_.index), number()),
            tr("Its gates decide how much of the old state stays.")};
}

Narration Teller::choice() const {
    const int i = moment_.index;
    const model::Choice &choice = trace_.choice(i);
    const QString share =
        percentage(std::exp(static_cast<double>(choice.candidate.logProbability)));
    const auto &candidates = step().candidates;
    QString more;
    if (choice.rank == 0 && candidates.size() > 1)
        more = tr("The next best would have been “%1” (%2).")
                   .arg(shortenedLabel(vocabularyLabel(trace_.model->target(), candidates[1].id)),
                        percentage(std::exp(static_cast<double>(candidates[1].logProbability))));
    else if (!candidates.empty())
        more = tr("The most probable would have been “%1” (%2).")
                   .arg(shortenedLabel(vocabularyLabel(trace_.model->target(), candidates[0].id)),
                        percentage(std::exp(static_cast<double>(candidates[0].logProbability))));
    if (isEnd(i))
        return {tr("The decoder ends here: nothing more is to be said (%1).").arg(share), more};
    if (choice.rank > 0)
        return {tr("Word piece %1 is “%2”, although it is not the most probable (%3).")
                    .arg(number(), word(i), share),
                more};
    return {tr("Word piece %1 is “%2”, the most probable one (%3).").arg(number(), word(i), share),
            more};
}

Narration Teller::whole() const {
    const int pieces = trace_.sourceLength();
    const int steps = trace_.targetLength();
    if (trace_.ending == model::Ending::length)
        return {tr("Decoding was stopped after %n pieces, without having come to an end.", nullptr,
                   steps),
                {}};
    if (!trace_.hasAttention())
        return {tr("All is said: %n pieces, all made from one vector.", nullptr, steps),
                tr("Compare it with the model that has attention.")};
    const QString threads =
        trace_.source.picture()
            ? tr("The threads show where: from the %n cells of the picture to the words.", nullptr,
                 pieces)
            : tr("The threads show where: from the %n pieces of the source to the words.", nullptr,
                 pieces);
    return {complete(steps), threads};
}

/// That what is said is complete, in the words of what the model is for.
QString Teller::complete(int steps) const {
    switch (useOf(*trace_.model)) {
        case model::Use::summary:
            return tr(
                "The summary is complete: for each of its %n pieces, the decoder has looked "
                "at the text anew.",
                nullptr, steps);
        case model::Use::dialogue:
            return tr(
                "The reply is complete: for each of its %n pieces, the decoder has looked at "
                "what was said anew.",
                nullptr, steps);
        case model::Use::caption:
            return tr(
                "The caption is complete: for each of its %n pieces, the decoder has looked "
                "at the picture anew.",
                nullptr, steps);
        case model::Use::exercise:
            return tr(
                "All is said: for each of the %n pieces, the decoder has looked at the "
                "source anew.",
                nullptr, steps);
        case model::Use::translation:
            break;
    }
    return tr(
        "The translation is complete: for each of its %n pieces, the decoder has looked at "
        "the sentence anew.",
        nullptr, steps);
}

Narration Teller::tell() const {
    const bool inside = moment_.reading()
                            ? moment_.index >= 0 && moment_.index < trace_.sourceLength()
                            : moment_.index >= 0 && moment_.index < trace_.targetLength();
    if (!inside)
        return {};
    if (trace_.ending != model::Ending::running && moment_ == lastMoment(extentOf(trace_)))
        return whole();
    switch (moment_.stage) {
        case Stage::embed:
            return embed();
        case Stage::forward:
            return forward();
        case Stage::backward:
            return backward();
        case Stage::score:
            return trace_.hasAttention() ? score() : context();
        case Stage::softmax:
            return trace_.hasAttention() ? softmax() : context();
        case Stage::context:
            return context();
        case Stage::state:
            return state();
        case Stage::word:
            return choice();
    }
    return {};
}

}  // namespace

Narration narrate(const model::Trace &trace, const Moment &moment) {
    return Teller(trace, moment).tell();
}

}  // namespace widgets
