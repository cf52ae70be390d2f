// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFlags>
#include <QPixmap>
#include <QWidget>
#include <functional>
#include <memory>
#include <vector>

#include "widgets/panel/view.h"

class QLabel;
class QMenu;
class QStackedLayout;

namespace widgets {

class Viewpoint;
class Table;

/// What a dock holds: a view of the trace that follows the viewpoint, says in a sentence why it has
/// nothing to show, and whose picture and numbers can be copied and exported from a context menu.
/// While it is hidden or covered it does no work; once in view, it catches up.
class Panel : public QWidget, public View {
    Q_OBJECT
  public:
    /// What has changed since the last refresh.
    enum Change {
        traceChange = 1,
        momentChange = 2,
        selectionChange = 4,
        appearanceChange = 8,
        posteriorChange = 16,
        embeddingsChange = 32,
        effectsChange = 64,
        unitsChange = 128,
        beamChange = 256,
    };
    Q_DECLARE_FLAGS(Changes, Change)
    static constexpr int everything = traceChange | momentChange | selectionChange |
                                      appearanceChange | posteriorChange | embeddingsChange |
                                      effectsChange | unitsChange | beamChange;

    /// `name` is the object name, `title` the accessible name. The viewpoint must outlive the
    /// panel.
    Panel(Viewpoint *viewpoint, const QString &name, const QString &title, QWidget *parent);
    ~Panel() override;

    Viewpoint *viewpoint() const { return viewpoint_; }
    QWidget &widget() override { return *this; }
    QString message() const override;
    bool settled() const override;
    /// Says whether the panel is behind another one, say in a group of tabs: Qt calls such a widget
    /// visible.
    void setCovered(bool covered);
    /// The content of the panel as a figure to be taken away: all of it, also what had to be
    /// scrolled to, but no controls, no hints, and nothing of where pointer and focus are. Nothing
    /// changes on the screen. To be painted while the panel lives, on the GUI thread.
    Figure figure(const QString &title) override;
    /// The same in pixels of the screen.
    QPixmap picture();
    /// Whether there are any; for a panel with very many numbers to say so without them.
    virtual bool hasTable() const;
    void onOptionsChanged(const QObject *context, Hear hear) override;
    void onExportRequested(const QObject *context, Hear hear) override;

  public slots:
    void copyPicture();
    /// The tables as tab-separated text.
    void copyTable() const;

  signals:
    /// The user wants the picture of the panel as a file.
    void exportRequested();
    /// What the user can choose about the panel is another now.
    void optionsChanged();

  protected:
    /// What carries the content of the panel; to be called once, by the constructor of a subclass.
    void setBody(QWidget *body);
    QWidget *body() const { return body_; }
    /// A sentence in place of the body; empty: the body again. Where a sentence could not be
    /// translated, the panel says that instead.
    void setMessage(const QString &own);
    /// What stands below the message and shows what there is instead; while it is hidden, the
    /// message has all the room. To be called once, by the constructor of a subclass.
    void setInstead(QWidget *instead);
    /// Shows what has changed. Called at once while in view, else when the panel comes into view.
    virtual void refresh(Changes changes) = 0;
    /// Called when the panel is no longer in view: what it wants to know beyond the trace can wait.
    virtual void leaveView() {}
    /// What picture() is, without the focus.
    virtual QPixmap grabbed();
    /// A new panel that shows at another viewpoint what this one shows at its own, chosen alike,
    /// for a figure: see figure(). It is never in view and as wide as this one. Null, as here: the
    /// figure is what stands on the screen.
    virtual std::unique_ptr<Panel> still(Viewpoint *viewpoint) const;
    /// Of a still whose parts lie where they do at its present size: the size at which there is
    /// nothing left to scroll to; where it is too small for anything, the size that it likes.
    virtual QSize wholeSize() const { return size(); }
    /// The entries of the panel itself in the context menu, before the common ones. `position` is
    /// in the coordinates of the panel.
    virtual void addMenuEntries(QMenu &menu, const QPoint &position);

    /// Refreshes, at once or when the panel comes into view.
    void take(Changes changes);

    bool event(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void changeEvent(QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

  private:
    struct Still;
    /// Null: there is none of this kind of panel.
    std::shared_ptr<Still> makeStill() const;
    /// Calls `take` while nothing shows where the focus is.
    void withoutFocus(const std::function<void()> &take);
    Viewpoint *viewpoint_;
    QStackedLayout *stack_ = nullptr;
    QWidget *messagePage_ = nullptr;
    QLabel *message_ = nullptr;
    QWidget *body_ = nullptr;
    Changes pending_{everything};
    bool covered_ = false;
};
Q_DECLARE_OPERATORS_FOR_FLAGS(Panel::Changes)

/// Adds the choice between numbers and their differences from the original to a menu, for all
/// views.
void addDifference(QMenu &menu, Viewpoint &viewpoint);

}  // namespace widgets
