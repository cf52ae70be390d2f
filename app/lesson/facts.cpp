// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lesson/facts.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "app/lesson/quality.h"
#include "widgets/text/language.h"
#include "widgets/text/numbers.h"
#include "widgets/text/piece_label.h"
#include "widgets/viewpoint/vectors.h"

namespace app {
namespace {

using widgets::Role;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(app::LessonFacts)
};

/// What a fact is computed from.
struct About {
    const LessonKnowledge &known;
    const model::Trace &trace;
    int step;

    const model::StepTrace &at() const { return trace.step(step); }
    const model::Configuration &sizes() const { return trace.model->configuration(); }
};
using Fact = std::optional<LessonFact>;
using Compute = Fact (*)(const About &);

Fact number(long value) {
    return LessonFact{QString::number(value), {}};
}
Fact share(double value, std::optional<Role> role = Role::attention) {
    return LessonFact{widgets::percentage(value), role};
}
Fact word(const QString &label, Role role) {
    return LessonFact{widgets::quoted(widgets::shortenedLabel(label)), role};
}
Fact sourceWord(const About &a, int position) {
    if (position < 0 || position >= a.trace.sourceLength())
        return std::nullopt;
    return word(widgets::positionLabel(a.trace.source, position), Role::source);
}
Fact targetWord(const About &a, int step) {
    if (step < 0 || step >= a.trace.targetLength())
        return std::nullopt;
    return word(widgets::pieceLabel(a.trace.target[static_cast<std::size_t>(step)]), Role::target);
}
Fact sentence(const std::shared_ptr<const model::Trace> &trace) {
    if (!trace)
        return std::nullopt;
    return LessonFact{widgets::quoted(QString::fromStdString(trace->translation)), Role::target};
}

double probability(const model::Candidate &candidate) {
    return std::exp(static_cast<double>(candidate.logProbability));
}

/// The source positions by the weight of the step, the heaviest first; none without attention.
std::vector<int> byWeight(const About &a) {
    std::vector<int> order(static_cast<std::size_t>(a.at().weights.size()));
    for (std::size_t j = 0; j < order.size(); ++j)
        order[j] = static_cast<int>(j);
    std::ranges::stable_sort(order,
                             [&](int x, int y) { return a.at().weights[x] > a.at().weights[y]; });
    return order;
}
Fact topWord(const About &a, std::size_t rank) {
    const std::vector<int> order = byWeight(a);
    return rank < order.size() ? sourceWord(a, order[rank]) : std::nullopt;
}
Fact topWeight(const About &a, std::size_t rank) {
    const std::vector<int> order = byWeight(a);
    if (rank >= order.size())
        return std::nullopt;
    return share(static_cast<double>(a.at().weights[order[rank]]));
}

/// How many steps attend most to each source position [S].
std::vector<int> attendedBy(const model::Trace &trace) {
    std::vector<int> steps(static_cast<std::size_t>(trace.sourceLength()), 0);
    for (int i = 0; i < trace.targetLength(); ++i)
        if (const int top = widgets::mostAttended(trace, i); top >= 0)
            ++steps[static_cast<std::size_t>(top)];
    return steps;
}
/// The steps whose attention lies to the left of that of the step before.
int jumpsBack(const model::Trace &trace) {
    int jumps = 0;
    for (int i = 1; i < trace.targetLength(); ++i)
        jumps += widgets::mostAttended(trace, i) < widgets::mostAttended(trace, i - 1) ? 1 : 0;
    return jumps;
}
int mostAttendedWord(const model::Trace &trace) {
    const std::vector<int> steps = attendedBy(trace);
    return static_cast<int>(std::ranges::max_element(steps) - steps.begin());
}
Fact unattended(const About &a) {
    if (!a.trace.hasAttention())
        return std::nullopt;
    const std::vector<int> steps = attendedBy(a.trace);
    QStringList words;
    for (int j = 0; j < a.trace.sourceLength(); ++j)
        if (steps[static_cast<std::size_t>(j)] == 0)
            words.append(widgets::quoted(widgets::positionLabel(a.trace.source, j)));
    return words.isEmpty() ? LessonFact{Text::tr("none"), {}}
                           : LessonFact{widgets::joined(words), Role::source};
}

/// Whether what is known of the model with attention is about the translation that is in view.
bool isKnown(const About &a) {
    return a.known.attention && a.trace.hasAttention() &&
           a.known.attention->targetLength() == a.trace.targetLength() &&
           a.known.attention->source == a.trace.source;
}
/// The source position with the largest posterior weight of a step; −1: not known.
int posteriorTop(const About &a, int step) {
    if (!a.known.posterior || !isKnown(a))
        return -1;
    Eigen::Index top = 0;
    a.known.posterior->weights.row(step).maxCoeff(&top);
    return static_cast<int>(top);
}
Fact posteriorWeight(const About &a, int position) {
    if (!a.known.posterior || !isKnown(a) || position < 0)
        return std::nullopt;
    return share(static_cast<double>(a.known.posterior->weights(a.step, position)));
}
/// In how many steps attention and posterior attention have their largest weight at the same word.
Fact agreements(const About &a) {
    if (!a.known.posterior || !isKnown(a))
        return std::nullopt;
    int steps = 0;
    for (int i = 0; i < a.trace.targetLength(); ++i)
        steps += posteriorTop(a, i) == widgets::mostAttended(a.trace, i) ? 1 : 0;
    return number(steps);
}
/// In how many steps other attention would have made another piece the most probable one.
Fact changedBy(const About &a, model::OtherAttention other) {
    if (!isKnown(a) || a.known.effects.size() != a.trace.steps.size())
        return std::nullopt;
    // Of several permutations it is the share of them.
    constexpr double most = 0.5;
    return number(std::ranges::count_if(a.known.effects, [&](const model::StepEffects &step) {
        return step[other].changed > most;
    }));
}

/// How many annotations, but for that of the end piece, are most about their own word.
Fact ownWords(const About &a) {
    const auto length = static_cast<std::size_t>(a.trace.sourceLength());
    if (a.known.about.size() != length || !isKnown(a))
        return std::nullopt;
    int own = 0;
    for (std::size_t j = 0; j + 1 < length; ++j)
        own += a.known.about[j] == static_cast<int>(j) ? 1 : 0;
    return number(own);
}
Fact aboutList(const About &a) {
    const auto length = static_cast<std::size_t>(a.trace.sourceLength());
    if (a.known.about.size() != length || !isKnown(a))
        return std::nullopt;
    QStringList pairs;
    for (std::size_t j = 0; j + 1 < length; ++j)
        pairs.append(
            Text::tr("%1 ← %2", "a hidden state and the word that it is most about")
                .arg(widgets::quoted(widgets::positionLabel(a.trace.source, static_cast<int>(j))),
                     widgets::quoted(widgets::positionLabel(a.trace.source, a.known.about[j]))));
    return LessonFact{widgets::joined(pairs), Role::source};
}

Fact measured(double value) {
    constexpr int decimals = 1;
    return LessonFact{widgets::numberText(value, {.decimals = decimals}), {}};
}

using Table = std::map<QString, Compute>;

void addSizes(Table &table) {
    table["pieces"] = [](const About &a) { return number(a.trace.sourceLength()); };
    table["steps"] = [](const About &a) { return number(a.trace.targetLength()); };
    table["embeddingSize"] = [](const About &a) { return number(a.sizes().embedding); };
    table["encoderUnits"] = [](const About &a) { return number(a.sizes().encoder); };
    table["annotationUnits"] = [](const About &a) { return number(a.sizes().annotation()); };
    table["stateUnits"] = [](const About &a) { return number(a.sizes().decoder); };
    table["sourceVocabulary"] = [](const About &a) { return number(a.sizes().sourceVocabulary); };
    table["targetVocabulary"] = [](const About &a) { return number(a.sizes().targetVocabulary); };
    table["annotationNumbers"] = [](const About &a) {
        return number(static_cast<long>(a.trace.sourceLength()) * a.sizes().annotation());
    };
    table["firstRow"] = [](const About &a) { return number(a.trace.source.token(0)); };
}

void addWords(Table &table) {
    table["sentence"] = [](const About &a) -> Fact {
        return LessonFact{widgets::quoted(QString::fromStdString(a.trace.source.text())),
                          Role::source};
    };
    table["translation"] = [](const About &a) -> Fact {
        return LessonFact{widgets::quoted(QString::fromStdString(a.trace.translation)),
                          Role::target};
    };
    table["withAttention"] = [](const About &a) { return sentence(a.known.attention); };
    table["withoutAttention"] = [](const About &a) { return sentence(a.known.bottleneck); };
    table["word1"] = [](const About &a) { return sourceWord(a, 0); };
    table["word2"] = [](const About &a) { return sourceWord(a, 1); };
    table["lastWord"] = [](const About &a) { return sourceWord(a, a.trace.sourceLength() - 2); };
    table["end"] = [](const About &a) { return sourceWord(a, a.trace.sourceLength() - 1); };
    table["firstOut"] = [](const About &a) { return targetWord(a, 0); };
    table["secondOut"] = [](const About &a) { return targetWord(a, 1); };
    table["chosen"] = [](const About &a) { return targetWord(a, a.step); };
    table["before"] = [](const About &a) { return targetWord(a, a.step - 1); };
    table["runnerUp"] = [](const About &a) -> Fact {
        const auto &candidates = a.at().candidates;
        if (candidates.size() < 2)
            return std::nullopt;
        return word(widgets::vocabularyLabel(a.trace.model->target(), candidates[1].id),
                    Role::target);
    };
}

void addSteps(Table &table) {
    table["step"] = [](const About &a) { return number(a.step + 1); };
    table["stepBefore"] = [](const About &a) { return number(a.step); };
    table["top"] = [](const About &a) { return topWord(a, 0); };
    table["topWeight"] = [](const About &a) { return topWeight(a, 0); };
    table["second"] = [](const About &a) { return topWord(a, 1); };
    table["secondWeight"] = [](const About &a) { return topWeight(a, 1); };
    table["topScore"] = [](const About &a) -> Fact {
        if (a.at().scores.size() == 0)
            return std::nullopt;
        return LessonFact{widgets::signedNumber(static_cast<double>(a.at().scores.maxCoeff()), 2),
                          Role::attention};
    };
    table["lowestScore"] = [](const About &a) -> Fact {
        if (a.at().scores.size() == 0)
            return std::nullopt;
        return LessonFact{widgets::signedNumber(static_cast<double>(a.at().scores.minCoeff()), 2),
                          Role::attention};
    };
    table["weightSum"] = [](const About &a) -> Fact {
        if (a.at().weights.size() == 0)
            return std::nullopt;
        return LessonFact{widgets::exactText(static_cast<double>(a.at().weights.sum()), 3),
                          Role::attention};
    };
    table["probability"] = [](const About &a) {
        return share(probability(a.trace.chosen(a.step)), Role::target);
    };
    table["runnerUpProbability"] = [](const About &a) -> Fact {
        const auto &candidates = a.at().candidates;
        return candidates.size() < 2 ? std::nullopt
                                     : share(probability(candidates[1]), Role::target);
    };
}

void addPatterns(Table &table) {
    table["jumpsBack"] = [](const About &a) -> Fact {
        return a.trace.hasAttention() ? number(jumpsBack(a.trace)) : std::nullopt;
    };
    table["ownPieces"] = [](const About &a) -> Fact {
        return a.known.attention ? number(a.known.attention->sourceLength()) : std::nullopt;
    };
    table["ownJumpsBack"] = [](const About &a) -> Fact {
        return a.known.attention ? number(jumpsBack(*a.known.attention)) : std::nullopt;
    };
    table["topBefore"] = [](const About &a) -> Fact {
        return a.step == 0 || !a.trace.hasAttention()
                   ? std::nullopt
                   : sourceWord(a, widgets::mostAttended(a.trace, a.step - 1));
    };
    table["fertile"] = [](const About &a) -> Fact {
        return a.trace.hasAttention() ? sourceWord(a, mostAttendedWord(a.trace)) : std::nullopt;
    };
    table["fertileSteps"] = [](const About &a) -> Fact {
        return a.trace.hasAttention() ? number(std::ranges::max(attendedBy(a.trace)))
                                      : std::nullopt;
    };
    table["unattended"] = unattended;
    table["ownWords"] = ownWords;
    table["aboutList"] = aboutList;
    table["wordPieces"] = [](const About &a) { return number(a.trace.sourceLength() - 1); };
}

void addBeyond(Table &table) {
    table["posteriorTop"] = [](const About &a) { return sourceWord(a, posteriorTop(a, a.step)); };
    table["posteriorWeight"] = [](const About &a) {
        return posteriorWeight(a, posteriorTop(a, a.step));
    };
    table["weightThere"] = [](const About &a) -> Fact {
        const int top = posteriorTop(a, a.step);
        return top < 0 ? std::nullopt : share(static_cast<double>(a.at().weights[top]));
    };
    table["posteriorOfTop"] = [](const About &a) {
        return posteriorWeight(a, widgets::mostAttended(a.trace, a.step));
    };
    table["agreements"] = agreements;
    table["changedByEven"] = [](const About &a) {
        return changedBy(a, model::OtherAttention::uniform);
    };
    table["changedByShuffling"] = [](const About &a) {
        return changedBy(a, model::OtherAttention::permuted);
    };
    table["changedByRemoval"] = [](const About &a) {
        return changedBy(a, model::OtherAttention::withoutTop);
    };
}

void addMeasured(Table &table) {
    table["shortFrom"] = [](const About &) { return number(measuredQuality().front().from); };
    table["shortTo"] = [](const About &) { return number(measuredQuality().front().to); };
    table["longFrom"] = [](const About &) { return number(measuredQuality().back().from); };
    table["shortAttention"] = [](const About &) {
        return measured(measuredQuality().front().attentionBleu);
    };
    table["shortBottleneck"] = [](const About &) {
        return measured(measuredQuality().front().bottleneckBleu);
    };
    table["longAttention"] = [](const About &) {
        return measured(measuredQuality().back().attentionBleu);
    };
    table["longBottleneck"] = [](const About &) {
        return measured(measuredQuality().back().bottleneckBleu);
    };
}

const Table &table() {
    static const Table all = [] {
        Table made;
        for (const auto add : {addSizes, addWords, addSteps, addPatterns, addBeyond, addMeasured})
            add(made);
        return made;
    }();
    return all;
}

}  // namespace

LessonFacts factsAbout(const LessonKnowledge &known, int step) {
    return [&known, step](const QString &name) -> Fact {
        const auto found = table().find(name);
        const auto &trace = known.trace;
        if (found == table().end() || !trace || trace->steps.empty())
            return std::nullopt;
        const int last = trace->targetLength() - 1;
        return found->second({known, *trace, std::clamp(step, 0, last)});
    };
}

QStringList lessonFactNames() {
    QStringList names;
    for (const auto &[name, compute] : table())
        names.append(name);
    return names;
}

}  // namespace app
