// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <memory>
#include <optional>
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
    bool reference = false;     ///< what that is compared with begins with the path to it
    bool operator==(const BeamNode &) const = default;
};

struct BeamData {
    std::shared_ptr<const model::SearchTree> tree;
    std::vector<BeamNode> nodes;  ///< as in the tree: each after its parent
    /// What each was made of.
    std::vector<std::shared_ptr<const model::SearchNode>> searched;
    int depth = 0;          ///< of the longest path, in pieces
    bool compared = false;  ///< with a reference

    bool empty() const { return nodes.empty(); }
    /// Those of a node, the most probable first.
    std::vector<int> childrenOf(int node) const;
    /// From the first piece to a node.
    std::vector<int> pathTo(int node) const;
    /// The text of that path.
    QString textOf(int node) const;
};

/// `current`: the translation in view; null: none is marked. `pruned`: with those that were given
/// up. `reference`: what the translation is compared with; null: nothing.
BeamData beamData(std::shared_ptr<const model::SearchTree> tree, const model::Trace *current,
                  bool pruned = true, const model::Trace *reference = nullptr);

/// Where a way through the tree parts from that of a reference.
struct BeamParting {
    int step = 0;            ///< the first with another piece
    QString piece;           ///< that of the way
    QString referencePiece;  ///< that of the reference
};
/// Nothing where one begins with all of the other.
std::optional<BeamParting> partingOf(const model::Trace &way, const model::Trace &reference);

/// Where a way parts from that of a reference, and the scores of both, as a sentence. `inView`: it
/// is the translation in view. `noun`: how the reference is called in a sentence.
QString partingText(const model::Trace &way, const model::Trace &reference,
                    const model::SearchOptions &options, bool inView, const QString &noun);

/// The attention on the path to a node [pieces, S]; empty for a model without.
model::Matrix attentionOn(const BeamData &data, int node);

/// Makes the path to a node the beginning of the translation: its pieces are forced where they are
/// not the most probable ones. What was decided for later steps is gone.
Edit takePath(const BeamData &data, int node);

/// "beam": for each node its number (from 1 on), that of its parent (0: none), step, piece,
/// probability, log-probability, score, place among the finished (0: none); where there is a
/// reference, whether that goes through it (1 or 0).
Table beamTable(const BeamData &data);

}  // namespace widgets
