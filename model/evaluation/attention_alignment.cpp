// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/evaluation/attention_alignment.h"

#include <algorithm>
#include <atomic>
#include <utility>

#include "model/alignment/words.h"
#include "model/decoding/decoding.h"
#include "model/decoding/posterior.h"
#include "model/decoding/translation.h"
#include "model/error.h"
#include "model/file/safetensors.h"
#include "model/numerics/parallel.h"

namespace model::evaluation {
namespace {

/// The tokens that each piece stands for; none for the end piece.
std::vector<Range> tokensOfPieces(const WrittenText &text, std::span<const Piece> pieces) {
    std::vector<Range> result;
    result.reserve(pieces.size());
    for (const Piece &piece : pieces) {
        Range tokens = tokensIn(text, piece.range);
        if (piece.id == special::end) {
            tokens = {};
        } else if (tokens.empty() && tokens.begin < static_cast<int>(text.tokens.size())) {
            ++tokens.end;  // a blank alone belongs to what follows it
        }
        result.push_back(tokens);
    }
    return result;
}

/// How much of each token is due to each piece [tokens, pieces]; a piece that overlaps several
/// tokens is shared by them.
Matrix shares(std::span<const Range> tokensOfPieces, std::size_t tokens) {
    Matrix result =
        Matrix::Zero(static_cast<long>(tokens), static_cast<long>(tokensOfPieces.size()));
    for (std::size_t piece = 0; piece < tokensOfPieces.size(); ++piece) {
        const Range range = tokensOfPieces[piece];
        for (int token = range.begin; token < range.end; ++token) {
            result(token, static_cast<long>(piece)) =
                1.0F / static_cast<float>(range.end - range.begin);
        }
    }
    return result;
}

/// The steps that produce the given pieces.
std::shared_ptr<const Trace> forced(Translation translation, std::span<const Piece> target,
                                    const std::stop_token &stop) {
    for (const Piece &piece : target) {
        if (stop.stop_requested()) {
            throw Cancelled();
        }
        Intervention intervention;
        intervention.word = piece.id;
        translation.step(intervention);
    }
    return translation.trace();
}

std::string sourceText(const AlignedPair &pair) {
    std::string text;
    for (const std::string &token : pair.source) {
        text += (text.empty() ? "" : " ") + token;
    }
    return text;
}

/// A sentence with its words as the tokens.
WrittenText writtenWords(const std::string &sentence, Language language) {
    std::string text = normalize(sentence, language).text;
    std::vector<Range> words = aligner::splitWords(text, language);
    return {std::move(text), std::move(words)};
}

/// The links that follow from the weights of each pair.
struct FoundLinks {
    std::vector<aligner::Links> strongest;
    std::vector<aligner::Links> above;

