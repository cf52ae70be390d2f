// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <memory>

#include "widgets/figure/file.h"
#include "widgets/figure/painting.h"
#include "widgets/threads/worker.h"

namespace app {

/// Paints a figure part by part between the events of the program, encodes and writes it on a
/// worker's thread: a large picture takes seconds.
class ExportJob : public QObject {
    Q_OBJECT
  public:
    using QObject::QObject;
    /// Waits until the file is written, once it is painted.
    ~ExportJob() override { lane_.finish(); }

    /// Begins. Not to be called again before finished().
    void start(widgets::FigureJob job);
    /// The same with a figure that is still to be painted. @throws widgets::ExportError
    void start(const widgets::Figure &figure, const QString &file, double scale);
    /// Gives up: the file stays as it was, and nothing more is heard.
    void cancel();
    bool running() const { return painting_ || lane_.busy(); }

  signals:
    /// How much is painted, from 0 to 1; how long writing takes is not known.
    void progressed(double done);
    /// `why`: one sentence, or empty if the file is written.
    void finished(const QString &why);

  private:
    void paintLater();
    void paintNext();
    void write(widgets::FigurePainting::Writing writing);

    std::unique_ptr<widgets::FigurePainting> painting_;
    widgets::Worker worker_;
    widgets::Lane lane_{worker_, {.keeps = widgets::Lane::Keeps::all}};
};

}  // namespace app
