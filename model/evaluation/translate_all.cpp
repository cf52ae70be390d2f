// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/evaluation/translate_all.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <iterator>
#include <mutex>
#include <thread>
#include <utility>

#include "model/decoding/decoding.h"
#include "model/decoding/stepwise_search.h"
#include "model/error.h"

namespace model::evaluation {
namespace {

/// Rows of each weight's product that are wanted at once: from here on more make it hardly faster.
constexpr int rowsAtOnce = 48;

/// Sentences that are translated side by side, so that each weight is read once for all of them.
/// The numbers of each are those that it has alone.
class SideBySide {
  public:
    SideBySide(const std::shared_ptr<const Model> &model, const SearchOptions &options)
        : model_(model),
          options_(options),
          places_(static_cast<std::size_t>(std::max(1, rowsAtOnce / std::max(1, options.beam)))) {}

    bool full() const { return going_.size() >= places_; }
    bool empty() const { return going_.empty(); }
    /// @throws SentenceError
    void add(std::size_t index, const std::string &sentence, const std::stop_token &stop) {
        auto one = std::make_unique<Going>();
        one->index = index;
        one->beginning = beginTrace(model_, sentence, none_, stop);
        one->search = beginSearch(one->beginning, none_, options_);
        going_.push_back(std::move(one));
    }
    /// One step of each; gives away those that have ended.
    template <class Ended>
    void step(const Ended &ended) {
        std::vector<StepRequest> requests;
        std::vector<std::size_t> counts;
        for (const auto &one : going_) {
            auto wanted = one->search->wanted();
            counts.push_back(wanted.size());
            std::move(wanted.begin(), wanted.end(), std::back_inserter(requests));
        }
        auto steps = decodeEach(*model_, requests);
        auto next = std::make_move_iterator(steps.begin());
        for (std::size_t i = 0; i < going_.size(); ++i) {
            const auto end = next + static_cast<std::ptrdiff_t>(counts[i]);
            going_[i]->search->take({next, end});
            next = end;
        }
        std::erase_if(going_, [&](const auto &one) {
            const bool finished = one->search->finished();
            if (finished) {
                const auto best = one->search->ended().front();
                ended(one->index, *traceOf(one->beginning, none_, *best));
            }
            return finished;
        });
    }

  private:
    struct Going {
        std::size_t index = 0;
        Trace beginning;
        std::unique_ptr<StepwiseSearch> search;
    };

    std::shared_ptr<const Model> model_;
    const SearchOptions options_;
    const std::size_t places_;
    const Interventions none_;
    std::vector<std::unique_ptr<Going>> going_;
};

/// What there is to translate, and what has become of it; shared by threads.
struct Work {
    std::shared_ptr<const Model> model;
    std::span<const std::string> sentences;
    const SearchOptions &options;
    const std::stop_token &stop;
    const Visit &visit;
    std::vector<Rendering> results{sentences.size()};
    std::atomic<std::size_t> next = 0;

    /// Until there are no sentences left that have not been begun.
    void run() {
        SideBySide going(model, options);
        for (;;) {
            while (!going.full() && begin(going)) {
            }
            if (going.empty()) {
                return;
            }
            if (stop.stop_requested()) {
                throw Cancelled();
            }
            going.step([this](std::size_t index, const Trace &trace) {
                if (visit) {
                    visit(index, trace);
                }
                results[index].text = trace.translation;
                results[index].pieces = trace.targetLength();
            });
        }
    }
    /// Begins the next sentence, if there is one.
    bool begin(SideBySide &going) {
        const std::size_t index = next++;
        if (index >= sentences.size()) {
            return false;
        }
        try {
            going.add(index, sentences[index], stop);
        } catch (const SentenceError &error) {
            results[index].problem = error.what();
        }
        return true;
    }
};

}  // namespace

std::vector<Rendering> translateEach(const std::shared_ptr<const Model> &model,
                                     std::span<const std::string> sentences,
                                     const SearchOptions &options, int threads,
                                     const std::stop_token &stop, const Visit &visit) {
    Work work{model, sentences, options, stop, visit};
    std::mutex mutex;
    std::exception_ptr failure;
    const auto run = [&] {
        try {
            work.run();
        } catch (...) {
            work.next = sentences.size();  // the other threads need not begin any more
            const std::lock_guard lock(mutex);
            failure = failure ? failure : std::current_exception();
        }
    };
    {
        std::vector<std::jthread> helpers;
        for (int i = 1; i < threads; ++i) {
            helpers.emplace_back(run);
        }
        run();
    }
    if (failure) {
        std::rethrow_exception(failure);
    }
    return std::move(work.results);
}

std::vector<std::string> translateAll(const std::shared_ptr<const Model> &model,
                                      std::span<const std::string> sentences,
                                      const SearchOptions &options, int threads,
                                      const std::stop_token &stop) {
    auto renderings = translateEach(model, sentences, options, threads, stop);
    std::vector<std::string> texts;
    texts.reserve(renderings.size());
    std::transform(renderings.begin(), renderings.end(), std::back_inserter(texts),
                   [](Rendering &rendering) { return std::move(rendering.text); });
    return texts;
}

}  // namespace model::evaluation
