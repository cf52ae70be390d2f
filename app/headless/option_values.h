// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSize>
#include <QString>
#include <QStringList>
#include <stdexcept>

#include "widgets/viewpoint/moment.h"

namespace app {

/// A command line that makes no sense; what() is one sentence (UTF-8).
class UsageError : public std::runtime_error {
  public:
    explicit UsageError(const QString &sentence) : std::runtime_error(sentence.toStdString()) {}
};

// The values of options as they are typed. All throw UsageError for what they do not know.

/// "800x600": width and height in pixels.
QSize parseSize(const QString &text);
/// A number of --scale and --speed.
double parseScale(const QString &text);
double parseSpeed(const QString &text);
/// Whole numbers of --fps and --jobs.
int parseFrameRate(const QString &text);
int parseJobs(const QString &text);
/// Names of views with commas between them, of --view or --views.
QStringList parseViews(const QString &option, const QString &names);
/// Suffixes of documents with commas between them: "svg,csv".
QStringList parseFormats(const QString &names);
/// "3.softmax"
widgets::Moment parseMoment(const QString &text);

/// The views that there are, as a help text lists them; the formats, and the stages.
QString viewList();
QString formatList();
QString stageList();

}  // namespace app
