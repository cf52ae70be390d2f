// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/vocabulary_command.h"

#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "app/cli/options.h"
#include "app/cli/read_pairs.h"
#include "model/error.h"
#include "model/file/safetensors.h"
#include "model/text/lines.h"
#include "model/text/normalize.h"
#include "model/text/tokenizer.h"
#include "model/training/vocabularies.h"

namespace cli {
namespace {

using namespace model;
using namespace model::training;

struct VocabularySettings {
    std::vector<std::string> corpora;
    std::string sourceText, targetText, output;
    int source = 14000;
    int target = 11000;
    double wholeWords = 0.35;
    int seed = 1;
    bool skipBadLines = false;
};

/// The first column of each line of a file.
std::vector<std::string> readText(const std::string &file, Language language) {
    std::ifstream input(file, std::ios::binary);
    if (!input) {
        throw CorpusError("The text %1 cannot be opened for reading.", file);
    }
    std::vector<std::string> sentences;
    std::string line;
    for (LineReader reader(input); reader.next(line);) {
        sentences.push_back(normalize(line.substr(0, line.find('\t')), language).text);
    }
    if (input.bad()) {
        throw CorpusError("The text %1 could not be read to its end.", file);
    }
    return sentences;
}

std::string make(std::vector<std::string> sentences, const std::string &text, Language language,
                 int size, const VocabularySettings &settings) {
    if (!text.empty()) {
        auto more = readText(text, language);
        std::move(more.begin(), more.end(), std::back_inserter(sentences));
    }
    TokenizerTraining training;
    training.vocabulary = size;
    training.wholeWords = static_cast<int>(settings.wholeWords * size);
    training.required = keyboardSigns;
    training.seed = static_cast<unsigned long>(settings.seed);
    std::string serialized = trainTokenizer(sentences, training);
    std::cout << Tokenizer(serialized, "tokenizer").size() << " pieces of " << sentences.size()
              << (language == Language::french ? " French sentences\n" : " English sentences\n");
    return serialized;
}

void declare(Options &options, VocabularySettings &settings) {
    options.furtherArguments("CORPUS...", settings.corpora,
                             "pairs: French, tab, English on each line; one that is given twice "
                             "counts twice");
    options.text("source-text", "FILE", settings.sourceText,
                 "more French: a sentence on each line, up to a tab");
    options.text("target-text", "FILE", settings.targetText, "the same in English");
    options.text("output", "FILE", settings.output, "the file of both vocabularies to write");
    options.integer("source-vocabulary", "N", settings.source, 300, 1000000, "French pieces");
    options.integer("target-vocabulary", "N", settings.target, 300, 1000000, "English pieces");
    options.real("whole-words", "P", settings.wholeWords, 0, 0.9,
                 "share of these pieces that is kept for frequent words that would be split");
    options.integer("seed", "N", settings.seed, 0, 1000000000, "of everything random");
    options.flag("skip-bad-lines", settings.skipBadLines, skipBadLinesHelp);
}

}  // namespace

int vocabularyCommand(std::span<const std::string> arguments) {
    VocabularySettings settings;
    Options options("attention-model vocabulary --output FILE [OPTIONS] CORPUS...",
                    "Makes both vocabularies of models, to be handed to train --vocabulary. Every "
                    "sign of a French and\nof an English keyboard has a piece, and frequent words "
                    "are whole.");
    declare(options, settings);
    if (!options.parse(arguments)) {
        return 0;
    }
    if (settings.output.empty() || settings.corpora.empty()) {
        throw UsageError("vocabulary needs --output FILE and one or more corpora.");
    }
    safetensors::checkWritable(settings.output);
    std::vector<std::string> source;
    std::vector<std::string> target;
    for (const std::string &file : settings.corpora) {
        for (SentencePair &pair : readPairs(file, Columns::training, settings.skipBadLines)) {
            source.push_back(std::move(pair.source));
            target.push_back(std::move(pair.references.front()));
        }
    }
    const Vocabularies made{
        make(std::move(source), settings.sourceText, Language::french, settings.source, settings),
        make(std::move(target), settings.targetText, Language::other, settings.target, settings)};
    writeVocabularies(made, settings.output);
    std::cout << "wrote " << settings.output << '\n';
    return 0;
}

}  // namespace cli
