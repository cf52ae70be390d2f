// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QImage>
#include <QSize>
#include <functional>
#include <future>
#include <utility>

class QPainter;

namespace widgets {

/// An image for a widget, and who paints it: the thread that needs it, or another in advance.
class ImageSheet {
  public:
    using Paint = std::function<void(QPainter &)>;

    /// Paints it now. It is in the widget's coordinates and as large as the widget or larger; what
    /// it showed before is still there.
    const QImage &paint(const QSize &size, double ratio, const Paint &paint);
    /// Lets it be painted by another thread. The function must own all that it reads, fonts, too:
    /// see fontOfItsOwn().
    void paintAhead(const QSize &size, double ratio, Paint paint);
    /// What was painted last, waiting for what is left of that; null if it failed in advance.
    const QImage *image();

  private:
    /// Takes back what was painted in advance.
    void collect();
    /// Makes it as large as is needed.
    void renew(const QSize &size, double ratio);

    QImage image_;
    std::future<QImage> ahead_;
};

/// Such an image that is painted anew only when what it shows has become another.
template <class Key>
class KeptImage {
  public:
    /// The image of a key; painted now unless it was painted, or has been begun, for an equal one.
    const QImage &of(const Key &key, const QSize &size, double ratio,
                     const ImageSheet::Paint &paint) {
        const QImage *image = known_ && key == key_ ? sheet_.image() : nullptr;
        if (!image) {
            known_ = false;
            image = &sheet_.paint(size, ratio, paint);
            key_ = key;
            known_ = true;
        }
        return *image;
    }
    /// Lets another thread paint the image of a key that will be needed soon.
    void begin(const Key &key, const QSize &size, double ratio, ImageSheet::Paint paint) {
        if (size.isEmpty() || (known_ && key == key_))
            return;
        sheet_.paintAhead(size, ratio, std::move(paint));
        key_ = key;
        known_ = true;
    }

  private:
    ImageSheet sheet_;
    Key key_;
    bool known_ = false;
};

/// An equal font that shares nothing with this one: what Qt keeps in a font belongs to the thread
/// that writes with it.
QFont fontOfItsOwn(QFont font);

}  // namespace widgets
