// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/read_pairs.h"

#include <utility>

#include "app/cli/complain.h"
#include "model/alignment/words.h"
#include "model/text/normalize.h"

namespace cli {

using namespace model::training;

void tellSkipped(const std::string &sentence) {
    complain(sentence + " It is skipped.");
}

std::vector<SentencePair> readPairs(const std::string &file, Columns columns, bool skipBadLines) {
    Corpus corpus = readCorpus(file, columns, skipBadLines ? BadLines::skip : BadLines::refuse);
    for (const std::string &skipped : corpus.skipped) {
        tellSkipped(skipped);
    }
    return std::move(corpus.pairs);
}

std::vector<model::aligner::WordPair> readWordPairs(const std::string &file, bool skipBadLines) {
    using model::Language;
    const auto keys = [](const std::string &text, Language language) {
        return model::aligner::wordKeys(model::normalize(text, language).text, language);
    };
    std::vector<model::aligner::WordPair> pairs;
    for (const SentencePair &pair : readPairs(file, Columns::training, skipBadLines)) {
        pairs.push_back(
            {keys(pair.source, Language::french), keys(pair.references[0], Language::other)});
    }
    return pairs;
}

}  // namespace cli
