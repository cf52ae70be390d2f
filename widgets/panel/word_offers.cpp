// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panel/word_offers.h"

#include <QCoreApplication>
#include <QStringList>
#include <algorithm>
#include <cmath>
#include <set>

#include "widgets/text/piece_label.h"

namespace widgets {
namespace {

constexpr std::size_t mostOffers = 12;

/// Whose tr() the texts here are.
struct OfferText {
    Q_DECLARE_TR_FUNCTIONS(widgets::WordOffers)
};

/// Collects what is offered, each piece once.
class Collector {
  public:
    Collector(const model::Trace &trace, int step)
        : vocabulary_(trace.model->target()), step_(trace.step(step)) {}

    bool full() const { return offers_.size() >= mostOffers; }
    void addPiece(int id, const QString &prefix) {
        if (full() || seen_.contains(id))
            return;
        const QString label = vocabularyLabel(vocabulary_, id);
        if (!label.startsWith(prefix, Qt::CaseInsensitive))
            return;
        seen_.insert(id);
        offers_.push_back({label, {id}, probabilityOf(id)});
    }
    void addPieces(const std::vector<model::Piece> &pieces) {
        WordOffer offer;
        QStringList labels;
        for (const model::Piece &piece : pieces) {
            offer.pieces.push_back(piece.id);
            labels.append(vocabularyLabel(vocabulary_, piece.id));
        }
        if (pieces.size() == 1) {
            seen_.insert(pieces.front().id);
            offer.probability = probabilityOf(pieces.front().id);
        }
        offer.label = labels.join(QStringLiteral(" + "));
        offers_.push_back(std::move(offer));
    }
    void addCandidates(const QString &prefix) {
        for (const model::Candidate &candidate : step_.candidates)
            addPiece(candidate.id, prefix);
    }
    void addVocabulary(const QString &prefix) {
        for (int id = model::special::end + 1; id < vocabulary_.size() && !full(); ++id)
            addPiece(id, prefix);
    }
    std::vector<WordOffer> take() { return std::move(offers_); }

  private:
    std::optional<double> probabilityOf(int id) const {
        const auto found = std::ranges::find(step_.candidates, id, &model::Candidate::id);
        if (found == step_.candidates.end())
            return {};
        return std::exp(static_cast<double>(found->logProbability));
    }

    const model::Tokenizer &vocabulary_;
    const model::StepTrace &step_;
    std::vector<WordOffer> offers_;
    std::set<int> seen_;
};

bool isUnknown(const model::Piece &piece) {
    return piece.id == model::special::unknown;
}

/// What is said of a text that was typed as these pieces.
QString answerTo(const QString &typed, const std::vector<model::Piece> &pieces) {
    const QString shown = shortenedLabel(plainLabel(typed));
    if (pieces.empty() || std::ranges::any_of(pieces, isUnknown))
        return OfferText::tr("“%1” cannot be taken: the vocabulary has no pieces for it.")
            .arg(shown);
    if (pieces.size() == 1)
        return OfferText::tr("“%1” is one piece of the vocabulary.").arg(shown);
    if (std::ranges::any_of(pieces, &model::Piece::isByte))
        return OfferText::tr(
                   "“%1” is no word of the vocabulary; it takes %n pieces, bytes among them, "
                   "one step each.",
                   nullptr, static_cast<int>(pieces.size()))
            .arg(shown);
    return OfferText::tr("“%1” is no word of the vocabulary; it takes %n pieces, one step each.",
                         nullptr, static_cast<int>(pieces.size()))
        .arg(shown);
}

}  // namespace

WordOffers wordOffers(const model::Trace &trace, int step, const QString &typed) {
    Collector collector(trace, step);
    const QString text = typed.trimmed();
    WordOffers result;
    if (text.isEmpty()) {
        collector.addCandidates({});
        result.answer = OfferText::tr("The most probable words; or type another one.");
    } else if (text.startsWith(u'·')) {
        collector.addCandidates(text);
        collector.addVocabulary(text);
    } else {
        const auto pieces =
            trace.model->target().encode(text.toStdString(), trace.model->targetLanguage());
        result.answer = answerTo(text, pieces);
        if (!pieces.empty() && std::ranges::none_of(pieces, isUnknown))
            collector.addPieces(pieces);
        collector.addCandidates(text);
        collector.addVocabulary(text);
    }
    result.offers = collector.take();
    if (result.answer.isEmpty())
        result.answer = result.offers.empty()
                            ? OfferText::tr("No piece of the vocabulary goes on like that.")
                            : OfferText::tr("Pieces that go on with the word before.");
    return result;
}

}  // namespace widgets
