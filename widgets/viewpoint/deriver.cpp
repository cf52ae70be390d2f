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

std::shared_ptr<const std::vector<model::StepEffects>> effectsOf(const model::Trace &trace,
                                                                 Task &task) {
    return std::make_shared<const std::vector<model::StepEffects>>(model::attentionEffects(
        trace, {}, [&task](double done) { task.progress(done); }, task.stop()));
}

/// `reference`: null where there is none, or no step of it can be compared.
std::shared_ptr<const UnitScan> scanOf(const model::Trace &trace, int step,
                                       const std::shared_ptr<const model::Trace> &reference,
                                       int referenceStep, Task &task) {
    auto scan =
        std::make_shared<UnitScan>(UnitScan{.step = step, .effects = {}, .reference = reference});
    const double part = reference ? 0.5 : 1;
    scan->effects = model::unitEffects(
        trace, step, [&](double done) { task.progress(part * done); }, task.stop());
    if (!reference)
        return scan;
    scan->referenceStep = referenceStep;
    scan->referenceEffects = model::unitEffects(
        *reference, referenceStep, [&](double done) { task.progress(part + part * done); },
        task.stop());
    std::ranges::sort(scan->referenceEffects, {}, &model::UnitEffect::unit);
    return scan;
}

}  // namespace

Deriver::Deriver(Viewpoint *viewpoint, QObject *parent)
    : QObject(parent),
      viewpoint_(viewpoint),
      embeddings_(worker_, embeddingRules),
      posterior_{DerivedValue::posterior, {worker_, posteriorRules}},
      effects_{DerivedValue::effects, {worker_, posteriorRules}},
      referenceEffects_{DerivedValue::referenceEffects, {worker_, posteriorRules}},
      units_{DerivedValue::units, {worker_, unitRules}},
      beam_{DerivedValue::beam, {worker_, unitRules}} {
    begin_.setSingleShot(true);
    connect(&begin_, &QTimer::timeout, this, &Deriver::beginWhatWaits);
    const auto followAll = [this] {
        followPosterior();
        followEmbeddings();
        followEffects();
        followReferenceEffects();
        followUnits();
        followBeam();
    };
    for (const auto change :
         {&Viewpoint::traceChanged, &Viewpoint::referenceChanged, &Viewpoint::wantedChanged})
        connect(viewpoint_, change, this, followAll);
    followAll();
}

void Deriver::expectTrace() {
    for (Follower *follower : followers())
        forget(*follower);
}

bool Deriver::wants(DerivedValue value, bool known) const {
    const auto &trace = viewpoint_->trace();
    return viewpoint_->wanted(value) && !known && trace && trace->ending != model::Ending::running;
}

void Deriver::forget(Follower &follower) {
    follower.lane.cancel();
    follower.waiting = nullptr;
    follower.of.reset();
    viewpoint_->setPending(follower.value, false);
}

bool Deriver::begins(Follower &follower, bool wanted,
                     const std::shared_ptr<const model::Trace> &of) {
    if (!wanted) {
        forget(follower);
        return false;
    }
    if (follower.of == of)
        return false;
    follower.of = of;
    viewpoint_->setPending(follower.value, true);
    return true;
}

void Deriver::request(Follower &follower, Lane::Work work) {
    follower.lane.cancel();
    follower.waiting = std::move(work);
    if (begin_.interval() > 0)
        begin_.start();
    else
        beginWhatWaits();
}

void Deriver::beginWhatWaits() {
    for (Follower *follower : followers()) {
        const Lane::Work work = std::exchange(follower->waiting, nullptr);
        if (!work)
            continue;
        const DerivedValue value = follower->value;
        follower->lane.request(
            [this, value, work](Task &task) -> Lane::Result {
                const model::Helper::Attending attending(helper_);
                Lane::Result told = work(task);
                return [this, value, told = std::move(told)] {
                    viewpoint_->setPending(value, false);
                    told();
                };
            },
            {.failed = [this, value](const QString &why) { fail(value, why); },
             .progressed = [this, value](double done) { viewpoint_->setProgress(value, done); }});
    }
}

void Deriver::followPosterior() {
    const auto &trace = viewpoint_->trace();
    if (!begins(posterior_,
                wants(DerivedValue::posterior, viewpoint_->posterior() != nullptr) &&
                    trace->hasAttention(),
                trace))
        return;
    request(posterior_, [this, trace](Task &task) -> Lane::Result {
        auto posterior = std::make_shared<const model::Posterior>(
            model::posteriorAttention(*trace, task.stop()));
        return [this, posterior] { viewpoint_->setPosterior(posterior); };
    });
}

void Deriver::followEffects() {
    const auto &trace = viewpoint_->trace();
    if (!begins(effects_,
                wants(DerivedValue::effects, viewpoint_->derived().effects != nullptr) &&
                    trace->hasAttention(),
                trace))
        return;
    request(effects_, [this, trace](Task &task) -> Lane::Result {
        const auto effects = effectsOf(*trace, task);
        return [this, effects] { viewpoint_->setEffects(effects); };
    });
}

void Deriver::followReferenceEffects() {
    const auto reference = viewpoint_->referenceOfSource();
    if (!begins(referenceEffects_,
                viewpoint_->wanted(DerivedValue::effects) &&
                    !viewpoint_->derived().referenceEffects && reference &&
                    reference->ending != model::Ending::running && reference->hasAttention(),
                reference))
        return;
    request(referenceEffects_, [this, reference](Task &task) -> Lane::Result {
        const auto effects = effectsOf(*reference, task);
        return [this, effects] { viewpoint_->setReferenceEffects(effects); };
    });
}

void Deriver::followUnits() {
    const auto &trace = viewpoint_->trace();
    const int step = viewpoint_->step();
    if (!begins(units_,
                wants(DerivedValue::units, viewpoint_->derived().units != nullptr) && step >= 0 &&
                    step < trace->targetLength(),
                trace))
        return;
    const int there = viewpoint_->comparison().stepOf(step);
    const auto reference = there < 0 ? nullptr : viewpoint_->referenceOfModel();
    request(units_, [this, trace, step, reference, there](Task &task) -> Lane::Result {
        const auto scan = scanOf(*trace, step, reference, there, task);
        return [this, scan] {
            viewpoint_->setUnits(scan);
            viewpoint_->setWanted(DerivedValue::units, false);  // once for each request
        };
    });
}

void Deriver::followBeam() {
    const auto &trace = viewpoint_->trace();
    const model::SearchOptions options = viewpoint_->beamOptions();
    if (beamOptions_ != options)
        beam_.of.reset();  // another search is wanted of the same sentence
    if (!begins(beam_, wants(DerivedValue::beam, viewpoint_->derived().beam != nullptr), trace))
        return;
    beamOptions_ = options;
    request(beam_, [this, trace, options](Task &task) -> Lane::Result {
        const model::TranslationRequest request{trace->model, trace->source.text(),
                                                trace->interventions};
        auto tree = std::make_shared<const model::SearchTree>(
            model::searchTree(request, options, task.stop()));
        return [this, tree] { viewpoint_->setBeam(tree); };
    });
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
