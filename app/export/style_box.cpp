// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/style_box.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QInputDialog>
#include <QLabel>
#include <QSignalBlocker>
#include <algorithm>

#include "app/settings/settings.h"

namespace app {
namespace {

constexpr double widest = 2000;  // mm
constexpr double largestFont = 72;
constexpr int mostColumns = 10;

widgets::NumberBox *makeBox(const QString &name, double most, double step, QWidget *parent) {
    auto *box = new widgets::NumberBox(parent);
    box->setObjectName(name);
    box->setRange(0, most);
    box->setDecimals(1);
    box->setSingleStep(step);
    return box;
}

template <class Value>
void choose(QComboBox &box, Value value) {
    box.setCurrentIndex(box.findData(static_cast<int>(value)));
}

}  // namespace

StyleBox::StyleBox(bool dark, QWidget *parent) : QWidget(parent) {
    auto *form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    buildKept(*form);
    buildSizes(*form);
    buildLook(*form);
    widgets::FigureStyle usual;
    if (dark)
        usual.ground = widgets::Ground::dark;
    const QVariantMap last = settings::lastStyle();
    setStyle(last.isEmpty() ? usual : widgets::restoredOptions<widgets::FigureStyle>(last));
    listKept({});
}

void StyleBox::buildKept(QFormLayout &form) {
    auto *row = new QHBoxLayout;
    kept_ = new QComboBox(this);
    kept_->setObjectName("exportStyle");
    kept_->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    auto *save = new QPushButton(tr("S&ave…"), this);
    save->setObjectName("saveStyle");
    save->setAccessibleName(tr("Save the style"));
    forget_ = new QPushButton(tr("For&get"), this);
    forget_->setObjectName("forgetStyle");
    forget_->setAccessibleName(tr("Forget the style"));
    row->addWidget(kept_, 1);
    row->addWidget(save);
    row->addWidget(forget_);
    auto *label = new QLabel(tr("S&tyle:"), this);
    label->setBuddy(kept_);
    form.addRow(label, row);
    connect(kept_, &QComboBox::activated, this, &StyleBox::chooseKept);
    connect(save, &QPushButton::clicked, this, &StyleBox::saveAs);
    connect(forget_, &QPushButton::clicked, this, &StyleBox::forget);
}

void StyleBox::buildSizes(QFormLayout &form) {
    width_ = makeBox("exportWidth", widest, 5, this);
    width_->setSpecialValueText(tr("automatic"));
    width_->setSuffix(tr(" mm"));
    font_ = makeBox("exportFont", largestFont, 0.5, this);
    font_->setSpecialValueText(tr("as usual"));
    font_->setSuffix(tr(" pt"));
    columns_ = new QSpinBox(this);
    columns_->setObjectName("exportColumns");
    columns_->setRange(1, mostColumns);
    form.addRow(tr("Wi&dth:"), width_);
    form.addRow(tr("Fo&nt size:"), font_);
    form.addRow(tr("Side &by side:"), columns_);
    connect(width_, &QDoubleSpinBox::valueChanged, this, &StyleBox::tell);
    connect(font_, &QDoubleSpinBox::valueChanged, this, &StyleBox::tell);
    connect(columns_, &QSpinBox::valueChanged, this, &StyleBox::tell);
}

void StyleBox::buildLook(QFormLayout &form) {
    const auto number = [](auto value) { return static_cast<int>(value); };
    ground_ = new QComboBox(this);
    ground_->setObjectName("exportGround");
    ground_->addItem(tr("Light"), number(widgets::Ground::light));
    ground_->addItem(tr("Dark"), number(widgets::Ground::dark));
    ground_->addItem(tr("Transparent"), number(widgets::Ground::transparent));
    colors_ = new QComboBox(this);
    colors_->setObjectName("exportColors");
    colors_->addItem(tr("Orange"), number(widgets::ColorMap::attention));
    colors_->addItem(tr("Viridis"), number(widgets::ColorMap::viridis));
    colors_->addItem(tr("Greys"), number(widgets::ColorMap::greys));
    words_ = new QCheckBox(tr("W&ords instead of pieces"), this);
    words_->setObjectName("exportWords");
    title_ = new QCheckBox(tr("Sentence and t&ranslation above"), this);
    title_->setObjectName("exportTitle");
    colorBar_ = new QCheckBox(tr("Co&lour bar"), this);
    colorBar_->setObjectName("exportColorBar");
    form.addRow(tr("Gro&und:"), ground_);
    form.addRow(tr("&Colours:"), colors_);
    for (QCheckBox *box : {title_, words_, colorBar_}) {
        form.addRow(QString(), box);
        connect(box, &QCheckBox::toggled, this, &StyleBox::tell);
    }
    for (QComboBox *box : {ground_, colors_})
        connect(box, &QComboBox::currentIndexChanged, this, &StyleBox::tell);
}

widgets::FigureStyle StyleBox::style() const {
    return {.width = width_->value(),
            .font = font_->value(),
            .columns = double(columns_->value()),
            .ground = static_cast<widgets::Ground>(ground_->currentData().toInt()),
            .title = title_->isChecked(),
            .colorBar = colorBar_->isChecked(),
            .words = words_->isChecked(),
            .colors = static_cast<widgets::ColorMap>(colors_->currentData().toInt())};
}

void StyleBox::setStyle(const widgets::FigureStyle &style) {
    {
        const QSignalBlocker quiet(this);
        width_->setValue(style.width);
        font_->setValue(style.font);
        columns_->setValue(static_cast<int>(style.columns));
        choose(*ground_, style.ground);
        choose(*colors_, style.colors);
        title_->setChecked(style.title);
        words_->setChecked(style.words);
        colorBar_->setChecked(style.colorBar);
    }
    emit changed();
}

void StyleBox::follow(const QStringList &views) {
    const bool heatmap = views.contains(QStringLiteral("heatmap"));
    columns_->setEnabled(views.size() > 1);
    for (QWidget *part : std::initializer_list<QWidget *>{colors_, words_, colorBar_})
        part->setEnabled(heatmap);
}

int StyleBox::labelWidth() const {
    int widest = 0;
    for (const QLabel *label : findChildren<QLabel *>(QString(), Qt::FindDirectChildrenOnly))
        widest = std::max(widest, label->sizeHint().width());
    return widest;
}

void StyleBox::tell() {
    if (signalsBlocked())
        return;  // a whole style is being set
    // What was changed is none of those that are kept.
    const QString name = kept_->currentData().toString();
    if (!name.isEmpty() && widgets::restoredOptions<widgets::FigureStyle>(
                               settings::styles().value(name).toMap()) != style())
        listKept({});
    emit changed();
}

void StyleBox::listKept(const QString &chosen) {
    kept_->clear();
    kept_->addItem(tr("As set below"), QString());
    const QVariantMap styles = settings::styles();
    for (auto style = styles.begin(); style != styles.end(); ++style)
        kept_->addItem(style.key(), style.key());
    kept_->setCurrentIndex(std::max(0, kept_->findData(chosen)));
    forget_->setEnabled(kept_->currentIndex() > 0);
}

void StyleBox::chooseKept() {
    const QString name = kept_->currentData().toString();
    forget_->setEnabled(!name.isEmpty());
    if (!name.isEmpty())
        setStyle(
            widgets::restoredOptions<widgets::FigureStyle>(settings::styles().value(name).toMap()));
}

void StyleBox::saveAs() {
    const QString name = QInputDialog::getText(this, tr("Save the style"), tr("Name:"),
                                               QLineEdit::Normal, kept_->currentData().toString())
                             .simplified();
    if (name.isEmpty())
        return;
    QVariantMap styles = settings::styles();
    styles[name] = widgets::storedOptions(style());
    settings::setStyles(styles);
    listKept(name);
}

void StyleBox::forget() {
    QVariantMap styles = settings::styles();
    styles.remove(kept_->currentData().toString());
    settings::setStyles(styles);
    listKept({});
    kept_->setFocus();
}

void StyleBox::remember() const {
    settings::setLastStyle(widgets::storedOptions(style()));
}

}  // namespace app
