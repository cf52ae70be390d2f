// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/panel/panel.h"
#include "widgets/states/options.h"

class QComboBox;
class QScrollBar;

namespace widgets {

class StatesCanvas;

/// The hidden states of encoder and decoder, their gates and candidates: units by time, one colour
/// per number. What the moment has not reached is an outline. Pointing at a cell tells its number
/// and marks unit and word for every view; a click keeps the unit, whose course over time stands
/// below, and leads to the step.
class StatesPanel : public Panel {
    Q_OBJECT
  public:
    explicit StatesPanel(Viewpoint *viewpoint, QWidget *parent = nullptr);

    static QString title() { return tr("Hidden states"); }

    using Options = StatesOptions;
    StatesOptions options() const;
    QVariantMap storedOptions() const override { return widgets::storedOptions(options()); }
    void restoreOptions(const QVariantMap &options) override {
        setOptions(restoredOptions<StatesOptions>(options));
    }

    StatesCanvas *canvas() const { return canvas_; }
    /// The units of each picture as rows, its positions as columns; what has not been computed is
    /// empty. Pictures are separated by an empty line. A table for each picture,
    /// "encoder_forward_state", "decoder_reset", …: the unit, then a column for each word; what is
    /// not yet computed has no value.
    std::vector<Table> tables() const override;
    bool hasTable() const override { return message().isEmpty(); }

  public slots:
    /// A layer that the model in view lacks cannot be shown alone: all of them are.
    void setOptions(const widgets::StatesOptions &options);

  protected:
    void refresh(Changes changes) override;
    void addMenuEntries(QMenu &menu, const QPoint &position) override;
    std::unique_ptr<Panel> still(Viewpoint *viewpoint) const override;
    QSize wholeSize() const override;

  private:
    void buildBody();
    QComboBox *choice(const QString &name, QWidget *parent);
    void nameChoices();
    void offerLayers();
    /// Shows what the boxes say.
    void takeChoices();
    void showScroll();
    void scroll();
    QString emptyMessage() const;

    StatesCanvas *canvas_ = nullptr;
    QComboBox *quantity_ = nullptr;
    QComboBox *order_ = nullptr;
    QComboBox *layers_ = nullptr;
    QScrollBar *scrollBar_ = nullptr;
    QSize still_;  // for a figure: of the pictures on the screen
};

}  // namespace widgets
