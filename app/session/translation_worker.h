// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <chrono>
#include <functional>
#include <memory>
#include <stop_token>
#include <string>

#include "app/session/text_file.h"
#include "model/decoding/translation.h"
#include "model/numerics/helper.h"
#include "widgets/threads/worker.h"

namespace app {

/// Translates and reads models on a worker's thread. The latest request wins:
/// it cancels the one under way, whose results are never heard of. All functions are called, and
/// all signals come, on the thread that this lives on.
class TranslationWorker : public QObject {
    Q_OBJECT
  public:
    /// Throws model::Cancelled soon after it is asked to stop.
    using ModelReader =
        std::function<std::shared_ptr<const model::Model>(const std::stop_token &stop)>;
    /// Tells the time; called on the thread of the worker when a translation begins and after each
    /// step.
    using Clock = std::function<std::chrono::steady_clock::time_point()>;

    /// `snapshotEvery`: between what is heard of a translation that takes long; by default so long
    /// that some twenty words come whole, which pictures of a part of them would only delay.
    explicit TranslationWorker(
        QObject *parent = nullptr,
        std::chrono::milliseconds snapshotEvery = std::chrono::milliseconds(80),
        Clock clock = std::chrono::steady_clock::now);
    /// Cancels what is under way and waits for the thread.
    ~TranslationWorker() override = default;

    /// Begins a translation.
    void translate(model::TranslationRequest request);
    /// No translation is wanted any more.
    void cancel();
    /// Calls `read` on the thread, after what was to be loaded before; `key` tells which was
    /// loaded. Translations and loads do not cancel each other.
    void load(const QString &key, ModelReader read);
    /// Reads a file as a sentence, after what was to be read before.
    void readText(const QString &file);

  signals:
    /// A translation, or what there is of one so far (its ending is Ending::running).
    void translated(const std::shared_ptr<const model::Trace> &trace);
    void failed(const QString &sentence);
    void loaded(const QString &key, const std::shared_ptr<const model::Model> &model);
    void loadFailed(const QString &key, const QString &sentence);
    void textRead(const QString &file, const app::TextFile &content);

  private:
    /// On the worker's thread.
    widgets::Lane::Result work(widgets::Task &task, const model::TranslationRequest &request);

    std::chrono::milliseconds snapshotEvery_;
    Clock clock_;
    /// The last translation, as long as it is in view; the worker's thread only. Typing changes
    /// little of a translation: the next one follows its pieces mostly.
    std::weak_ptr<const model::Trace> last_;
    model::Helper helper_;  ///< of the worker's thread
    widgets::Worker worker_;
    // What they do uses all of the above.
    widgets::Lane loads_;
    widgets::Lane sentences_;
};

}  // namespace app
