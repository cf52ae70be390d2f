// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/embeddings/worker.h"

#include <algorithm>
#include <utility>

#include "model/error.h"

namespace widgets {
namespace {

bool same(const std::weak_ptr<const model::Model> &a, const std::weak_ptr<const model::Model> &b) {
    return !a.owner_before(b) && !b.owner_before(a);
}

bool complete(const EmbeddingTables &tables) {
    return std::all_of(tables.spaces.begin(), tables.spaces.end(),
                       [](const auto &space) { return space != nullptr; });
}

}  // namespace

EmbeddingWorker::EmbeddingWorker(QObject *parent) : QObject(parent) {
    thread_ = std::jthread([this](const std::stop_token &stop) { run(stop); });
}

EmbeddingWorker::~EmbeddingWorker() {
    {
        const std::scoped_lock lock(mutex_);
        current_.request_stop();
    }
    thread_.request_stop();
    thread_.join();
}

std::shared_ptr<const EmbeddingTables> EmbeddingWorker::request(
    std::shared_ptr<const model::Model> model) {
    wanted_ = model;
    std::erase_if(known_, [](const auto &tables) { return tables->model.expired(); });
    const auto found = std::find_if(known_.begin(), known_.end(), [&](const auto &tables) {
        return same(tables->model, wanted_);
    });
    auto tables = found != known_.end() ? *found : nullptr;
    {
        const std::scoped_lock lock(mutex_);
        current_.request_stop();
        current_ = std::stop_source();
        waiting_.reset();
        if (model && !(tables && complete(*tables))) {
            begun_ = tables ? *tables : EmbeddingTables{.model = model, .names = {}, .spaces = {}};
            waiting_ = std::move(model);
        }
    }
    wake_.notify_one();
    return tables;
}

void EmbeddingWorker::run(const std::stop_token &stop) {
    while (true) {
        std::shared_ptr<const model::Model> model;
        EmbeddingTables begun;
        std::stop_token current;
        {
            std::unique_lock lock(mutex_);
            if (!wake_.wait(lock, stop, [this] { return waiting_ != nullptr; }))
                return;
            model = std::exchange(waiting_, nullptr);
            begun = begun_;
            current = current_.get_token();
        }
        try {
            compute(model, std::move(begun), current);
        } catch (const model::Cancelled &) {
            continue;
        } catch (const std::exception &) {
            continue;  // such as too little memory: the vocabulary goes without neighbours and map
        }
    }
}

void EmbeddingWorker::compute(const std::shared_ptr<const model::Model> &model,
                              EmbeddingTables tables, const std::stop_token &stop) {
    for (const TableSide side : {TableSide::source, TableSide::target}) {
        auto &names = tables.names[static_cast<std::size_t>(side)];
        if (names)
            continue;
        names = std::make_shared<const PieceNames>(pieceNames(*model, side, stop));
        publish(tables);
    }
    for (const TableSide side : {TableSide::source, TableSide::target}) {
        auto &space = tables.spaces[static_cast<std::size_t>(side)];
        if (space)
            continue;
        space = std::make_shared<const EmbeddingSpace>(embeddingSpace(*model, side, stop));
        publish(tables);
    }
}

void EmbeddingWorker::publish(const EmbeddingTables &tables) {
    mailbox_.post(
        [this, shared = std::make_shared<const EmbeddingTables>(tables)] { receive(shared); });
}

void EmbeddingWorker::receive(const std::shared_ptr<const EmbeddingTables> &tables) {
    std::erase_if(known_, [&](const auto &other) { return same(other->model, tables->model); });
    known_.push_back(tables);
    if (same(tables->model, wanted_))
        emit progressed(tables);
}

}  // namespace widgets
