// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>
#include <array>
#include <chrono>
#include <memory>
#include <vector>

#include "model/numerics/helper.h"
#include "widgets/threads/worker.h"
#include "widgets/viewpoint/viewpoint.h"

namespace widgets {

/// Works out, on a thread of its own, what the views of a viewpoint want to know beyond the trace,
/// and gives it to the viewpoint as it becomes known. What belongs to another trace is cancelled;
/// what belongs to a model is kept as long as that lives.
class Deriver : public QObject {
    Q_OBJECT
  public:
    /// The viewpoint must outlive it.
    explicit Deriver(Viewpoint *viewpoint, QObject *parent = nullptr);
    /// Cancels what is under way and waits for the thread (as long as one eigen-decomposition).
    ~Deriver() override = default;

    /// What is wanted about a trace is begun only so long after it came: until then the views have
    /// the processor for painting it, and as long as the user types nothing is begun that the next
    /// key would stop. None by default.
    void setPatience(std::chrono::milliseconds patience) { begin_.setInterval(patience); }

  public slots:
    /// Another trace is on its way: leaves the processor to it.
    void expectTrace();

  signals:
    /// `why`: one sentence. What failed is not tried again before something else is wanted.
    void failed(widgets::DerivedValue value, const QString &why);

  private:
    void followPosterior();
    void followEmbeddings();
    void followEffects();
    void followReferenceEffects();
    void followUnits();
    void followBeam();
    /// What is worked out about a trace.
    struct Follower {
        DerivedValue value;
        Lane lane;
        std::shared_ptr<const model::Trace> of = nullptr;  ///< about which it was asked for last
        Lane::Work waiting = nullptr;                      ///< that has not been begun yet
    };
    /// Nothing is asked for any more.
    void forget(Follower &follower);
    /// Whether it is to be begun now about a trace: it is wanted, and was not asked for yet.
    /// Forgets what is not.
    bool begins(Follower &follower, bool wanted, const std::shared_ptr<const model::Trace> &of);
    /// Has the worker work it out; `work` gives what tells the viewpoint.
    void request(Follower &follower, Lane::Work work);
    std::array<Follower *, 5> followers() {
        return {&posterior_, &effects_, &referenceEffects_, &units_, &beam_};
    }
    /// Has the worker do what waits.
    void beginWhatWaits();
    /// Whether something about the trace in view is wanted that is not known, and can be.
    bool wants(DerivedValue value, bool known) const;
    /// The tables of a model, as far as they are known; null: nothing is.
    std::shared_ptr<const EmbeddingTables> known(const std::shared_ptr<const model::Model> &model);
    void keep(const std::shared_ptr<const EmbeddingTables> &tables);
    void fail(DerivedValue value, const QString &why);

    Viewpoint *viewpoint_;
    std::weak_ptr<const model::Model> embeddingsOf_;  ///< whose tables were asked for last
    std::vector<std::shared_ptr<const EmbeddingTables>> tables_;  ///< one for each model that lives
    model::SearchOptions beamOptions_;  ///< of the search that was asked for last
    QTimer begin_;                      ///< until what waits is begun
    model::Helper helper_;              ///< of the worker's thread
    Worker worker_;
    // What they do uses all of the above.
    Lane embeddings_;
    Follower posterior_;
    Follower effects_;
    Follower referenceEffects_;
    Follower units_;
    Follower beam_;
};

}  // namespace widgets
