// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headless/tar.h"

#include <stdexcept>

namespace app {
namespace {

constexpr qsizetype blockSize = 512;
constexpr qsizetype longestName = 100;

// Where the fields of a header are (IEEE Std 1003.1, pax, "ustar Interchange Format").
constexpr qsizetype modeAt = 100;
constexpr qsizetype userAt = 108;
constexpr qsizetype groupAt = 116;
constexpr qsizetype sizeAt = 124;
constexpr qsizetype timeAt = 136;
constexpr qsizetype checksumAt = 148;
constexpr qsizetype typeAt = 156;
constexpr qsizetype magicAt = 257;

QByteArray octal(qsizetype number, int digits) {
    return QByteArray::number(number, 8).rightJustified(digits, '0');
}

QByteArray headerOf(const QByteArray &name, qsizetype size) {
    QByteArray header(blockSize, '\0');
    const auto put = [&](qsizetype at, const QByteArray &bytes) {
        header.replace(at, bytes.size(), bytes);
    };
    put(0, name);
    put(modeAt, octal(0644, 7));
    put(userAt, octal(0, 7));
    put(groupAt, octal(0, 7));
    put(sizeAt, octal(size, 11));
    put(timeAt, octal(0, 11));  // the same archive of the same input
    put(checksumAt, QByteArray(8, ' '));
    put(typeAt, "0");
    put(magicAt, QByteArray("ustar\0"
                            "00",
                            8));
    qsizetype sum = 0;
    for (const char c : std::as_const(header))
        sum += static_cast<unsigned char>(c);
    put(checksumAt, octal(sum, 6) + QByteArray("\0 ", 2));
    return header;
}

}  // namespace

QByteArray tarEntry(const QString &name, const QByteArray &content) {
    const QByteArray ascii = name.toLatin1();
    if (name.isEmpty() || ascii.size() > longestName || QString::fromLatin1(ascii) != name)
        throw std::invalid_argument("a name in a tar archive");
    const qsizetype rest = content.size() % blockSize;
    return headerOf(ascii, content.size()) + content +
           QByteArray(rest == 0 ? 0 : blockSize - rest, '\0');
}

QByteArray tarEnd() {
    return QByteArray(2 * blockSize, '\0');
}

}  // namespace app
