// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>
#include <thread>
#include <vector>

#include "model/decoding/posterior.h"
#include "model/decoding/trace.h"
#include "model/numerics/helper.h"
#include "widgets/threads/mailbox.h"

namespace app {

/// Translates, works out posteriors and reads models on a thread of its own (never the global
/// pool, which painting uses). The latest request wins: it cancels the one under way, whose results
/// are never heard of. All functions are called, and all signals come, on the thread the worker
/// lives on.
class TranslationWorker : public QObject {
    Q_OBJECT
  public:
    /// Throws model::Cancelled soon after it is asked to stop.
    using ModelReader =
        std::function<std::shared_ptr<const model::Model>(const std::stop_token &stop)>;
    /// Tells the time; called on the worker's thread when a translation begins and after each step.
    using Clock = std::function<std::chrono::steady_clock::time_point()>;

    /// `snapshotEvery`: between what is heard of a translation that takes long; by default so long
    /// that some twenty words come whole, which pictures of a part of them would only delay.
    explicit TranslationWorker(
        QObject *parent = nullptr,
        std::chrono::milliseconds snapshotEvery = std::chrono::milliseconds(80),
        Clock clock = std::chrono::steady_clock::now);
    /// Cancels what is under way and waits for the thread.
    ~TranslationWorker() override;

    /// Begins to translate a sentence (UTF-8).
    void translate(std::shared_ptr<const model::Model> model, std::string sentence);
    /// No translation is wanted any more.
    void cancel();
    /// Begins to work out the posterior attention of a translation, in place of any other.
    /// Sentences and models come first; a new sentence ends it.
    void computePosterior(std::shared_ptr<const model::Trace> trace);
    void cancelPosterior();
    /// Calls `read` on the thread, after what was to be loaded before; `key` tells which was
    /// loaded. Translations and loads do not cancel each other.
    void load(const QString &key, ModelReader read);

  signals:
    /// A translation, or what there is of one so far (its ending is Ending::running).
    void translated(const std::shared_ptr<const model::Trace> &trace);
    void failed(const QString &sentence);
    /// May still come for a translation that was asked for before the last one: compare.
    void posteriorComputed(const std::shared_ptr<const model::Trace> &trace,
                           const std::shared_ptr<const model::Posterior> &posterior);
    void posteriorFailed(const QString &sentence);
    void loaded(const QString &key, const std::shared_ptr<const model::Model> &model);
    void loadFailed(const QString &key, const QString &sentence);

  private:
    struct Sentence {
        std::uint64_t number = 0;
        std::shared_ptr<const model::Model> model;
        std::string text;
        std::stop_token stop;
    };

    struct Load {
        QString key;
        ModelReader read;
    };

    void run(const std::stop_token &stop);
    void work(const Sentence &sentence);
    void work(const std::shared_ptr<const model::Trace> &trace, const std::stop_token &stop);
    /// Ends the posterior under way, if any; under mutex_.
    void interruptPosterior();
    void work(const Load &load, const std::stop_token &stop);
    /// Runs `what` on the owner's thread, if the request is still the latest then.
    void publish(const Sentence &sentence, std::function<void()> what);

    std::chrono::milliseconds snapshotEvery_;
    Clock clock_;
    std::uint64_t sentences_ = 0;  ///< requests so far; the owner's thread only
    widgets::Mailbox mailbox_;
    std::mutex mutex_;
    std::condition_variable_any wake_;
    std::stop_source
        current_;  ///< of the latest sentence; this and the four below: guarded by mutex_
    std::optional<Sentence> sentence_;
    std::stop_source posteriorStop_;
    std::shared_ptr<const model::Trace> posteriorOf_;  ///< whose is wanted; null: nobody's
    std::deque<Load> loads_;
    /// The pieces of the last translation, and of which model they are; the thread's only. Typing
    /// changes little of a translation: the next one follows them mostly.
    std::vector<int> draft_;
    std::weak_ptr<const model::Model> draftModel_;
    model::Helper helper_;  ///< of the thread below
    std::jthread thread_;
};

}  // namespace app
