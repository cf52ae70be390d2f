// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/translation_worker.h"

#include <chrono>
#include <new>
#include <utility>

#include "model/decoding/translation.h"
#include "model/error.h"

namespace app {
namespace {

/// The exception under way as one sentence.
QString sentenceOfException() {
    try {
        throw;
    } catch (const std::bad_alloc &) {
        return TranslationWorker::tr("There is not enough memory for this.");
    } catch (const std::exception &error) {
        return QString::fromUtf8(error.what());
    }
}

}  // namespace

TranslationWorker::TranslationWorker(QObject *parent, std::chrono::milliseconds snapshotEvery,
                                     Clock clock)
    : QObject(parent), snapshotEvery_(snapshotEvery), clock_(std::move(clock)) {
    thread_ = std::jthread([this](const std::stop_token &stop) { run(stop); });
}

TranslationWorker::~TranslationWorker() {
    {
        const std::scoped_lock lock(mutex_);
        current_.request_stop();
        interruptPosterior();
    }
    thread_.request_stop();
    thread_.join();
}

void TranslationWorker::interruptPosterior() {
    posteriorStop_.request_stop();
    posteriorStop_ = std::stop_source();
}

void TranslationWorker::translate(std::shared_ptr<const model::Model> model, std::string sentence) {
    {
        const std::scoped_lock lock(mutex_);
        current_.request_stop();
        current_ = std::stop_source();
        posteriorOf_.reset();
        interruptPosterior();
        sentence_ =
            Sentence{++sentences_, std::move(model), std::move(sentence), current_.get_token()};
    }
    wake_.notify_one();
}

void TranslationWorker::cancel() {
    const std::scoped_lock lock(mutex_);
    ++sentences_;
    current_.request_stop();
    posteriorOf_.reset();
    interruptPosterior();
    sentence_.reset();
}

void TranslationWorker::computePosterior(std::shared_ptr<const model::Trace> trace) {
    {
        const std::scoped_lock lock(mutex_);
        posteriorOf_ = std::move(trace);
        interruptPosterior();
    }
    wake_.notify_one();
}

void TranslationWorker::cancelPosterior() {
    const std::scoped_lock lock(mutex_);
    posteriorOf_.reset();
    interruptPosterior();
}

void TranslationWorker::load(const QString &key, ModelReader read) {
    {
        const std::scoped_lock lock(mutex_);
        loads_.push_back(Load{key, std::move(read)});
        interruptPosterior();  // it is begun anew after the model
    }
    wake_.notify_one();
}

void TranslationWorker::run(const std::stop_token &stop) {
    while (true) {
        std::optional<Sentence> sentence;
        std::optional<Load> load;
        std::shared_ptr<const model::Trace> trace;
        std::stop_token posteriorStop;
        {
            std::unique_lock lock(mutex_);
            wake_.wait(lock, stop, [this] { return sentence_ || !loads_.empty() || posteriorOf_; });
            if (stop.stop_requested())
                return;
            sentence = std::exchange(sentence_, std::nullopt);
            if (!sentence && !loads_.empty()) {
                load = std::move(loads_.front());
                loads_.pop_front();
            }
            trace = posteriorOf_;
            posteriorStop = posteriorStop_.get_token();
        }
        if (sentence)
            work(*sentence);
        else if (load)
            work(*load, stop);
        else
            work(trace, posteriorStop);
    }
}

void TranslationWorker::work(const Sentence &sentence) {
    const model::Helper::Attending attending(helper_);
    try {
        model::Translation translation(sentence.model, sentence.text, sentence.stop);
        if (draftModel_.lock() == sentence.model)
            translation.expect(draft_);
        auto last = clock_();
        while (!translation.finished()) {
            if (sentence.stop.stop_requested())
                return;
            translation.step();
            const auto now = clock_();
            if (translation.finished() || now - last < snapshotEvery_)
                continue;
            last = now;
            publish(sentence, [this, trace = translation.trace()] { emit translated(trace); });
        }
        const auto whole = translation.trace();
        draft_.clear();
        for (const model::Choice &choice : whole->choices)
            draft_.push_back(choice.candidate.id);
        draftModel_ = sentence.model;
        publish(sentence, [this, whole] { emit translated(whole); });
    } catch (const model::Cancelled &) {
        return;
    } catch (...) {
        publish(sentence, [this, what = sentenceOfException()] { emit failed(what); });
    }
}

void TranslationWorker::work(const std::shared_ptr<const model::Trace> &trace,
                             const std::stop_token &stop) {
    const model::Helper::Attending attending(helper_);
    std::function<void()> what;
    try {
        auto posterior =
            std::make_shared<const model::Posterior>(model::posteriorAttention(*trace, stop));
        what = [this, trace, posterior = std::move(posterior)] {
            emit posteriorComputed(trace, posterior);
        };
    } catch (const model::Cancelled &) {
        return;  // and it is no longer wanted, or begun anew
    } catch (...) {
        what = [this, why = sentenceOfException()] { emit posteriorFailed(why); };
    }
    {
        const std::scoped_lock lock(mutex_);
        if (posteriorOf_ == trace)
            posteriorOf_.reset();
    }
    mailbox_.post(std::move(what));
}

void TranslationWorker::work(const Load &load, const std::stop_token &stop) {
    std::function<void()> what;
    try {
        what = [this, key = load.key, model = load.read(stop)] { emit loaded(key, model); };
    } catch (const model::Cancelled &) {
        return;
    } catch (...) {
        what = [this, key = load.key, why = sentenceOfException()] { emit loadFailed(key, why); };
    }
    mailbox_.post(std::move(what));
}

void TranslationWorker::publish(const Sentence &sentence, std::function<void()> what) {
    // The number is compared on the owner's thread: what was posted before a newer request is
    // dropped there, too.
    mailbox_.post([this, number = sentence.number, what = std::move(what)] {
        if (number == sentences_)
            what();
    });
}

}  // namespace app
