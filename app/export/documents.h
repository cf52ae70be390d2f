// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <map>
#include <memory>
#include <optional>
#include <vector>

#include "widgets/heatmap/figure.h"
#include "widgets/viewpoint/deriver.h"
#include "widgets/viewpoint/viewpoint.h"
#include "widgets/views/views.h"

namespace app {

/// Suffixes of what Documents can make: those of figures, csv, and tex of a heatmap.
QStringList documentSuffixes();

/// The file that is meant by a name as it was typed: see widgets::figureFile().
inline QString documentFile(const QString &typed, const QString &suffix) {
    return widgets::figureFile(typed, suffix, documentSuffixes());
}

/// What is to be made of a translation without a window.
struct DocumentRequest {
    QStringList views;                      ///< by name
    QStringList formats;                    ///< of documentSuffixes()
    std::optional<widgets::Moment> moment;  ///< nothing: when all of it is there
    widgets::FigureOptions figure;          ///< size, scale, dark; options of a heatmap
};

/// A file before it is written.
struct Document {
    QString name;  ///< such as "heatmap.svg", or "states.forward.csv" of a view with several tables
    QByteArray bytes;
};

/// Makes documents of one translation after the other: figures, and the numbers of views. Keeps the
/// views, which are made without a screen, from one to the next. For the GUI thread.
class Documents {
  public:
    explicit Documents(DocumentRequest request);

    /// Of every view that was asked for, in every format. @throws ExportError if a view has nothing
    /// to show of it, or no numbers, and if there is no such moment
    std::vector<Document> of(const std::shared_ptr<const model::Trace> &trace);

  private:
    widgets::View &shown(const QString &name);
    widgets::Figure figureOf(const QString &view);
    widgets::FigureOptions heatmapOptions();
    Document latexOf(const QString &view);
    void addTables(const QString &view, std::vector<Document> &documents);
    QString titleOf(const widgets::ViewKind &kind) const;

    DocumentRequest request_;
    widgets::Viewpoint viewpoint_;
    widgets::Deriver deriver_{&viewpoint_};
    std::map<QString, std::unique_ptr<widgets::View>> views_;  // go first
};

}  // namespace app
