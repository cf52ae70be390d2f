// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSize>
#include <QString>
#include <QStringList>
#include <QVariantMap>
#include <memory>
#include <vector>

#include "model/decoding/trace.h"
#include "widgets/panel/view.h"

class QWidget;

namespace widgets {

class Viewpoint;

/// Where a window has a view at first: in its centre, in a group of docks beside that (from top to
/// bottom), or below everything.
enum class Place { centre, upperDocks, middleDocks, lowerDocks, below };

/// One of the views that there are.
struct ViewKind {
    QString name;  ///< for files and the command line: "word-choice"
    Place place;
    QVariantMap usualOptions;  ///< of a new view, by name
    /// Options that ask something about the translation in view. They are stored with it; the next
    /// run of the program begins without them.
    QStringList questions;
    /// What a user calls it, in the language of the moment.
    QString (*title)();

    /// A new view. The viewpoint must outlive it.
    std::unique_ptr<View> make(Viewpoint *viewpoint, const QVariantMap &options = {},
                               QWidget *parent = nullptr) const;

    std::unique_ptr<View> (*construct)(Viewpoint *viewpoint, QWidget *parent);
};

/// Every view, in the order in which they hear of a change: first those that are looked at most.
const std::vector<ViewKind> &views();
/// The view of what a model of captions sees, which has nothing to show of text.
const ViewKind &pictureView();
/// Those of a translation: all, and first the one of the picture where there is one. Null: there is
/// no translation.
std::vector<const ViewKind *> viewsOf(const model::Trace *trace);
/// Null: there is none of that name.
const ViewKind *viewNamed(const QString &name);
/// Of all, that of a picture too.
QStringList viewNames();

/// Shows a view without a screen or a window, for its figure: as large as is said (a side that is
/// not positive is as the view likes it), once all that it shows is there. Waits for that.
void showOffScreen(View &view, const QSize &size = {});

}  // namespace widgets
