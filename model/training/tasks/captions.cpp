// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/training/tasks/captions.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "model/error.h"
#include "model/numerics/parallel.h"
#include "model/scenes/cells.h"
#include "model/scenes/generator.h"
#include "model/scenes/picture.h"
#include "model/training/hash.h"
#include "model/training/pair_encoder.h"

namespace model::training {

namespace {

enum CaptionStream : std::uint64_t { captionStream = 51, vocabularyStream = 52 };

/// Few enough that a run begins soon.
constexpr long mostPerEpoch = 8192;
/// A piece is linked with the cells that show so much of a thing, beside the one that shows most.
constexpr float leastShown = 0.65F;

long captionsPerEpoch(long pairs) {
    return std::clamp(pairs, 1L, mostPerEpoch);
}

long captionEpochs(long pairs) {
    return (pairs + captionsPerEpoch(pairs) - 1) / captionsPerEpoch(pairs);
}

/// Links the pieces of the words that speak of shapes with the cells that show these.
std::vector<PieceLink> captionLinks(const scenes::Scene &scene, const std::string &caption,
                                    const scenes::Wording &wording,
                                    const std::vector<Piece> &pieces) {
    const auto statement = scenes::parse(caption, wording);
    if (!statement) {
        throw Error("The caption \"%1\" cannot be read by the grammar that it was made by.",
                    caption);
    }
    const scenes::Verdict verdict = scenes::judge(*statement, scene);
    const Matrix shares = scenes::cellShares(scene);
    std::vector<PieceLink> links;
    for (const scenes::Reference &reference : statement->references) {
        const Row shown = scenes::shownCells(reference, verdict, shares);
        for (std::size_t t = 0; t < pieces.size(); ++t) {
            if (!overlap(pieces[t].range, reference.range)) {
                continue;
            }
            for (int cell = 0; cell < picture::positions; ++cell) {
                if (shown(cell) >= leastShown) {
                    links.push_back({static_cast<int>(t), cell});
                }
            }
        }
    }
    std::ranges::sort(links);
    links.erase(std::unique(links.begin(), links.end()), links.end());
    return links;
}

}  // namespace

const scenes::Wording &requireWording(const std::string &language) {
    const scenes::Wording *wording = scenes::Wording::of(language);
    if (wording == nullptr) {
        throw Error("There are no captions in the language \"%1\", expected en or fr.", language);
    }
    return *wording;
}

Vocabularies captionVocabularies(const std::string &language) {
    constexpr std::uint64_t enough = 4000;
    const scenes::Wording &wording = requireWording(language);
    std::vector<std::string> captions;
    for (std::uint64_t i = 0; i < enough; ++i) {
        Random random{vocabularyStream, i};
        captions.push_back(
            scenes::describe(scenes::drawScene(random, scenes::Part::learned), wording, random));
    }
    TokenizerTraining training;
    training.vocabulary = 400;
    training.wholeWords = 60;  // more than there are: no word of the grammar is split
    training.coverage = 1;
    return {scenes::cellTokenizer(), trainTokenizer(captions, training)};
}

EncodedPair encodeCaption(const scenes::Scene &scene, const std::string &caption,
                          const scenes::Wording &wording, const Tokenizer &target, bool guided) {
    EncodedPair pair{std::vector<int>(picture::positions), idsOf(target, caption)};
    std::iota(pair.source.begin(), pair.source.end(), scenes::cellToken(0));
    if (guided) {
        pair.links = captionLinks(scene, caption, wording, target.describe(pair.target));
    }
    pair.scene = std::make_shared<const scenes::Scene>(scene);
    return pair;
}

CaptionPairs::CaptionPairs(const Options &options, const std::string &vocabulary)
    : options_(options),
      wording_(requireWording(options.language)),
      target_(vocabulary, "tokenizer.target") {}

EncodedPair CaptionPairs::drawPair(std::uint64_t epoch, std::uint64_t i) const {
    Random random{options_.seed, captionStream, epoch, i};
    const scenes::Scene scene = scenes::drawScene(random, scenes::Part::learned);
    const std::string caption = scenes::describe(scene, wording_, random);
    EncodedPair pair = encodeCaption(scene, caption, wording_, target_, options_.guided);
    pair.shades = random.next();
    return pair;
}

std::vector<EncodedPair> CaptionPairs::encodeEpoch(int epoch) const {
    std::vector<EncodedPair> pairs(options_.perEpoch);
    deal(options_.threads, pairs.size(),
         [&](std::size_t i) { pairs[i] = drawPair(static_cast<std::uint64_t>(epoch), i); });
    return pairs;
}

std::uint64_t CaptionPairs::hash() const {
    constexpr std::uint64_t enough = 100;
    Hash hash;
    hash.add(captionTask)
        .add(options_.language)
        .add(std::to_string(options_.perEpoch))
        .add(options_.guided ? "guided" : "");
    for (std::uint64_t i = 0; i < enough; ++i) {
        const EncodedPair pair = drawPair(0, i);
        hash.add(scenes::toJson(*pair.scene)).add(target_.decode(pair.target));
    }
    return hash.value();
}

Configuration captionConfiguration() {
    Configuration c;
    c.architecture = Architecture::caption;
    c.bidirectional = false;
    c.features = {16, 32, 64};
    c.embedding = 48;
    c.encoder = 96;
    c.decoder = 160;
    c.attention = 64;
    c.queryOfWord = true;
    return c;
}

TrainingOptions captionTrainingOptions(const CaptionOptions &o) {
    TrainingOptions t;
    t.configuration = o.configuration;
    // New pairs all the time: there is nothing that could be learned by heart.
    t.updater.regularisation.dropout = 0;
    t.updater.regularisation.smoothing = 0;
    t.updater.regularisation.guidance = o.guidance;
    t.updater.regularisation.wordDropout = o.wordDropout;
    t.updater.schedule = {o.learningRate, 200, 0.01};
    t.updater.adam.beta2 = 0.98;
    t.updater.averageDecay = 0.995;
    t.updater.seed = o.seed;
    t.updater.threads = o.threads;
    t.plan.targetPieces = o.batch;
    t.plan.pool = 1024;
    t.plan.joined = 0;
    t.noise.casual = 0;
    t.epochs = static_cast<int>(captionEpochs(o.pairs));
    return t;
}

std::unique_ptr<const PairSource> captionPairs(const CaptionOptions &o,
                                               const Vocabularies &vocabularies) {
    return std::make_unique<const CaptionPairs>(
        CaptionPairs::Options{o.language, o.seed,
                              static_cast<std::size_t>(captionsPerEpoch(o.pairs)), o.guidance > 0,
                              o.threads},
        vocabularies.target);
}

Model::Metadata captionMetadata(const CaptionOptions &o) {
    const std::string guided =
        o.guidance > 0 ? ", its attention guided to what each word speaks of." : ".";
    const long pairs = captionEpochs(o.pairs) * captionsPerEpoch(o.pairs);
    return {{"name", "caption " + o.language},
            {"task", captionTask},
            {"source_language", "picture"},
            {"target_language", o.language},
            {"license", "GPL-3.0-or-later"},
            {"training", "Learned captions of drawn scenes from " + std::to_string(pairs) +
                             " pairs (seed " + std::to_string(o.seed) + ")" + guided}};
}

}  // namespace model::training
