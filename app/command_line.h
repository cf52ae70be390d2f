// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSize>
#include <QString>
#include <QStringList>
#include <optional>
#include <stdexcept>

#include "widgets/heatmap/figure.h"
#include "widgets/views/played_view.h"

namespace app {

/// What the program was asked to do.
struct CommandLine {
    enum class Task { window, exportFigure, help, version };
    Task task = Task::window;
    QString model;  ///< a file; empty: the model that is built in
    std::optional<QString> sentence;
    QString opened;  ///< a model or a text that the window opens; empty: none
    QString file;    ///< where the figure goes
    QString view = QStringLiteral("heatmap");  ///< of which view it is, by its name
    widgets::Playing playing;                  ///< into an animation, where the file is one
    bool quitAfterFirstPaint = false;          ///< for measuring how long a start takes
    widgets::FigureOptions figure;
};

/// A command line that makes no sense; what() is one sentence (UTF-8).
class UsageError : public std::runtime_error {
  public:
    explicit UsageError(const QString &sentence) : std::runtime_error(sentence.toStdString()) {}
};

/// @throws UsageError
CommandLine parseCommandLine(const QStringList &arguments);
/// What --help prints.
QString helpText();
/// Whether these arguments ask for something that needs no display.
bool needsNoDisplay(const QStringList &arguments);

/// Translates the sentence and writes the figure of a view of it. Returns a sentence that says what
/// is to be known of the translation; empty: nothing. @throws model::Error, widgets::ExportError
QString exportFigure(const CommandLine &commandLine);

}  // namespace app
