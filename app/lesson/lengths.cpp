// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lesson/lengths.h"

#include <algorithm>
#include <utility>

#include "app/lesson/quality.h"
#include "app/lesson/resource.h"
#include "app/session/session.h"
#include "model/decoding/translation.h"
#include "model/error.h"
#include "model/evaluation/chrf.h"
#include "model/evaluation/report.h"
#include "model/training/corpus.h"
#include "widgets/figure/file.h"

namespace app {
namespace {

GradedSentence graded(std::string source, std::vector<std::string> references) {
    const int words = model::evaluation::countWords(source);
    return {std::move(source), std::move(references), words};
}

void sortByLength(std::vector<GradedSentence> &sentences) {
    std::ranges::stable_sort(sentences, {}, &GradedSentence::words);
}

/// @throws model::Error for a model that cannot be read, model::Cancelled
LengthResult resultOf(
    const GradedSentence &sentence,
    const std::array<std::shared_ptr<const model::Model>, lengthModelCount> &models,
    const std::stop_token &stop) {
    LengthResult result;
    for (std::size_t i = 0; i < models.size(); ++i) {
        try {
            const auto trace = model::translate({models[i], sentence.source}, nullptr, stop);
            result.translations[i] = QString::fromStdString(trace->translation);
            const std::vector<std::string> hypotheses{trace->translation};
            const std::vector<model::evaluation::References> references{sentence.references};
            result.quality[i] = model::evaluation::chrf(hypotheses, references);
        } catch (const model::SentenceError &) {
            // Such as one that is too long: it has no point in the plot.
        }
    }
    return result;
}

}  // namespace

QString keyOf(LengthModel model) {
    return model == LengthModel::attention ? QStringLiteral("attention")
                                           : QStringLiteral("bottleneck");
}

const std::vector<GradedSentence> &gradedSentences() {
    static const std::vector<GradedSentence> all = [] {
        std::vector<GradedSentence> read;
        for (const QByteArray &line : lessonResource(QStringLiteral("graded.tsv")).split('\n'))
            if (const auto columns = line.split('\t'); columns.size() == 2)
                read.push_back(graded(columns[0].toStdString(), {columns[1].toStdString()}));
        sortByLength(read);
        return read;
    }();
    return all;
}

std::vector<LengthMean> meansByLength(const std::vector<GradedSentence> &sentences,
                                      const std::vector<std::optional<LengthResult>> &results) {
    std::vector<LengthMean> means;
    for (const MeasuredQuality &row : measuredQuality()) {
        LengthMean mean;
        for (std::size_t i = 0; i < std::min(sentences.size(), results.size()); ++i) {
            const int words = sentences[i].words;
            // What is longer than the longest of the card counts with it.
            const bool belongs =
                words >= row.from && (words <= row.to || &row == &measuredQuality().back());
            const auto &result = results[i];
            if (!belongs || !result || !result->quality[0] || !result->quality[1])
                continue;
            ++mean.sentences;
            mean.words += words;
            for (std::size_t m = 0; m < lengthModelCount; ++m)
                mean.quality[m] += *result->quality[m];
        }
        if (mean.sentences == 0)
            continue;
        mean.words /= mean.sentences;
        for (double &quality : mean.quality)
            quality /= mean.sentences;
        means.push_back(mean);
    }
    return means;
}

LengthMeasure::LengthMeasure(QObject *parent)
    : QObject(parent), files_(worker_, {.urgency = 1}), lane_(worker_, {}) {
    takeGraded();
}

void LengthMeasure::take(std::vector<GradedSentence> sentences, bool own) {
    lane_.cancel();
    own_ = own;
    sentences_ = std::move(sentences);
    results_.assign(sentences_.size(), std::nullopt);
    done_ = 0;
    emit changed();
}

void LengthMeasure::takeGraded() {
    files_.cancel();
    take(gradedSentences(), false);
}

void LengthMeasure::takeFile(const QString &file) {
    lane_.cancel();
    emit changed();
    auto work = [this, path = widgets::pathOf(file)](widgets::Task &task) -> widgets::Lane::Result {
        model::training::Corpus corpus = model::training::readCorpus(
            path, model::training::Columns::references, model::training::BadLines::skip);
        task.check();
        std::vector<GradedSentence> read;
        for (model::training::SentencePair &pair : corpus.pairs)
            if (read.size() < static_cast<std::size_t>(mostPairs))
                read.push_back(graded(std::move(pair.source), std::move(pair.references)));
        sortByLength(read);
        return [this, read = std::move(read)]() mutable {
            take(std::move(read), true);
            start();
        };
    };
    files_.request(std::move(work), {.failed = [this](const QString &why) { emit failed(why); }});
}

void LengthMeasure::start() {
    const auto unknown = std::ranges::find_if_not(
        results_, [](const std::optional<LengthResult> &result) { return result.has_value(); });
    if (running() || unknown == results_.end())
        return;
    const auto first = static_cast<std::size_t>(unknown - results_.begin());
    lane_.request([this, sentences = sentences_,
                   first](widgets::Task &task) { return measure(task, sentences, first); },
                  {.failed = [this](const QString &why) {
                      emit changed();
                      emit failed(why);
                  }});
    emit changed();
}

widgets::Lane::Result LengthMeasure::measure(widgets::Task &task,
                                             const std::vector<GradedSentence> &sentences,
                                             std::size_t first) {
    const model::Helper::Attending attending(helper_);
    for (std::size_t i = 0; i < models_.size(); ++i)
        if (!models_[i])
            models_[i] = modelReader(keyOf(static_cast<LengthModel>(i)))(task.stop());
    for (std::size_t i = first; i < sentences.size(); ++i) {
        task.check();
        LengthResult result = resultOf(sentences[i], models_, task.stop());
        const double done = static_cast<double>(i + 1) / static_cast<double>(sentences.size());
        task.deliver([this, i, done, result = std::move(result)] {
            results_[i] = result;
            done_ = done;
            emit changed();
        });
    }
    return [this] { emit changed(); };
}

void LengthMeasure::cancel() {
    files_.cancel();
    lane_.cancel();
    emit changed();
}

}  // namespace app
