// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headless/line_source.h"

#include <fcntl.h>
#include <unistd.h>

#include <QDir>
#include <QFile>
#include <array>
#include <cerrno>
#include <cstdio>

#include "widgets/figure/file.h"
#include "widgets/text/error_text.h"

namespace app {
namespace {

constexpr qsizetype enough = 1 << 20;  // bytes that are read before they are asked for
constexpr const char *byteOrderMark = "\xEF\xBB\xBF";

}  // namespace

LineSource::LineSource(const QString &file, QObject *parent) : QObject(parent) {
    if (file == QLatin1String("-")) {
        descriptor_ = fileno(stdin);
    } else {
        file_.reset(::open(QFile::encodeName(file).constData(), O_RDONLY | O_CLOEXEC));
        if (!file_.valid())
            throw widgets::ExportError(tr("“%1” cannot be read: %2.")
                                           .arg(QDir::toNativeSeparators(file),
                                                widgets::errorText(model::reasonOf(errno))));
        descriptor_ = file_.get();
    }
    notifier_ = std::make_unique<QSocketNotifier>(descriptor_, QSocketNotifier::Read);
    connect(notifier_.get(), &QSocketNotifier::activated, this, &LineSource::read);
}

void LineSource::read() {
    std::array<char, 1 << 16> buffer{};
    const auto count = ::read(descriptor_, buffer.data(), buffer.size());
    if (count < 0 && (errno == EINTR || errno == EAGAIN))
        return;
    if (count < 0)
        trouble_ = widgets::errorText(model::reasonOf(errno));
    if (count <= 0) {
        ended_ = true;
        notifier_->setEnabled(false);
    } else {
        bytes_.append(buffer.data(), count);
        notifier_->setEnabled(bytes_.size() < enough);
    }
    emit moved();
}

std::optional<LineSource::Line> LineSource::next() {
    const qsizetype end = bytes_.indexOf('\n');
    if (end < 0 && !(ended_ && !bytes_.isEmpty())) {
        notifier_->setEnabled(!ended_);  // also for a line that is longer than enough
        return std::nullopt;
    }
    QByteArray text = bytes_.left(end < 0 ? bytes_.size() : end);
    bytes_.remove(0, text.size() + 1);
    if (text.endsWith('\r'))
        text.chop(1);
    if (++number_ == 1 && text.startsWith(byteOrderMark))
        text.remove(0, 3);
    return Line{number_, text};
}

}  // namespace app
