// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include "widgets/figure/file.h"
#include "widgets/threads/worker.h"

namespace app {

/// Encodes and writes a figure on a worker's thread: a large picture takes seconds.
class ExportJob : public QObject {
    Q_OBJECT
  public:
    using QObject::QObject;
    /// Waits until the file is written.
    ~ExportJob() override { lane_.finish(); }

    /// Begins. Not to be called again before finished().
    void start(widgets::FigureJob job);
    bool running() const { return lane_.busy(); }

  signals:
    /// `why`: one sentence, or empty if the file is written.
    void finished(const QString &why);

  private:
    widgets::Worker worker_;
    widgets::Lane lane_{worker_, {.keeps = widgets::Lane::Keeps::all}};
};

}  // namespace app
