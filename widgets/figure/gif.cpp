// SPDX-License-Identifier: GPL-3.0-or-later
// GIF 89a. Each frame holds the rectangle that has changed, and of that the pixels that have, with
// a palette of their own: in a drawing these have few enough colours to be exact.
#include <gif_lib.h>

#include <QCoreApplication>
#include <QRect>
#include <algorithm>
#include <bit>
#include <cmath>
#include <exception>
#include <vector>

#include "widgets/figure/animation_output.h"
#include "widgets/figure/palette.h"

namespace widgets {
namespace {

constexpr int mostColors = 256;
constexpr int bitsPerChannel = 8;
constexpr int millisecondsPerTick = 10;
constexpr int leastTicks = 2;  // what is shorter, programs take for a tenth of a second
constexpr GifByteType endless = 0;

/// Whose tr() the texts here are.
struct GifText {
    Q_DECLARE_TR_FUNCTIONS(widgets::Animation)
};

const QRgb *lineOf(const QImage &image, int y) {
    return reinterpret_cast<const QRgb *>(image.constScanLine(y));
}

/// The pixels of a row in which two pictures differ: from the first to the last.
QRect changedIn(const QImage &before, const QImage &now, int y) {
    const QRgb *old = lineOf(before, y);
    const QRgb *fresh = lineOf(now, y);
    const QRgb *end = fresh + now.width();
    const auto [from, _] = std::mismatch(fresh, end, old);
    if (from == end)
        return {};
    const int left = static_cast<int>(from - fresh);
    int right = now.width() - 1;
    while (fresh[right] == old[right])
        --right;
    return {QPoint(left, y), QPoint(right, y)};
}

/// The least rectangle that holds all that has changed; one pixel if nothing has.
QRect changedRect(const QImage &before, const QImage &now) {
    if (before.isNull())
        return now.rect();
    QRect changed;
    for (int y = 0; y < now.height(); ++y)
        changed |= changedIn(before, now, y);
    return changed.isNull() ? QRect(0, 0, 1, 1) : changed;
}

/// A part of a picture in the colours of a palette.
struct Indexed {
    QRect rect;
    std::vector<QRgb> colors;
    int unchanged = NO_TRANSPARENT_COLOR;  ///< what stands for the pixels that stay
    std::vector<GifPixelType> pixels;
};

/// Calls `take` with each pixel of a part, and whether it is another than before.
template <class Take>
void forEachPixel(const QRect &rect, const QImage &before, const QImage &now, const Take &take) {
    for (int y = rect.top(); y <= rect.bottom(); ++y) {
        const QRgb *old = before.isNull() ? nullptr : lineOf(before, y);
        const QRgb *fresh = lineOf(now, y);
        for (int x = rect.left(); x <= rect.right(); ++x)
            take(fresh[x], !old || old[x] != fresh[x]);
    }
}

Indexed indexed(const QImage &before, const QImage &now) {
    Indexed result;
    result.rect = changedRect(before, now);
    ColorCounts counts;
    forEachPixel(result.rect, before, now, [&](QRgb color, bool changed) {
        if (changed)
            counts.add(color);
    });
    const Palette palette(counts, before.isNull() ? mostColors : mostColors - 1);
    result.colors = palette.colors();
    if (!before.isNull()) {
        result.unchanged = static_cast<int>(result.colors.size());
        result.colors.push_back(qRgb(0, 0, 0));
    }
    result.pixels.reserve(std::size_t(result.rect.width()) * std::size_t(result.rect.height()));
    QRgb last = 0;
    int index = 0;
    forEachPixel(result.rect, before, now, [&](QRgb color, bool changed) {
        if (changed && color != last) {
            last = color;
            index = palette.indexOf(color);
        }
        result.pixels.push_back(static_cast<GifPixelType>(changed ? index : result.unchanged));
    });
    return result;
}

class GifOutput : public AnimationFile::Output {
  public:
    explicit GifOutput(AnimationSink sink) : sink_(std::move(sink)) {
        int error = 0;
        gif_ = EGifOpen(this, &GifOutput::write, &error);
        if (!gif_)
            throw noMemory();
        EGifSetGifVersion(gif_, true);
    }

