// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/pictures/comparison.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace pictures {
namespace {

using Channels = std::array<int, 3>;

Channels channels(QRgb pixel) {
    return {qRed(pixel), qGreen(pixel), qBlue(pixel)};
}

QRgb pixelAt(const QImage &image, int x, int y) {
    return reinterpret_cast<const QRgb *>(image.constScanLine(y))[x];
}

/// Whether a pixel is unlike the one at its place in `other` and those around that.
bool unlike(QRgb pixel, const QImage &other, int x, int y, const Tolerance &tolerance) {
    Channels low{255, 255, 255};
    Channels high{0, 0, 0};
    for (int row = std::max(0, y - 1); row <= std::min(other.height() - 1, y + 1); ++row) {
        for (int column = std::max(0, x - 1); column <= std::min(other.width() - 1, x + 1);
             ++column) {
            const Channels near = channels(pixelAt(other, column, row));
            for (std::size_t c = 0; c < near.size(); ++c) {
                low[c] = std::min(low[c], near[c]);
                high[c] = std::max(high[c], near[c]);
            }
        }
    }
    const Channels own = channels(pixel);
    for (std::size_t c = 0; c < own.size(); ++c) {
        const double slack = tolerance.slack + tolerance.contrastSlack * (high[c] - low[c]);
        if (own[c] < low[c] - slack || own[c] > high[c] + slack)
            return true;
    }
    return false;
}

int sumOfDifferences(QRgb a, QRgb b) {
    return std::abs(qRed(a) - qRed(b)) + std::abs(qGreen(a) - qGreen(b)) +
           std::abs(qBlue(a) - qBlue(b));
}

QRgb faint(QRgb pixel) {
    const int grey = 190 + qGray(pixel) / 5;
    return qRgb(grey, grey, grey);
}

QString percent(double share) {
    return QString::number(100 * share, 'f', 3) + QStringLiteral(" %");
}

QString verdictOf(const Difference &difference, const Tolerance &tolerance) {
    if (difference.mean <= tolerance.mean && difference.share <= tolerance.share &&
        difference.patchShare <= tolerance.patchShare)
        return {};
    return QStringLiteral(
               "the mean difference is %1 of 255 (allowed: %2); of the pixels, %3 are clearly "
               "different (allowed: %4), and %5 where most are (allowed: %6)")
        .arg(QString::number(difference.mean, 'f', 3), QString::number(tolerance.mean),
             percent(difference.share), percent(tolerance.share), percent(difference.patchShare),
             percent(tolerance.patchShare));
}

/// How many of a picture's pixels are clearly different, by patch. Patches overlap by half, so that
/// whatever is smaller than half a patch lies within one.
class Patches {
  public:
    Patches(const QSize &size, int side)
        : half_(std::max(1, side / 2)),
          columns_(size.width() / half_ + 2),
          counts_(static_cast<std::size_t>(columns_) *
                  static_cast<std::size_t>(size.height() / half_ + 2)) {}

    void add(int x, int y) {
        const int column = x / half_;
        const int row = y / half_;
        for (const int r : {row, row + 1})
            for (const int c : {column, column + 1})
                ++counts_[static_cast<std::size_t>(r) * static_cast<std::size_t>(columns_) +
                          static_cast<std::size_t>(c)];
    }
    double greatestShare() const {
        return *std::max_element(counts_.begin(), counts_.end()) / (4.0 * half_ * half_);
    }

  private:
    int half_;
    int columns_;
    std::vector<int> counts_;
};

}  // namespace

Difference compare(const QImage &actual, const QImage &expected, int scale,
                   const Tolerance &tolerance) {
    Difference difference;
    const QSize size = expected.size();
    if (actual.size() != size || size.isEmpty()) {
        difference.verdict = QStringLiteral("its size is %1 × %2 and should be %3 × %4")
                                 .arg(actual.width())
                                 .arg(actual.height())
                                 .arg(size.width())
                                 .arg(size.height());
        return difference;
    }
    const QImage a = actual.convertToFormat(QImage::Format_RGB32);
    const QImage e = expected.convertToFormat(QImage::Format_RGB32);
    difference.picture = QImage(size, QImage::Format_RGB32);
    Patches patches(size, tolerance.patch * scale);
    qint64 sum = 0;
    int count = 0;
    for (int y = 0; y < size.height(); ++y) {
        auto *line = reinterpret_cast<QRgb *>(difference.picture.scanLine(y));
        for (int x = 0; x < size.width(); ++x) {
            const QRgb got = pixelAt(a, x, y);
            const QRgb wanted = pixelAt(e, x, y);
            const int apart = sumOfDifferences(got, wanted);
            sum += apart;
            line[x] = faint(wanted);
            if (apart > tolerance.slack &&
                (unlike(got, e, x, y, tolerance) || unlike(wanted, a, x, y, tolerance))) {
                line[x] = qRgb(220, 0, 0);
                patches.add(x, y);
                ++count;
            }
        }
    }
    const double pixels = static_cast<double>(size.width()) * size.height();
    difference.mean = static_cast<double>(sum) / (3 * pixels);
    difference.share = count / pixels;
    difference.patchShare = patches.greatestShare();
    difference.verdict = verdictOf(difference, tolerance);
    return difference;
}

}  // namespace pictures
