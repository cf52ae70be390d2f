// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>

#include "model/decoding/trace.h"

// Where the words of a summary come from.
namespace model::evaluation {

/// The words of an output, of which some stand in the source, whatever the case; those of
/// wordRuns(). A piece points at a word if its attention, which is computed before the piece is
/// chosen, is largest at a position that lies in this very word of the source, at any of its
/// places.
struct Provenance {
    long words = 0;
    long taken = 0;           ///< words that stand in the source
    long pointed = 0;         ///< … the first piece of which points there
    long spelled = 0;         ///< words that stand in the source and have several pieces
    long spelledPointed = 0;  ///< … each of which points there
    long pieces = 0;          ///< of the words that stand in the source
    long piecesPointed = 0;   ///< … that point there

    Provenance &operator+=(const Provenance &other);
};

/// Of one translation. Nothing points anywhere in one without attention.
Provenance provenanceOf(const Trace &trace);

/// The share of the words of the texts that stand in their sources, 0 to 1; 0 where there is none.
/// @throws Error unless there are as many of each
double shareTaken(std::span<const std::string> sources, std::span<const std::string> texts);

/// The first words of a text as it stands, blanks and marks between them included: the first
/// baseline of summaries.
std::string firstWords(const std::string &text, std::size_t count);

}  // namespace model::evaluation
