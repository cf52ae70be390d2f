// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/evaluation/translate_all.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>
#include <utility>

#include "model/error.h"

namespace model::evaluation {
namespace {

Rendering render(const std::shared_ptr<const Model> &model, const std::string &sentence,
                 const SearchOptions &options, const std::stop_token &stop,
                 const std::function<void(const Trace &)> &visit) {
    Rendering rendering;
    try {
        const auto trace = translate(model, sentence, options, stop);
        visit(*trace);
        rendering.text = trace->translation;
        rendering.pieces = trace->targetLength();
    } catch (const SentenceError &error) {
        rendering.problem = error.what();
    }
    return rendering;
}

}  // namespace

std::vector<Rendering> translateEach(const std::shared_ptr<const Model> &model,
                                     std::span<const std::string> sentences,
                                     const SearchOptions &options, int threads,
                                     const std::stop_token &stop, const Visit &visit) {
    std::vector<Rendering> results(sentences.size());
    std::atomic<std::size_t> next = 0;
    std::mutex mutex;
    std::exception_ptr failure;
    const auto work = [&] {
        try {
            for (auto i = next++; i < sentences.size(); i = next++) {
                results[i] = render(model, sentences[i], options, stop, [&](const Trace &trace) {
                    if (visit) {
                        visit(i, trace);
                    }
                });
            }
        } catch (...) {
            next = sentences.size();  // the other threads need not go on
            const std::lock_guard lock(mutex);
            failure = failure ? failure : std::current_exception();
        }
    };
    {
        std::vector<std::jthread> helpers;
        for (int i = 1; i < threads; ++i) {
            helpers.emplace_back(work);
        }
        work();
    }
    if (failure) {
        std::rethrow_exception(failure);
    }
    return results;
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
