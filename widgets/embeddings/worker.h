// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <memory>
#include <vector>

#include "widgets/threads/worker.h"
#include "widgets/viewpoint/embedding_tables.h"

namespace widgets {

/// Computes what the embeddings panel shows of the tables of a model, on a worker's thread, once
/// for each model that is still in use. The latest request wins. All functions are called, and the
/// signal comes, on the thread that this lives on.
class EmbeddingWorker : public QObject {
    Q_OBJECT
  public:
    explicit EmbeddingWorker(QObject *parent = nullptr);
    /// Cancels what is under way and waits for the thread (as long as one eigen-decomposition).
    ~EmbeddingWorker() override = default;

    /// Wants everything about a model; what is known already comes back at once.
    std::shared_ptr<const EmbeddingTables> request(std::shared_ptr<const model::Model> model);

  signals:
    /// More is known of the model that was requested last.
    void progressed(const std::shared_ptr<const widgets::EmbeddingTables> &tables);

  private:
    void receive(const std::shared_ptr<const EmbeddingTables> &tables);

    /// A table for each model that lives.
    std::vector<std::shared_ptr<const EmbeddingTables>> known_;
    Worker worker_;
    Lane lane_{worker_, {}};
};

}  // namespace widgets
