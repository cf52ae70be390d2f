// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/embeddings/worker.h"

#include <algorithm>
#include <functional>
#include <utility>

namespace widgets {
namespace {

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

EmbeddingWorker::EmbeddingWorker(QObject *parent) : QObject(parent) {}

std::shared_ptr<const EmbeddingTables> EmbeddingWorker::request(
    std::shared_ptr<const model::Model> model) {
    const std::weak_ptr<const model::Model> wanted = model;
    std::erase_if(known_, [](const auto &tables) { return tables->model.expired(); });
    const auto found = std::find_if(known_.begin(), known_.end(), [&](const auto &tables) {
        return same(tables->model, wanted);
    });
    auto tables = found != known_.end() ? *found : nullptr;
    if (!model || (tables && isComplete(*tables))) {
        lane_.cancel();
        return tables;
    }
    auto begun = tables ? *tables : EmbeddingTables{.model = model, .names = {}, .spaces = {}};
    // What fails, such as for too little memory, is missing: neighbours and map, or all of it.
    lane_.request([this, model = std::move(model), begun = std::move(begun)](Task &task) {
        complete(begun, *model, task.stop(), [&](auto more) {
            task.deliver([this, more = std::move(more)] { receive(more); });
        });
        return nullptr;
    });
    return tables;
}

void EmbeddingWorker::receive(const std::shared_ptr<const EmbeddingTables> &tables) {
    std::erase_if(known_, [&](const auto &other) { return same(other->model, tables->model); });
    known_.push_back(tables);
    emit progressed(tables);
}

}  // namespace widgets
