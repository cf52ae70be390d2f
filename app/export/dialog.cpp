// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/dialog.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QStandardPaths>

#include "app/export/target.h"
#include "app/message.h"
#include "app/settings/settings.h"

namespace app {
namespace {

constexpr int smallest = 100;  // points
constexpr int automatic = smallest - 1;
constexpr int largest = 8000;

QString formatName(const QString &suffix) {
    if (suffix == QLatin1String("png"))
        return ExportDialog::tr("PNG picture");
    if (suffix == QLatin1String("svg"))
        return ExportDialog::tr("SVG drawing");
    if (suffix == QLatin1String("pdf"))
        return ExportDialog::tr("PDF document");
    return suffix.toUpper();
}

QSpinBox *makeLength(const QString &name, QWidget *parent) {
    auto *box = new QSpinBox(parent);
    box->setRange(automatic, largest);
    box->setSpecialValueText(ExportDialog::tr("automatic"));
    box->setSuffix(ExportDialog::tr(" px"));
    box->setValue(automatic);
    box->setAccessibleName(name);
    return box;
}

/// alignment.png, or the first of alignment-2.png, alignment-3.png, … that does not exist.
QString freeName(const QString &folder, const QString &suffix) {
    const QDir directory(folder);
    QString name = QStringLiteral("alignment.") + suffix;
    for (int i = 2; directory.exists(name); ++i)
        name = QStringLiteral("alignment-%1.%2").arg(i).arg(suffix);
    return directory.filePath(name);
}

}  // namespace

ExportDialog::ExportDialog(std::shared_ptr<const model::Trace> trace,
                           const widgets::FigureOptions &options, QWidget *parent)
    : QDialog(parent), trace_(std::move(trace)), options_(options) {
    setObjectName("exportDialog");
    setWindowTitle(tr("Export heatmap"));
    format_ = new QComboBox(this);
    format_->setObjectName("exportFormat");
    for (const QString &suffix : widgets::figureSuffixes())
        format_->addItem(formatName(suffix), suffix);
    format_->setCurrentIndex(std::max(0, format_->findData(settings::get(settings::exportFormat))));
    scale_ = new widgets::NumberBox(this);
    scale_->setObjectName("exportScale");
    scale_->setRange(settings::exportScale.least, settings::exportScale.most);
    scale_->setSingleStep(0.5);
    scale_->setValue(settings::get(settings::exportScale));
    scale_->setSuffix(tr(" ×"));
    dark_ = new QCheckBox(tr("&Dark background"), this);
    dark_->setObjectName("exportDark");
    dark_->setChecked(settings::remembered(settings::exportDark).value_or(options.dark));

    auto *form = new QFormLayout;
    form->addRow(tr("&Format:"), format_);
    form->addRow(tr("F&ile:"), buildFile());
    form->addRow(tr("Size at scale 1:"), buildSize());
    form->addRow(tr("&Scale:"), scale_);
    form->addRow(QString(), dark_);
    buttons_ = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    export_ = buttons_->addButton(tr("&Export"), QDialogButtonBox::AcceptRole);
    export_->setObjectName("exportButton");
    export_->setDefault(true);
    auto *column = new QVBoxLayout(this);
    column->addLayout(form);
    column->addWidget(buttons_);
    const QString home = QStandardPaths::writableLocation(QStandardPaths::HomeLocation);
    file_->setText(freeName(settings::remembered(settings::exportFolder).value_or(home), suffix()));
    connectParts();
    updateParts();
}

void ExportDialog::connectParts() {
    connect(format_, &QComboBox::currentIndexChanged, this, &ExportDialog::changeFormat);
    connect(file_, &QLineEdit::textChanged, this, &ExportDialog::updateParts);
    connect(buttons_, &QDialogButtonBox::accepted, this, &ExportDialog::accept);
    connect(buttons_, &QDialogButtonBox::rejected, this, &ExportDialog::reject);
    connect(&job_, &ExportJob::finished, this, &ExportDialog::finish);
}

QWidget *ExportDialog::buildFile() {
    auto *box = new QWidget(this);
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    file_ = new QLineEdit(box);
    file_->setObjectName("exportFile");
    file_->setAccessibleName(tr("File"));
    file_->setMinimumWidth(file_->fontMetrics().averageCharWidth() * 50);
    auto *other = new QPushButton(tr("&Browse…"), box);
    connect(other, &QPushButton::clicked, this, &ExportDialog::browse);
    row->addWidget(file_, 1);
    row->addWidget(other);
    box->setFocusProxy(file_);
    return box;
}

QWidget *ExportDialog::buildSize() {
    auto *box = new QWidget(this);
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    width_ = makeLength(tr("Width"), box);
    height_ = makeLength(tr("Height"), box);
    row->addWidget(width_);
    row->addWidget(new QLabel(tr("×"), box));
    row->addWidget(height_);
    row->addStretch(1);
    return box;
}

void ExportDialog::browse() {
    const QString filter = tr("%1 (*.%2)").arg(format_->currentText(), suffix());
    const QString chosen = QFileDialog::getSaveFileName(this, windowTitle(), file_->text(), filter,
                                                        nullptr, QFileDialog::DontConfirmOverwrite);
    if (!chosen.isEmpty())
        file_->setText(widgets::figureFile(chosen, suffix()));
}

void ExportDialog::changeFormat() {
    // The suffix chooses the format, so it follows the choice.
    const QString name = file_->text().trimmed();
    if (const QString old = widgets::figureSuffix(name); !old.isEmpty())
        file_->setText(name.chopped(old.size()) + suffix());
    updateParts();
}

void ExportDialog::updateParts() {
    const QString typed = widgets::figureSuffix(file_->text().trimmed());
    if (const int index = format_->findData(typed); index >= 0 && index != format_->currentIndex())
        format_->setCurrentIndex(index);
    // Only a picture has pixels.
    scale_->setEnabled(suffix() == QLatin1String("png"));
    export_->setEnabled(!file_->text().trimmed().isEmpty());
}

widgets::FigureOptions ExportDialog::options() const {
    widgets::FigureOptions options = options_;
    const auto side = [](const QSpinBox *box) {
        return box->value() > automatic ? box->value() : 0;
    };
    options.size = {side(width_), side(height_)};
    options.scale = scale_->value();
    options.dark = dark_->isChecked();
    return options;
}

void ExportDialog::accept() {
    if (job_.running())
        return;
    file_->setText(widgets::figureFile(file_->text(), suffix()));
    try {
        if (!mayWrite(this, windowTitle(), file_->text()))
            return;
        job_.start(widgets::paintHeatmap(*trace_, file_->text(), options()));
        setWriting(true);
    } catch (const widgets::ExportError &error) {
        warn(this, windowTitle(), error.sentence());
    }
}

void ExportDialog::reject() {
    // What is half written cannot be called back; it does not take long.
    if (!job_.running())
        QDialog::reject();
}

void ExportDialog::setWriting(bool writing) {
    export_->setText(writing ? tr("Exporting…") : tr("&Export"));
    for (QWidget *part : findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly))
        part->setEnabled(!writing);
    if (!writing) {
        updateParts();
        export_->setFocus();
    }
}

void ExportDialog::finish(const QString &why) {
    setWriting(false);
    if (!why.isEmpty()) {
        warn(this, windowTitle(), why);
        return;
    }
    settings::set(settings::exportFolder, QFileInfo(file_->text()).absolutePath());
    settings::set(settings::exportFormat, suffix());
    settings::set(settings::exportScale, scale_->value());
    settings::set(settings::exportDark, dark_->isChecked());
    QDialog::accept();
}

}  // namespace app
