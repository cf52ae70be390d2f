// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/laboratory/setup_form.h"

#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>

#include "model/training/tasks/task.h"
#include "widgets/panel/tool_tip.h"
#include "widgets/text/language.h"

namespace app {
namespace {

constexpr int fewestPairs = 2'000;
constexpr int mostPairs = 10'000'000;
constexpr int highestSeed = 999'999;
constexpr double lowestRate = 0.0001;
constexpr double highestRate = 1000;  // foolish ones are there to be tried

std::vector<std::string> taskNames() {
    std::vector<std::string> names;
    for (const model::training::Task &task : model::training::tasks())
        names.push_back(task.name);
    names.emplace_back(LaboratorySetup::ownPairs);
    return names;
}

}  // namespace

SetupForm::SetupForm(QWidget *parent) : QWidget(parent) {
    setObjectName("laboratorySetup");
    build();
    widgets::inEveryLanguage(*this, [this] { write(); });
}

QComboBox *SetupForm::addChoice(const char *name, int count) {
    auto *box = new QComboBox(this);
    box->setObjectName(QLatin1String(name));
    for (int i = 0; i < count; ++i)
        box->addItem(QString());
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(13);
    addRow(box);
    return box;
}

void SetupForm::addRow(QWidget *field) {
    auto *label = new QLabel(this);
    label->setBuddy(field);
    rows_->addRow(label, field);
}

void SetupForm::build() {
    rows_ = new QFormLayout(this);
    rows_->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    const int em = fontMetrics().height();
    rows_->setContentsMargins(em / 2, em / 2, em / 2, em / 2);
    rows_->setVerticalSpacing(em / 4);
    const std::vector<std::string> tasks = taskNames();
    task_ = addChoice("laboratoryTask", static_cast<int>(tasks.size()));
    for (int i = 0; i < task_->count(); ++i)
        task_->setItemData(i, QString::fromStdString(tasks[static_cast<std::size_t>(i)]));
    other_ = new QPushButton(this);
    other_->setObjectName("laboratoryFile");
    addRow(other_);
    models_ = addChoice("laboratoryModels", 3);
    size_ = addChoice("laboratorySize", 3);
    size_->setCurrentIndex(static_cast<int>(LaboratorySetup().size));
    buildNumbers();
    connect(other_, &QPushButton::clicked, this, &SetupForm::fileRequested);
    for (const QComboBox *box : {task_, models_, size_})
        connect(box, &QComboBox::currentIndexChanged, this, &SetupForm::update);
    connect(pairs_, &QSpinBox::valueChanged, this, &SetupForm::update);
    connect(seed_, &QSpinBox::valueChanged, this, &SetupForm::update);
    connect(rate_, &QDoubleSpinBox::valueChanged, this, &SetupForm::update);
    connect(guided_, &QCheckBox::toggled, this, &SetupForm::update);
}

void SetupForm::buildNumbers() {
    pairs_ = new QSpinBox(this);
    pairs_->setObjectName("laboratoryPairs");
    pairs_->setRange(fewestPairs, mostPairs);
    pairs_->setSingleStep(10'000);
    pairs_->setValue(static_cast<int>(LaboratorySetup().pairs));
    addRow(pairs_);
    rate_ = new widgets::NumberBox(this);
    rate_->setObjectName("laboratoryRate");
    rate_->setDecimals(4);
    rate_->setRange(lowestRate, highestRate);
    rate_->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
    rate_->setValue(LaboratorySetup().learningRate);
    addRow(rate_);
    guided_ = new QCheckBox(this);
    guided_->setObjectName("laboratoryGuided");
    guided_->setChecked(LaboratorySetup().guided);
    addRow(guided_);
    seed_ = new QSpinBox(this);
    seed_->setObjectName("laboratorySeed");
    seed_->setRange(0, highestSeed);
    seed_->setValue(static_cast<int>(LaboratorySetup().seed));
    addRow(seed_);
}

void SetupForm::write() {
    const auto name = [this](QWidget *field, const QString &text, const QString &tip = {}) {
        auto *label = static_cast<QLabel *>(rows_->labelForField(field));
        label->setText(text);
        field->setAccessibleName(QString(text).remove(u'&').remove(u':').trimmed());
        for (QWidget *each : {static_cast<QWidget *>(label), field})
            each->setToolTip(tip.isEmpty() ? QString() : widgets::shortToolTip(tip));
    };
    name(task_, tr("&Task:"));
    name(other_, tr("File:"), tr("Lines of source, tab, target, in UTF-8."));
    name(models_, tr("Attention:"),
         tr("With and without attention, side by side: they learn from the same pairs, by turns."));
    name(size_, tr("Weights:"), tr("How many numbers each model is made of, about."));
    name(pairs_, tr("Pairs:"),
         tr("How many pairs are learned from. The learning rate falls towards the last."));
    name(rate_, tr("Learning rate:"), tr("The highest of the run."));
    name(guided_, tr("Guidance:"),
         tr("The attention is told which letters a letter comes from. Without it, attention finds "
            "its way by itself."));
    name(seed_, tr("Seed:"), tr("The same seed gives the same run, to the last bit."));
    for (int i = 0; i < task_->count(); ++i)
        task_->setItemText(i, taskTitle(task_->itemData(i).toString().toStdString()));
    models_->setItemText(0, tr("with and without"));
    models_->setItemText(1, tr("with"));
    models_->setItemText(2, tr("without"));
    size_->setItemText(0, tr("30,000"));
    size_->setItemText(1, tr("100,000"));
    size_->setItemText(2, tr("350,000"));
    guided_->setText(tr("of the attention"));
    update();
}

void SetupForm::update() {
    const LaboratorySetup chosen = setup();
    const bool own = chosen.task == LaboratorySetup::ownPairs;
    other_->setVisible(own);
    rows_->labelForField(other_)->setVisible(own);
    const QString file = file_.isEmpty() ? tr("Choose…") : QFileInfo(file_).fileName();
    other_->setText(
        fontMetrics().elidedText(file, Qt::ElideMiddle, 18 * fontMetrics().averageCharWidth()));
    // Nothing is known of the alignment of the user's own pairs.
    guided_->setEnabled(!own && chosen.models != LaboratorySetup::Models::bottleneck);
    emit changed();
}

LaboratorySetup SetupForm::setup() const {
    LaboratorySetup setup;
    setup.task = task_->currentData().toString().toStdString();
    setup.file = setup.task == LaboratorySetup::ownPairs ? file_ : QString();
    setup.models = static_cast<LaboratorySetup::Models>(models_->currentIndex());
    setup.size = static_cast<model::training::TaskSize>(size_->currentIndex());
    setup.learningRate = rate_->value();
    setup.guided = guided_->isChecked();
    setup.seed = static_cast<std::uint64_t>(seed_->value());
    setup.pairs = pairs_->value();
    return setup;
}

void SetupForm::setTask(const QString &task) {
    if (const int index = task_->findData(task); index >= 0)
        task_->setCurrentIndex(index);
}

void SetupForm::setFile(const QString &file) {
    file_ = file;
    update();
}

}  // namespace app
