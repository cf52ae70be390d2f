// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSize>
#include <QString>
#include <QStringList>
#include <optional>

#include "app/headless/batch.h"
#include "app/headless/option_values.h"
#include "app/headless/sentence.h"
#include "widgets/heatmap/figure.h"
#include "widgets/views/played_view.h"

namespace app {

/// What the program was asked to do.
struct CommandLine {
    enum class Task { window, exportFigure, batch, batchWorker, help, version };
    Task task = Task::window;
    QString model;  ///< a file; empty: the model that is built in
    std::optional<QString> sentence;
    QString opened;  ///< a model or a text that the window opens; empty: none
    QString file;    ///< where the figure goes, or the folder of a batch
    QString view = QStringLiteral("heatmap");      ///< of which views it is, with commas
    QString style;                                 ///< that was saved by this name; empty: none
    QStringList views{QStringLiteral("heatmap")};  ///< of a batch
    QStringList formats;                           ///< of a batch, or of the standard output
    QString moment;                                ///< "3.softmax"; empty: the end
    QString input;                                 ///< of a batch
    int jobs = 1;                                  ///< of a batch
    widgets::Playing playing;                      ///< into an animation, where the file is one
    bool quitAfterFirstPaint = false;              ///< for measuring how long a start takes
    widgets::FigureOptions figure;

    /// The views of one figure.
    QStringList panels() const { return view.split(u','); }
    /// Of these tasks.
    SentenceExport sentenceExport() const;
    BatchOptions batch() const;
};

/// @throws UsageError
CommandLine parseCommandLine(const QStringList &arguments);
/// What --help prints.
QString helpText();
/// Whether these arguments ask for something that needs no display.
bool needsNoDisplay(const QStringList &arguments);

}  // namespace app
