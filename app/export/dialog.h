// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QDialogButtonBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <memory>

#include "app/export/job.h"
#include "model/decoding/trace.h"
#include "widgets/heatmap/figure.h"
#include "widgets/panel/number_box.h"

namespace app {

/// Asks how and where to export the heatmap of a translation, and writes it; stays open while it is
/// written. A figure that cannot be written leaves it open, after one sentence that says why.
class ExportDialog : public QDialog {
    Q_OBJECT
  public:
    /// Remembers folder, format, scale and background from one time to the next.
    ExportDialog(std::shared_ptr<const model::Trace> trace, const widgets::FigureOptions &options,
                 QWidget *parent = nullptr);

    QString file() const { return file_->text(); }
    void accept() override;
    void reject() override;

  private:
    void connectParts();
    void finish(const QString &why);
    void setWriting(bool writing);
    QWidget *buildFile();
    QWidget *buildSize();
    void browse();
    void changeFormat();
    void updateParts();
    QString suffix() const { return format_->currentData().toString(); }
    widgets::FigureOptions options() const;

    std::shared_ptr<const model::Trace> trace_;
    widgets::FigureOptions options_;
    QLineEdit *file_ = nullptr;
    QComboBox *format_ = nullptr;
    QSpinBox *width_ = nullptr;
    QSpinBox *height_ = nullptr;
    widgets::NumberBox *scale_ = nullptr;
    QCheckBox *dark_ = nullptr;
    QDialogButtonBox *buttons_ = nullptr;
    QPushButton *export_ = nullptr;
    ExportJob job_;
};

}  // namespace app
