// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>
#include <optional>

#include "model/error.h"
#include "model/model.h"
#include "model/training/checkpoint.h"
#include "model/training/corpus.h"
#include "model/training/expectations.h"
#include "tests/fuzz/targets.h"
#include "tests/support/traces.h"

namespace fuzz {

using namespace model::training;

void readCheckpointFile(std::string_view bytes) {
    try {
        const Checkpoint checkpoint =
            readCheckpoint(asFile(bytes), support::tinyModel()->configuration(), "");
        require(checkpoint.state.update >= 0, "updates are counted from 0");
        readFingerprint(asFile(bytes));
    } catch (const model::CheckpointError &) {
    }
}

std::vector<std::string> checkpointFiles() {
    const auto &model = *support::tinyModel();
    const Checkpoint checkpoint{TrainingState(model.configuration()), model.source().serialized(),
                                model.target().serialized(), "a run"};
    const auto file = asFile("");
    writeCheckpoint(checkpoint, file);
    return {contentsOf(file)};
}

void readExpectationsFile(std::string_view bytes) {
    try {
        const CorpusExpectations expectations = readExpectations(asFile(bytes));
        for (std::size_t pair = 0; pair <= expectations.pairs(); ++pair) {
            expectations.of(pair);
        }
        expectations.hash();
    } catch (const model::ModelFileError &) {
    }
}

std::vector<std::string> expectationFiles() {
    const std::array teachers{support::tinyModel()};
    const std::vector<SentencePair> pairs{{"a b", {"c d e"}}, {"b", {"c"}}};
    const auto file = asFile("");
    writeExpectations(expect(teachers, pairs, 1), file);
    return {contentsOf(file)};
}

namespace {

/// Nothing where no line can be used.
std::optional<Corpus> usableLines(const std::filesystem::path &file, Columns columns) {
    try {
        return readCorpus(file, columns, BadLines::skip);
    } catch (const model::CorpusError &) {
        return {};
    }
}

}  // namespace

void readCorpusFile(std::string_view bytes) {
    const auto file = asFile(bytes);
    for (const Columns columns : {Columns::training, Columns::references}) {
        const std::optional<Corpus> corpus = usableLines(file, columns);
        try {
            const Corpus strict = readCorpus(file, columns, BadLines::refuse);
            require(corpus && corpus->skipped.empty(), "what is skipped is refused");
            require(hash(strict.pairs) == hash(corpus->pairs), "what is read is the same");
        } catch (const model::CorpusError &) {
            require(!corpus || !corpus->skipped.empty(), "what is refused is skipped");
        }
    }
}

std::vector<std::string> corpusFiles() {
    return {"Bonjour !\tHello!\n",
            "Le chat dort.\tThe cat sleeps.\tThe cat is asleep.\r\nOui\tYes\n",
            "\xEF\xBB\xBFL’été\tsummer\twritten\n\nsans traduction\n\tonly\n"};
}

}  // namespace fuzz
