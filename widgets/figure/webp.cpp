// SPDX-License-Identifier: GPL-3.0-or-later
#include <webp/encode.h>
#include <webp/mux.h>

#include <QCoreApplication>
#include <memory>

#include "widgets/figure/animation_output.h"

namespace widgets {
namespace {

constexpr int effort = 2;  // of 9: drawings become hardly smaller by more

/// Whose tr() the texts here are.
struct WebpText {
    Q_DECLARE_TR_FUNCTIONS(widgets::Animation)
};

/// What the library holds of a picture.
class WebpPicture {
  public:
    explicit WebpPicture(const QImage &image) {
        if (!WebPPictureInit(&picture_))
            throw std::bad_alloc();  // another version of the library than its header
        picture_.use_argb = 1;
        picture_.width = image.width();
        picture_.height = image.height();
        if (!WebPPictureImportRGBX(&picture_, image.constBits(),
                                   static_cast<int>(image.bytesPerLine())))
            throw std::bad_alloc();
    }
    ~WebpPicture() { WebPPictureFree(&picture_); }
    WebpPicture(const WebpPicture &) = delete;
    WebpPicture &operator=(const WebpPicture &) = delete;

    WebPPicture *get() { return &picture_; }

  private:
    WebPPicture picture_{};
};

class WebpOutput : public AnimationFile::Output {
  public:
    explicit WebpOutput(AnimationSink sink) : sink_(std::move(sink)) {
        if (!WebPConfigInit(&config_) || !WebPConfigLosslessPreset(&config_, effort))
            throw failed();
    }

    void add(const QImage &image, int milliseconds) override {
        if (!encoder_)
            begin(image.size());
        // Bytes in this order, whatever that of the machine is.
        WebpPicture picture(image.convertToFormat(QImage::Format_RGBX8888));
        if (!WebPAnimEncoderAdd(encoder_.get(), picture.get(), time_, &config_))
            throw failed();
        time_ += milliseconds;
    }

    void keep() override {
        WebPData data;
        WebPDataInit(&data);
        const bool done = WebPAnimEncoderAdd(encoder_.get(), nullptr, time_, nullptr) &&
                          WebPAnimEncoderAssemble(encoder_.get(), &data);
        const std::unique_ptr<WebPData, decltype(&WebPDataClear)> owned(&data, &WebPDataClear);
        if (!done)
            throw failed();
        sink_(std::as_bytes(std::span(data.bytes, data.size)));
    }

  private:
    static ExportError failed() {
        return ExportError(WebpText::tr("There is not enough memory for the animation."));
    }

    void begin(const QSize &size) {
        WebPAnimEncoderOptions options;
        if (!WebPAnimEncoderOptionsInit(&options))
            throw failed();
        options.anim_params.loop_count = 0;  // forever
        encoder_.reset(WebPAnimEncoderNew(size.width(), size.height(), &options));
        if (!encoder_)
            throw failed();
    }

    AnimationSink sink_;
    WebPConfig config_{};
    std::unique_ptr<WebPAnimEncoder, decltype(&WebPAnimEncoderDelete)> encoder_{
        nullptr, &WebPAnimEncoderDelete};
    int time_ = 0;  ///< milliseconds
};

}  // namespace

std::unique_ptr<AnimationFile::Output> webpOutput(AnimationSink sink) {
    return std::make_unique<WebpOutput>(std::move(sink));
}

}  // namespace widgets
