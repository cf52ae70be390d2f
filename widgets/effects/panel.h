// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/panel/panel.h"
#include "widgets/viewpoint/derived.h"

class QLabel;
class QProgressBar;
class QPushButton;
class QScrollArea;
class QTableWidget;

namespace widgets {

/// How much attention matters at the step in view and at all steps, as text; and the units of the
/// state of a step, ranked by how much holding each at 0 changes the probability of the word. Both
/// are worked out on request, with progress, and can be cancelled. A click on a unit selects it for
/// every view.
class EffectsPanel : public Panel {
    Q_OBJECT
  public:
    /// The viewpoint must outlive the panel.
    explicit EffectsPanel(Viewpoint *viewpoint, QWidget *parent = nullptr);

    static QString title() { return tr("What matters"); }

    /// "effects" and "units", as far as they are known.
    std::vector<Table> tables() const override;

    QSize sizeHint() const override;

  protected:
    void refresh(Changes changes) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void addMenuEntries(QMenu &menu, const QPoint &position) override;
    std::unique_ptr<Panel> still(Viewpoint *viewpoint) const override;
    QSize wholeSize() const override;

  private:
    /// A button that begins and cancels, and how far it is.
    struct Request {
        QPushButton *button = nullptr;
        QProgressBar *progress = nullptr;
    };
    Request buildRequest(const char *name);
    void buildUnits();
    void showAttention();
    void showUnits();
    void fillUnits();
    QString listedText(const model::Trace &trace) const;
    void bringUp(QWidget *part);
    void showRequest(const Request &request, DerivedValue value, const QString &begin);
    void scan();
    void pick(int row);
    int knownStep() const;

    QScrollArea *area_ = nullptr;
    QLabel *text_ = nullptr;
    QLabel *unitsText_ = nullptr;
    Request attention_;
    Request units_;
    QTableWidget *list_ = nullptr;
    std::shared_ptr<const UnitScan> listed_;
    bool compares_ = false;  ///< the list has a column of the reference
    bool still_ = false;     ///< for a figure: nothing to press
};

}  // namespace widgets
