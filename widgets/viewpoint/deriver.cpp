// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/viewpoint/deriver.h"

#include <algorithm>
#include <functional>
#include <utility>

#include "model/decoding/search.h"

namespace widgets {
namespace {

// The tables are there for good and come first; a posterior is begun anew after them.
constexpr Lane::Rules posteriorRules{.urgency = 0, .interruptible = true};
constexpr Lane::Rules embeddingRules{.urgency = 1};
constexpr Lane::Rules unitRules{.urgency = 2};  // what a click asks for

bool same(const std::weak_ptr<const model::Model> &a, const std::weak_ptr<const model::Model> &b) {
    return !a.owner_before(b) && !b.owner_before(a);
}

bool isComplete(const EmbeddingTables &tables) {
    return std::all_of(tables.spaces.begin(), tables.spaces.end(),
                       [](const auto &space) { return space != nullptr; });
}

/// Adds what is not known yet, and tells each addition. @throws model::Cancelled
void complete(EmbeddingTables tables, const model::Model &model, const std::stop_token &stop,
              const std::function<void(std::shared_ptr<const EmbeddingTables>)> &tell) {
    for (const TableSide side : {TableSide::source, TableSide::target}) {
        auto &names = tables.names[static_cast<std::size_t>(side)];
        if (names)
            continue;
        names = std::make_shared<const PieceNames>(pieceNames(model, side, stop));
        tell(std::make_shared<const EmbeddingTables>(tables));
    }
    for (const TableSide side : {TableSide::source, TableSide::target}) {
        auto &space = tables.spaces[static_cast<std::size_t>(side)];
        if (space)
            continue;
        space = std::make_shared<const EmbeddingSpace>(embeddingSpace(model, side, stop));
        tell(std::make_shared<const EmbeddingTables>(tables));
    }
}

}  // namespace

Deriver::Deriver(Viewpoint *viewpoint, QObject *parent)
    : QObject(parent),
      viewpoint_(viewpoint),
      posteriors_(worker_, posteriorRules),
      embeddings_(worker_, embeddingRules),
      effects_(worker_, posteriorRules),
      units_(worker_, unitRules),
      beams_(worker_, unitRules) {
    for (const auto change : {&Viewpoint::traceChanged, &Viewpoint::wantedChanged}) {
        connect(viewpoint_, change, this, &Deriver::followPosterior);
        connect(viewpoint_, change, this, &Deriver::followEmbeddings);
        connect(viewpoint_, change, this, &Deriver::followEffects);
        connect(viewpoint_, change, this, &Deriver::followUnits);
        connect(viewpoint_, change, this, &Deriver::followBeam);
    }
    followPosterior();
    followEmbeddings();
    followEffects();
    followUnits();
    followBeam();
}

void Deriver::expectTrace() {
    posteriors_.cancel();
    posteriorOf_.reset();
    viewpoint_->setPending(DerivedValue::posterior, false);
    for (Lane *lane : {&effects_, &units_, &beams_})
        lane->cancel();
    for (auto *of : {&effectsOf_, &unitsOf_, &beamOf_})
        of->reset();
    for (const auto value : {DerivedValue::effects, DerivedValue::units, DerivedValue::beam})
        viewpoint_->setPending(value, false);
}

bool Deriver::wants(DerivedValue value, bool known) const {
    const auto &trace = viewpoint_->trace();
    return viewpoint_->wanted(value) && !known && trace && trace->ending != model::Ending::running;
}

void Deriver::followPosterior() {
    const auto &trace = viewpoint_->trace();
    const bool wanted =
        wants(DerivedValue::posterior, viewpoint_->posterior() != nullptr) && trace->hasAttention();
    if (!wanted) {
        posteriors_.cancel();
        posteriorOf_.reset();
        viewpoint_->setPending(DerivedValue::posterior, false);
    }
    if (!wanted || posteriorOf_ == trace)
        return;
    posteriorOf_ = trace;
    viewpoint_->setPending(DerivedValue::posterior, true);
    posteriors_.request(
        [this, trace](Task &task) -> Lane::Result {
            const model::Helper::Attending attending(helper_);
            auto posterior = std::make_shared<const model::Posterior>(
                model::posteriorAttention(*trace, task.stop()));
            return [this, posterior = std::move(posterior)] {
                viewpoint_->setPending(DerivedValue::posterior, false);
                viewpoint_->setPosterior(posterior);
            };
        },
        {.failed = [this](const QString &why) { fail(DerivedValue::posterior, why); }});
}

void Deriver::followEffects() {
    const auto &trace = viewpoint_->trace();
    const bool wanted = wants(DerivedValue::effects, viewpoint_->derived().effects != nullptr) &&
                        trace->hasAttention();
    if (!wanted) {
        effects_.cancel();
        effectsOf_.reset();
        viewpoint_->setPending(DerivedValue::effects, false);
    }
    if (!wanted || effectsOf_ == trace)
        return;
    effectsOf_ = trace;
    viewpoint_->setPending(DerivedValue::effects, true);
    effects_.request(
        [this, trace](Task &task) -> Lane::Result {
            const model::Helper::Attending attending(helper_);
            auto effects =
                std::make_shared<const std::vector<model::StepEffects>>(model::attentionEffects(
                    *trace, {}, [&task](double done) { task.progress(done); }, task.stop()));
            return [this, effects = std::move(effects)] {
                viewpoint_->setPending(DerivedValue::effects, false);
                viewpoint_->setEffects(effects);
            };
        },
        {.failed = [this](const QString &why) { fail(DerivedValue::effects, why); },
         .progressed =
             [this](double done) { viewpoint_->setProgress(DerivedValue::effects, done); }});
}

void Deriver::followUnits() {
    const auto &trace = viewpoint_->trace();
    const int step = viewpoint_->step();
    const bool wanted = wants(DerivedValue::units, viewpoint_->derived().units != nullptr) &&
                        step >= 0 && step < trace->targetLength();
    if (!wanted) {
        units_.cancel();
        unitsOf_.reset();
        viewpoint_->setPending(DerivedValue::units, false);
    }
    if (!wanted || unitsOf_ == trace)
        return;
    unitsOf_ = trace;
    viewpoint_->setPending(DerivedValue::units, true);
    units_.request(
        [this, trace, step](Task &task) -> Lane::Result {
            const model::Helper::Attending attending(helper_);
            auto scan = std::make_shared<UnitScan>(UnitScan{.step = step, .effects = {}});
            scan->effects = model::unitEffects(
                *trace, step, [&task](double done) { task.progress(done); }, task.stop());
            return [this, scan = std::move(scan)] {
                viewpoint_->setPending(DerivedValue::units, false);
                viewpoint_->setUnits(scan);
                viewpoint_->setWanted(DerivedValue::units, false);  // once for each request
            };
        },
        {.failed = [this](const QString &why) { fail(DerivedValue::units, why); },
         .progressed =
             [this](double done) { viewpoint_->setProgress(DerivedValue::units, done); }});
}

void Deriver::followBeam() {
    const auto &trace = viewpoint_->trace();
    const model::SearchOptions options = viewpoint_->beamOptions();
    const bool wanted = wants(DerivedValue::beam, viewpoint_->derived().beam != nullptr);
    if (!wanted) {
        beams_.cancel();
        beamOf_.reset();
        viewpoint_->setPending(DerivedValue::beam, false);
    }
    const bool same = beamOf_ == trace && beamOptions_.beam == options.beam &&
                      beamOptions_.lengthPenalty == options.lengthPenalty;
    if (!wanted || same)
        return;
    beamOf_ = trace;
    beamOptions_ = options;
    viewpoint_->setPending(DerivedValue::beam, true);
    beams_.request(
        [this, trace, options](Task &task) -> Lane::Result {
            const model::Helper::Attending attending(helper_);
            const model::TranslationRequest request{trace->model, trace->source.text(),
                                                    trace->interventions};
            auto tree = std::make_shared<const model::SearchTree>(
                model::searchTree(request, options, task.stop()));
            return [this, tree = std::move(tree)] {
                viewpoint_->setPending(DerivedValue::beam, false);
                viewpoint_->setBeam(tree);
            };
        },
        {.failed = [this](const QString &why) { fail(DerivedValue::beam, why); }});
}

void Deriver::followEmbeddings() {
    if (!viewpoint_->wanted(DerivedValue::embeddings)) {
        embeddings_.cancel();
        embeddingsOf_.reset();
        viewpoint_->setPending(DerivedValue::embeddings, false);
        return;
    }
    if (!viewpoint_->trace())
        return;  // the model will be back with the next sentence
    std::shared_ptr<const model::Model> model = viewpoint_->trace()->model;
    const auto tables = known(model);
    viewpoint_->setEmbeddings(tables);
    if (same(embeddingsOf_, model))
        return;
    embeddingsOf_ = model;
    embeddings_.cancel();
    const bool whole = tables && isComplete(*tables);
    viewpoint_->setPending(DerivedValue::embeddings, !whole);
    if (whole)
        return;
    auto begun = tables ? *tables : EmbeddingTables{.model = model, .names = {}, .spaces = {}};
    embeddings_.request(
        [this, model = std::move(model), begun = std::move(begun)](Task &task) -> Lane::Result {
            complete(begun, *model, task.stop(), [&](auto more) {
                task.deliver([this, more = std::move(more)] { keep(more); });
            });
            return [this] { viewpoint_->setPending(DerivedValue::embeddings, false); };
        },
        {.failed = [this](const QString &why) { fail(DerivedValue::embeddings, why); }});
}

std::shared_ptr<const EmbeddingTables> Deriver::known(
    const std::shared_ptr<const model::Model> &model) {
    std::erase_if(tables_, [](const auto &tables) { return tables->model.expired(); });
    const auto found = std::find_if(tables_.begin(), tables_.end(),
                                    [&](const auto &tables) { return same(tables->model, model); });
    return found == tables_.end() ? nullptr : *found;
}

void Deriver::keep(const std::shared_ptr<const EmbeddingTables> &tables) {
    std::erase_if(tables_, [&](const auto &other) { return same(other->model, tables->model); });
    tables_.push_back(tables);
    const auto &trace = viewpoint_->trace();
    if (trace && same(tables->model, trace->model))
        viewpoint_->setEmbeddings(tables);
}

void Deriver::fail(DerivedValue value, const QString &why) {
    viewpoint_->setPending(value, false);
    emit failed(value, why);
}

}  // namespace widgets
