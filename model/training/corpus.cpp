// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/training/corpus.h"

#include <fstream>
#include <optional>

#include "model/error.h"
#include "model/text/lines.h"
#include "model/training/hash.h"

namespace model::training {

namespace {

std::vector<std::string> split(const std::string &line) {
    std::vector<std::string> columns;
    std::size_t begin = 0;
    while (true) {
        const std::size_t tab = line.find('\t', begin);
        columns.push_back(line.substr(begin, tab - begin));
        if (tab == std::string::npos) {
            return columns;
        }
        begin = tab + 1;
    }
}

/// What is wrong with the line, or nothing.
std::optional<Message> complaint(const std::string &line, const std::vector<std::string> &columns,
                                 std::size_t needed) {
    if (const auto wrong = notUtf8(line)) {
        return wrong;
    }
    if (columns.size() < 2) {
        return Message("has 1 column, at least 2 separated by a tab are expected");
    }
    for (std::size_t i = 0; i < needed; ++i) {
        if (columns[i].find_first_not_of(' ') == std::string::npos) {
            return Message("has nothing in column %1", i + 1);
        }
    }
    return {};
}

}  // namespace

Corpus readCorpus(const std::filesystem::path &file, Columns columns, BadLines badLines) {
    std::ifstream input(file, std::ios::binary);
    if (!input) {
        throw CorpusError("The corpus %1 cannot be opened for reading.", file.string());
    }
    Corpus corpus;
    std::string line;
    for (LineReader reader(input); reader.next(line);) {
        std::vector<std::string> parts = split(line);
        const bool training = columns == Columns::training;
        if (const auto wrong = complaint(line, parts, training ? 2 : parts.size())) {
            const auto message =
                Message("Line %1 of %2 %3.", reader.number(), file.string(), *wrong);
            if (badLines == BadLines::refuse) {
                throw CorpusError(message);
            }
            corpus.skipped.push_back(message.english());
            continue;
        }
        SentencePair pair{std::move(parts[0]), {}};
        const std::size_t last = training ? 2 : parts.size();
        for (std::size_t i = 1; i < last; ++i) {
            pair.references.push_back(std::move(parts[i]));
        }
        corpus.pairs.push_back(std::move(pair));
    }
    if (input.bad()) {
        throw CorpusError("The corpus %1 could not be read to its end.", file.string());
    }
    if (corpus.pairs.empty()) {
        throw CorpusError("The corpus %1 holds no sentence pair.", file.string());
    }
    return corpus;
}

std::uint64_t hash(const std::vector<SentencePair> &pairs) {
    Hash hash;
    for (const SentencePair &pair : pairs) {
        hash.add(pair.source);
        for (const std::string &reference : pair.references) {
            hash.add(reference);
        }
    }
    return hash.value();
}

}  // namespace model::training
