// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QString>
#include <QStringList>
#include <functional>
#include <memory>
#include <stop_token>

#include "widgets/figure/file.h"

namespace widgets {

/// What an animation is written as.
enum class AnimationFormat {
    gif,     ///< GIF 89a: at most 256 colours in what changes from one frame to the next
    webp,    ///< animated WebP, without loss
    frames,  ///< a folder of numbered PNG pictures, frame-00001.png and so on
};

/// Suffixes of animations in one file, in lower case and without the dot: gif, webp.
QStringList animationSuffixes();

/// The format by the name of a file: that of its suffix; a name that ends in "/" is a folder of
/// frames. @throws ExportError for any other name.
AnimationFormat animationFormat(const QString &file);

/// @throws ExportError for a name that animationFormat() does not know, a place where nothing can
/// be written, and a folder of frames that is there and not empty.
void checkAnimationFile(const QString &file);
/// @throws ExportError for frames that the format does not know, in pixels.
void checkAnimationSize(const QSize &size, AnimationFormat format);

/// One picture of an animation: its pixels (opaque, whatever their device pixel ratio), and how
/// long they are shown.
struct AnimationFrame {
    QImage image;
    int milliseconds = 40;  ///< at least 1; a GIF shows a frame for at least 20, in tens
};

/// An animation that is written frame by frame and is there whole, once it is kept, or not at all.
/// It begins anew after its end, forever. May be used on any thread, by one at a time.
class AnimationFile {
  public:
    /// Begins. @throws ExportError as checkAnimationFile()
    explicit AnimationFile(const QString &file);
    /// Removes what has not been kept.
    ~AnimationFile();
    AnimationFile(const AnimationFile &) = delete;
    AnimationFile &operator=(const AnimationFile &) = delete;

    /// The next frame. All are as large as the first. @throws ExportError
    void add(const AnimationFrame &frame);
    /// Gives the file its name. @throws ExportError, also if there is no frame
    void keep();

    /// Where frames go.
    class Output;

  private:
    void addFrame();

    QString file_;
    std::unique_ptr<Output> output_;
    AnimationFrame last_;  ///< shown for longer if the next is the same
    int frames_ = 0;
};

/// Writes an animation of frames that any thread can make: `frame(i)` for i from 0 to count − 1.
/// `progress` hears of 0 to 1. @throws ExportError, and model::Cancelled once it is asked to stop;
/// then nothing is left of it.
void writeAnimation(const QString &file, int count,
                    const std::function<AnimationFrame(int index)> &frame,
                    const std::function<void(double done)> &progress = {},
                    const std::stop_token &stop = {});

}  // namespace widgets
