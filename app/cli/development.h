// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <stop_token>
#include <string>
#include <vector>

#include "app/cli/use.h"
#include "model/evaluation/bleu.h"
#include "model/training/corpus.h"

namespace cli {

/// How good a model is on development pairs, a number from 0 to 100 that is higher for better ones:
/// BLEU or, of summaries, ROUGE-L of what it makes of them by greedy search; of replies, 100 by the
/// perplexity per piece.
class Development {
  public:
    Development(Use use, const std::vector<model::training::SentencePair> &pairs, int threads,
                std::stop_token stop);

    /// @throws model::Cancelled
    double operator()(const std::shared_ptr<const model::Model> &model) const;

  private:
    Use use_;
    int threads_;
    std::stop_token stop_;
    std::vector<std::string> sources_;
    std::vector<model::evaluation::References> references_;
};

/// What the score is called.
std::string_view scoreName(Use use);

}  // namespace cli
