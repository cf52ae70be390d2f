// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/colloquial_command.h"

#include <iostream>
#include <string>
#include <utility>

#include "app/cli/options.h"
#include "app/cli/read_pairs.h"
#include "model/numerics/random.h"
#include "model/text/normalize.h"
#include "model/training/augmentation/colloquial.h"

namespace cli {
namespace {

using namespace model::training;

struct ColloquialSettings {
    std::string corpus;
    double share = 1;
    double addressed = 0;
    int seed = 1;
    bool skipBadLines = false;
};

void print(const SentencePair &pair) {
    std::cout << pair.source << '\t' << pair.references.front() << '\n';
}

void write(const SentencePair &pair, const ColloquialSettings &settings, model::Random random) {
    SentencePair spoken = pair;
    if (random.chance(settings.share)) {
        if (auto sentence = colloquial(pair.source, {random.next()})) {
            spoken.source = std::move(*sentence);
            print(spoken);
        }
    }
    if (random.chance(settings.addressed)) {
        if (const auto opened = addressed(spoken, {random.next()})) {
            print(*opened);
        }
    }
}

}  // namespace

int colloquialCommand(std::span<const std::string> arguments) {
    ColloquialSettings settings;
    Options options("attention-model colloquial --corpus FILE [OPTIONS] > PAIRS",
                    "Writes the pairs of a corpus whose French is another when it is said or typed "
                    "in conversation,\nin that form: without \"ne\", questions in the order of "
                    "statements, words abbreviated.");
    options.text("corpus", "FILE", settings.corpus,
                 "a line a pair: French, tab, English; further columns are ignored");
    options.real("share", "P", settings.share, 0, 1, "of such pairs that are written");
    options.real("addressed", "P", settings.addressed, 0, 1,
                 "of all pairs that are written with an interjection, too, in both languages");
    options.integer("seed", "N", settings.seed, 0, 1000000000, "names the random choices");
    options.flag("skip-bad-lines", settings.skipBadLines, skipBadLinesHelp);
    if (!options.parse(arguments)) {
        return 0;
    }
    if (settings.corpus.empty()) {
        throw UsageError("colloquial needs --corpus FILE.");
    }
    std::uint64_t line = 0;
    for (SentencePair &pair :
         readPairs(settings.corpus, Columns::training, settings.skipBadLines)) {
        pair.source = model::normalize(pair.source, model::Language::french).text;
        write(pair, settings, {static_cast<std::uint64_t>(settings.seed), line++});
    }
    return 0;
}

}  // namespace cli
