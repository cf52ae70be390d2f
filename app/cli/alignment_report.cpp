// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/alignment_report.h"

#include <iomanip>
#include <iostream>

#include "app/cli/read_pairs.h"
#include "model/error.h"

namespace cli {

using model::evaluation::AlignedPair;
using model::evaluation::AlignmentError;

model::Json toJson(const AlignmentError &error) {
    return {{"aer", error.errorRate()},
            {"precision", error.precision()},
            {"recall", error.recall()},
            {"links", error.got}};
}

void printAlignmentHead() {
    std::cout << "alignment                AER  precision  recall\n";
}

void printAlignmentRow(const std::string &name, const AlignmentError &error) {
    std::cout << std::left << std::setw(21) << name << std::right << std::fixed
              << std::setprecision(3) << std::setw(7) << error.errorRate() << std::setw(11)
              << error.precision() << std::setw(8) << error.recall() << '\n';
}

std::vector<AlignedPair> readAlignmentsUpTo(const std::string &file, int words, bool skipBadLines) {
    const auto skipped = [](const model::Message &message) { tellSkipped(message.english()); };
    std::vector<AlignedPair> pairs = skipBadLines ? model::evaluation::readAlignments(file, skipped)
                                                  : model::evaluation::readAlignments(file);
    if (words > 0) {
        std::erase_if(pairs, [words](const AlignedPair &pair) {
            return static_cast<int>(pair.source.size()) > words;
        });
    }
    if (pairs.empty()) {
        throw model::CorpusError(
            "The alignments %1 hold no sentence pair with a source of at most %2 words.", file,
            words);
    }
    return pairs;
}

}  // namespace cli
