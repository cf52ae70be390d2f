// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/beam/canvas.h"
#include "widgets/beam/options.h"
#include "widgets/panel/options.h"
#include "widgets/panel/panel.h"

class QCheckBox;
class QLabel;
class QSpinBox;

namespace widgets {

class NumberBox;

/// The tree of a beam search of the sentence in view, of any width up to 12: each hypothesis that
/// was kept, those that were given up pale, the finished ones with their scores. Pointing at a node
/// shows the attention on the path to it; a click, or Enter, makes that the current translation.
/// Where the translation is compared with a reference, the way of that is dashed, words of the
/// translation that it does not have are underlined, and a line tells where the two part.
class BeamPanel : public Panel {
    Q_OBJECT
  public:
    /// The viewpoint must outlive the panel.
    explicit BeamPanel(Viewpoint *viewpoint, QWidget *parent = nullptr);

    static QString title() { return tr("Beam search"); }

    using Options = BeamOptions;
    const BeamOptions &options() const { return options_; }
    QVariantMap storedOptions() const override { return widgets::storedOptions(options_); }
    void restoreOptions(const QVariantMap &options) override {
        setOptions(restoredOptions<BeamOptions>(options));
    }

    BeamCanvas *canvas() const { return canvas_; }
    std::vector<Table> tables() const override;

    QSize sizeHint() const override;

  public slots:
    void setOptions(const widgets::BeamOptions &options);

  protected:
    void resizeEvent(QResizeEvent *event) override;
    void refresh(Changes changes) override;
    void leaveView() override;
    std::unique_ptr<Panel> still(Viewpoint *viewpoint) const override;
    QSize wholeSize() const override;

  private:
    void buildControls(QWidget *controls);
    void wireControls();
    void showControls();
    void showTree();
    void showCaption();
    /// Where the way that is pointed at, or the translation in view, leaves that of the reference.
    QString parting() const;
    /// What stands below the tree.
    QLabel *addLine(const char *name, QWidget *parent);
    void wantTree();
    void preview(int node);
    QString emptyMessage() const;

    BeamOptions options_;
    BeamCanvas *canvas_ = nullptr;
    QWidget *controls_ = nullptr;
    QSpinBox *width_ = nullptr;
    NumberBox *penalty_ = nullptr;
    QCheckBox *pruned_ = nullptr;
    QLabel *caption_ = nullptr;
    QLabel *parting_ = nullptr;
    std::shared_ptr<const model::SearchTree> shown_;
};

}  // namespace widgets
