// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "model/decoding/trace.h"
#include "widgets/panel/options.h"
#include "widgets/panel/panel.h"
#include "widgets/scene/canvas.h"
#include "widgets/scene/options.h"

class QLabel;
class QToolButton;

namespace widgets {

/// The picture that a model of captions sees. At each word the weights lie over it as light: a cell
/// is as bright as its share of the largest weight. A scene can be edited in place, and each edit
/// asks for its caption.
class ScenePanel : public Panel {
    Q_OBJECT
  public:
    /// The viewpoint must outlive the panel.
    explicit ScenePanel(Viewpoint *viewpoint, QWidget *parent = nullptr);

    static QString title() { return tr("Picture"); }

    using Options = SceneOptions;
    const SceneOptions &options() const { return options_; }
    QVariantMap storedOptions() const override { return widgets::storedOptions(options_); }
    void restoreOptions(const QVariantMap &options) override {
        setOptions(restoredOptions<SceneOptions>(options));
    }

    SceneCanvas *canvas() const { return canvas_; }
    /// "light": the weight of each cell at the step in view, in the rows and columns of the grid.
    std::vector<Table> tables() const override;

  public slots:
    void setOptions(const widgets::SceneOptions &options);

  protected:
    void refresh(Changes changes) override;
    void addMenuEntries(QMenu &menu, const QPoint &position) override;
    std::unique_ptr<Panel> still(Viewpoint *viewpoint) const override;

  private:
    QWidget *buildTools();
    void showPicture();
    void showCaption();

    SceneOptions options_;
    SceneCanvas *canvas_ = nullptr;
    QWidget *tools_ = nullptr;
    QToolButton *add_ = nullptr;
    QToolButton *change_ = nullptr;
    QLabel *caption_ = nullptr;
    std::shared_ptr<const model::Trace> shown_;  ///< whose picture the canvas has
};

}  // namespace widgets
