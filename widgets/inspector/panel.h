// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <vector>

#include "widgets/inspector/formula.h"
#include "widgets/inspector/options.h"
#include "widgets/panel/options.h"
#include "widgets/panel/panel.h"

class QLabel;
class QUrl;

namespace widgets {

/// What is hovered, else what is selected, else what the moment computes: its symbol, its formula,
/// the same with the numbers filled in, its exact value and the terms it is made of, as text. While
/// text is selected it stays, and says so; Escape lets go of it.
class InspectorPanel : public Panel {
    Q_OBJECT
  public:
    /// The viewpoint must outlive the panel.
    explicit InspectorPanel(Viewpoint *viewpoint, QWidget *parent = nullptr);

    static QString title() { return tr("Inspector"); }

    using Options = InspectorOptions;
    InspectorOptions options() const;
    void setOptions(const InspectorOptions &options);
    QVariantMap storedOptions() const override { return widgets::storedOptions(options()); }
    void restoreOptions(const QVariantMap &options) override {
        setOptions(restoredOptions<InspectorOptions>(options));
    }

    const std::vector<FormulaPart> &parts() const { return parts_; }
    /// Each quantity and each of its terms with its exact value.
    /// "quantities": each quantity and, below it, the terms of its sum, with their values.
    std::vector<Table> tables() const override;
    bool hasTable() const override;
    /// Whether all terms of the quantities of a kind are listed, and not only the largest.
    bool expanded(const QString &kind) const { return expanded_.contains(kind); }
    void setExpanded(const QString &kind, bool expanded);

    QSize sizeHint() const override;

  protected:
    void refresh(Changes changes) override;
    void addMenuEntries(QMenu &menu, const QPoint &position) override;
    std::unique_ptr<Panel> still(Viewpoint *viewpoint) const override;
    QSize wholeSize() const override;
    bool eventFilter(QObject *watched, QEvent *event) override;

  private:
    class Page;

    void rebuild();
    /// Says of the first part what of it was set by hand and what it was in the original.
    void noteEdits();
    void setExpanded(const QSet<QString> &kinds);
    void follow(const QUrl &link);
    bool hasSelectedText() const;
    void showNotice();
    bool claims(QKeyEvent &key) const;

    Page *text_ = nullptr;
    std::vector<FormulaPart> parts_;
    QString html_;
    QSet<QString> expanded_;
    QLabel *notice_ = nullptr;  ///< at the lower edge of the text: it is kept
    bool still_ = false;        ///< for a figure: what it shows is what it was made with
};

/// The parts as a page: symbols in the colour of their role; with links to all terms of a part, or
/// without. Pure.
QString formulaHtml(const std::vector<FormulaPart> &parts, const Theme &theme,
                    const QSet<QString> &expanded, bool links = true);

}  // namespace widgets
