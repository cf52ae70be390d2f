// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/development.h"

#include <utility>

#include "model/evaluation/perplexity.h"
#include "model/evaluation/rouge.h"
#include "model/evaluation/translate_all.h"

namespace cli {

using namespace model::evaluation;

Development::Development(Use use, const std::vector<model::training::SentencePair> &pairs,
                         int threads, std::stop_token stop)
    : use_(use), threads_(threads), stop_(std::move(stop)) {
    for (const auto &pair : pairs) {
        sources_.push_back(pair.source);
        references_.push_back(pair.references);
    }
}

double Development::operator()(const std::shared_ptr<const model::Model> &model) const {
    if (use_ == Use::dialogue) {
        std::vector<std::string> replies;
        for (const References &each : references_) {
            replies.push_back(each.front());
        }
        return 100 / targetProbability(model, sources_, replies, Shown::source, threads_, stop_)
                         .perplexityPerPiece();
    }
    const std::vector<std::string> outputs = translateAll(model, sources_, {}, threads_, stop_);
    return use_ == Use::summary ? rouge(outputs, references_).longest
                                : bleu(outputs, references_).score;
}

std::string_view scoreName(Use use) {
    switch (use) {
        case Use::summary:
            return "ROUGE-L";
        case Use::dialogue:
            return "100/perplexity";
        default:
            break;
    }
    return "BLEU";
}

}  // namespace cli
