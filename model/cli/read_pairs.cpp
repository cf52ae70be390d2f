// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/cli/read_pairs.h"

#include <iostream>
#include <utility>

namespace cli {

using namespace model::training;

std::vector<SentencePair> readPairs(const std::string &file, Columns columns, bool skipBadLines) {
    Corpus corpus = readCorpus(file, columns, skipBadLines ? BadLines::skip : BadLines::refuse);
    for (const std::string &skipped : corpus.skipped) {
        std::cerr << "attention-model: " << skipped << " It is skipped.\n";
    }
    return std::move(corpus.pairs);
}

}  // namespace cli
