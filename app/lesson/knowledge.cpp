// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lesson/knowledge.h"

#include <utility>

#include "app/session/session.h"
#include "model/decoding/encoder.h"
#include "model/decoding/translation.h"

namespace app {

using widgets::Lane;
using widgets::Task;

model::Matrix annotationChanges(const model::Trace &trace, const std::stop_token &stop) {
    const int length = trace.sourceLength();
    model::Matrix changes(length, length);
    const auto pieces = trace.source.pieces();
    for (int k = 0; k < length; ++k) {
        std::vector<model::Piece> others(pieces.begin(), pieces.end());
        others[static_cast<std::size_t>(k)].id = model::special::unknown;
        const model::EncoderTrace without = model::encode(
            *trace.model, model::Source(trace.source.text(), std::move(others)), stop);
        changes.row(k) =
            (without.annotations - trace.encoder->annotations).rowwise().norm().transpose();
    }
    return changes;
}

std::vector<int> mostAbout(const model::Matrix &changes) {
    std::vector<int> words(static_cast<std::size_t>(changes.cols()));
    for (Eigen::Index j = 0; j < changes.cols(); ++j) {
        Eigen::Index most = 0;
        changes.col(j).maxCoeff(&most);
        words[static_cast<std::size_t>(j)] = static_cast<int>(most);
    }
    return words;
}

LessonKnowledge knowledgeOf(const std::shared_ptr<const model::Model> &attention,
                            const std::shared_ptr<const model::Model> &bottleneck,
                            const std::string &sentence, const std::stop_token &stop) {
    LessonKnowledge known;
    known.attention = model::translate({attention, sentence}, nullptr, stop);
    known.bottleneck = model::translate({bottleneck, sentence}, nullptr, stop);
    known.about = mostAbout(annotationChanges(*known.attention, stop));
    known.posterior =
        std::make_shared<const model::Posterior>(model::posteriorAttention(*known.attention, stop));
    known.effects = model::attentionEffects(*known.attention, {}, {}, stop);
    return known;
}

LessonScholar::LessonScholar(QObject *parent)
    : QObject(parent), lane_(worker_, {.keeps = Lane::Keeps::newest}) {}

const LessonKnowledge &LessonScholar::know(const QString &sentence) {
    if (sentence == sentence_)
        return known_;
    sentence_ = sentence;
    known_ = {};
    lane_.cancel();
    if (sentence.trimmed().isEmpty())
        return known_;
    // Without it the page says what it knows; why a sentence cannot be translated the window tells.
    lane_.request([this, text = sentence.toStdString()](Task &task) -> Lane::Result {
        const model::Helper::Attending attending(helper_);
        if (!models_.attention)
            models_.attention = modelReader(QStringLiteral("attention"))(task.stop());
        if (!models_.bottleneck)
            models_.bottleneck = modelReader(QStringLiteral("bottleneck"))(task.stop());
        auto known = knowledgeOf(models_.attention, models_.bottleneck, text, task.stop());
        return [this, known = std::move(known)]() mutable {
            known_ = std::move(known);
            emit learnt();
        };
    });
    return known_;
}

}  // namespace app
