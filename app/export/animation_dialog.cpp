// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/animation_dialog.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QStandardPaths>
#include <algorithm>
#include <cmath>
#include <utility>

#include "app/export/target.h"
#include "app/message.h"
#include "app/settings/settings.h"
#include "widgets/drawing/theme.h"
#include "widgets/text/numbers.h"
#include "widgets/text/use_names.h"

namespace app {
namespace {

constexpr int slowestRate = 5;  // frames per second
constexpr int fastestRate = 50;
const QString folderOfFrames = QStringLiteral("/");  // what its name ends in

/// What a name of this format ends in: ".gif", ".webp" or "/".
QString endingOf(const QString &format) {
    return format == folderOfFrames ? format : u'.' + format;
}

/// The name without the ending of any format.
QString withoutEnding(QString name) {
    if (const QString suffix = widgets::suffixAmong(widgets::animationSuffixes(), name);
        !suffix.isEmpty())
        name.chop(suffix.size() + 1);
    while (name.size() > 1 && name.endsWith(u'/'))
        name.chop(1);
    return name;
}

/// translation.gif, or the first of translation-2.gif, translation-3.gif, … that does not exist;
/// what other models give has its own name.
QString freeAnimation(const QString &folder, const QString &format, const model::Trace *trace) {
    const QDir directory(folder);
    const auto use = trace ? model::useOf(*trace->model) : model::Use::translation;
    const QString name = widgets::useNames(use).target.toLower();
    QString free = name;
    for (int i = 2; directory.exists(free + endingOf(format)); ++i)
        free = QStringLiteral("%1-%2").arg(name).arg(i);
    return directory.filePath(free) + endingOf(format);
}

widgets::NumberBox *makeFactor(const QString &name, const settings::Setting<double> &setting,
                               double step, QWidget *parent) {
    auto *box = new widgets::NumberBox(parent);
    box->setObjectName(name);
    box->setRange(setting.least, setting.most);
    box->setSingleStep(step);
    box->setValue(settings::get(setting));
    box->setSuffix(AnimationDialog::tr(" ×"));
    return box;
}

}  // namespace

AnimationDialog::AnimationDialog(const widgets::Viewpoint *seen, OptionsOf optionsOf,
                                 QWidget *parent)
    : QDialog(parent), seen_(seen), optionsOf_(std::move(optionsOf)) {
    setObjectName("animationDialog");
    setWindowTitle(tr("Export animation"));
    choices_ = new QWidget(this);
    auto *form = new QFormLayout(choices_);
    form->setContentsMargins(0, 0, 0, 0);
    buildChoices(*form);
    length_ = new QLabel(this);
    length_->setObjectName("animationLength");
    progress_ = new QProgressBar(this);
    progress_->setObjectName("animationProgress");
    progress_->setAccessibleName(tr("Progress"));
    progress_->setRange(0, 1000);
    progress_->setTextVisible(false);
    buttons_ = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    export_ = buttons_->addButton(tr("&Export"), QDialogButtonBox::AcceptRole);
    export_->setObjectName("animationButton");
    export_->setDefault(true);
    auto *column = new QVBoxLayout(this);
    column->addWidget(choices_);
    column->addWidget(length_);
    column->addWidget(progress_);
    column->addWidget(buttons_);
    connectParts();
    setWriting(false);
}

void AnimationDialog::buildChoices(QFormLayout &form) {
    view_ = new QComboBox(choices_);
    view_->setObjectName("animationView");
    for (const widgets::ViewKind *kind : widgets::viewsOf(seen_->trace().get()))
        view_->addItem(kind->title(), kind->name);
    view_->setCurrentIndex(std::max(0, view_->findData(settings::get(settings::animationView))));
    format_ = new QComboBox(choices_);
    format_->setObjectName("animationFormat");
    format_->addItem(tr("GIF"), QStringLiteral("gif"));
    format_->addItem(tr("Animated WebP"), QStringLiteral("webp"));
    format_->addItem(tr("Folder of PNG pictures"), folderOfFrames);
    format_->setCurrentIndex(
        std::max(0, format_->findData(settings::get(settings::animationFormat))));
    speed_ = makeFactor("animationSpeed", settings::animationSpeed, 0.25, choices_);
    rate_ = new QSpinBox(choices_);
    rate_->setObjectName("animationRate");
    rate_->setRange(slowestRate, fastestRate);
    rate_->setValue(static_cast<int>(std::lround(settings::get(settings::animationRate))));
    scale_ = makeFactor("animationScale", settings::animationScale, 0.5, choices_);
    dark_ = new QCheckBox(tr("&Dark background"), choices_);
    dark_->setObjectName("animationDark");
    dark_->setChecked(
        settings::remembered(settings::animationDark).value_or(widgets::Theme::of(palette()).dark));
    form.addRow(tr("&View:"), view_);
    form.addRow(tr("&Format:"), format_);
    auto *fileLabel = new QLabel(tr("F&ile:"), choices_);
    form.addRow(fileLabel, buildFile());
    fileLabel->setBuddy(file_);
    form.addRow(tr("&Speed:"), speed_);
    form.addRow(tr("F&rames per second:"), rate_);
    form.addRow(tr("S&cale:"), scale_);
    form.addRow(QString(), dark_);
}

QWidget *AnimationDialog::buildFile() {
    auto *box = new QWidget(choices_);
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    file_ = new QLineEdit(box);
    file_->setObjectName("animationFile");
    file_->setAccessibleName(tr("File"));
    file_->setMinimumWidth(file_->fontMetrics().averageCharWidth() * 50);
    const QString home = QStandardPaths::writableLocation(QStandardPaths::HomeLocation);
    file_->setText(freeAnimation(settings::remembered(settings::exportFolder).value_or(home),
                                 format_->currentData().toString(), seen_->trace().get()));
    auto *other = new QPushButton(tr("&Browse…"), box);
    connect(other, &QPushButton::clicked, this, &AnimationDialog::browse);
    row->addWidget(file_, 1);
    row->addWidget(other);
    return box;
}

void AnimationDialog::connectParts() {
    connect(format_, &QComboBox::currentIndexChanged, this, &AnimationDialog::changeFormat);
    connect(file_, &QLineEdit::textChanged, this, &AnimationDialog::updateParts);
    connect(speed_, &QDoubleSpinBox::valueChanged, this, &AnimationDialog::updateParts);
    connect(rate_, &QSpinBox::valueChanged, this, &AnimationDialog::updateParts);
    connect(buttons_, &QDialogButtonBox::accepted, this, &AnimationDialog::accept);
    connect(buttons_, &QDialogButtonBox::rejected, this, &AnimationDialog::reject);
    connect(&job_, &widgets::AnimationJob::finished, this, &AnimationDialog::finish);
    connect(&job_, &widgets::AnimationJob::progressed, this, [this](double done) {
        progress_->setValue(static_cast<int>(std::lround(done * progress_->maximum())));
    });
}

void AnimationDialog::browse() {
    const QString format = format_->currentData().toString();
    const QString filter = format == folderOfFrames
                               ? tr("Folders (*)")
                               : tr("%1 (*.%2)").arg(format_->currentText(), format);
    const QString chosen =
        QFileDialog::getSaveFileName(this, windowTitle(), withoutEnding(file_->text()), filter,
                                     nullptr, QFileDialog::DontConfirmOverwrite);
    if (!chosen.isEmpty())
        file_->setText(withoutEnding(chosen) + endingOf(format));
}

void AnimationDialog::changeFormat() {
    // The name chooses the format, so it follows the choice.
    if (const QString name = withoutEnding(file_->text().trimmed()); !name.isEmpty())
        file_->setText(name + endingOf(format_->currentData().toString()));
    updateParts();
}

void AnimationDialog::updateParts() {
    const QString typed = file_->text().trimmed();
    const QString format = typed.endsWith(u'/')
                               ? folderOfFrames
                               : widgets::suffixAmong(widgets::animationSuffixes(), typed);
    if (const int index = format_->findData(format); index >= 0 && index != format_->currentIndex())
        format_->setCurrentIndex(index);
    export_->setEnabled(!typed.isEmpty());
    const widgets::Extent extent = seen_->extent();
    length_->setText(
        tr("%n frame(s), %1 seconds", nullptr, widgets::frameCount(extent, playing()))
            .arg(widgets::numberText(widgets::playedSeconds(extent, playing()), {.decimals = 1})));
}

widgets::Playing AnimationDialog::playing() const {
    return {.speed = speed_->value(),
            .framesPerSecond = rate_->value(),
            .scale = scale_->value(),
            .size = {}};
}

void AnimationDialog::accept() {
    if (writing_)
        return;
    const QString typed = file_->text().trimmed();
    if (!typed.endsWith(u'/'))
        file_->setText(widgets::figureFile(typed, format_->currentData().toString()));
    try {
        widgets::checkAnimationFile(file());
        if (file().endsWith(u'/') || mayReplace(this, windowTitle(), file()))
            begin();
    } catch (const widgets::ExportError &error) {
        setWriting(false);
        warn(this, windowTitle(), error.sentence());
    }
}

void AnimationDialog::begin() {
    setWriting(true);
    const widgets::ViewKind &kind = *widgets::viewNamed(view_->currentData().toString());
    const widgets::Theme &theme =
        dark_->isChecked() ? widgets::Theme::darkTheme() : widgets::Theme::light();
    played_ = std::make_unique<widgets::PlayedView>(*seen_, kind, optionsOf_(kind.name),
                                                    theme.palette(), playing());
    if (!writing_)  // cancelled while all that is shown was waited for
        return played_.reset();
    widgets::checkAnimationSize(played_->frameSize(), widgets::animationFormat(file()));
    job_.start(file(), played_->frames(), [this](int i) { return played_->frame(i); });
}

void AnimationDialog::reject() {
    if (!writing_)
        return QDialog::reject();
    job_.cancel();
    setWriting(false);
    export_->setFocus();
}

void AnimationDialog::setWriting(bool writing) {
    writing_ = writing;
    export_->setText(writing ? tr("Exporting…") : tr("&Export"));
    export_->setEnabled(!writing);
    choices_->setEnabled(!writing);
    progress_->reset();
    progress_->setEnabled(writing);
    if (writing) {
        buttons_->button(QDialogButtonBox::Cancel)->setFocus();
    } else {
        played_.reset();
        updateParts();
    }
}

void AnimationDialog::finish(const QString &why) {
    setWriting(false);
    if (!why.isEmpty()) {
        export_->setFocus();
        warn(this, windowTitle(), why);
        return;
    }
    remember();
    QDialog::accept();
}

void AnimationDialog::remember() const {
    const QString path = withoutEnding(file());
    settings::set(settings::exportFolder, QFileInfo(path).absolutePath());
    settings::set(settings::animationView, view_->currentData().toString());
    settings::set(settings::animationFormat, format_->currentData().toString());
    settings::set(settings::animationSpeed, speed_->value());
    settings::set(settings::animationRate, double(rate_->value()));
    settings::set(settings::animationScale, scale_->value());
    settings::set(settings::animationDark, dark_->isChecked());
}

}  // namespace app
