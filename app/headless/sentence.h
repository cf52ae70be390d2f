// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "app/export/documents.h"
#include "widgets/views/played_view.h"

namespace app {

/// One sentence, of which one file is made.
struct SentenceExport {
    QString sentence;
    QString model;  ///< as for modelReader()
    QString file;   ///< a figure, a table, or an animation; "-": the standard output
    /// One view, or several that make one figure; one format unless the file is an animation.
    DocumentRequest documents;
    widgets::Playing playing;  ///< into an animation
    QString style;             ///< of figures, as it was saved by name; empty: none
};

/// Whether a file is an animation, by its name.
bool isAnimation(const QString &file);

/// Translates the sentence and writes the file. Returns a sentence that says what is to be known of
/// the translation; empty: nothing. @throws model::Error, widgets::ExportError
QString exportSentence(const SentenceExport &wanted);

}  // namespace app
