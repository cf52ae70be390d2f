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
    bool normalized = false;
    bool shared = false;
    std::string sourceLanguage = "fr";
    std::string targetLanguage = "en";
};

/// The first column of each line of a file; nothing of no file.
std::vector<std::string> readText(const std::string &file, Language language) {
    if (file.empty()) {
        return {};
    }
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

/// `names`: of the languages of the sentences.
std::string make(const std::vector<std::string> &sentences, int size, const std::string &names,
                 const VocabularySettings &settings) {
    TokenizerTraining training;
    training.vocabulary = size;
    training.wholeWords = static_cast<int>(settings.wholeWords * size);
    training.required = keyboardSigns;
    training.seed = static_cast<unsigned long>(settings.seed);
    std::string serialized = trainTokenizer(sentences, training);
    std::cout << Tokenizer(serialized, "tokenizer").size() << " pieces of " << sentences.size()
              << " sentences in " << names << '\n';
    return serialized;
}

/// The texts of each side, a sentence each.
struct Texts {
    std::vector<std::string> source;
    std::vector<std::string> target;
};

Texts readTexts(const VocabularySettings &settings) {
    const Language from = languageOf(settings.sourceLanguage);
    const Language to = languageOf(settings.targetLanguage);
    Texts texts;
    for (const std::string &file : settings.corpora) {
        for (SentencePair &pair : readPairs(file, Columns::training, settings.skipBadLines)) {
            std::string &target = pair.references.front();
            texts.source.push_back(settings.normalized ? normalize(pair.source, from).text
                                                       : std::move(pair.source));
            texts.target.push_back(settings.normalized ? normalize(target, to).text
                                                       : std::move(target));
        }
    }
    const auto append = [](std::vector<std::string> more, std::vector<std::string> &to) {
        std::move(more.begin(), more.end(), std::back_inserter(to));
    };
    append(readText(settings.sourceText, from), texts.source);
    append(readText(settings.targetText, to), texts.target);
    return texts;
}

/// Both vocabularies, which are one where they are shared.
Vocabularies make(Texts texts, const VocabularySettings &settings) {
    if (settings.shared) {
        std::move(texts.target.begin(), texts.target.end(), std::back_inserter(texts.source));
        const std::string made =
            make(texts.source, settings.source,
                 settings.sourceLanguage == settings.targetLanguage
                     ? settings.sourceLanguage
                     : settings.sourceLanguage + ", " + settings.targetLanguage,
                 settings);
        return {made, made};
    }
    return {make(texts.source, settings.source, settings.sourceLanguage, settings),
            make(texts.target, settings.target, settings.targetLanguage, settings)};
}

void declare(Options &options, VocabularySettings &settings) {
    options.furtherArguments(
        "CORPUS...", settings.corpora,
        "pairs: two sentences with a tab between on each line; one that is given twice "
        "counts twice");
    options.text("source-text", "FILE", settings.sourceText,
                 "more of the first language: a sentence on each line, up to a tab");
    options.text("target-text", "FILE", settings.targetText, "the same of the second language");
    options.text("output", "FILE", settings.output, "the file of both vocabularies to write");
    options.integer("source-vocabulary", "N", settings.source, 300, 1000000,
                    "pieces of the first language");
    options.integer("target-vocabulary", "N", settings.target, 300, 1000000,
                    "pieces of the second language");
    options.real("whole-words", "P", settings.wholeWords, 0, 0.9,
                 "share of these pieces that is kept for frequent words that would be split");
    options.flag("shared", settings.shared,
                 "make one vocabulary for both sides, of as many pieces as the first is to have");
    options.text("source-language", "CODE", settings.sourceLanguage, "the first language");
    options.text("target-language", "CODE", settings.targetLanguage, "the second language");
    options.flag("normalize", settings.normalized,
                 "bring the pairs into the form that typed text is brought into");
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
    writeVocabularies(make(readTexts(settings), settings), settings.output);
    std::cout << "wrote " << settings.output << '\n';
    return 0;
}

}  // namespace cli
