// SPDX-License-Identifier: GPL-3.0-or-later
#include <sentencepiece_processor.h>
#include <sentencepiece_trainer.h>

#include <unordered_map>

#include "model/configuration.h"
#include "model/error.h"
#include "model/text/sentencepiece_call.h"
#include "model/text/tokenizer.h"
#include "model/text/whole_words.h"

namespace model {
namespace {

/// Hands sentences to the trainer from memory: since it reads no file, it cannot leave a path in
/// the tokenizer.
class Sentences : public sentencepiece::SentenceIterator {
  public:
    explicit Sentences(const std::vector<std::string> &sentences) : sentences_(sentences) {}
    bool done() const override { return position_ == sentences_.size(); }
    void Next() override { ++position_; }
    const std::string &value() const override { return sentences_[position_]; }
    sentencepiece::util::Status status() const override { return {}; }

  private:
    const std::vector<std::string> &sentences_;
    std::size_t position_ = 0;
};

using Arguments = std::unordered_map<std::string, std::string>;

/// What all our tokenizers have in common.
Arguments commonArguments() {
    return {
        // A small corpus does not hold thousands of pieces: take what there is.
        {"hard_vocab_limit", "false"},
        // The text is normalised already; a change made here would not show in the ranges.
        {"normalization_rule_name", "identity"},
        {"max_sentence_length", "16384"},  // bytes; longer ones would be left out
        {"pad_id", std::to_string(special::padding)},
        {"unk_id", std::to_string(special::unknown)},
        {"bos_id", std::to_string(special::begin)},
        {"eos_id", std::to_string(special::end)},
        {"minloglevel", "3"},
    };
}

/// The tokenizer, serialized; empty if none could be made.
std::string train(const std::vector<std::string> &sentences, const Arguments &arguments) {
    Sentences iterator(sentences);
    std::string serialized;
    const bool trained = succeeds([&] {
        return sentencepiece::SentencePieceTrainer::Train(arguments, &iterator, &serialized);
    });
    return trained ? serialized : "";
}

}  // namespace

const std::string_view keyboardSigns =
    "!\"#$%&'()*+,-./0123456789:;<=>?@[\\]^_`{|}~"
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
    "àâäáãåæçéèêëíìîïñóòôöõøœúùûüýÿßÀÂÄÁÃÅÆÇÉÈÊËÍÌÎÏÑÓÒÔÖÕØŒÚÙÛÜÝŸ"
    "€£$¤¥¢§°µ²³¼½¾±×÷·«»¿¡©®™ªº№–—•→";

std::string trainTokenizer(const std::vector<std::string> &sentences,
                           const TokenizerTraining &options) {
    if (sentences.empty())
        throw CorpusError("A tokenizer cannot be trained on 0 sentences, expected at least 1.");
    Arguments arguments = commonArguments();
    arguments.insert({
        {"model_type", "unigram"},
        {"vocab_size", std::to_string(options.vocabulary - options.wholeWords)},
        {"character_coverage", std::to_string(options.coverage)},
        {"byte_fallback", "true"},
        // Numbers are read digit by digit: few of them are frequent enough to be learned whole.
        {"split_digits", "true"},
        {"num_threads", std::to_string(options.threads)},
    });
    if (!options.required.empty())
        arguments.emplace("required_chars", options.required);
    sentencepiece::SetRandomGeneratorSeed(static_cast<unsigned int>(options.seed));
    std::string serialized = train(sentences, arguments);
    if (serialized.empty())
        throw CorpusError(
            "A tokenizer of %1 pieces cannot be trained on these %2 sentences, expected more "
            "pieces "
            "than they have different characters, beside 256 bytes and 4 special ones, and text to "
            "make them of.",
            options.vocabulary, sentences.size());
    if (options.wholeWords > 0)
        return withWholeWords(serialized, sentences, options.wholeWords);
    return serialized;
}

std::string letterTokenizer(std::string_view letters) {
    // A blank is written as the sign that it becomes, or it would be lost at the ends.
    std::string signs;
    for (const char letter : letters)
        signs += letter == ' ' ? std::string(spaceMark) : std::string(1, letter);
    Arguments arguments = commonArguments();
    arguments.insert({
        {"model_type", "char"},
        {"vocab_size", std::to_string(letters.size() + special::end + 1)},
        {"character_coverage", "1"},
        {"use_all_vocab", "true"},
        // What stands first is a letter like any other, without a blank before it.
        {"add_dummy_prefix", "false"},
    });
    std::string serialized = train({signs}, arguments);
    if (serialized.empty())
        throw CorpusError("A tokenizer of the letters \"%1\" cannot be made, expected one or more.",
                          letters);
    return serialized;
}

std::string wordTokenizer(std::span<const std::string> words) {
    // The more often a word occurs the earlier it stands.
    std::string text;
    for (std::size_t i = 0; i < words.size(); ++i)
        for (std::size_t k = i; k < words.size(); ++k)
            text += words[i] + ' ';
    Arguments arguments = commonArguments();
    arguments.insert({
        {"model_type", "word"},
        {"vocab_size", std::to_string(words.size() + special::end + 1)},
        {"character_coverage", "1"},
        {"use_all_vocab", "true"},
    });
    std::string serialized = train({text}, arguments);
    if (serialized.empty())
        throw CorpusError("A tokenizer of %1 words cannot be made, expected one or more.",
                          words.size());
    return serialized;
}

}  // namespace model
