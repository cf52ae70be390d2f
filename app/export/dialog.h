// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>
#include <QDialog>
#include <QDialogButtonBox>
#include <QLineEdit>
#include <QPushButton>
#include <QTimer>
#include <functional>

#include "app/export/job.h"
#include "app/export/preview.h"
#include "app/export/style_box.h"
#include "widgets/panel/number_box.h"
#include "widgets/viewpoint/viewpoint.h"

class QListWidget;
class QProgressBar;

namespace app {

/// Makes a figure of one or several views of a translation: asks how it is to look, shows it, and
/// writes, copies or prints it; stays open while it is written, with a bar that shows how far that
/// is, and gives up when it is cancelled. A figure that cannot be written leaves it open, after one
/// sentence that says why.
class ExportDialog : public QDialog {
    Q_OBJECT
  public:
    /// What the user has chosen about a view, by its name.
    using OptionsOf = std::function<QVariantMap(const QString &view)>;
    /// Of what a viewpoint looks at, which must outlive the dialog; at first of one view. Remembers
    /// folder, format, scale and style from one time to the next.
    ExportDialog(const widgets::Viewpoint *seen, OptionsOf optionsOf, const QString &view,
                 QWidget *parent = nullptr);

    QString file() const { return file_->text(); }
    /// Printing is what is wanted: Enter does it.
    void preferPrinting();
    void accept() override;
    void reject() override;

  public slots:
    void copy();
    void print();

  private:
    QWidget *buildChoices(const QString &view);
    QWidget *buildViews(const QString &view);
    QWidget *buildFile();
    void buildButtons();
    void connectParts();
    void browse();
    void changeFormat();
    void updateParts();
    void updatePreview();
    void write(const QString &suffix);
    void finish(const QString &why);
    void setWriting(bool writing);
    /// Does something with the figure, or says why there is none.
    void withFigure(const std::function<void(const widgets::Figure &)> &use);
    widgets::Figure figure() const;
    /// The numbers of the chosen views. @throws widgets::ExportError
    QByteArray numbers() const;
    QByteArray latex() const;
    QString suffix() const { return format_->currentData().toString(); }
    QStringList chosenViews() const;

    const widgets::Viewpoint *seen_;
    OptionsOf optionsOf_;
    QListWidget *views_ = nullptr;
    StyleBox *style_ = nullptr;
    QLineEdit *file_ = nullptr;
    QComboBox *format_ = nullptr;
    widgets::NumberBox *scale_ = nullptr;
    FigurePreview *preview_ = nullptr;
    QWidget *choices_ = nullptr;
    QProgressBar *progress_ = nullptr;
    QDialogButtonBox *buttons_ = nullptr;
    QPushButton *export_ = nullptr;
    QTimer soon_;  ///< until the preview is made anew, once for many changes
    ExportJob job_;
};

}  // namespace app
