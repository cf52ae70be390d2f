// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/viewpoint/deriver.h"

#include <algorithm>
#include <functional>
#include <utility>

namespace widgets {
namespace {

// The tables are there for good and come first; a posterior is begun anew after them.
constexpr Lane::Rules posteriorRules{.urgency = 0, .interruptible = true};
constexpr Lane::Rules embeddingRules{.urgency = 1};

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
      embeddings_(worker_, embeddingRules) {
    for (const auto change : {&Viewpoint::traceChanged, &Viewpoint::wantedChanged}) {
        connect(viewpoint_, change, this, &Deriver::followPosterior);
        connect(viewpoint_, change, this, &Deriver::followEmbeddings);
    }
    followPosterior();
    followEmbeddings();
}

void Deriver::expectTrace() {
    posteriors_.cancel();
    posteriorOf_.reset();
    viewpoint_->setPending(DerivedValue::posterior, false);
}

void Deriver::followPosterior() {
    const auto &trace = viewpoint_->trace();
    const bool wanted = viewpoint_->wanted(DerivedValue::posterior) && !viewpoint_->posterior() &&
                        trace && trace->hasAttention() && trace->ending != model::Ending::running;
    if (!wanted)
        expectTrace();
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