    explicit FoundLinks(std::size_t pairs) : strongest(pairs), above(pairs) {}
    void take(std::size_t pair, const Matrix &attention) {
        strongest[pair] = strongestLinks(attention);
        above[pair] = linksAbove(attention);
    }
    LinkErrors errors(std::span<const AlignedPair> pairs) const {
        return {alignmentError(strongest, pairs), alignmentError(above, pairs)};
    }
};

/// Those of the attention to each pair, computed on several threads.
template <class AttentionTo>
AttentionAgreement agreement(std::span<const AlignedPair> pairs, int threads,
                             const AttentionTo &attentionTo) {
    FoundLinks weights(pairs.size());
    FoundLinks posterior(pairs.size());
    std::atomic<std::size_t> next = 0;
    parallel(threads, [&](int) {
        for (auto i = next++; i < pairs.size(); i = next++) {
            const ForcedAttention attention = attentionTo(i);
            weights.take(i, attention.weights);
            posterior.take(i, attention.posterior);
        }
    });
    return {static_cast<int>(pairs.size()), weights.errors(pairs), posterior.errors(pairs)};
}

}  // namespace

ForcedAttention forcedAttention(const std::shared_ptr<const Model> &model, const AlignedPair &pair,
                                const std::stop_token &stop) {
    return forcedAttention(model, writeTokens(pair.source, model->sourceLanguage()),
                           writeTokens(pair.target, model->targetLanguage()), stop);
}

ForcedAttention forcedAttention(const std::shared_ptr<const Model> &model,
                                const WrittenText &source, const WrittenText &target,
                                const std::stop_token &stop) {
    if (!model->configuration().attends()) {
        throw Error("The alignment of a model without attention cannot be measured.");
    }
    Translation translation(model, source.text, stop);
    const std::vector<Piece> pieces = model->target().encode(target.text, model->targetLanguage());
    if (static_cast<int>(pieces.size()) >= maximumSourceLength) {
        throw SentenceError(
            "The translation is too long to be made: it has %1 word pieces, and at most %2 are.",
            pieces.size(), maximumSourceLength - 1);
    }

    const auto trace = forced(std::move(translation), pieces, stop);
    const Matrix sum = shares(tokensOfPieces(source, trace->source.pieces()), source.tokens.size());
    Matrix average = shares(tokensOfPieces(target, pieces), target.tokens.size());
    for (long token = 0; token < average.rows(); ++token) {
        const float pieceCount = average.row(token).sum();
        if (pieceCount > 0) {
            average.row(token) /= pieceCount;
        }
    }
    return {average * alignment(*trace) * sum.transpose(),
            average * posteriorAttention(*trace, stop).weights * sum.transpose()};
}

aligner::Links strongestLinks(const Matrix &attention) {
    aligner::Links links;
    for (long target = 0; target < attention.rows(); ++target) {
        long source = 0;
        attention.row(target).maxCoeff(&source);
        links.push_back({static_cast<int>(source), static_cast<int>(target)});
    }
    std::sort(links.begin(), links.end());
    return links;
}

aligner::Links linksAbove(const Matrix &attention, float threshold) {
    aligner::Links links;
    for (long source = 0; source < attention.cols(); ++source) {
        for (long target = 0; target < attention.rows(); ++target) {
            if (attention(target, source) >= threshold) {
                links.push_back({static_cast<int>(source), static_cast<int>(target)});
            }
        }
    }
    return links;
}

AttentionAgreement attentionAgreement(const std::shared_ptr<const Model> &model,
                                      std::span<const AlignedPair> pairs, int threads,
                                      const std::stop_token &stop) {
    return agreement(pairs, threads, [&](std::size_t i) {
        try {
            return forcedAttention(model, pairs[i], stop);
        } catch (const SentenceError &error) {
            throw SentenceError("The pair %1 cannot be aligned. %2",
                                safetensors::inQuotes(sourceText(pairs[i])), error.message());
        }
    });
}

AttentionAgreement statisticalAgreement(const std::shared_ptr<const Model> &model,
                                        std::span<const std::string> sentences,
                                        std::span<const std::string> translations,
                                        const aligner::WordAligner &aligner, int threads,
                                        const std::stop_token &stop) {
    if (sentences.size() != translations.size()) {
        throw Error("Got %1 translations, expected %2, one of each sentence.", translations.size(),
                    sentences.size());
    }
    const Language sourceLanguage = model->sourceLanguage();
    const Language targetLanguage = model->targetLanguage();
    const auto fits = [](const WrittenText &text, const Tokenizer &tokenizer, Language language) {
        return !text.tokens.empty() &&
               static_cast<int>(tokenizer.encode(text.text, language).size()) < maximumSourceLength;
    };
    std::vector<WrittenText> sources;
    std::vector<WrittenText> targets;
    std::vector<AlignedPair> pairs;
    for (std::size_t i = 0; i < sentences.size(); ++i) {
        WrittenText source = writtenWords(sentences[i], sourceLanguage);
        WrittenText target = writtenWords(translations[i], targetLanguage);
        if (fits(source, model->source(), sourceLanguage) &&
            fits(target, model->target(), targetLanguage)) {
            AlignedPair pair;
            pair.sure = aligner.align({aligner::wordKeys(source.text, sourceLanguage),
                                       aligner::wordKeys(target.text, targetLanguage)});
            pair.possible = pair.sure;
            pairs.push_back(std::move(pair));
            sources.push_back(std::move(source));
            targets.push_back(std::move(target));
        }
    }
    return agreement(pairs, threads, [&](std::size_t i) {
        return forcedAttention(model, sources[i], targets[i], stop);
    });
}

}  // namespace model::evaluation
