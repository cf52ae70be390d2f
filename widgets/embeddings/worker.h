// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <stop_token>
#include <thread>
#include <vector>

#include "widgets/threads/mailbox.h"
#include "widgets/viewpoint/embedding_tables.h"

namespace widgets {

/// Computes what the embeddings panel shows of a model's tables, on a thread of its own (never the
/// global pool, which painting uses), once for each model that is still in use. The latest request
/// wins. All functions are called, and the signal comes, on the thread the worker lives on.
class EmbeddingWorker : public QObject {
    Q_OBJECT
  public:
    explicit EmbeddingWorker(QObject *parent = nullptr);
    /// Cancels what is under way and waits for the thread (as long as one eigen-decomposition).
    ~EmbeddingWorker() override;

    /// Wants everything about a model; what is known already comes back at once.
    std::shared_ptr<const EmbeddingTables> request(std::shared_ptr<const model::Model> model);

  signals:
    /// More is known of the model that was requested last.
    void progressed(const std::shared_ptr<const widgets::EmbeddingTables> &tables);

  private:
    void run(const std::stop_token &stop);
    void compute(const std::shared_ptr<const model::Model> &model, EmbeddingTables tables,
                 const std::stop_token &stop);
    void publish(const EmbeddingTables &tables);
    void receive(const std::shared_ptr<const EmbeddingTables> &tables);

    /// Owner's thread only. A table for each model that lives.
    std::vector<std::shared_ptr<const EmbeddingTables>> known_;
    std::weak_ptr<const model::Model> wanted_;
    Mailbox mailbox_;
    std::mutex mutex_;
    std::condition_variable_any wake_;
    std::stop_source current_;                     ///< this and the two below: guarded by mutex_
    std::shared_ptr<const model::Model> waiting_;  ///< null: nothing to do
    EmbeddingTables begun_;                        ///< what is known of it
    std::jthread thread_;
};

}  // namespace widgets
