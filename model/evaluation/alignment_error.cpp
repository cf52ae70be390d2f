// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/evaluation/alignment_error.h"

#include <algorithm>
#include <charconv>
#include <fstream>
#include <iterator>
#include <optional>
#include <string_view>

#include "model/error.h"
#include "model/text/lines.h"

namespace model::evaluation {
namespace {

std::vector<std::string> split(std::string_view text, char mark) {
    std::vector<std::string> parts;
    while (true) {
        const std::size_t end = text.find(mark);
        parts.emplace_back(text.substr(0, end));
        if (end == std::string_view::npos) {
            return parts;
        }
        text.remove_prefix(end + 1);
    }
}

std::vector<std::string> tokens(std::string_view text) {
    std::vector<std::string> parts = split(text, ' ');
    std::erase(parts, "");
    return parts;
}

/// Reads `i-j` or `ipj`.
bool readLink(std::string_view text, aligner::Link &link, char &kind) {
    const char *end = text.data() + text.size();
    const auto first = std::from_chars(text.data(), end, link.source);
    if (first.ec != std::errc() || first.ptr == end || (*first.ptr != '-' && *first.ptr != 'p')) {
        return false;
    }
    kind = *first.ptr;
    if (first.ptr + 1 == end || first.ptr[1] == '-') {
        return false;
    }
    const auto second = std::from_chars(first.ptr + 1, end, link.target);
    return second.ec == std::errc() && second.ptr == end;
}

void sortOnce(aligner::Links &links) {
    std::sort(links.begin(), links.end());
    links.erase(std::unique(links.begin(), links.end()), links.end());
}

/// What is wrong with the line, or nothing where it became a pair.
std::optional<Message> readPair(const std::string &line, AlignedPair &pair) {
    if (auto wrong = notUtf8(line)) {
        return wrong;
    }
    const auto columns = split(line, '\t');
    if (columns.size() < 3) {
        return columns.size() == 1
                   ? Message(
                         "has 1 column, expected 3: source tokens, target tokens and links, a "
                         "tab between")
                   : Message(
                         "has %1 columns, expected 3: source tokens, target tokens and links, "
                         "a tab between",
                         columns.size());
    }
    pair.source = tokens(columns[0]);
    pair.target = tokens(columns[1]);
    if (pair.source.empty() || pair.target.empty()) {
        return Message("has no token in column %1", pair.source.empty() ? 1 : 2);
    }
    for (const std::string &text : tokens(columns[2])) {
        aligner::Link link;
        char kind = '-';
        if (!readLink(text, link, kind)) {
            return Message("has the link '%1', expected i-j or ipj", text);
        }
        if (link.source < 0 || link.source >= static_cast<int>(pair.source.size()) ||
            link.target < 0 || link.target >= static_cast<int>(pair.target.size())) {
            return Message("has the link '%1', expected 0 to %2 and 0 to %3", text,
                           pair.source.size() - 1, pair.target.size() - 1);
        }
        (kind == 'p' ? pair.possible : pair.sure).push_back(link);
    }
    sortOnce(pair.sure);
    pair.possible.insert(pair.possible.end(), pair.sure.begin(), pair.sure.end());
    sortOnce(pair.possible);
    return {};
}

long common(const aligner::Links &a, const aligner::Links &b) {
    aligner::Links both;
    std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
    return static_cast<long>(both.size());
}

double ratio(long part, long whole) {
    return whole == 0 ? 1 : static_cast<double>(part) / static_cast<double>(whole);
}

}  // namespace

std::vector<AlignedPair> readAlignments(const std::filesystem::path &file,
                                        const std::function<void(const Message &)> &skipped) {
    std::ifstream input(file, std::ios::binary);
    if (!input) {
        throw CorpusError("The alignments %1 cannot be opened for reading.", file.string());
    }
    std::vector<AlignedPair> pairs;
    std::string line;
    for (LineReader reader(input); reader.next(line);) {
        AlignedPair pair;
        if (const auto wrong = readPair(line, pair)) {
            const auto message =
                Message("Line %1 of %2 %3.", reader.number(), file.string(), *wrong);
            if (!skipped) {
                throw CorpusError(message);
            }
            skipped(message);
            continue;
        }
        pairs.push_back(std::move(pair));
    }
    if (input.bad()) {
        throw CorpusError("The alignments %1 could not be read to their end.", file.string());
    }
    if (pairs.empty()) {
        throw CorpusError("The alignments %1 hold no sentence pair.", file.string());
    }
    return pairs;
}

double AlignmentError::errorRate() const {
    return 1 - ratio(gotSure + gotPossible, got + sure);
}
double AlignmentError::precision() const {
    return ratio(gotPossible, got);
}
double AlignmentError::recall() const {
    return ratio(gotSure, sure);
}

AlignmentError alignmentError(std::span<const aligner::Links> got,
                              std::span<const AlignedPair> expected) {
    if (got.size() != expected.size()) {
        throw Error("Got links for %1 sentence pairs, expected %2.", got.size(), expected.size());
    }
    AlignmentError error;
    for (std::size_t i = 0; i < got.size(); ++i) {
        error.got += static_cast<long>(got[i].size());
        error.sure += static_cast<long>(expected[i].sure.size());
        error.gotSure += common(got[i], expected[i].sure);
        error.gotPossible += common(got[i], expected[i].possible);
    }
    return error;
}

}  // namespace model::evaluation
