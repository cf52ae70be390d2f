// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QString>
#include <QStringList>

namespace pictures {

/// Compares a picture with the one stored under that name. Nothing if they match; else why not, and
/// where the picture and what is different lie to be looked at. With ATTENTION_RENEW_PICTURES set,
/// a picture that does not match is stored in place of the old one.
QString mismatch(const QImage &picture, const QString &name, int scale);

/// The names of all stored pictures.
QStringList storedPictures();

}  // namespace pictures
