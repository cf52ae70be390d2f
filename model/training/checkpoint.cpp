// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/training/checkpoint.h"

#include <array>
#include <type_traits>
#include <utility>

#include "model/error.h"
#include "model/file/safetensors.h"
#include "model/numerics/digits.h"
#include "model/numerics/parse.h"
#include "model/text/tokenizer.h"

namespace model::training {

namespace {

/// Epochs, batches, updates: more than any run has, and far enough from where an int overflows.
constexpr long mostCounted = 1'000'000'000;
constexpr const char *formatName = "seq2seq-rnn checkpoint 1";

/// The arrays of a state with their names in the file. State is TrainingState, const or not.
template <class State>
auto arrays(State &state) {
    return std::array{std::pair{"weights", &state.weights},
                      std::pair{"adam.first_moment", &state.firstMoment},
                      std::pair{"adam.second_moment", &state.secondMoment},
                      std::pair{"average", &state.average}, std::pair{"best", &state.best}};
}

/// The counters. Numbers are written so that they read back to the same bits.
template <class State, class Visit>
void counters(State &state, const Visit &visit) {
    visit("best_score", state.bestScore);
    visit("best_update", state.bestUpdate);
    visit("epoch", state.epoch);
    visit("batch", state.batch);
    visit("update", state.update);
    visit("seconds", state.seconds);
}

std::string text(const safetensors::Contents &contents, const char *name) {
    const safetensors::View *view = contents.find(name);
    if (view == nullptr || view->type != safetensors::Type::u8) {
        throw ModelFileError("the tensor \"%1\" of type U8 is missing", name);
    }
    return std::string(safetensors::textOf(*view));
}

void expect(const safetensors::Metadata &metadata, const char *key, const std::string &expected,
            const char *meaning) {
    const auto found = metadata.find(key);
    if (found == metadata.end() || found->second != expected) {
        throw ModelFileError("its %1 is \"%2\", \"%3\" is expected", meaning,
                             (found == metadata.end() ? "" : found->second), expected);
    }
}

Checkpoint parse(const std::vector<std::byte> &bytes, Configuration configuration,
                 const std::string &fingerprint) {
    const auto contents = safetensors::Contents::parse(bytes);
    const auto &metadata = contents.metadata();
    expect(metadata, "format", formatName, "format");
    if (!fingerprint.empty()) {
        expect(metadata, "fingerprint", fingerprint, "run");
    }
    std::string source = text(contents, "tokenizer.source");
    std::string target = text(contents, "tokenizer.target");
    configuration.sourceVocabulary = Tokenizer(source, "tokenizer.source").size();
    configuration.targetVocabulary = Tokenizer(target, "tokenizer.target").size();
    const auto run = metadata.find("fingerprint");
    Checkpoint checkpoint{TrainingState(configuration), std::move(source), std::move(target),
                          run == metadata.end() ? "" : run->second};
    for (const auto &[name, values] : arrays(checkpoint.state)) {
        const safetensors::View *view = contents.find(name);
        if (view == nullptr) {
            throw ModelFileError("the tensor \"%1\" is missing", name);
        }
        safetensors::copyValues(*view, values->values());
    }
    counters(checkpoint.state, [&metadata](const char *name, auto &value) {
        const auto found = metadata.find(name);
        const std::string digits = found == metadata.end() ? "" : found->second;
        const auto number = parseNumber<std::remove_reference_t<decltype(value)>>(digits);
        if (!number) {
            throw ModelFileError("its %1 is \"%2\", a number is expected", name, digits);
        }
        value = *number;
    });
    const TrainingState &state = checkpoint.state;
    const auto isCount = [](long count) { return count >= 0 && count <= mostCounted; };
    if (!isCount(state.epoch) || !isCount(state.batch) || !isCount(state.update)) {
        throw ModelFileError(
            "its place is epoch %1, batch %2, update %3, numbers from 0 to %4 are expected",
            state.epoch, state.batch, state.update, mostCounted);
    }
    return checkpoint;
}

}  // namespace

void writeCheckpoint(const Checkpoint &checkpoint, const std::filesystem::path &file) {
    std::vector<safetensors::View> views;
    for (const auto &[name, values] : arrays(checkpoint.state)) {
        views.push_back({name,
                         safetensors::Type::f32,
                         {values->values().size()},
                         std::as_bytes(values->values())});
    }
    views.push_back(safetensors::textView("tokenizer.source", checkpoint.sourceTokenizer));
    views.push_back(safetensors::textView("tokenizer.target", checkpoint.targetTokenizer));
    safetensors::Metadata metadata{{"format", formatName}, {"fingerprint", checkpoint.fingerprint}};
    counters(checkpoint.state, [&metadata](const char *name, const auto &value) {
        metadata[name] = shortestDigits(value);
    });
    try {
        safetensors::write(file, views, metadata);
    } catch (const ModelFileError &error) {
        throw CheckpointError("The checkpoint %1 could not be written: %2", file.string(),
                              error.message());
    }
}

Checkpoint readCheckpoint(const std::filesystem::path &file, const Configuration &configuration,
                          const std::string &fingerprint) {
    try {
        return parse(safetensors::readFile(file), configuration, fingerprint);
    } catch (const ModelFileError &error) {
        throw CheckpointError("The checkpoint %1 cannot be resumed: %2", file.string(),
                              error.message());
    }
}

std::string readFingerprint(const std::filesystem::path &file) {
    try {
        const std::vector<std::byte> bytes = safetensors::readFile(file);
        const auto contents = safetensors::Contents::parse(bytes);
        const auto found = contents.metadata().find("fingerprint");
        return found == contents.metadata().end() ? "" : found->second;
    } catch (const ModelFileError &error) {
        throw CheckpointError("The checkpoint %1 cannot be resumed: %2", file.string(),
                              error.message());
    }
}

}  // namespace model::training
