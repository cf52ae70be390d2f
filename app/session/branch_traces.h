// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <memory>
#include <utility>
#include <vector>

#include "app/session/branches.h"
#include "app/session/session.h"
#include "widgets/threads/worker.h"

namespace app {

/// The translations of the sentence with other interventions than those in view: what branches look
/// like. Those that have been in view are known; the others are worked out on a thread of its own.
class BranchTraces : public QObject {
    Q_OBJECT
  public:
    explicit BranchTraces(Session *session, QObject *parent = nullptr);

    /// That with these interventions; null where it is not known. Then it is asked for, and came()
    /// tells of it.
    std::shared_ptr<const model::Trace> trace(const model::Interventions &interventions);

    /// Forgets all but the original and these: a translation takes much memory.
    void keepOnly(const Branches &branches);

  signals:
    void came();

  private:
    struct Known {
        model::Interventions interventions;
        std::shared_ptr<const model::Trace> trace;  ///< null: asked for
    };
    Known *find(const model::Interventions &interventions);
    void keep(const std::shared_ptr<const model::Trace> &trace);
    void forget();

    Session *session_;
    std::vector<Known> known_;
    widgets::Worker worker_;
    widgets::Lane lane_;
};

}  // namespace app
