// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <functional>
#include <memory>

#include "widgets/figure/animation.h"
#include "widgets/threads/worker.h"

namespace widgets {

/// Writes an animation of frames that only the thread of the GUI can paint: one at a time, with the
/// events of the program between them; encoding and writing are the business of a worker. At most a
/// few frames wait for it, however long the animation is.
class AnimationJob : public QObject {
    Q_OBJECT
  public:
    explicit AnimationJob(QObject *parent = nullptr);
    /// Cancels.
    ~AnimationJob() override;

    /// Paints a frame, from 0 on, on this thread. May throw.
    using Paint = std::function<AnimationFrame(int index)>;
    /// Begins. Not to be called while running().
    void start(const QString &file, int count, Paint paint);
    /// Gives up: nothing is left of the file, and nothing more is heard.
    void cancel();
    bool running() const { return running_; }

  signals:
    /// How much is written: 0 to 1, ascending.
    void progressed(double done);
    /// `why`: one sentence, or empty if the file is written.
    void finished(const QString &why);

  private:
    void paintNext();
    void paintLater();
    void addFrame(AnimationFrame frame);
    void written();
    void finish(const QString &why);

    QString file_;
    int count_ = 0;
    Paint paint_;
    int painted_ = 0;
    int written_ = 0;
    bool running_ = false;
    bool waiting_ = false;  ///< the next frame is painted when the events before it are handled
    std::shared_ptr<std::unique_ptr<AnimationFile>> animation_;  ///< the worker's
    Worker worker_;
    Lane lane_{worker_, {.keeps = Lane::Keeps::all}};
};

}  // namespace widgets
