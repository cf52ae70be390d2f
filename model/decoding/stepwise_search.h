// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <vector>

#include "model/decoding/hypothesis.h"

namespace model {

/// The search for the translation of one sentence, which asks for steps instead of computing them:
/// who drives the searches of several sentences computes the steps of all of them at once.
class StepwiseSearch {
  public:
    StepwiseSearch() = default;
    virtual ~StepwiseSearch() = default;
    StepwiseSearch(const StepwiseSearch &) = delete;
    StepwiseSearch &operator=(const StepwiseSearch &) = delete;

    virtual bool finished() const = 0;
    /// The steps that come next, at least one; before the search is finished.
    virtual std::vector<StepRequest> wanted() const = 0;
    /// Goes on by these steps, which are those that were wanted.
    virtual void take(std::vector<DecodedStep> steps) = 0;
    /// What has ended, best first; once the search is finished.
    virtual std::vector<Hypothesis> ended() const = 0;
};

/// @throws Error if an option is out of range
void checkOptions(const SearchOptions &options);

/// The search that the options ask for. `beginning`, a trace without steps, and the interventions
/// must outlive it. `kept`, if any, receives every hypothesis of a beam; otherwise those that are
/// given up are forgotten. @throws Error if an option is out of range
std::unique_ptr<StepwiseSearch> beginSearch(const Trace &beginning,
                                            const Interventions &interventions,
                                            const SearchOptions &options,
                                            std::vector<Hypothesis> *kept = nullptr);

}  // namespace model
