// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/evaluation/captions.h"

#include <algorithm>
#include <vector>

#include "model/decoding/translation.h"
#include "model/error.h"
#include "model/numerics/parallel.h"
#include "model/scenes/picture.h"

namespace model::evaluation {
namespace {

/// Adds the attention of the steps whose pieces lie in a part of the caption.
void addAttention(const Trace &trace, Range range, const Row &shown, AttentionOnThing &sum) {
    double weight = 0;
    double touching = 0;
    int steps = 0;
    for (int i = 0; i < trace.targetLength(); ++i) {
        const Range &piece = trace.target[static_cast<std::size_t>(i)].range;
        if (overlap(piece, range)) {
            const Row &weights = trace.step(i).weights;
            weight += static_cast<double>(weights.dot(shown));
            touching += static_cast<double>((shown.array() > 0).select(weights, 0.0F).sum());
            ++steps;
        }
    }
    if (steps > 0) {
        ++sum.words;
        sum.weight += weight / steps;
        sum.touching += touching / steps;
    }
}

const scenes::Wording &wordingOf(const Model &model) {
    const std::string &language = model.metadata("target_language");
    const scenes::Wording *wording = scenes::Wording::of(language);
    if (!model.configuration().seesPictures() || wording == nullptr) {
        throw Error(
            "The captions of a model cannot be judged: its architecture is %1 and its target "
            "language \"%2\", expected caption, and en or fr.",
            toString(model.configuration().architecture), language);
    }
    return *wording;
}

}  // namespace

CaptionFigures &CaptionFigures::operator+=(const CaptionFigures &other) {
    scenes += other.scenes;
    right += other.right;
    wellFormed += other.wellFormed;
    objects += other.objects;
    complete += other.complete;
    relations += other.relations;
    skies += other.skies;
    for (std::size_t i = 0; i < attention.size(); ++i) {
        attention[i].words += other.attention[i].words;
        attention[i].weight += other.attention[i].weight;
        attention[i].touching += other.attention[i].touching;
    }
    return *this;
}

CaptionFigures figuresOf(const Trace &trace, const scenes::Scene &scene,
                         const scenes::Wording &wording) {
    CaptionFigures figures;
    figures.scenes = 1;
    const auto statement = scenes::parse(trace.translation, wording);
    if (!statement) {
        return figures;
    }
    const scenes::Verdict verdict = scenes::judge(*statement, scene);
    figures.wellFormed = 1;
    figures.right = verdict.right() ? 1 : 0;
    figures.objects = verdict.objects ? 1 : 0;
    figures.complete = verdict.complete ? 1 : 0;
    figures.relations = verdict.relations ? 1 : 0;
    figures.skies = verdict.sky ? 1 : 0;
    const Matrix shares = scenes::cellShares(scene);
    for (const scenes::Reference &reference : statement->references) {
        const Row shown = scenes::shownCells(reference, verdict, shares);
        if (shown.maxCoeff() > 0) {
            addAttention(trace, reference.range, shown,
                         figures.attention[static_cast<std::size_t>(reference.role)]);
        }
    }
    return figures;
}

CaptionFigures measureCaptions(const std::shared_ptr<const Model> &model,
                               std::span<const scenes::Scene> scenes, int threads,
                               const std::stop_token &stop) {
    const scenes::Wording &wording = wordingOf(*model);
    std::vector<CaptionFigures> each(scenes.size());
    deal(threads, scenes.size(), [&](std::size_t i) {
        const auto trace = translate({model, scenes::toJson(scenes[i])}, nullptr, stop);
        each[i] = figuresOf(*trace, scenes[i], wording);
    });
    CaptionFigures sum;
    for (const CaptionFigures &figures : each) {
        sum += figures;
    }
    return sum;
}

}  // namespace model::evaluation
