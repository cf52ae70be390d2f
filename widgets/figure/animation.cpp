// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figure/animation.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <filesystem>
#include <new>
#include <span>
#include <utility>

#include "model/error.h"
#include "model/file/output_file.h"
#include "widgets/figure/animation_output.h"
#include "widgets/figure/frame_folder.h"
#include "widgets/text/error_text.h"

namespace widgets {
namespace {

constexpr int largestGif = 65535;    // pixels a side: 16 bits
constexpr int largestWebp = 16383;   // 14 bits
constexpr int largestFrame = 32767;  // as a picture has at most
constexpr int longest = 600000;      // milliseconds that equal frames become one for

/// Whose tr() the texts here are.
struct AnimationText {
    Q_DECLARE_TR_FUNCTIONS(widgets::Animation)
};
/// A file that takes its bytes as they are encoded.
class FileOutput : public AnimationFile::Output {
  public:
    FileOutput(const QString &file, AnimationFormat format)
        : output_(pathOf(file)),
          encoder_((format == AnimationFormat::gif ? gifOutput : webpOutput)(
              [this](std::span<const std::byte> bytes) { output_.append(bytes); })) {}

    void add(const QImage &image, int milliseconds) override { encoder_->add(image, milliseconds); }
    void keep() override {
        encoder_->keep();
        output_.keep();
    }

  private:
    model::OutputFile output_;
    std::unique_ptr<AnimationFile::Output> encoder_;  // goes first
};

std::unique_ptr<AnimationFile::Output> outputOf(const QString &file) {
    const AnimationFormat format = animationFormat(file);
    if (format == AnimationFormat::frames)
        return frameFolder(pathOf(file));
    return std::make_unique<FileOutput>(file, format);
}

/// Runs what writes, and says of a file that it cannot be written.
template <class Write>
auto told(const QString &file, const Write &write) {
    try {
        return write();
    } catch (const model::OutputError &error) {
        throw unwritable(file, errorText(error.message()));
    } catch (const std::bad_alloc &) {
        throw ExportError(AnimationText::tr("There is not enough memory for the animation."));
    }
}

int largestOf(AnimationFormat format) {
    switch (format) {
        case AnimationFormat::gif:
            return largestGif;
        case AnimationFormat::webp:
            return largestWebp;
        case AnimationFormat::frames:
            break;
    }
    return largestFrame;
}

void checkFolder(const QString &file) {
    const QDir folder(file);
    if (!folder.exists() && QFileInfo::exists(folder.path()))
        throw unwritable(file, AnimationText::tr("it is not a folder"));
    if (folder.exists() && !folder.isEmpty())
        throw unwritable(file, AnimationText::tr("the folder is not empty"));
    const QFileInfo above(QFileInfo(folder.absolutePath()).path());
    if (!above.isDir())
        throw ExportError(
            AnimationText::tr("“%1” cannot be written: the folder “%2” does not exist.")
                .arg(QDir::toNativeSeparators(file), QDir::toNativeSeparators(above.filePath())));
}

}  // namespace

QStringList animationSuffixes() {
    return {QStringLiteral("gif"), QStringLiteral("webp")};
}

AnimationFormat animationFormat(const QString &file) {
    if (file.endsWith(u'/') || file.endsWith(QDir::separator()))
        return AnimationFormat::frames;
    const QString suffix = suffixAmong(animationSuffixes(), file);
    if (suffix.isEmpty())
        throw ExportError(
            AnimationText::tr("The name “%1” of an animation should end in %2, or in "
                              "/ for a folder of PNG pictures.")
                .arg(QDir::toNativeSeparators(file), suffixesInWords(animationSuffixes())));
    return suffix == QLatin1String("gif") ? AnimationFormat::gif : AnimationFormat::webp;
}

void checkAnimationFile(const QString &file) {
    if (animationFormat(file) != AnimationFormat::frames)
        return checkOutputFile(file, animationSuffixes());
    checkFolder(file);
    told(file, [&] { return frameFolder(pathOf(file)); });  // which goes at once
}

void checkAnimationSize(const QSize &size, AnimationFormat format) {
    const int most = largestOf(format);
    if (size.isEmpty() || size.width() > most || size.height() > most)
        throw ExportError(
            AnimationText::tr("Frames of %1 × %2 pixels do not fit this format: at most %3 × %3.")
                .arg(size.width())
                .arg(size.height())
                .arg(most));
}

AnimationFile::AnimationFile(const QString &file) : file_(file) {
    checkAnimationFile(file);
    output_ = told(file, [&] { return outputOf(file); });
}

AnimationFile::~AnimationFile() = default;

void AnimationFile::add(const AnimationFrame &frame) {
    // By way of a format without transparency, so that all are opaque.
    const QImage image =
        frame.image.convertToFormat(QImage::Format_RGB32).convertToFormat(QImage::Format_ARGB32);
    checkAnimationSize(image.size(), animationFormat(file_));
    if (frames_ > 0 && image.size() != last_.image.size())
        throw ExportError(
            AnimationText::tr("A frame has %1 × %2 pixels, those before it have %3 × %4.")
                .arg(image.width())
                .arg(image.height())
                .arg(last_.image.width())
                .arg(last_.image.height()));
    ++frames_;
    if (!output_->keepsEqualFrames() && image == last_.image &&
        last_.milliseconds + frame.milliseconds <= longest) {
        last_.milliseconds += frame.milliseconds;
        return;
    }
    addFrame();
    last_ = {image, frame.milliseconds};
}

void AnimationFile::addFrame() {
    if (!last_.image.isNull())
        told(file_, [&] { output_->add(last_.image, last_.milliseconds); });
}

void AnimationFile::keep() {
    if (frames_ == 0)
        throw ExportError(AnimationText::tr("There is nothing to animate."));
    addFrame();
    last_ = {};
    told(file_, [&] { output_->keep(); });
}

void writeAnimation(const QString &file, int count,
                    const std::function<AnimationFrame(int index)> &frame,
                    const std::function<void(double done)> &progress, const std::stop_token &stop) {
    AnimationFile animation(file);
    for (int i = 0; i < count; ++i) {
        if (stop.stop_requested())
            throw model::Cancelled();
        animation.add(frame(i));
        if (progress)
            progress(double(i + 1) / count);
    }
    animation.keep();
}

}  // namespace widgets