    ~GifOutput() override {
        sink_ = nullptr;  // closing it writes
        if (gif_)
            EGifCloseFile(gif_, nullptr);
    }

    void add(const QImage &image, int milliseconds) override {
        if (before_.isNull())
            begin(image.size());
        const Indexed part = indexed(before_, image);
        before_ = image;
        putTime(milliseconds, part.unchanged);
        putPicture(part);
    }

    void keep() override {
        GifFileType *gif = std::exchange(gif_, nullptr);
        check(EGifCloseFile(gif, nullptr));
    }

  private:
    static ExportError noMemory() {
        return ExportError(GifText::tr("There is not enough memory for the animation."));
    }

    /// Called by the library, which knows no exceptions.
    static int write(GifFileType *gif, const GifByteType *bytes, int count) {
        auto *output = static_cast<GifOutput *>(gif->UserData);
        if (!output->sink_)
            return count;
        try {
            output->sink_(std::as_bytes(std::span(bytes, std::size_t(count))));
            return count;
        } catch (...) {
            output->failure_ = std::current_exception();
            return 0;
        }
    }

    void check(int status) {
        if (failure_)
            std::rethrow_exception(std::exchange(failure_, nullptr));
        if (status != GIF_OK)
            throw noMemory();
    }

    void begin(const QSize &size) {
        check(EGifPutScreenDesc(gif_, size.width(), size.height(), bitsPerChannel, 0, nullptr));
        const GifByteType repeats[] = {1, endless, endless};
        check(EGifPutExtensionLeader(gif_, APPLICATION_EXT_FUNC_CODE));
        check(EGifPutExtensionBlock(gif_, 11, "NETSCAPE2.0"));
        check(EGifPutExtensionBlock(gif_, sizeof repeats, repeats));
        check(EGifPutExtensionTrailer(gif_));
    }

    /// In ticks; what rounding takes from a frame, a later one has more.
    void putTime(int milliseconds, int unchanged) {
        time_ += milliseconds;
        const auto until = std::llround(double(time_) / millisecondsPerTick);
        const auto ticks = std::max<long long>(leastTicks, until - ticks_);
        ticks_ += ticks;
        const GraphicsControlBlock control{.DisposalMode = DISPOSE_DO_NOT,
                                           .UserInputFlag = false,
                                           .DelayTime = static_cast<int>(ticks),
                                           .TransparentColor = unchanged};
        GifByteType bytes[4];
        const std::size_t size = EGifGCBToExtension(&control, bytes);
        check(EGifPutExtension(gif_, GRAPHICS_EXT_FUNC_CODE, static_cast<int>(size), bytes));
    }

    void putPicture(const Indexed &part) {
        std::vector<GifColorType> colors(
            std::max<std::size_t>(2, std::bit_ceil(part.colors.size())));
        std::ranges::transform(part.colors, colors.begin(), [](QRgb color) {
            return GifColorType{static_cast<GifByteType>(qRed(color)),
                                static_cast<GifByteType>(qGreen(color)),
                                static_cast<GifByteType>(qBlue(color))};
        });
        ColorMapObject *map = GifMakeMapObject(static_cast<int>(colors.size()), colors.data());
        if (!map)
            throw noMemory();
        const QRect &rect = part.rect;
        const int status = EGifPutImageDesc(gif_, rect.left(), rect.top(), rect.width(),
                                            rect.height(), false, map);
        GifFreeMapObject(map);
        check(status);
        std::vector<GifPixelType> pixels = part.pixels;  // the library takes no constant ones
        check(EGifPutLine(gif_, pixels.data(), static_cast<int>(pixels.size())));
    }

    AnimationSink sink_;
    GifFileType *gif_ = nullptr;
    std::exception_ptr failure_;
    QImage before_;
    long long time_ = 0;   ///< milliseconds that the frames so far are to be shown
    long long ticks_ = 0;  ///< and that they are
};

}  // namespace

std::unique_ptr<AnimationFile::Output> gifOutput(AnimationSink sink) {
    return std::make_unique<GifOutput>(std::move(sink));
}

}  // namespace widgets
