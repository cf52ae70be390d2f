// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/dialog.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QProgressBar>
#include <QStandardPaths>
#include <algorithm>
#include <iterator>
#include <utility>

#include "app/export/clipboard.h"
#include "app/export/documents.h"
#include "app/export/printing.h"
#include "app/export/target.h"
#include "app/message.h"
#include "app/settings/settings.h"
#include "widgets/drawing/theme.h"
#include "widgets/heatmap/latex.h"
#include "widgets/text/table.h"
#include "widgets/views/views.h"

namespace app {
namespace {

constexpr int previewDelay = 100;  // milliseconds
const QString heatmapName = QStringLiteral("heatmap");

QString formatName(const QString &suffix) {
    if (suffix == QLatin1String("png"))
        return ExportDialog::tr("PNG picture");
    if (suffix == QLatin1String("svg"))
        return ExportDialog::tr("SVG drawing");
    if (suffix == QLatin1String("pdf"))
        return ExportDialog::tr("PDF document");
    if (suffix == QLatin1String("csv"))
        return ExportDialog::tr("CSV numbers");
    if (suffix == QLatin1String("tex"))
        return ExportDialog::tr("LaTeX, pgfplots");
    return suffix.toUpper();
}

/// alignment.png, or the first of alignment-2.png, alignment-3.png, … that does not exist; other
/// views have their own names.
QString freeName(const QString &folder, const QString &view, const QString &suffix) {
    const QDir directory(folder);
    const QString first = view == heatmapName ? QStringLiteral("alignment") : view;
    QString name = first + u'.' + suffix;
    for (int i = 2; directory.exists(name); ++i)
        name = QStringLiteral("%1-%2.%3").arg(first).arg(i).arg(suffix);
    return directory.filePath(name);
}

}  // namespace

ExportDialog::ExportDialog(const widgets::Viewpoint *seen, OptionsOf optionsOf, const QString &view,
                           QWidget *parent)
    : QDialog(parent), seen_(seen), optionsOf_(std::move(optionsOf)) {
    setObjectName("exportDialog");
    setWindowTitle(tr("Export figure"));
    preview_ = new FigurePreview(this);
    auto *row = new QHBoxLayout;
    choices_ = buildChoices(view);
    row->addWidget(choices_);
    row->addWidget(preview_, 1);
    auto *column = new QVBoxLayout(this);
    column->addLayout(row, 1);
    progress_ = new QProgressBar(this);
    progress_->setObjectName("exportProgress");
    progress_->setAccessibleName(tr("Progress"));
    progress_->setTextVisible(false);
    // Its place is kept: nothing moves when it comes.
    QSizePolicy policy = progress_->sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    progress_->setSizePolicy(policy);
    progress_->hide();
    column->addWidget(progress_);
    buildButtons();
    column->addWidget(buttons_);
    const QString home = QStandardPaths::writableLocation(QStandardPaths::HomeLocation);
    file_->setText(
        freeName(settings::remembered(settings::exportFolder).value_or(home), view, suffix()));
    connectParts();
    updateParts();
    updatePreview();
}

QWidget *ExportDialog::buildChoices(const QString &view) {
    auto *choices = new QWidget(this);
    auto *form = new QFormLayout(choices);
    form->setContentsMargins(0, 0, 0, 0);
    format_ = new QComboBox(choices);
    format_->setObjectName("exportFormat");
    for (const QString &suffix : documentSuffixes())
        format_->addItem(formatName(suffix), suffix);
    format_->setCurrentIndex(std::max(0, format_->findData(settings::get(settings::exportFormat))));
    scale_ = new widgets::NumberBox(choices);
    scale_->setObjectName("exportScale");
    scale_->setRange(settings::exportScale.least, settings::exportScale.most);
    scale_->setSingleStep(0.5);
    scale_->setValue(settings::get(settings::exportScale));
    scale_->setSuffix(tr(" ×"));
    style_ = new StyleBox(widgets::Theme::of(palette()).dark, choices);
    form->addRow(tr("&Views:"), buildViews(view));
    form->addRow(style_);
    form->addRow(tr("&Format:"), format_);
    form->addRow(tr("&Scale:"), scale_);
    auto *fileLabel = new QLabel(tr("F&ile:"), choices);
    form->addRow(fileLabel, buildFile());
    // As wide as the labels of the style, so that all fields begin at one line.
    fileLabel->setBuddy(file_);
    form->labelForField(views_)->setMinimumWidth(style_->labelWidth());
    return choices;
}

QWidget *ExportDialog::buildViews(const QString &view) {
    views_ = new QListWidget(this);
    views_->setObjectName("exportViews");
    views_->setAccessibleName(tr("Views"));
    for (const widgets::ViewKind *kind : widgets::viewsOf(seen_->trace().get())) {
        auto *item = new QListWidgetItem(kind->title(), views_);
        item->setData(Qt::UserRole, kind->name);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(kind->name == view ? Qt::Checked : Qt::Unchecked);
        if (kind->name == view)
            views_->setCurrentItem(item);
    }
    const int lines = std::min(views_->count(), 5);
    views_->setFixedHeight(lines * views_->sizeHintForRow(0) + 2 * views_->frameWidth());
    return views_;
}

QWidget *ExportDialog::buildFile() {
    auto *box = new QWidget(this);
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    file_ = new QLineEdit(box);
    file_->setObjectName("exportFile");
    file_->setAccessibleName(tr("File"));
    file_->setMinimumWidth(file_->fontMetrics().averageCharWidth() * 30);
    auto *other = new QPushButton(tr("Bro&wse…"), box);
    connect(other, &QPushButton::clicked, this, &ExportDialog::browse);
    row->addWidget(file_, 1);
    row->addWidget(other);
    return box;
}

void ExportDialog::buildButtons() {
    buttons_ = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    export_ = buttons_->addButton(tr("&Export"), QDialogButtonBox::AcceptRole);
    export_->setObjectName("exportButton");
    export_->setDefault(true);
    QPushButton *copy = buttons_->addButton(tr("Cop&y"), QDialogButtonBox::ActionRole);
    copy->setObjectName("copyFigure");
    connect(copy, &QPushButton::clicked, this, &ExportDialog::copy);
    QPushButton *print = buttons_->addButton(tr("&Print…"), QDialogButtonBox::ActionRole);
    print->setObjectName("printFigure");
    connect(print, &QPushButton::clicked, this, &ExportDialog::print);
}

void ExportDialog::preferPrinting() {
    auto *print = buttons_->findChild<QPushButton *>(QStringLiteral("printFigure"));
    print->setDefault(true);
    print->setFocus();
}

void ExportDialog::connectParts() {
    soon_.setSingleShot(true);
    soon_.setInterval(previewDelay);
    connect(&soon_, &QTimer::timeout, this, &ExportDialog::updatePreview);
    const auto later = [this] {
        updateParts();
        soon_.start();
    };
    connect(style_, &StyleBox::changed, this, later);
    connect(views_, &QListWidget::itemChanged, this, later);
    connect(format_, &QComboBox::currentIndexChanged, this, &ExportDialog::changeFormat);
    connect(file_, &QLineEdit::textChanged, this, &ExportDialog::updateParts);
    connect(buttons_, &QDialogButtonBox::accepted, this, &ExportDialog::accept);
    connect(buttons_, &QDialogButtonBox::rejected, this, &ExportDialog::reject);
    connect(&job_, &ExportJob::finished, this, &ExportDialog::finish);
    connect(&job_, &ExportJob::progressed, this, [this](double done) {
        constexpr int steps = 1000;
        // What follows painting takes as long as it takes.
        progress_->setRange(0, done < 1 ? steps : 0);
        progress_->setValue(static_cast<int>(done * steps));
    });
}

void ExportDialog::browse() {
    const QString filter = tr("%1 (*.%2)").arg(format_->currentText(), suffix());
    const QString chosen = QFileDialog::getSaveFileName(this, windowTitle(), file_->text(), filter,
                                                        nullptr, QFileDialog::DontConfirmOverwrite);
    if (!chosen.isEmpty())
        file_->setText(documentFile(chosen, suffix()));
}

void ExportDialog::changeFormat() {
    // The suffix chooses the format, so it follows the choice.
    const QString name = file_->text().trimmed();
    if (const QString old = widgets::suffixAmong(documentSuffixes(), name); !old.isEmpty())
        file_->setText(name.chopped(old.size()) + suffix());
    updateParts();
}

QStringList ExportDialog::chosenViews() const {
    QStringList names;
    for (int i = 0; i < views_->count(); ++i)
        if (views_->item(i)->checkState() == Qt::Checked)
            names.append(views_->item(i)->data(Qt::UserRole).toString());
    return names;
}

void ExportDialog::updateParts() {
    const QString typed = widgets::suffixAmong(documentSuffixes(), file_->text().trimmed());
    if (const int index = format_->findData(typed); index >= 0 && index != format_->currentIndex())
        format_->setCurrentIndex(index);
    // Only a picture has pixels.
    scale_->setEnabled(suffix() == QLatin1String("png"));
    const bool any = !chosenViews().isEmpty();
    style_->follow(chosenViews());
    export_->setEnabled(any && !file_->text().trimmed().isEmpty());
    for (QAbstractButton *button : buttons_->buttons())
        if (buttons_->buttonRole(button) == QDialogButtonBox::ActionRole)
            button->setEnabled(any);
}

void ExportDialog::updatePreview() {
    try {
        preview_->setFigure(figure());
    } catch (const widgets::ExportError &error) {
        preview_->setTrouble(error.sentence());
    }
}

widgets::Figure ExportDialog::figure() const {
    const QStringList views = chosenViews();
    if (views.isEmpty())
        throw widgets::ExportError(tr("Choose at least one view."));
    return widgets::styledFigure(*seen_, views, style_->style(), optionsOf_);
}

QByteArray ExportDialog::numbers() const {
    std::vector<widgets::Table> all;
    for (const QString &view : chosenViews())
        std::ranges::move(widgets::viewTables(*seen_, view, optionsOf_), std::back_inserter(all));
    const QByteArray bytes = widgets::csv(all).toUtf8();
    if (bytes.isEmpty())
        throw widgets::ExportError(tr("These views have no numbers of their own at this moment."));
    return bytes;
}

QByteArray ExportDialog::latex() const {
    if (chosenViews() != QStringList{heatmapName})
        throw widgets::ExportError(tr("Only the heatmap can be written as LaTeX."));
    return widgets::styledLatex(*seen_, style_->style(), optionsOf_).toUtf8();
}

void ExportDialog::accept() {
    if (job_.running())
        return;
    file_->setText(documentFile(file_->text(), suffix()));
    try {
        widgets::checkOutputFile(file_->text(), documentSuffixes());
        if (mayReplace(this, windowTitle(), file_->text()))
            write(widgets::suffixAmong(documentSuffixes(), file_->text()));
    } catch (const widgets::ExportError &error) {
        warn(this, windowTitle(), error.sentence());
    }
}

void ExportDialog::write(const QString &suffix) {
    const QString file = file_->text();
    const auto save = [&file](const QByteArray &bytes) {
        return [file, bytes] { widgets::saveFile(file, bytes); };
    };
    if (suffix == QLatin1String("csv"))
        job_.start(save(numbers()));
    else if (suffix == QLatin1String("tex"))
        job_.start(save(latex()));
    else
        job_.start(figure(), file, scale_->value());
    setWriting(true);
}

void ExportDialog::withFigure(const std::function<void(const widgets::Figure &)> &use) {
    try {
        use(figure());
    } catch (const widgets::ExportError &error) {
        warn(this, windowTitle(), error.sentence());
    }
}

void ExportDialog::copy() {
    withFigure([this](const widgets::Figure &figure) {
        copyFigure(figure, scale_->value());
        style_->remember();
    });
}

void ExportDialog::print() {
    withFigure([this](const widgets::Figure &figure) { printFigure(this, figure); });
}

void ExportDialog::reject() {
    if (!job_.running())
        return QDialog::reject();
    job_.cancel();
    setWriting(false);
}

void ExportDialog::setWriting(bool writing) {
    export_->setText(writing ? tr("Exporting…") : tr("&Export"));
    choices_->setEnabled(!writing);
    QAbstractButton *cancel = buttons_->button(QDialogButtonBox::Cancel);
    for (QAbstractButton *button : buttons_->buttons())
        button->setEnabled(!writing || button == cancel);
    progress_->setRange(0, 0);
    progress_->setVisible(writing);
    if (writing) {
        cancel->setFocus();
    } else {
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
    style_->remember();
    QDialog::accept();
}

}  // namespace app
