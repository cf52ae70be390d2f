// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/panel/panel.h"

class QLabel;
class QScrollArea;

namespace widgets {

class ComparisonCanvas;

/// The translation in view beside its reference, step by step: the pieces of both with their
/// probabilities, both heatmaps, and their difference where they read the same source.
class ComparisonPanel : public Panel {
    Q_OBJECT
  public:
    /// The viewpoint must outlive the panel.
    explicit ComparisonPanel(Viewpoint *viewpoint, QWidget *parent = nullptr);

    static QString title() { return tr("Comparison"); }
    ComparisonCanvas *canvas() const { return canvas_; }
    std::vector<Table> tables() const override;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

  protected:
    void resizeEvent(QResizeEvent *event) override;
    void refresh(Changes changes) override;

  private:
    void compare();
    /// What is compared, in a sentence; or what to do to compare something.
    QString summary() const;
    void showCaption();

    ComparisonCanvas *canvas_ = nullptr;
    QLabel *caption_ = nullptr;
    QScrollArea *scroll_ = nullptr;
};

}  // namespace widgets
