// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <memory>
#include <vector>

#include "model/decoding/search_tree.h"
#include "widgets/text/table.h"
#include "widgets/viewpoint/edit.h"

// A beam search as a tree: pure functions.
namespace widgets {

/// A hypothesis: a piece after those of its parent.
struct BeamNode {
    int parent = -1;  ///< −1: it is a first piece
    int depth = 0;    ///< pieces before it
    QString label;
    double probability = 0;     ///< of the piece, given those before it
    double logProbability = 0;  ///< of all up to it
    double score = 0;           ///< the same, normalised by the length
    int place = -1;             ///< among the finished translations, 0 the best; −1: not finished
    bool pruned = false;        ///< no finished translation goes through it
    bool current = false;       ///< the translation in view begins with the path to it
    bool operator==(const BeamNode &) const = default;
};

struct BeamData {
    std::shared_ptr<const model::SearchTree> tree;
    std::vector<BeamNode> nodes;  ///< as in the tree: each after its parent
    /// What each was made of.
    std::vector<std::shared_ptr<const model::SearchNode>> searched;
    int depth = 0;  ///< of the longest path, in pieces

    bool empty() const { return nodes.empty(); }
    /// Those of a node, the most probable first.
    std::vector<int> childrenOf(int node) const;
    /// From the first piece to a node.
    std::vector<int> pathTo(int node) const;
    /// The text of that path.
    QString textOf(int node) const;
};

/// `current`: the translation in view; null: none is marked. `pruned`: with those that were given
/// up.
BeamData beamData(std::shared_ptr<const model::SearchTree> tree, const model::Trace *current,
                  bool pruned = true);

/// The attention on the path to a node [pieces, S]; empty for a model without.
model::Matrix attentionOn(const BeamData &data, int node);

/// Makes the path to a node the beginning of the translation: its pieces are forced where they are
/// not the most probable ones. What was decided for later steps is gone.
Edit takePath(const BeamData &data, int node);

/// "beam": for each node its number (from 1 on), that of its parent (0: none), step, piece,
/// probability, log-probability, score, place among the finished (0: none).
Table beamTable(const BeamData &data);

}  // namespace widgets
