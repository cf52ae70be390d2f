// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <memory>
#include <vector>

#include "model/decoding/effects.h"
#include "model/decoding/posterior.h"
#include "model/decoding/trace.h"
#include "model/numerics/helper.h"
#include "widgets/threads/worker.h"

namespace app {

/// Which source word each annotation is most about: how far each annotation h_j moves when word k
/// is replaced by the unknown piece and the sentence is read again, ‖h_j − h_j⁽ᵏ⁾‖, rows k, columns
/// j [S, S]. (The end piece is replaced, too.)
model::Matrix annotationChanges(const model::Trace &trace, const std::stop_token &stop = {});
/// For each annotation j the position k whose word changes it most [S].
std::vector<int> mostAbout(const model::Matrix &changes);

/// What the lesson knows of a sentence. Null or empty: not known (yet).
struct LessonKnowledge {
    std::shared_ptr<const model::Trace> trace;          ///< the translation that is talked about
    std::shared_ptr<const model::Trace> attention;      ///< of the same sentence, by either of the
    std::shared_ptr<const model::Trace> bottleneck;     ///< models that are built in
    std::shared_ptr<const model::Posterior> posterior;  ///< of `attention`
    std::vector<model::StepEffects> effects;            ///< of `attention` [T]
    std::vector<int> about;                             ///< of `attention`; see mostAbout() [S]
};

/// Works out all of the knowledge about a sentence but `trace`. Takes as long as some ten
/// translations of it. @throws model::Error, model::Cancelled
LessonKnowledge knowledgeOf(const std::shared_ptr<const model::Model> &attention,
                            const std::shared_ptr<const model::Model> &bottleneck,
                            const std::string &sentence, const std::stop_token &stop = {});

/// Works it out for one sentence after the other on a thread of its own, with the models that are
/// built in.
class LessonScholar : public QObject {
    Q_OBJECT
  public:
    explicit LessonScholar(QObject *parent = nullptr);
    ~LessonScholar() override = default;

    /// What is known of a sentence; what is not is being worked out from now on, in place of what
    /// was asked for before.
    const LessonKnowledge &know(const QString &sentence);

  signals:
    /// More is known of the sentence that was asked for last.
    void learnt();

  private:
    struct Models {
        std::shared_ptr<const model::Model> attention;
        std::shared_ptr<const model::Model> bottleneck;
    };

    QString sentence_;
    LessonKnowledge known_;
    Models models_;         ///< of the worker's thread
    model::Helper helper_;  ///< of the worker's thread
    widgets::Worker worker_;
    widgets::Lane lane_;  // what it does uses all of the above
};

}  // namespace app
