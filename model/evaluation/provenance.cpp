// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/evaluation/provenance.h"

#include <algorithm>
#include <map>
#include <vector>

#include "model/error.h"
#include "model/text/runs.h"
#include "model/text/utf8.h"

namespace model::evaluation {
namespace {

/// The places of each word of a text, in lower case.
using Places = std::map<std::string, std::vector<Range>>;

Places placesOf(const std::string &text) {
    Places places;
    for (const Range run : wordRuns(text)) {
        places[lowerCased(textIn(text, run))].push_back(run);
    }
    return places;
}

/// Whether a step attends most to one of these places of the source.
bool pointsAt(const Trace &trace, int step, const std::vector<Range> &places) {
    const Row &weights = trace.step(step).weights;
    if (weights.size() == 0) {
        return false;
    }
    Row::Index most = 0;
    weights.maxCoeff(&most);
    const Range place = trace.source.place(static_cast<int>(most));
    return std::any_of(places.begin(), places.end(),
                       [place](Range word) { return overlap(place, word); });
}

}  // namespace

Provenance &Provenance::operator+=(const Provenance &other) {
    words += other.words;
    taken += other.taken;
    pointed += other.pointed;
    spelled += other.spelled;
    spelledPointed += other.spelledPointed;
    pieces += other.pieces;
    piecesPointed += other.piecesPointed;
    return *this;
}

Provenance provenanceOf(const Trace &trace) {
    const Places source = placesOf(trace.source.text());
    Provenance result;
    for (const Range word : wordRuns(trace.translation)) {
        ++result.words;
        const auto found = source.find(lowerCased(textIn(trace.translation, word)));
        if (found == source.end()) {
            continue;
        }
        ++result.taken;
        std::vector<bool> points;  // of each piece of the word
        for (int step = 0; step < trace.targetLength(); ++step) {
            if (overlap(trace.target[static_cast<std::size_t>(step)].range, word)) {
                points.push_back(pointsAt(trace, step, found->second));
            }
        }
        const auto pointed = std::count(points.begin(), points.end(), true);
        result.pointed += !points.empty() && points.front() ? 1 : 0;
        result.pieces += static_cast<long>(points.size());
        result.piecesPointed += pointed;
        if (points.size() > 1) {
            ++result.spelled;
            result.spelledPointed += pointed == static_cast<long>(points.size()) ? 1 : 0;
        }
    }
    return result;
}

double shareTaken(std::span<const std::string> sources, std::span<const std::string> texts) {
    if (sources.size() != texts.size()) {
        throw Error("Got %1 texts of %2 sources, expected one of each.", texts.size(),
                    sources.size());
    }
    long all = 0;
    long taken = 0;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const Places source = placesOf(sources[i]);
        for (const std::string &word : wordsOf(texts[i])) {
            ++all;
            taken += source.contains(word) ? 1 : 0;
        }
    }
    return all == 0 ? 0 : static_cast<double>(taken) / static_cast<double>(all);
}

std::string firstWords(const std::string &text, std::size_t count) {
    const std::vector<Range> words = wordRuns(text);
    if (words.empty() || count == 0) {
        return "";
    }
    const Range last = words[std::min(count, words.size()) - 1];
    return std::string(textIn(text, {words.front().begin, last.end}));
}

}  // namespace model::evaluation
