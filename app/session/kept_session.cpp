// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/kept_session.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <utility>

#include "app/session/session_file.h"

namespace app {
namespace {

const QString prefix = QStringLiteral("unsaved-");
constexpr int mostPlaces = 100;

QString ending() {
    return u'.' + QLatin1String(sessionSuffix);
}

/// The lock of a place, or null where a program that is running has it.
std::unique_ptr<QLockFile> lockOf(const QString &file) {
    auto lock = std::make_unique<QLockFile>(file + QStringLiteral(".lock"));
    lock->setStaleLockTime(0);  // not after a time, but when its program is no longer there
    if (!lock->tryLock(0))
        return nullptr;
    return lock;
}

}  // namespace

KeptSession::KeptSession(const QString &folder) {
    if (folder.isEmpty() || !QDir().mkpath(folder))
        return;
    findLeft(folder);
    takePlace(folder);
}

KeptSession::~KeptSession() = default;

void KeptSession::findLeft(const QString &folder) {
    const QFileInfoList files =
        QDir(folder).entryInfoList({prefix + u'*' + ending()}, QDir::Files, QDir::Time);
    for (const QFileInfo &file : files) {
        leftLock_ = lockOf(file.filePath());
        if (leftLock_) {
            left_ = file.filePath();
            return;
        }
    }
}

void KeptSession::takePlace(const QString &folder) {
    for (int i = 1; i <= mostPlaces; ++i) {
        const QString file = QDir(folder).filePath(prefix + QString::number(i) + ending());
        if (QFile::exists(file))
            continue;
        lock_ = lockOf(file);
        if (lock_) {
            file_ = file;
            return;
        }
    }
}

void KeptSession::adopt() {
    if (left_.isEmpty())
        return;
    clear();
    lock_ = std::move(leftLock_);
    file_ = std::exchange(left_, {});
}

void KeptSession::discard() {
    if (!left_.isEmpty())
        QFile::remove(std::exchange(left_, {}));
    leftLock_.reset();
}

void KeptSession::clear() {
    if (!file_.isEmpty())
        QFile::remove(file_);
}

}  // namespace app
