// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/panel/panel.h"

class QScrollBar;

namespace widgets {

class ContextCanvas;

/// What makes the context of the step in view: one row per source word with its weight, the strip
/// of what it adds, α_ij h_j, and how far the whole is from its annotation; below them their sum
/// c_i. The rows add up in order as the moment passes through the context stage. Without attention:
/// the one fixed vector, and which words it is taken from.
class ContextPanel : public Panel {
    Q_OBJECT
  public:
    explicit ContextPanel(Viewpoint *viewpoint, QWidget *parent = nullptr);

    static QString title() { return tr("Context"); }

    ContextCanvas *canvas() const { return canvas_; }
    /// One row per source word: the word, α, the cosine of c and h, their distance, and of each
    /// unit in view what it adds; then the row of c. What has not been computed is empty.
    /// "context": word, α, cosine and distance to the context, then a column for each unit in view
    /// of the word's term; the last row is their sum.
    std::vector<Table> tables() const override;
    bool hasTable() const override;

  protected:
    void refresh(Changes changes) override;
    void addMenuEntries(QMenu &menu, const QPoint &position) override;
    std::unique_ptr<Panel> still(Viewpoint *viewpoint) const override;
    QSize wholeSize() const override;

  private:
    void showScroll();
    QString emptyMessage() const;

    ContextCanvas *canvas_ = nullptr;
    QScrollBar *scrollBar_ = nullptr;
    bool still_ = false;  // for a figure: every row
};

}  // namespace widgets
