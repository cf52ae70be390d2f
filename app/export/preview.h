// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QImage>
#include <optional>

#include "widgets/figure/file.h"

namespace app {

/// A figure as it will look, as large as there is room for, with its size on paper below; or a
/// sentence that says why there is none.
class FigurePreview : public QFrame {
    Q_OBJECT
  public:
    explicit FigurePreview(QWidget *parent = nullptr);

    void setFigure(const widgets::Figure &figure);
    void setTrouble(const QString &why);
    /// The size, or why there is no figure.
    const QString &caption() const { return caption_; }

    QSize sizeHint() const override;

  protected:
    void paintEvent(QPaintEvent *event) override;

  private:
    void say(const QString &caption);
    QRect room() const;

    /// The figure as pixels, so many for each of its own; worked out anew for another number only.
    /// @throws widgets::ExportError
    const QImage &imageAt(double scale);

    std::optional<widgets::Figure> figure_;
    QImage image_;
    double imageScale_ = 0;  ///< of the image; 0: there is none
    QString caption_;
};

}  // namespace app
