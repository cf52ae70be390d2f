// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/evaluation/report.h"

#include <algorithm>

#include "model/error.h"
#include "model/evaluation/chrf.h"
#include "model/evaluation/segments.h"
#include "model/text/utf8.h"

namespace model::evaluation {
namespace {

bool holds(const LengthBucket &bucket, int words) {
    return words >= bucket.least && (bucket.most == 0 || words <= bucket.most);
}

void fill(LengthBucket &bucket, std::span<const std::string> sources,
          std::span<const std::string> translations, std::span<const References> references) {
    std::vector<std::string> hypotheses;
    std::vector<References> expected;
    for (std::size_t i = 0; i < sources.size(); ++i) {
        // An empty line counts among the shortest: every sentence is in one bucket.
        if (holds(bucket, std::max(1, countWords(sources[i])))) {
            hypotheses.push_back(translations[i]);
            expected.push_back(references[i]);
        }
    }
    bucket.sentences = static_cast<int>(hypotheses.size());
    bucket.bleu = bleu(hypotheses, expected).score;
    bucket.chrf = chrf(hypotheses, expected);
}

}  // namespace

int countWords(std::string_view sentence) {
    int words = 0;
    bool counted = false;  // the word that is being read
    for (const std::string_view character : characters(sentence)) {
        if (isSpace(character)) {
            counted = false;
        } else if (!counted && isPartOfWord(characterAt(character, 0).codePoint)) {
            counted = true;
            ++words;
        }
    }
    return words;
}

Report makeReport(std::span<const std::string> sources, std::span<const std::string> translations,
                  std::span<const References> references) {
    if (sources.size() != translations.size()) {
        throw Error("Got %1 translations of %2 sentences, expected one of each.",
                    translations.size(), sources.size());
    }
    Report report;
    report.sentences = static_cast<int>(sources.size());
    report.bleu = bleu(translations, references);
    report.bleuSignature = bleuSignature(references);
    report.chrf = chrf(translations, references);
    report.chrfSignature = chrfSignature(references);
    report.byLength = {{1, 5}, {6, 10}, {11, 15}, {16, 20}, {21, 30}, {31, 0}};
    for (LengthBucket &bucket : report.byLength) {
        fill(bucket, sources, translations, references);
    }
    return report;
}

}  // namespace model::evaluation
