// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figure/frame_folder.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <QBuffer>
#include <QString>
#include <cerrno>
#include <new>
#include <span>
#include <string_view>
#include <system_error>

#include "model/file/descriptor.h"
#include "model/file/output_file.h"

namespace widgets {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view partEnding = ".attention-part";
constexpr std::string_view frameBeginning = "frame-";
constexpr int digits = 5;

[[noreturn]] void failWith(int error) {
    throw model::OutputError("%1", model::reasonOf(error));
}

/// Whether a file is one that a writer which was killed may have left.
bool isFrame(const fs::path &file) {
    return file.filename().string().starts_with(frameBeginning);
}

class FrameFolder : public AnimationFile::Output {
  public:
    explicit FrameFolder(const fs::path &folder)
        // (The path of a folder that ends in a separator has no name.)
        : place_(folder.has_filename() ? folder : folder.parent_path()),
          part_(fs::path(place_).concat(partEnding)) {
        std::error_code error;
        fs::create_directory(part_, error);
        if (error)
            failWith(error.value());
        lock_.reset(::open(part_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW));
        if (!lock_.valid())
            failWith(errno);
        if (::flock(lock_.get(), LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK)
            throw model::OutputError("something else is writing it now");
        ours_ = true;
        clear();
    }

    ~FrameFolder() override {
        if (!ours_)
            return;
        clear();
        std::error_code ignored;
        fs::remove(part_, ignored);  // if nothing else is in it
    }

    bool keepsEqualFrames() const override { return true; }

    void add(const QImage &image, int) override {
        const QString name = QString::fromLatin1(frameBeginning.data(), frameBeginning.size()) +
                             QStringLiteral("%1.png").arg(++frames_, digits, 10, QChar(u'0'));
        QByteArray bytes;
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        if (!image.convertToFormat(QImage::Format_RGB32).save(&buffer, "PNG"))
            throw std::bad_alloc();
        model::OutputFile file(part_ / name.toStdString());
        file.append(std::as_bytes(std::span(bytes.constData(), std::size_t(bytes.size()))));
        file.keep();
    }

    void keep() override {
        std::error_code error;
        fs::rename(part_, place_, error);
        if (error)
            failWith(error.value());
        ours_ = false;
    }

  private:
    void clear() const {
        std::error_code ignored;
        for (const auto &entry : fs::directory_iterator(part_, ignored))
            if (isFrame(entry.path()))
                fs::remove(entry.path(), ignored);
    }

    fs::path place_;
    fs::path part_;
    model::Descriptor lock_;
    bool ours_ = false;
    int frames_ = 0;
};

}  // namespace

std::unique_ptr<AnimationFile::Output> frameFolder(const std::filesystem::path &folder) {
    return std::make_unique<FrameFolder>(folder);
}

}  // namespace widgets
