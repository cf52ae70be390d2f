// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/training/fingerprint.h"

#include <sstream>

#include "model/training/hash.h"

namespace model::training {

namespace {

/// Stands last; not said of float32, which is what older runs had without saying so.
constexpr const char *precisionPart = ", precision ";
constexpr const char *unsaidPrecision = "float32";

/// Distinguishes the models that a run may begin with.
std::uint64_t hash(const Model &model) {
    const Parameters<float> weights = model.weights().parameters();
    return Hash()
        .add(std::as_bytes(weights.values()))
        .add(model.source().serialized())
        .add(model.target().serialized())
        .value();
}

}  // namespace

std::string fingerprint(const TrainingOptions &o, std::uint64_t corpus) {
    const Configuration &c = o.configuration;
    const Updater::Options &u = o.updater;
    std::ostringstream text;
    text.precision(17);
    text << "corpus " << corpus << ", scored on " << o.scoredOn << ", " << toString(c.architecture)
         << ' ' << toString(c.score) << ", sizes";
    for (const int size :
         {c.sourceVocabulary, c.targetVocabulary, c.embedding, c.encoder, c.decoder, c.attention,
          static_cast<int>(c.bidirectional), static_cast<int>(c.tiedOutput)}) {
        text << ' ' << size;
    }
    text << ", seed " << u.seed << ", batch " << o.plan.targetPieces << ' ' << o.plan.pool << ' '
         << o.plan.maximumLength << ' ' << o.plan.joined << ' ' << o.plan.joinedLength
         << ", dropout " << u.regularisation.dropout << ", smoothing " << u.regularisation.smoothing
         << ", adam " << u.adam.beta1 << ' ' << u.adam.beta2 << ' ' << u.adam.epsilon << ", clip "
         << u.clip << ", average " << u.averageDecay << ", rate " << u.schedule.peak << ' '
         << u.schedule.warmUp << ' ' << u.schedule.floor << ", noise " << o.noise.casual << ' '
         << o.noise.lowerCase << ' ' << o.noise.noAccents << ' ' << o.noise.noFinal << ' '
         << o.noise.slip << ", guidance " << u.regularisation.guidance;
    if (c.queryOfWord) {
        text << ", query of word";
    }
    if (o.guidedBySameWords) {
        text << ", guided by same words";
    }
    if (o.withoutSource > 0) {
        text << ", without source " << o.withoutSource;
    }
    if (c.seesPictures()) {
        text << ", features";
        for (const int features : c.features) {
            text << ' ' << features;
        }
    }
    if (o.inventedNames > 0) {
        text << ", names " << o.inventedNames;
    }
    if (o.listsOfNames > 0) {
        text << ", lists of names " << o.listsOfNames;
    }
    if (o.inventedNumbers > 0) {
        text << ", numbers " << o.inventedNumbers;
    }
    if (o.patterned > 0) {
        text << ", patterns " << hash(o.patterns) << ' ' << o.patterned;
    }
    if (o.expectations) {
        text << ", expectations " << o.expectations->hash() << ' ' << u.regularisation.expectation;
    }
    if (o.backTranslated > 0) {
        text << ", back-translated " << o.backTranslated;
    }
    if (o.plan.joinedCount != BatchPlan().joinedCount) {
        text << ", joined " << o.plan.joinedCount;
    }
    if (u.regularisation.wordDropout > 0) {
        text << ", word dropout " << u.regularisation.wordDropout;
    }
    if (o.start != nullptr) {
        text << ", from " << hash(*o.start);
    }
    if (o.vocabularies && o.start == nullptr) {
        text << ", vocabularies "
             << Hash().add(o.vocabularies->source).add(o.vocabularies->target).value();
    }
    if (o.precision != unsaidPrecision) {
        text << precisionPart << o.precision;
    }
    return text.str();
}

std::string precisionOf(const std::string &fingerprint) {
    const std::string part = precisionPart;
    const std::size_t at = fingerprint.rfind(part);
    return at == std::string::npos ? unsaidPrecision : fingerprint.substr(at + part.size());
}

}  // namespace model::training
