// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/evaluation/attention_alignment.h"

#include <algorithm>
#include <atomic>

#include "model/decoding.h"
#include "model/error.h"
#include "model/evaluation/tokens.h"
#include "model/safetensors.h"
#include "model/training/parallel.h"
#include "model/translation.h"

namespace model::evaluation {
namespace {

/// The tokens each piece stands for; none for the end piece.
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

/// How much of each token is due to each piece [tokens, pieces]; a piece that reaches into several
/// is shared by them.
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

/// The weights of the steps that produce the given pieces [T, S].
Matrix weightsOf(const Trace &begun, std::span<const Piece> target, const std::stop_token &stop) {
    Matrix weights(static_cast<long>(target.size()), begun.sourceLength());
    StepTrace previous;
    for (std::size_t i = 0; i < target.size(); ++i) {
        if (stop.stop_requested()) {
            throw Cancelled();
        }
        Intervention intervention;
        intervention.word = target[i].id;
        previous = decode(*begun.model, *begun.encoder, i == 0 ? nullptr : &previous, intervention);
        weights.row(static_cast<long>(i)) = previous.weights;
    }
    return weights;
}

Language languageOf(const Model &model, const std::string &key) {
    return model.metadata(key) == "fr" ? Language::french : Language::other;
}

std::string sourceText(const AlignedPair &pair) {
    std::string text;
    for (const std::string &token : pair.source) {
        text += (text.empty() ? "" : " ") + token;
    }
    return text;
}

}  // namespace

Matrix forcedAttention(const std::shared_ptr<const Model> &model, const AlignedPair &pair,
                       const std::stop_token &stop) {
    if (model->configuration().architecture != Architecture::attention) {
        throw Error("The alignment of a model without attention cannot be measured.");
    }
    const Language targetLanguage = languageOf(*model, "target_language");
    const WrittenText source = writeTokens(pair.source, languageOf(*model, "source_language"));
    const WrittenText target = writeTokens(pair.target, targetLanguage);
    const Trace begun = beginTrace(model, source.text, stop);
    const std::vector<Piece> pieces = model->target().encode(target.text, targetLanguage);
    if (static_cast<int>(pieces.size()) >= maximumSourceLength) {
        throw SentenceError("The translation is too long to be made: it has " +
                            std::to_string(pieces.size()) + " word pieces, and at most " +
                            std::to_string(maximumSourceLength - 1) + " are.");
    }

    const Matrix weights = weightsOf(begun, pieces, stop);
    const Matrix sum = shares(tokensOfPieces(source, begun.source), pair.source.size());
    Matrix average = shares(tokensOfPieces(target, pieces), pair.target.size());
    for (long token = 0; token < average.rows(); ++token) {
        const float pieceCount = average.row(token).sum();
        if (pieceCount > 0) {
            average.row(token) /= pieceCount;
        }
    }
    return average * weights * sum.transpose();
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
    std::vector<aligner::Links> strongest(pairs.size());
    std::vector<aligner::Links> above(pairs.size());
    std::atomic<std::size_t> next = 0;
    training::parallel(threads, [&](int) {
        for (auto i = next++; i < pairs.size(); i = next++) {
            try {
                const Matrix attention = forcedAttention(model, pairs[i], stop);
                strongest[i] = strongestLinks(attention);
                above[i] = linksAbove(attention);
            } catch (const SentenceError &error) {
                throw SentenceError("The pair " + safetensors::inQuotes(sourceText(pairs[i])) +
                                    " cannot be aligned. " + error.what());
            }
        }
    });
    return {static_cast<int>(pairs.size()), alignmentError(strongest, pairs),
            alignmentError(above, pairs)};
}

}  // namespace model::evaluation
