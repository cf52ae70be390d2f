// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <deque>
#include <map>
#include <memory>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "model/decoding/decoder.h"
#include "model/decoding/trace.h"

namespace model {

/// A request for a translation, as a value: what is translated by which model, and what the user
/// decides about it. Everything else the model decides, by its most probable pieces.
struct TranslationRequest {
    std::shared_ptr<const Model> model;
    std::string sentence;
    Interventions interventions = {};
};

/// The first steps of a trace that are those of a request, too: all before the first one to which
/// other interventions apply or where another than the most probable piece was taken. Nothing is in
/// common (−1, not even the encoder's numbers) where the model, the sentence or the units that are
/// held of annotations or of the initial state are others.
int stepsInCommon(const Trace &trace, const TranslationRequest &request);

/// The step machine: construct it, call step() for each output piece, and trace() at any time.
class Translation {
  public:
    /// Tokenizes and encodes. @throws SentenceError if the sentence is blank or longer than
    /// maximumSourceLength; Cancelled.
    Translation(std::shared_ptr<const Model> model, std::string_view sentence,
                const std::stop_token &stop = {});
    /// Continues after the first `keptSteps` steps of a trace, which both share, as they do the
    /// numbers of the encoder. The interventions of these steps and those that concern no single
    /// step are kept; those of later steps are dropped, and `later` (by step, from keptSteps on)
    /// are made instead. The pieces that follow in the trace are expected.
    /// @throws Error unless 0 ≤ keptSteps ≤ T; InterventionError if one does not fit.
    Translation(const Trace &trace, int keptSteps, const std::map<int, Intervention> &later = {});
    /// Begins what is asked for. What it has in common with `known`, a translation made before, is
    /// not computed again, and the pieces that `known` goes on with are expected.
    /// @throws SentenceError; InterventionError if any intervention does not fit; Cancelled
    explicit Translation(const TranslationRequest &request,
                         const std::shared_ptr<const Trace> &known = nullptr,
                         const std::stop_token &stop = {});

    /// Names the pieces (of the target vocabulary) that will probably come next, such as those of a
    /// nearly equal sentence: the draft of speculative decoding (Stern, Shazeer & Uszkoreit 2018;
    /// Leviathan, Kalman & Matias 2023). Makes step() faster where the draft is right; changes
    /// nothing else.
    void expect(std::vector<int> pieces);
    bool finished() const { return trace_.ending != Ending::running; }
    /// Produces the next piece, with the interventions that were asked for. Does nothing once
    /// finished, except that a word that is forced is taken even beyond the length at which the
    /// model is stopped.
    void step();
    /// The same with this intervention in place of the one that was asked for for this step; what
    /// was asked for for every step applies all the same. @throws InterventionError if it does not
    /// fit; then nothing has changed.
    void step(const Intervention &intervention);
    /// A snapshot: what has been computed so far. Costs a walk over the pieces, not the numbers.
    std::shared_ptr<const Trace> trace() const;

  private:
    bool mayStep(const Interventions &planned) const;
    void lookAhead(const Interventions &planned);
    void take();
    void followDraft(int piece);

    Trace trace_;
    Interventions planned_;          ///< those of the steps to come, and of every step
    std::vector<int> draft_;         ///< what is expected
    std::size_t drafted_ = 0;        ///< where in the draft the next piece is expected
    std::size_t stride_ = 4;         ///< pieces of the draft that are tried at a time
    std::deque<DecodedStep> ahead_;  ///< steps that were computed but not yet taken
};

/// The whole translation that is asked for, by greedy search; see Translation for `known`.
/// @throws SentenceError; InterventionError if any intervention does not fit; Cancelled.
std::shared_ptr<const Trace> translate(const TranslationRequest &request,
                                       const std::shared_ptr<const Trace> &known = nullptr,
                                       const std::stop_token &stop = {});

}  // namespace model
