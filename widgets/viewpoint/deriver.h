// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
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
    void followUnits();
    void followBeam();
    /// Whether something about the trace in view is wanted that is not known, and can be.
    bool wants(DerivedValue value, bool known) const;
    /// The tables of a model, as far as they are known; null: nothing is.
    std::shared_ptr<const EmbeddingTables> known(const std::shared_ptr<const model::Model> &model);
    void keep(const std::shared_ptr<const EmbeddingTables> &tables);
    void fail(DerivedValue value, const QString &why);

    Viewpoint *viewpoint_;
    std::shared_ptr<const model::Trace> posteriorOf_;  ///< whose posterior was asked for last
    std::weak_ptr<const model::Model> embeddingsOf_;   ///< whose tables were asked for last
    std::vector<std::shared_ptr<const EmbeddingTables>> tables_;  ///< one for each model that lives
    std::shared_ptr<const model::Trace> effectsOf_;  ///< whose effects were asked for last
    std::shared_ptr<const model::Trace> unitsOf_;    ///< the same of units
    std::shared_ptr<const model::Trace> beamOf_;     ///< the same of a beam search,
    model::SearchOptions beamOptions_;               ///< which was this one
    model::Helper helper_;                           ///< of the worker's thread
    Worker worker_;
    // What they do uses all of the above.
    Lane posteriors_;
    Lane embeddings_;
    Lane effects_;
    Lane units_;
    Lane beams_;
};

}  // namespace widgets
