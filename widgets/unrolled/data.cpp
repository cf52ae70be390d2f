// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/unrolled/data.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include "widgets/drawing/label.h"
#include "widgets/text/piece_label.h"
#include "widgets/unrolled/text.h"
#include "widgets/viewpoint/vectors.h"

namespace widgets {
namespace {

std::span<const float> row(const model::Matrix &matrix, int index) {
    if (index < 0 || index >= matrix.rows())
        return {};
    return {matrix.data() + static_cast<long>(index) * matrix.cols(),
            static_cast<std::size_t>(matrix.cols())};
}

std::span<const float> row(const model::Row &values) {
    return {values.data(), static_cast<std::size_t>(values.size())};
}

/// The limit of the colours of rows of values: of very many, of a hundred or two spread evenly.
double limitOf(const std::vector<std::span<const float>> &rows) {
    constexpr std::size_t enough = 128;
    const std::size_t every = std::max<std::size_t>(rows.size() / enough, 1);
    std::vector<float> values;
    for (std::size_t i = 0; i < rows.size(); i += every)
        values.insert(values.end(), rows[i].begin(), rows[i].end());
    return robustLimit(values);
}

double widest(const QFontMetricsF &metrics, const QStringList &texts) {
    double width = 0;
    for (const QString &text : texts)
        width = std::max(width, metrics.horizontalAdvance(text));
    return width;
}

}  // namespace

Extent UnrolledData::extent() const {
    return trace ? extentOf(*trace) : Extent{};
}

int UnrolledData::columns() const {
    if (!trace)
        return 0;
    const int steps = trace->targetLength();
    return trace->ending == model::Ending::running ? std::max(steps, trace->sourceLength()) : steps;
}

std::span<const float> UnrolledData::values(Vector strip, int index) const {
    if (!trace)
        return {};
    if (strip == Vector::initialState)
        return row(trace->encoder->initial);
    if (index < 0)
        return {};
    // What sees a picture has no passes, whose states annotations are otherwise.
    const std::size_t half = trace->encoder->passes.empty()
                                 ? static_cast<std::size_t>(trace->encoder->annotations.cols())
                                 : static_cast<std::size_t>(trace->encoder->forward().state.cols());
    const bool exists = index < trace->targetLength();
    const auto annotation = [&] { return row(trace->encoder->annotations, index); };
    const auto step = [&] { return trace->steps[static_cast<std::size_t>(index)].get(); };
    switch (strip) {
        case Vector::none:
        case Vector::initialState:
            return {};
        case Vector::embedding:
            return row(trace->encoder->embeddings, index);
        case Vector::forwardState:
            return annotation().first(std::min(half, annotation().size()));
        case Vector::backwardState:
            return annotation().subspan(std::min(half, annotation().size()));
        case Vector::context:
            return exists ? row(step()->context) : std::span<const float>{};
        case Vector::decoderState:
            return exists ? row(step()->cell.state, 0) : std::span<const float>{};
        case Vector::targetEmbedding:
            return exists ? row(step()->previousEmbedding) : std::span<const float>{};
    }
    return {};
}

double UnrolledData::limit(Vector strip) const {
    switch (strip) {
        case Vector::embedding:
        case Vector::targetEmbedding:
            return embeddingLimit;
        case Vector::forwardState:
        case Vector::backwardState:
        case Vector::context:
            return encoderLimit;
        case Vector::initialState:
        case Vector::decoderState:
            return decoderLimit;
        case Vector::none:
            break;
    }
    return 1;
}

namespace {

double encoderLimitOf(const model::EncoderTrace &encoder) {
    std::vector<std::span<const float>> rows;
    for (int i = 0; i < encoder.annotations.rows(); ++i)
        rows.push_back(row(encoder.annotations, i));
    return limitOf(rows);
}

double decoderLimitOf(const model::Trace &trace) {
    std::vector<std::span<const float>> rows{row(trace.encoder->initial)};
    for (const auto &step : trace.steps)
        rows.push_back(row(step->cell.state, 0));
    return limitOf(rows);
}

}  // namespace

UnrolledData unrolledData(std::shared_ptr<const model::Trace> trace, bool joined) {
    UnrolledData content;
    if (!trace || !trace->encoder || trace->source.empty())
        return content;
    content.source = labelsOf(trace->source);
    content.target = labelsOf(trace->target);
    if (joined) {
        content.sourceWords = trace->source.words();
        content.targetWords = model::groupWords(trace->target, trace->translation);
    }
    const model::Matrix &embeddings = trace->encoder->embeddings;
    content.embeddingLimit =
        robustLimit({embeddings.data(), static_cast<std::size_t>(embeddings.size())});
    content.encoderLimit = encoderLimitOf(*trace->encoder);
    content.decoderLimit = decoderLimitOf(*trace);
    content.trace = std::move(trace);
    return content;
}

UnrolledMetrics unrolledMetrics(const UnrolledData &content, const QFont &font) {
    QFont bold = font;
    bold.setBold(true);
    QFont smallBold = smallFont(font);
    smallBold.setBold(true);
    const QFontMetricsF main(bold);
    const QFontMetricsF small(smallBold);
    UnrolledMetrics metrics;
    metrics.legend = 0;
    metrics.text = std::ceil(main.height());
    metrics.small = std::ceil(small.height());
    metrics.captions = 0;
    const bool picture = content.trace && content.trace->source.picture();
    for (int i = 0; i < unrolledRowCount; ++i) {
        for (const bool attention : {true, false}) {
            const QString text =
                UnrolledText::caption(static_cast<UnrolledRow>(i), attention, picture);
            metrics.captions = std::max(metrics.captions, std::ceil(main.horizontalAdvance(text)));
        }
    }
    const auto ofUnits = [](const char *text) {
        return QCoreApplication::translate("widgets::UnrolledView", text)
            .arg(QLatin1String("128"), QLatin1String("1024"));
    };
    for (const QString &text : {ofUnits("%1 of %2 units"), ofUnits("%1 of %2, ±%3").arg(0.25)})
        metrics.captions = std::max(metrics.captions, std::ceil(small.horizontalAdvance(text)));
    metrics.number = std::ceil(small.horizontalAdvance(QStringLiteral("+10.14")));
    // Nearly every sentence has limits of two decimals: then the captions keep their width.
    UnrolledData usual;
    usual.embeddingLimit = usual.encoderLimit = usual.decoderLimit = 0.25;
    for (const UnrolledData *limits : {&std::as_const(usual), &content})
        for (int line = 0; line < unrolledLegendLines; ++line)
            metrics.legend =
                std::max(metrics.legend,
                         std::ceil(small.horizontalAdvance(UnrolledText::range(*limits, line))));
    metrics.captions = std::max(metrics.captions, metrics.legend);
    metrics.sourceLabel = std::ceil(widest(main, content.source));
    metrics.targetLabel = std::ceil(widest(main, content.target));
    const int last = std::max(content.columns() - 1, 0);
    metrics.contextLabel = 0;
    for (Stage stage = firstStage(content.extent()); content.trace && stage <= Stage::context;
         stage = static_cast<Stage>(static_cast<int>(stage) + 1)) {
        const QString label = UnrolledText::contextLabel(content, last, stage);
        metrics.contextLabel =
            std::max(metrics.contextLabel, std::ceil(main.horizontalAdvance(label)));
    }
    return metrics;
}

UnrolledInput unrolledInput(const UnrolledData &content, const UnrolledMetrics &metrics,
                            const QSizeF &viewport, double zoom) {
    UnrolledInput input;
    input.metrics = metrics;
    input.viewport = viewport;
    input.zoom = zoom;
    if (!content.trace)
        return input;
    const model::EncoderTrace &encoder = *content.trace->encoder;
    input.source = content.trace->sourceLength();
    input.steps = content.columns();
    input.embedding = static_cast<int>(encoder.embeddings.cols());
    input.encoder = static_cast<int>(encoder.passes.empty() ? encoder.annotations.cols()
                                                            : encoder.forward().state.cols());
    input.backward = encoder.backward().state.rows() > 0;
    input.annotation = static_cast<int>(encoder.annotations.cols());
    input.decoder = static_cast<int>(encoder.initial.size());
    input.before = content.compared ? std::ceil(metrics.small) : 0;
    return input;
}

}  // namespace widgets
