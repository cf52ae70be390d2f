// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "model/evaluation/alignment_error.h"
#include "model/trace_file/json.h"

namespace cli {

/// {"aer", "precision", "recall", "links"}
model::Json toJson(const model::evaluation::AlignmentError &error);

/// A row of a table: the name, AER, precision, recall, three digits each.
void printAlignmentRow(const std::string &name, const model::evaluation::AlignmentError &error);
/// What stands above such rows.
void printAlignmentHead();

/// Reads alignments by hand, those of up to `words` source tokens (0: all). Lines that hold none
/// are refused, or left out and named on the error stream.
/// @throws CorpusError also if none is left
std::vector<model::evaluation::AlignedPair> readAlignmentsUpTo(const std::string &file, int words,
                                                               bool skipBadLines);

}  // namespace cli
