// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <optional>

#include "app/export/documents.h"

namespace app {

/// Many sentences, each of which becomes files.
struct BatchOptions {
    QString input;   ///< a text with a sentence per line; "-": the standard input
    QString output;  ///< a folder, which is made if it is not there; "-": a tar archive goes to the
                     ///< standard output
    QString model;   ///< as for modelReader()
    int jobs = 1;    ///< processes that work side by side
    QString moment;  ///< as it was named; empty: none was
    DocumentRequest documents;
    /// How this program was called, for a process of it that does a part of the work.
    QStringList workerArguments;
};

/// Makes the documents of every line and writes them as LINE-NAME, such as "0003-heatmap.svg", into
/// the folder, beside index.tsv, which says what is there of which line. A file is there whole or
/// not at all; what the index names is not made again by another run with the same options. A line
/// that cannot be translated or drawn is told on the standard error, as is the progress; a blank
/// line is passed over. Returns the exit status: 0, or 1 if any line failed.
/// @throws widgets::ExportError if nothing can be read or written at all
int runBatch(const BatchOptions &options);

/// The part of a batch that one process does: reads lines "NUMBER TAB SENTENCE" from the standard
/// input, and answers each with a line on the standard output (see WorkerAnswer). Ends with the
/// input. @throws model::Error if the model cannot be read
int runBatchWorker(const BatchOptions &options);

/// What a process says of a line that it was given. (When it is ready for the first, it says
/// "ready".)
struct WorkerAnswer {
    long line = 0;
    bool done = false;
    QString text;       ///< the translation, or why there is none
    QStringList files;  ///< that were written
};

/// As it is sent; one line with its end.
QByteArray written(const WorkerAnswer &answer);
/// The inverse, without the end of the line. Nothing: it is none.
std::optional<WorkerAnswer> readAnswer(const QByteArray &line);

}  // namespace app
