// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/alignment/links.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <set>

namespace model::aligner {
namespace {

/// A set of links that grows, and the words that have one.
class Growing {
  public:
    explicit Growing(const Links &links) {
        for (const Link link : links) {
            add(link);
        }
    }
    void add(Link link) {
        links_.insert(link);
        sources_.insert(link.source);
        targets_.insert(link.target);
    }
    bool has(Link link) const { return links_.contains(link); }
    bool sourceIsFree(Link link) const { return !sources_.contains(link.source); }
    bool targetIsFree(Link link) const { return !targets_.contains(link.target); }
    Links links() const { return {links_.begin(), links_.end()}; }

  private:
    std::set<Link> links_;
    std::set<int> sources_;
    std::set<int> targets_;
};

/// Adds those of the candidates that touch a link, also diagonally, and give a word its first one,
/// until there are none.
void growDiag(Growing &result, const Links &candidates) {
    constexpr std::array<Link, 8> neighbours{
        {{-1, 0}, {0, -1}, {1, 0}, {0, 1}, {-1, -1}, {-1, 1}, {1, -1}, {1, 1}}};
    for (bool grown = true; grown;) {
        grown = false;
        for (const Link link : result.links()) {
            for (const Link step : neighbours) {
                const Link next{link.source + step.source, link.target + step.target};
                if (!result.has(next) && (result.sourceIsFree(next) || result.targetIsFree(next)) &&
                    std::binary_search(candidates.begin(), candidates.end(), next)) {
                    result.add(next);
                    grown = true;
                }
            }
        }
    }
}

/// Adds the links of words that have none on either side.
void finalAnd(Growing &result, const Links &candidates) {
    for (const Link link : candidates) {
        if (result.sourceIsFree(link) && result.targetIsFree(link)) {
            result.add(link);
        }
    }
}

}  // namespace

Links symmetrise(const Links &sourceToTarget, const Links &targetToSource, Symmetrisation how) {
    if (how == Symmetrisation::sourceToTarget) {
        return sourceToTarget;
    }
    if (how == Symmetrisation::targetToSource) {
        return targetToSource;
    }
    Links both;
    Links either;
    std::set_intersection(sourceToTarget.begin(), sourceToTarget.end(), targetToSource.begin(),
                          targetToSource.end(), std::back_inserter(both));
    std::set_union(sourceToTarget.begin(), sourceToTarget.end(), targetToSource.begin(),
                   targetToSource.end(), std::back_inserter(either));
    if (how == Symmetrisation::unified) {
        return either;
    }
    if (how != Symmetrisation::growDiag && how != Symmetrisation::growDiagFinalAnd) {
        return both;
    }
    Growing result(both);
    growDiag(result, either);
    if (how == Symmetrisation::growDiagFinalAnd) {
        finalAnd(result, sourceToTarget);
        finalAnd(result, targetToSource);
    }
    return result.links();
}

}  // namespace model::aligner
