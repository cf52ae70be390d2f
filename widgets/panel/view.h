// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QVariantMap>
#include <functional>
#include <vector>

class QObject;
class QWidget;

namespace widgets {

struct Figure;
class Table;

/// A view of the trace, whatever kind of widget it is: what windows, figures, exports and sessions
/// have to know of it.
class View {
  public:
    View() = default;
    View(const View &) = delete;
    View &operator=(const View &) = delete;
    virtual ~View() = default;

    virtual QWidget &widget() = 0;
    /// What the user has chosen about it, by name (see options.h); empty: there is no choice.
    virtual QVariantMap storedOptions() const { return {}; }
    /// Takes what was stored. What is not there or means nothing is as in a new view.
    virtual void restoreOptions(const QVariantMap &) {}
    /// All of its content as a figure to be taken away. To be painted while the view lives and
    /// nothing changes, on the GUI thread.
    virtual Figure figure(const QString &title) = 0;
    /// What of it there is at the moment in view, as a figure that an animation is made of. The
    /// same for views whose figure follows the moment.
    virtual Figure momentFigure(const QString &title);
    /// The same as figure() for a page that is so wide: figures to stand below each other, none of
    /// them wider unless that cannot be helped.
    virtual std::vector<Figure> pageFigures(const QString &title, double width);
    /// The numbers that it shows, a table for each of its parts. None: it has none to take away,
    /// now or at all.
    virtual std::vector<Table> tables() const;
    /// Why there is nothing to show; empty if there is.
    virtual QString message() const { return {}; }
    /// Whether all it shows is there, and nothing of it still being computed by another thread.
    virtual bool settled() const { return true; }

    using Hear = std::function<void()>;
    /// Calls `hear`, as long as `context` lives, when what storedOptions() returns has changed.
    virtual void onOptionsChanged(const QObject *context, Hear hear) = 0;
    /// The same when the user wants its figure as a file.
    virtual void onExportRequested(const QObject *context, Hear hear) = 0;
};

}  // namespace widgets
