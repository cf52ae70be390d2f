// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/beam/data.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <utility>

#include "widgets/text/numbers.h"
#include "widgets/text/piece_label.h"

namespace widgets {
namespace {

/// Whose tr() the texts here are.
struct Text {
    Q_DECLARE_TR_FUNCTIONS(widgets::BeamData)
};

const model::SearchNode &searchedNode(const BeamData &data, int node) {
    return *data.searched[static_cast<std::size_t>(node)];
}

/// What of a search is shown: all that was kept, or only what finished translations go through.
std::vector<std::shared_ptr<const model::SearchNode>> shownOf(
    const model::SearchTree &tree, bool pruned,
    const std::set<const model::SearchNode *> &finished) {
    auto nodes = tree.nodes;
    if (!pruned)
        std::erase_if(nodes, [&](const auto &node) { return !finished.contains(node.get()); });
    return nodes;
}

/// Whether a translation takes this piece at a step.
bool takes(const model::Trace &trace, int step, const model::Model &model, int piece) {
    if (step >= trace.targetLength())
        return false;
    const int id = trace.chosen(step).id;
    // Numbers of pieces mean something within one vocabulary only.
    return trace.model.get() == &model ? id == piece
                                       : vocabularyLabel(trace.model->target(), id) ==
                                             vocabularyLabel(model.target(), piece);
}

QString pieceOf(const model::Trace &trace, int step) {
    return shortenedLabel(vocabularyLabel(trace.model->target(), trace.chosen(step).id));
}

}  // namespace

std::vector<int> BeamData::childrenOf(int node) const {
    std::vector<int> children;
    for (int i = node + 1; i < static_cast<int>(nodes.size()); ++i)
        if (nodes[static_cast<std::size_t>(i)].parent == node)
            children.push_back(i);
    return children;
}

std::vector<int> BeamData::pathTo(int node) const {
    std::vector<int> path;
    for (; node >= 0; node = nodes[static_cast<std::size_t>(node)].parent)
        path.push_back(node);
    return {path.rbegin(), path.rend()};
}

QString BeamData::textOf(int node) const {
    std::vector<int> pieces;
    for (const int each : pathTo(node))
        pieces.push_back(searchedNode(*this, each).choice.candidate.id);
    return plainLabel(QString::fromStdString(tree->beginning->model->target().decode(pieces)));
}

BeamData beamData(std::shared_ptr<const model::SearchTree> tree, const model::Trace *current,
                  bool pruned, const model::Trace *reference) {
    BeamData data;
    data.compared = reference != nullptr;
    data.tree = std::move(tree);
    std::set<const model::SearchNode *> finished;
    std::map<const model::SearchNode *, int> places;
    for (const auto &ended : data.tree->ended) {
        places[ended.get()] = static_cast<int>(places.size());
        for (const model::SearchNode *node = ended.get(); node; node = node->parent.get())
            finished.insert(node);
    }
    data.searched = shownOf(*data.tree, pruned, finished);
    const model::Model &model = *data.tree->beginning->model;
    const model::Tokenizer &vocabulary = model.target();
    std::map<const model::SearchNode *, int> indices;
    for (const auto &searched : data.searched) {
        const model::Candidate &taken = searched->choice.candidate;
        const auto place = places.find(searched.get());
        BeamNode node;
        node.parent = searched->parent ? indices.at(searched->parent.get()) : -1;
        node.depth = searched->length - 1;
        node.label = vocabularyLabel(vocabulary, taken.id);
        node.probability = std::exp(static_cast<double>(taken.logProbability));
        node.logProbability = searched->logProbability;
        node.score = searched->score;
        node.place = place == places.end() ? -1 : place->second;
        node.pruned = !finished.contains(searched.get());
        const BeamNode *parent =
            node.parent < 0 ? nullptr : &data.nodes[static_cast<std::size_t>(node.parent)];
        node.current =
            current && (!parent || parent->current) && takes(*current, node.depth, model, taken.id);
        node.reference = reference && (!parent || parent->reference) &&
                         takes(*reference, node.depth, model, taken.id);
        indices[searched.get()] = static_cast<int>(data.nodes.size());
        data.depth = std::max(data.depth, searched->length);
        data.nodes.push_back(std::move(node));
    }
    return data;
}

std::optional<BeamParting> partingOf(const model::Trace &way, const model::Trace &reference) {
    const int shorter = std::min(way.targetLength(), reference.targetLength());
    int step = 0;
    while (step < shorter && takes(reference, step, *way.model, way.chosen(step).id))
        ++step;
    if (step == shorter)
        return {};
    return BeamParting{step, pieceOf(way, step), pieceOf(reference, step)};
}

QString partingText(const model::Trace &way, const model::Trace &reference,
                    const model::SearchOptions &options, bool inView, const QString &noun) {
    const double score = options.score(way.logProbability(), way.targetLength());
    const double before = options.score(reference.logProbability(), reference.targetLength());
    const auto number = [](double value) { return numberText(value, {.decimals = 3}); };
    const auto parting = partingOf(way, reference);
    if (!parting && way.targetLength() < reference.targetLength())
        return Text::tr("So far, this is the way of %1.").arg(noun);
    const QString scores = Text::tr("score %1, there %2 (difference %3)")
                               .arg(number(score), number(before), signedNumber(score - before, 3));
    if (!parting)
        return Text::tr("This is the way of %1: %2.", "a translation, scores").arg(noun, scores);
    const QString text =
        inView ? Text::tr(
                     "The translation in view leaves the way of %1 at step %2, with “%3” in "
                     "place of “%4”: %5.")
               : Text::tr("This way leaves that of %1 at step %2, with “%3” in place of “%4”: %5.");
    return text.arg(noun, QString::number(parting->step + 1), parting->piece,
                    parting->referencePiece, scores);
}

model::Matrix attentionOn(const BeamData &data, int node) {
    const std::vector<int> path = data.pathTo(node);
    if (path.empty() || !data.tree->beginning->hasAttention())
        return {};
    model::Matrix rows(static_cast<long>(path.size()), data.tree->beginning->sourceLength());
    for (std::size_t i = 0; i < path.size(); ++i)
        rows.row(static_cast<long>(i)) = searchedNode(data, path[i]).step->weights;
    return rows;
}

Edit takePath(const BeamData &data, int node) {
    const std::vector<int> path = data.pathTo(node);
    model::Interventions interventions =
        data.tree->interventions.ofSteps(static_cast<int>(path.size()));
    for (std::size_t step = 0; step < path.size(); ++step) {
        const model::Choice &choice = searchedNode(data, path[step]).choice;
        if (choice.rank > 0 || choice.forced)
            interventions.steps[static_cast<int>(step)].word = choice.candidate.id;
    }
    return {interventions, Text::tr("“%1”, from the beam").arg(shortenedLabel(data.textOf(node)))};
}

Table beamTable(const BeamData &data) {
    DoubleCells numbers[6];
    TextCells labels;
    for (std::size_t i = 0; i < data.nodes.size(); ++i) {
        const BeamNode &node = data.nodes[i];
        const double values[] = {static_cast<double>(i + 1),
                                 static_cast<double>(node.parent + 1),
                                 static_cast<double>(node.depth + 1),
                                 node.probability,
                                 node.logProbability,
                                 node.score};
        for (std::size_t column = 0; column < std::size(numbers); ++column)
            numbers[column].emplace_back(values[column]);
        labels.push_back(node.label);
    }
    Table table(QStringLiteral("beam"));
    table.add(QStringLiteral("node"), std::move(numbers[0]));
    table.add(QStringLiteral("parent"), std::move(numbers[1]));
    table.add(QStringLiteral("step"), std::move(numbers[2]));
    table.add(QStringLiteral("piece"), std::move(labels));
    table.add(QStringLiteral("probability"), std::move(numbers[3]));
    table.add(QStringLiteral("log-probability"), std::move(numbers[4]));
    table.add(QStringLiteral("score"), std::move(numbers[5]));
    DoubleCells places;
    for (const BeamNode &node : data.nodes)
        places.emplace_back(static_cast<double>(node.place + 1));
    table.add(QStringLiteral("place"), std::move(places));
    if (!data.compared)
        return table;
    DoubleCells references;
    for (const BeamNode &node : data.nodes)
        references.emplace_back(node.reference ? 1 : 0);
    table.add(QStringLiteral("reference"), std::move(references));
    return table;
}

}  // namespace widgets
