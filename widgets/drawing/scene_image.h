// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QPainter>
#include <QSize>
#include <QWidget>
#include <memory>

#include "widgets/drawing/kept_image.h"
#include "widgets/drawing/theme.h"

namespace widgets {

/// What the look of a widget depends on whatever it shows.
struct WidgetKey {
    QSize size;
    double ratio = 0;
    QRgb surface = 0;
    QFont font;
    bool operator==(const WidgetKey &) const = default;

    static WidgetKey of(const QWidget &widget) {
        return {widget.size(), widget.devicePixelRatioF(),
                Theme::of(widget.palette()).surface.rgb(), widget.font()};
    }
};

/// A kept image of a part of a scene: of a value that holds all that is painted, and its `font`.
template <class Scene, class Key>
class SceneImage {
  public:
    using Paint = void (*)(QPainter &, const Scene &, const Theme &);

    explicit SceneImage(Paint paint) : paint_(paint) {}

    /// The image of a key for the widget: see KeptImage.
    const QImage &of(const Key &key, const QWidget &widget, const Scene &scene) {
        return image_.of(key, widget.size(), widget.devicePixelRatioF(), [&](QPainter &painter) {
            draw(painter, scene, Theme::of(widget), paint_);
        });
    }
    /// Lets another thread paint the image of a key that will be needed soon. The scene is one that
    /// this thread does not use: see sceneOfItsOwn().
    void begin(const Key &key, const QWidget &widget, const std::shared_ptr<const Scene> &scene) {
        image_.begin(key, widget.size(), widget.devicePixelRatioF(),
                     [scene, theme = Theme::of(widget), paint = paint_](QPainter &painter) {
                         draw(painter, *scene, theme, paint);
                     });
    }

  private:
    static void draw(QPainter &painter, const Scene &scene, const Theme &theme, Paint paint) {
        painter.fillRect(painter.window(), theme.surface);
        paint(painter, scene, theme);
    }

    Paint paint_;
    KeptImage<Key> image_;
};

/// A copy of a scene for another thread to paint.
template <class Scene>
std::shared_ptr<const Scene> sceneOfItsOwn(const Scene &scene) {
    auto copy = std::make_shared<Scene>(scene);
    copy->font = fontOfItsOwn(scene.font);
    return copy;
}

}  // namespace widgets
